"""Whether a letter that is owed is still to be sent, on the day on which it would leave.

What a 48SI, or a ban, would do if it were notified on the next day, the first on which it can be, is asked of the law
itself (doubts D9, D17 and D21): when it would take nothing it is not sent; in the post already, it is taken back.
"""

from datetime import date
from typing import NamedTuple

from mespoints.law import reasons
from mespoints.law.acts import InterdictionDeCirculer, Lettre48SI, WithdrawalAnnulled
from mespoints.law.statement import movements_of
from mespoints.law.undone import withdrawals_undone
from mespoints.letters.files import File, has_died, offence_of, place_in_law
from mespoints.letters.steps import FALLS, WITHDRAWALS
from mespoints.register.books import Book, BookMovement
from mespoints.register.models import OwedLetter
from mespoints.register.posting import CORRECTION

DEATH = "death"
ABOVE_ZERO = "above_zero"
NOTHING_TO_TAKE = "nothing_to_take"
CORRECTED = "corrected"
WITHDRAWAL_ANNULLED = "withdrawal_annulled"
WITHDRAWAL_SUSPENDED = "withdrawal_suspended"

TAKING = (reasons.LOST_BY_48SI, reasons.BANNED)

IF_NOTIFIED = "?"
"""The id of the act that is only supposed: no act of a register has it."""


class Held(NamedTuple):
    """Why a letter does not leave. ``for_good``: it never will; otherwise it waits for better days.

    ``is_taken_back``: in the post already, it is followed by the letter that says that it is without effect.
    """

    why: str
    for_good: bool
    is_taken_back: bool = False


def why_held(file: File, row: BookMovement, letter: str, on: date) -> Held | None:
    """Why the letter of a posted movement is not to be sent on a day, or None."""
    if has_died(file):
        return Held(DEATH, for_good=True)
    if letter in FALLS:
        return why_fall_held(file, row, letter, on)
    if row.cause != CORRECTION and is_told_no_more(file, row):
        return Held(CORRECTED, for_good=True)
    return why_withdrawal_held(file, row, on) if letter in WITHDRAWALS else None


def is_told_no_more(file: File, row: BookMovement) -> bool:
    """Whether the law knows a posted movement no more, or finds that it moved nothing: a rectificatif says so."""
    place = place_in_law(file, row)
    return place is None or file.movements[place].letter is None


def why_fall_held(file: File, row: BookMovement, letter: str, on: date) -> Held | None:
    """A 48SI or a ban that would take nothing, or whose fall is over while a later one has its own letter."""
    is_over = is_followed_by_another_fall(file.book, row, letter)
    if takes_effect(file, row, letter, on) and not is_over:
        return None
    if file.signed_balance > 0:
        return Held(ABOVE_ZERO, for_good=True, is_taken_back=True)
    return Held(NOTHING_TO_TAKE, for_good=True, is_taken_back=is_over)


def is_followed_by_another_fall(book: Book, row: BookMovement, letter: str) -> bool:
    """Whether the sum rose above zero after a posted movement, and fell again since by one that owes the same letter.

    Told of both, the driver would have two letters for one loss (art. R. 223-3, III), the first about a fall that is
    over, or about an offence that a judge has taken away since.
    """
    points = [movement.points for movement in book.movements]
    risen = next((count for count in range(row.sequence + 1, len(points) + 1) if sum(points[:count]) > 0), len(points))
    since = [movement.pk for movement in book.movements[risen:]]
    return bool(since) and OwedLetter.objects.filter(movement__in=since, letter=letter).exists()


def takes_effect(file: File, row: BookMovement, letter: str, on: date) -> bool:
    """Whether a 48SI, or a ban, that leaves on a day and is notified on the next one takes the right to drive."""
    day = on.toordinal() + 1
    offence = offence_of(file, row)
    supposed = (
        Lettre48SI(IF_NOTIFIED, day, offence.id if offence else None, None)
        if letter == "48SI"
        else InterdictionDeCirculer(IF_NOTIFIED, day, None)
    )
    dossier = file.dossier._replace(acts=(*file.dossier.acts, supposed))
    last = len(file.dossier.acts)
    return any(row.act == last and row.reason in TAKING for row in movements_of(dossier, day))


def why_withdrawal_held(file: File, row: BookMovement, on: date) -> Held | None:
    """A withdrawal that is annulled is told no more; one that is suspended is told once it counts again."""
    offence = offence_of(file, row)
    if offence is None or offence.id not in withdrawals_undone(file.dossier, on.toordinal()):
        return None
    annulled = any(
        isinstance(act, WithdrawalAnnulled) and act.offence == offence.id and act.on <= on.toordinal()
        for act in file.dossier.acts
    )
    return Held(WITHDRAWAL_ANNULLED if annulled else WITHDRAWAL_SUSPENDED, for_good=annulled)
