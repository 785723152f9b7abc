"""What a country's movements come to, year by year: points, letters, losses, stages; summed batch after batch."""

from typing import Any, NamedTuple

import numpy as np

from mespoints.law import causes, reasons
from mespoints.law.days import Day, day_of, year_month_day
from mespoints.law.letters import LETTER_NAMES
from mespoints.national.layout import MOVEMENT

MEASURES = (
    "offences", "points", "points_of_one", "points_of_six", "single_points", "full_restorations", "ten_years", "stages",
    "falls", "invalidations",
)  # fmt: skip
"""What is counted: offences that took points, the points they took, those of offences of one and of six points; single
points given back, full restorations and returns after ten years; stages that gave points; balances that fell to zero (a
letter 48SI, or a ban, is owed); licences that a 48SI took."""


class Years(NamedTuple):
    """``counted``: one row a year from ``first``, one column a measure. ``letters``: one column a letter, by number."""

    first: int
    counted: Any
    letters: Any

    def of(self, year: int) -> dict[str, int]:
        """The measures of a year."""
        return dict(zip(MEASURES, self.counted[year - self.first].tolist(), strict=True))

    def plus(self, other: "Years") -> "Years":
        """Two batches together."""
        return Years(self.first, self.counted + other.counted, self.letters + other.letters)


def no_years(first: int, last: int) -> Years:
    """Nothing yet."""
    count = last - first + 1
    return Years(first, np.zeros((count, len(MEASURES)), np.int64), np.zeros((count, len(LETTER_NAMES)), np.int64))


def years_of(rows: Any, first: int, last: int) -> Years:
    """What some movements (``MOVEMENT`` records) come to, from the first year to the last."""
    assert rows.dtype == MOVEMENT
    bounds = [day_of(year, 1, 1) for year in range(first, last + 2)]
    rows = rows[(rows["day"] >= bounds[0]) & (rows["day"] < bounds[-1])]
    year = np.searchsorted(bounds, rows["day"], side="right") - 1
    years = no_years(first, last)
    for place, (which, weight) in enumerate(measured(rows)):
        years.counted[:, place] = np.bincount(year[which], weight[which], len(bounds) - 1)
    np.add.at(years.letters, (year, rows["letter"]), 1)
    return years


def measured(rows: Any) -> list[tuple[Any, Any]]:
    """For each of ``MEASURES``: the movements that count, and for how much."""
    one = np.ones(len(rows))
    cause, taken = rows["cause"], -rows["points"]
    withdrawn = (cause == causes.WITHDRAWAL) & (taken > 0)
    moved = rows["points"] != 0
    return [
        (withdrawn, one),
        (withdrawn, taken),
        (withdrawn & (taken == 1), one),
        (withdrawn & (taken == 6), taken),
        ((cause == causes.ONE_POINT) & moved, one),
        ((cause == causes.FULL_RESTORATION) & moved, one),
        ((cause == causes.TEN_YEARS) & moved, one),
        ((cause == causes.STAGE) & moved, one),
        (withdrawn & (rows["total"] <= 0) & (rows["total"] + taken > 0), one),
        (rows["reason"] == reasons.LOST_BY_48SI, one),
    ]


def year_of(day: Day) -> int:
    """The year of a day."""
    return year_month_day(day)[0]
