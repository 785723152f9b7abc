"""What a revision is told by: why the state changes, or does not, and the one movement that carries the difference.

Doubts D16, D18 and D19; ``law.revisions`` lives the licence again.
"""

from typing import NamedTuple

from mespoints.law import causes, reasons
from mespoints.law.letters import letter_of_fall, letter_of_return
from mespoints.law.memory import CEILING, FOREIGN, HELD, HOLD, INVALIDATED, LETTER_ACT, TOTAL, Memory
from mespoints.law.rows import MovementRow, Row
from mespoints.law.rules import rule

# Why a licence is held again, nothing changes, or points move, when the fate of a withdrawal changes.
OF_ANNULMENT = (reasons.ANNULMENT_HELD_AGAIN, reasons.ANNULMENT_NO_CHANGE, reasons.ANNULMENT_BACK)
OF_SUSPENSION = (
    reasons.WITHDRAWAL_SUSPENDED_HELD_AGAIN,
    reasons.WITHDRAWAL_SUSPENDED_NO_CHANGE,
    reasons.WITHDRAWAL_SUSPENDED,
)
OF_END = (
    reasons.WITHDRAWAL_SUSPENSION_OVER,
    reasons.WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE,
    reasons.WITHDRAWAL_SUSPENSION_OVER,
)


class Before(NamedTuple):
    """A licence as a revision finds it. ``letter``: place of the act of the last 48SI that took a licence."""

    hold: int
    total: int
    letter: int


@rule
def standing(m: Memory) -> Before:
    """What the movement of a revision is told by (art. L. 223-1; doubts D16, D18 and D19)."""
    return Before(m.state[HOLD], m.state[TOTAL], m.state[LETTER_ACT])


@rule
def is_replaced(before: Before, letter: int) -> bool:
    """Whether a new licence is held since a 48SI took the former one (art. L. 223-5; CE, 22 July 2016; doubt D19)."""
    return letter >= 0 and before.hold == HELD and before.letter == letter


@rule
def reason_of_undoing(revision: Row, before: Before, m: Memory, place: int, was_suspended: bool) -> int:
    """Why the state changes when a decision is annulled or suspended, or does not.

    Art. L. 223-1 and L. 223-5 (doubts D16, D18 and D19).
    """
    if revision.grade == causes.WITHDRAWAL_ANNULLED:
        return reason_of_withdrawal(before, m, OF_ANNULMENT)
    if revision.grade == causes.WITHDRAWAL_SUSPENDED:
        return reason_of_withdrawal(before, m, OF_SUSPENSION)
    return reason_of_letter(revision, before, m, place, was_suspended)


@rule
def reason_of_withdrawal(before: Before, m: Memory, of: tuple[int, int, int]) -> int:
    """What the fate of a withdrawal changes: the licence is held again, nothing, or points.

    Art. L. 223-1 (doubts D16 and D18).
    """
    held_again, no_change, moved = of
    if before.hold != HELD and m.state[HOLD] == HELD:
        return held_again
    return no_change if m.state[TOTAL] == before.total else moved


@rule
def reason_of_letter(revision: Row, before: Before, m: Memory, place: int, was_suspended: bool) -> int:
    """What the suspension or the annulment of a 48SI changes (art. L. 223-5; doubts D18 and D19)."""
    is_held_again = before.hold == INVALIDATED and m.state[HOLD] == HELD
    if revision.grade == causes.LETTRE_48SI_SUSPENDED:
        return reasons.LETTER_48SI_SUSPENDED if is_held_again else reasons.LETTER_48SI_NOT_IN_FORCE
    if was_suspended or is_held_again:
        return reasons.LETTER_48SI_ANNULLED
    is_waiting = is_replaced(before, place)
    return reasons.LETTER_48SI_ANNULLED_NEW_LICENCE if is_waiting else reasons.LETTER_48SI_NOT_IN_FORCE


@rule
def reason_of_end(revision: Row, before: Before, m: Memory) -> int:
    """What the end of a suspension changes (code de justice administrative, art. L. 521-1; doubt D18)."""
    if revision.grade == causes.LETTRE_48SI_SUSPENDED:
        is_lost_again = before.hold == HELD and m.state[HOLD] == INVALIDATED
        return reasons.LETTER_48SI_SUSPENSION_OVER if is_lost_again else reasons.LETTER_48SI_NOT_IN_FORCE
    if before.hold == HELD and m.state[HOLD] != HELD:
        return reasons.WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN
    return reason_of_withdrawal(before, m, OF_END)


@rule
def difference(revision: Row, before: Before, m: Memory, reason: int, place: int) -> MovementRow:
    """The one movement that carries a revision: the state is the one had the undone facts never happened.

    Art. L. 223-1; CE, 10 March 2021, n° 444670 (doubts D16 and D18). ``place``: that of what is undone.
    """
    total = m.state[TOTAL]
    letter = letter_of_return(revision.grade, total - before.total)
    if reason == reasons.WITHDRAWAL_SUSPENSION_OVER and m.state[HOLD] == HELD and total <= 0:
        letter = letter_of_fall(m.state[FOREIGN] == 1)
    is_withdrawal = revision.grade in (causes.WITHDRAWAL_ANNULLED, causes.WITHDRAWAL_SUSPENDED)
    offence, ground = (place, -1) if is_withdrawal else (-1, place)
    return MovementRow(
        revision.day, revision.grade, total - before.total, total, m.state[CEILING],
        revision.act, offence, reason, letter, ground,
    )  # fmt: skip
