"""The stage de sensibilisation: art. L. 223-6, al. 4, and R. 223-8. Doubt D8."""

from mespoints.law.days import Day, add_months, day_of
from mespoints.law.rules import rule

DECRET_2003_642 = day_of(2004, 3, 1)
LOI_2011_267_STAGES = day_of(2011, 3, 16)
STAGE_POINTS = 4


@rule
def months_between_stages(ended_on: Day) -> int:
    """One stage with points a year, every two years before 16 March 2011.

    Art. L. 223-6, al. 4, since the law of 14 March 2011; art. R. 223-8 before. ``ended_on``: last
    day of the stage that is judged.
    """
    return 12 if ended_on >= LOI_2011_267_STAGES else 24


@rule
def first_day_allowed(previous_ended_on: Day, ended_on: Day) -> Day:
    """The first day of a stage that can give points again: a year and a day after the last one ended.

    Art. L. 223-6, al. 4 (doubt D8).
    """
    return add_months(previous_ended_on, months_between_stages(ended_on)) + 1


@rule
def first_day_of_next_stage(previous_ended_on: Day) -> Day:
    """The first day on which a stage of two days, still to come, can begin and give points.

    Art. L. 223-6, al. 4, and R. 223-5 (doubt D8): a stage that ends from 16 March 2011 on follows the yearly rule.
    """
    after_two_years = add_months(previous_ended_on, 24) + 1
    after_one_year = add_months(previous_ended_on, 12) + 1
    return min(after_two_years, max(after_one_year, LOI_2011_267_STAGES - 1))


@rule
def highest_after_stage(effective_on: Day, ceiling: int) -> int:
    """A stage fills the licence up to its ceiling, up to 11 before 1 March 2004.

    Art. R. 223-8, II.
    """
    return min(ceiling, 11) if effective_on < DECRET_2003_642 else ceiling


@rule
def stage_gain(total: int, ceiling: int, effective_on: Day) -> int:
    """Four points, within the ceiling; the signed sum may start below zero.

    Art. L. 223-6, al. 4, and R. 223-8, II; CE, 29 September 2023, n° 461479.
    """
    return max(0, min(STAGE_POINTS, highest_after_stage(effective_on, ceiling) - total))
