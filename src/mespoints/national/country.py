"""What a year of the country looks like, as published for 2024, and how often things happen in an invented one.

Source: Observatoire national interministériel de la sécurité routière, « Le permis à points », figures of 2024 (and of
2023 as the share of change that they give).
"""

from typing import NamedTuple

from mespoints.law.days import day_of
from mespoints.law.rows import DELIT

LICENCES = 40_000_000
YEAR = 2024
FIRST_ON = day_of(2015, 1, 1)
"""No offence before: older facts were erased (art. L. 225-2)."""
DECRET_2023_1150 = day_of(2024, 1, 1)
"""Since then less than 5 km/h above the limit takes no point."""

EARLIEST_ON = day_of(YEAR + 1, 1, 1)
"""The first day up to which a country can be invented: the year of reference is over."""

PUBLISHED = {
    "offences": 6_300_000,
    "points": 11_700_000,
    "points_speeding": 5_700_000,
    "points_of_one": 3_861_000,  # 33 % of the points
    "points_of_six": 1_170_000,  # 10 %
    "invalidations": 47_916,
    "stages": 302_853,
    "full_restorations": 7_800_000,
    "single_points": 6_900_000,
    "share_at_twelve": 0.79,
}
"""The published year, for the whole country; ``mespoints nation synthesize`` sets the invented one beside it."""

PUBLISHED_BEFORE = {"points_speeding": 5_700_000 / 0.47, "offences": 6_300_000 / 0.52, "stages": 339_553}
"""What it says of 2023: in 2024 speeding took 53 % fewer points, offences were 48 % fewer, stages 10.8 % fewer."""


class Kind(NamedTuple):
    """A kind of offence: its code, class and points, and how many a year there are in the whole country."""

    natinf: int
    grade: int
    points: int
    a_year: int


SMALL_SPEEDING = (25387, 25386)
"""Less than 20 km/h above the limit, outside towns and in them."""

KINDS = (
    Kind(25387, 3, 1, 2_440_000),
    Kind(25386, 4, 1, 1_420_000),
    Kind(25387, 3, 1, 5_500_000),
    Kind(25386, 4, 1, 3_200_000),
    Kind(11302, 4, 2, 500_000),
    Kind(11301, 4, 3, 120_000),
    Kind(21527, 4, 4, 70_000),
    Kind(21528, 5, 6, 33_000),
    Kind(203, 4, 4, 210_000),
    Kind(210, 4, 4, 265_000),
    Kind(23800, 4, 3, 567_000),
    Kind(11325, 4, 3, 367_000),
    Kind(12929, 4, 3, 98_000),
    Kind(13322, 4, 6, 40_000),
    Kind(1247, DELIT, 6, 63_000),
    Kind(23761, DELIT, 6, 50_000),
)
"""The published points by kind of offence, divided by what each takes; codes chosen to stand for each kind.

Those of less than 5 km/h are fitted instead: with them a year gives back about as many single points as was published.
"""
BELOW_FIVE = (2, 3)
"""The places of those of less than 5 km/h: before 2024 they were seven in ten of the small ones."""
