"""The stage of the novices, from 25 October 2000 to 29 February 2004."""

import pytest

from mespoints.law import novice
from mespoints.law.days import parse_day


@pytest.mark.parametrize(
    ("points", "committed_on", "obtained_on", "expected"),
    [
        (4, "2002-05-01", "2001-01-10", True),
        (6, "2002-05-01", "2001-01-10", True),
        (3, "2002-05-01", "2001-01-10", False),
        (4, "2003-01-09", "2001-01-10", True),  # the last day of the two years
        (4, "2003-01-10", "2001-01-10", False),
        (4, "2001-01-10", "2001-01-10", True),  # the first day of the licence
        (4, "2001-01-09", "2001-01-10", False),
        (4, "2000-10-25", "2000-01-10", True),  # the first day of the décret 2000-1038
        (4, "2000-10-24", "2000-01-10", False),
        (4, "2004-02-29", "2003-01-10", True),  # the eve of the probation
        (4, "2004-03-01", "2003-01-10", False),
    ],
)
def test_a_novice_who_lost_four_points_owed_a_stage(
    points: int, committed_on: str, obtained_on: str, expected: bool
) -> None:
    """Held for less than two years on the day of the offence."""

    assert expected == novice.owes_novice_stage(points, parse_day(committed_on), parse_day(obtained_on))
