"""A licence is obtained, or the balance of another taken over: art. L. 223-1, R. 223-1 and L. 223-11."""

from mespoints.law import causes, probations, reasons
from mespoints.law.capital import initial_points, probation_months
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.memory import (
    AAC_ON,
    CARRIED_ACT,
    CARRIED_FINAL,
    CARRIED_LENGTHENED,
    CEILING,
    ENDED_BY,
    FELL_ON,
    FIRST_OFFENCE,
    FIRST_WITHDRAWN,
    FOREIGN,
    HELD,
    HOLD,
    INVALIDATED_ON,
    IS_FIRST,
    LAPSED,
    NEXT_OFFENCE,
    NOT_YET,
    OBTAINED_ON,
    PREVIOUS_FALL,
    PROBATION,
    PROBATION_END,
    PROBATION_FROM,
    PROBATION_OVER,
    STEP_DUE,
    STEPS_PASSED,
    SUSPENDED,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import note, post
from mespoints.law.probation import find_step_due
from mespoints.law.returns import settle, weigh_again
from mespoints.law.rows import Row
from mespoints.law.rules import rule

OF_ONE_HOLDING = (INVALIDATED_ON, TRAINED, SUSPENDED, STEPS_PASSED, FELL_ON, PROBATION_END, AAC_ON, FOREIGN)
"""What a new licence forgets of the former."""


@rule
def end_holding(m: Memory, hold: int, act: int) -> None:
    """What ran for the licence held so far ends; ``hold``: what comes after, by ``act`` (art. L. 223-5; doubt D9)."""
    m.state[HOLD] = hold
    m.state[ENDED_BY] = act
    m.state[STEP_DUE] = NEVER
    m.state[PROBATION_OVER] = 1
    settle(m)
    m.state[FIRST_OFFENCE] = m.state[LAPSED] = m.state[NEXT_OFFENCE]


@rule
def open_probation(m: Memory, probation: int, began_on: Day) -> None:
    """A probation begins, if there is one (art. L. 223-1, al. 2, and R. 223-1, V)."""
    state = m.state
    state[PROBATION], state[PROBATION_FROM] = probation, began_on
    if probation != probations.NONE:
        state[PROBATION_OVER] = 0
        state[PROBATION_END] = add_months(began_on, probation_months(probation))
        find_step_due(m)


@rule
def obtain_licence(m: Memory, row: Row) -> None:
    """A licence opens a new holding, with its own points and probation, and ends the former.

    Art. L. 223-1, al. 1 and 2, and R. 223-1, II.
    """
    state = m.state
    if state[INVALIDATED_ON] > 0:
        state[PREVIOUS_FALL] = state[FELL_ON]
    is_first = state[HOLD] == NOT_YET
    state[OBTAINED_ON] = row.began_on
    end_holding(m, HELD, row.act)
    for place in OF_ONE_HOLDING:
        state[place] = 0
    state[FIRST_WITHDRAWN] = -1
    state[FOREIGN] = row.points
    state[IS_FIRST] = 1 if is_first else 0
    points = initial_points(row.grade)
    state[CEILING] = points
    open_probation(m, row.grade, row.began_on)
    reason = reasons.OBTAINED_WITH_12 if row.grade == probations.NONE else reasons.OBTAINED_WITH_6
    if row.points == 1:
        reason = reasons.OBTAINED_BY_FOREIGN_HOLDER if is_first else reasons.POINTS_AFTER_BAN
    post(m, row.day, causes.OBTAINED, points - state[TOTAL], row.act, -1, reason)


@rule
def carry_over(m: Memory, row: Row) -> None:
    """The balance of another register or licence replaces this one, with its running delay.

    Art. L. 223-11; format ``dossier/1``: ``last_final_on`` sets the delay of the full restoration and
    nothing else: the steps of a running probation, single points and ten years go on.
    """
    state = m.state
    if state[HOLD] != HELD:
        reason = reasons.CARRIED_OVER_ON_LOST_LICENCE
        note(m, row.day, causes.CARRIED_OVER, row.act, -1, reason, state[ENDED_BY])
        return
    settle(m)
    state[CEILING] = row.group
    state[CARRIED_FINAL], state[CARRIED_ACT] = row.delay_from, row.act
    state[CARRIED_LENGTHENED] = row.grade
    post(m, row.day, causes.CARRIED_OVER, row.points - state[TOTAL], row.act, -1, reasons.CARRIED_OVER)
    weigh_again(m, row.day)
