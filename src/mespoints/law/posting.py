"""Writing a movement, and the questions that several rules ask of the working memory."""

from mespoints.law import letters
from mespoints.law.capital import FULL
from mespoints.law.days import NEVER, Day
from mespoints.law.letters import letter_of_return
from mespoints.law.memory import (
    CEILING,
    FELL_ON,
    FIRST_WITHDRAWN,
    LAPSED,
    NEXT_OFFENCE,
    PROBATION_FROM,
    RISEN,
    TOTAL,
    Memory,
)
from mespoints.law.restoration import interrupts
from mespoints.law.rows import MovementRow
from mespoints.law.rules import rule


@rule
def post(m: Memory, day: Day, cause: int, points: int, act: int, offence: int, reason: int, ground: int = -1) -> None:
    """Write a movement that is no withdrawal, with the letter that its cause owes (art. L. 223-3; doubt D14)."""
    post_with_letter(m, day, cause, points, act, offence, reason, letter_of_return(cause, points), ground)


@rule
def post_with_letter(
    m: Memory, day: Day, cause: int, points: int, act: int, offence: int, reason: int, letter: int, ground: int
) -> None:
    """Write one movement and move the sum.

    A sum that reaches 12 ends every running delay of ten years (art. L. 223-6, al. 5; doubt D7); one that falls to
    zero, or rises above it, is remembered (art. L. 223-5; doubt D17).
    """
    state = m.state
    before = state[TOTAL]
    total = before + points
    state[TOTAL] = total
    if before > 0 >= total:
        state[FELL_ON] = day
    if before <= 0 < total:
        state[RISEN] = state[NEXT_OFFENCE]
    if points > 0 and total >= FULL:
        state[LAPSED] = state[NEXT_OFFENCE]
    m.movements.append(MovementRow(day, cause, points, total, state[CEILING], act, offence, reason, letter, ground))


@rule
def note(m: Memory, day: Day, cause: int, act: int, offence: int, reason: int, ground: int = -1) -> None:
    """Write that an act, or a day, moved nothing, and why (format ``dossier/1``)."""
    total, ceiling = m.state[TOTAL], m.state[CEILING]
    m.movements.append(MovementRow(day, cause, 0, total, ceiling, act, offence, reason, letters.NONE, ground))


@rule
def interrupted_by(m: Memory, starts_after: Day, ends_on: Day, first: int) -> int:
    """The first known offence committed inside a delay that leads to a withdrawal: its place, or -1.

    Art. L. 223-6. ``first``: where to begin among the offences; one wiped by a full restoration does not interrupt
    the delay of another (doubt D6). Before its decision an offence has taken nothing, and its cost is known in the
    strict reading alone (doubt D2).
    """
    found, earliest = -1, NEVER
    for k in range(first, len(m.offences)):
        offence = m.offences[k]
        is_inside = interrupts(offence.began_on, starts_after, ends_on)
        if is_inside and offence.began_on < earliest and (m.taken[k] > 0 or m.known[k] > 0):
            found, earliest = offence.act, offence.began_on
    return found


@rule
def spoilt_by(m: Memory, until: Day) -> int:
    """The offence that spoils a probation: committed on this licence by a day, it leads to a withdrawal. -1: none.

    Art. L. 223-1, al. 2, and R. 223-1, II (doubts D2, D3 and D12).
    """
    state = m.state
    if state[FIRST_WITHDRAWN] >= 0:
        return state[FIRST_WITHDRAWN]
    return interrupted_by(m, state[PROBATION_FROM] - 1, until, 0)
