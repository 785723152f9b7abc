"""The points of a foreign licence, its ban, and the French licence that follows: art. L. 223-10 and L. 223-11."""

from mespoints.law import causes, probations, reasons
from mespoints.law.capital import initial_points
from mespoints.law.following import coming_stage
from mespoints.law.invalidation import letter_takes_licence
from mespoints.law.memory import (
    BANNED,
    CEILING,
    ENDED_BY,
    FIRST_WITHDRAWN,
    FOREIGN,
    HELD,
    HOLD,
    TOTAL,
    Memory,
)
from mespoints.law.obtaining import end_holding, obtain_licence, open_probation
from mespoints.law.posting import note, post
from mespoints.law.returns import run_full_delay
from mespoints.law.rows import Row
from mespoints.law.rules import rule


@rule
def receive_ban(m: Memory, row: Row) -> None:
    """The holder of a foreign licence without points may not drive in France for a year (art. L. 223-10, II; D21)."""
    state = m.state
    reason = reasons.BAN_WITHOUT_EFFECT
    is_foreign = state[HOLD] == HELD and state[FOREIGN] == 1
    if is_foreign and letter_takes_licence(state[TOTAL], coming_stage(m, row.day)):
        end_holding(m, BANNED, row.act)
        reason = reasons.BANNED
    note(m, row.day, causes.LOST, row.act, -1, reason)


@rule
def end_ban(m: Memory, row: Row) -> None:
    """After the year of the ban that took the points, they are given again (art. L. 223-10, II; doubt D21)."""
    if m.state[ENDED_BY] == row.group:
        obtain_licence(m, row)


@rule
def follow_foreign_licence(m: Memory, row: Row) -> None:
    """A French licence that follows a foreign one bears its points, within the ceiling of a probation.

    Art. L. 223-11 and L. 223-1, al. 2: one holding, its delays go on (doubt D21).
    """
    state = m.state
    if state[HOLD] != HELD or state[FOREIGN] == 0:
        note(m, row.day, causes.FRENCH_LICENCE, row.act, -1, reasons.FRENCH_LICENCE_WITHOUT_EFFECT)
        return
    state[FOREIGN] = 0
    if row.grade == probations.NONE:
        note(m, row.day, causes.FRENCH_LICENCE, row.act, -1, reasons.FRENCH_LICENCE_SAME_POINTS)
        return
    state[CEILING] = initial_points(row.grade)
    state[FIRST_WITHDRAWN] = -1
    open_probation(m, row.grade, row.day)
    points = min(0, state[CEILING] - state[TOTAL])
    post(m, row.day, causes.FRENCH_LICENCE, points, row.act, -1, reasons.FRENCH_LICENCE_IN_PROBATION)
    run_full_delay(m, row.day)
