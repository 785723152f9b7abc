"""Writing a movement, and the questions that several rules ask of the working memory."""

from mespoints.law.capital import FULL
from mespoints.law.days import NEVER, Day
from mespoints.law.memory import (
    CEILING,
    FELL_ON,
    FULL_DUE,
    HAS_WITHDRAWAL,
    NEXT_DUE,
    NEXT_OFFENCE,
    OBTAINED_ON,
    STEP_DUE,
    STRICT,
    TOTAL,
    Memory,
)
from mespoints.law.restoration import interrupts
from mespoints.law.rows import Letter, MovementRow
from mespoints.law.rules import rule


@rule
def post(m: Memory, day: Day, cause: int, points: int, act: int, offence: int, reason: int, letter: int) -> None:
    """Write one movement and move the sum.

    A sum that reaches 12 ends every running delay of ten years (art. L. 223-6, al. 5; doubt D7).
    """
    state = m.state
    before = state[TOTAL]
    total = before + points
    state[TOTAL] = total
    if before > 0 >= total:
        state[FELL_ON] = day
    if points > 0 and total >= FULL:
        for k in range(state[NEXT_OFFENCE]):
            m.ten_due[k] = NEVER
    m.movements.append(MovementRow(day, cause, points, total, state[CEILING], act, offence, reason, letter))


@rule
def note(m: Memory, day: Day, cause: int, act: int, offence: int, reason: int) -> None:
    """Write that an act, or a day, moved nothing, and why (format ``dossier/1``)."""
    state = m.state
    m.movements.append(MovementRow(day, cause, 0, state[TOTAL], state[CEILING], act, offence, reason, Letter.NONE))


@rule
def is_interrupted(m: Memory, starts_after: Day, ends_on: Day, skips_settled: bool) -> bool:
    """Whether an offence that leads to a withdrawal was committed inside a delay.

    Art. L. 223-6. In the registered reading the decided offences count, in the strict one those of
    the whole file (doubt D2). ``skips_settled``: an offence wiped by a full restoration does not
    interrupt this delay (doubt D6).
    """
    for k in range(len(m.offences)):
        if m.taken[k] == 0 and m.known[k] == 0:
            continue
        if skips_settled and m.settled[k] == 1:
            continue
        if interrupts(m.offences[k].began_on, starts_after, ends_on):
            return True
    return False


@rule
def is_clean(m: Memory, until: Day) -> bool:
    """No offence that leads to a withdrawal was committed on this licence, up to and including a day.

    Art. L. 223-1, al. 2, and R. 223-1, II (doubts D2, D3 and D12).
    """
    state = m.state
    if state[HAS_WITHDRAWAL] == 1:
        return False
    if state[STRICT] == 0:
        return True
    return not is_interrupted(m, state[OBTAINED_ON] - 1, until, False)


@rule
def find_next_due(m: Memory) -> None:
    """Remember the first day on which something comes of itself (no article of law)."""
    state = m.state
    due = min(state[STEP_DUE], state[FULL_DUE])
    one_due, ten_due = m.one_due, m.ten_due
    for k in range(state[NEXT_OFFENCE]):
        if one_due[k] < due:
            due = one_due[k]
        if ten_due[k] < due:
            due = ten_due[k]
    state[NEXT_DUE] = due
