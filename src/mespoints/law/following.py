"""A stage or a training is followed: art. L. 223-6, al. 4, R. 223-4-1 and R. 223-8."""

from mespoints.law import causes, kinds, reasons
from mespoints.law.capital import training_counts
from mespoints.law.days import Day
from mespoints.law.memory import (
    CEILING,
    ENDED_BY,
    HELD,
    HOLD,
    IS_FIRST,
    LAST_STAGE,
    LAST_STAGE_ACT,
    NEXT_ROW,
    PROBATION_FROM,
    PROBATION_OVER,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import note, post
from mespoints.law.rows import Row
from mespoints.law.rules import rule
from mespoints.law.stage import first_day_allowed, stage_gain


@rule
def follow_training(m: Memory, row: Row) -> None:
    """The formation complémentaire opens a shorter probation (art. R. 223-4-1; doubt D13).

    It falls in the first year: the anniversary that follows looks for the next day to judge.
    """
    state = m.state
    if state[PROBATION_OVER] == 0 and training_counts(row.day, state[PROBATION_FROM], state[IS_FIRST] == 1):
        state[TRAINED] = 1


@rule
def is_too_soon(m: Memory, row: Row) -> bool:
    """A stage begun within the year of the last one that gave points (art. L. 223-6, al. 4; doubt D8).

    Without one the wait ended with the year 1.
    """
    return row.group < first_day_allowed(m.state[LAST_STAGE], row.established_on)


@rule
def coming_stage(m: Memory, day: Day) -> int:
    """What a stage that takes effect on this day would give to the sum as its day begins.

    Art. R. 223-8, III (doubt D9).
    """
    for i in range(m.state[NEXT_ROW], len(m.rows)):
        row = m.rows[i]
        if row.day > day:
            return 0
        if row.kind == kinds.STAGE and not is_too_soon(m, row):
            gain = stage_gain(m.state[TOTAL], m.state[CEILING], day) * row.grade
            if gain > 0:
                return gain
    return 0


@rule
def follow_stage(m: Memory, row: Row) -> None:
    """A stage gives its points the day after it ended (art. L. 223-6, al. 4, and R. 223-8; doubt D8)."""
    state = m.state
    gain = stage_gain(state[TOTAL], state[CEILING], row.day)
    if state[HOLD] != HELD:
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_NOT_HELD, state[ENDED_BY])
    elif row.grade == 0:
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_WITHOUT_POINTS)
    elif gain == 0:
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_AT_CEILING)
    elif is_too_soon(m, row):
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_TOO_SOON, state[LAST_STAGE_ACT])
    else:
        state[LAST_STAGE], state[LAST_STAGE_ACT] = row.established_on, row.act
        post(m, row.day, causes.STAGE, gain, row.act, -1, reasons.STAGE_BACK)
