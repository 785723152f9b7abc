"""The calendar with the memory of its answers, as ``days.add_months`` has plain: nearly half the time went there.

The answers are the rule's own, asked for each day, or month, of the years in which points live; others are asked anew.
"""

from types import FunctionType
from typing import Any

import numpy as np

from mespoints.law.days import Day, day_of, first_of_month, year_month_day
from mespoints.national.rebinding import Finish

REMEMBERED = range(day_of(1992, 1, 1), day_of(2061, 1, 1))
"""The days whose place in the calendar compiled rules remember."""
MONTHS = range(12 * 1992, 12 * 2081)
"""The months whose first day they remember."""


def remembered_days(led: FunctionType, finish: Finish) -> FunctionType:
    """``days.year_month_day``."""
    rule, first, last = finish(led), REMEMBERED[0], REMEMBERED[-1]
    answers = [year_month_day(day) for day in REMEMBERED]
    known = np.array([(year << 9) | (month << 5) | quantieme for year, month, quantieme in answers], np.int32)

    def calendar(day: Day) -> Any:
        if first <= day <= last:
            answer = np.int64(known[day - first])
            return answer >> 9, (answer >> 5) & 15, answer & 31
        return rule(day)

    assert isinstance(calendar, FunctionType)
    return calendar


def remembered_months(led: FunctionType, finish: Finish) -> FunctionType:
    """``days.first_of_month``."""
    rule, first, last = finish(led), MONTHS[0], MONTHS[-1]
    known = np.array([first_of_month(month) for month in MONTHS], np.int32)

    def beginning(month: int) -> Any:
        return np.int64(known[month - first]) if first <= month <= last else rule(month)

    assert isinstance(beginning, FunctionType)
    return beginning
