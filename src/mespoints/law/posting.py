"""Writing a movement, and the questions that several rules ask of the working memory."""

from mespoints.law import letters
from mespoints.law.capital import FULL
from mespoints.law.days import NEVER, Day
from mespoints.law.letters import letter_of_return
from mespoints.law.memory import (
    CEILING,
    FELL_ON,
    HAS_WITHDRAWAL,
    LAPSED,
    NEXT_OFFENCE,
    OBTAINED_ON,
    STRICT,
    TEN_DUE,
    TOTAL,
    Memory,
)
from mespoints.law.restoration import interrupts
from mespoints.law.rows import MovementRow
from mespoints.law.rules import rule


@rule
def post(m: Memory, day: Day, cause: int, points: int, act: int, offence: int, reason: int) -> None:
    """Write a movement that is no withdrawal, with the letter that its cause owes (art. L. 223-3; doubt D14)."""
    post_with_letter(m, day, cause, points, act, offence, reason, letter_of_return(cause, points))


@rule
def post_with_letter(
    m: Memory, day: Day, cause: int, points: int, act: int, offence: int, reason: int, letter: int
) -> None:
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
        state[LAPSED] = state[NEXT_OFFENCE]
        state[TEN_DUE] = NEVER
    m.movements.append(MovementRow(day, cause, points, total, state[CEILING], act, offence, reason, letter))


@rule
def note(m: Memory, day: Day, cause: int, act: int, offence: int, reason: int) -> None:
    """Write that an act, or a day, moved nothing, and why (format ``dossier/1``)."""
    state = m.state
    m.movements.append(MovementRow(day, cause, 0, state[TOTAL], state[CEILING], act, offence, reason, letters.NONE))


@rule
def known_offences(m: Memory) -> int:
    """How many offences are known: the decided ones, or those of the whole file in the strict reading.

    Art. L. 223-6 (doubt D2).
    """
    return len(m.offences) if m.state[STRICT] == 1 else m.state[NEXT_OFFENCE]


@rule
def is_interrupted(m: Memory, starts_after: Day, ends_on: Day, first: int) -> bool:
    """Whether a known offence that leads to a withdrawal was committed inside a delay.

    Art. L. 223-6. ``first``: the place of the first offence to look at; one wiped by a full restoration
    does not interrupt the delay of another (doubt D6).
    """
    for k in range(first, known_offences(m)):
        if (m.taken[k] > 0 or m.known[k] > 0) and interrupts(m.offences[k].began_on, starts_after, ends_on):
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
    return not is_interrupted(m, state[OBTAINED_ON] - 1, until, 0)
