"""From an order to a PDF: the driver, the letter that the law asks for, and the composer."""

import re

from mespoints.law.explain import long_day
from mespoints.letters.address import AddressRefusal
from mespoints.letters.composing import Composer
from mespoints.letters.contents import Head, Letter, Recipient, Sender
from mespoints.letters.drafting import Owing, draft, draft_correction
from mespoints.letters.files import place_in_law, posted_movement
from mespoints.letters.models import COMPTE_PERSONNEL
from mespoints.letters.people import recipient
from mespoints.letters.printing import Composed, NotComposed, Order
from mespoints.letters.refusals import LetterRefused
from mespoints.letters.steps import FALLS, RETRAIT
from mespoints.register.books import BookMovement
from mespoints.register.posting import CORRECTION

COUNT_OF_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")

TAKEN_BACK = (
    "Votre solde est redevenu supérieur à zéro avant que la lettre {letter} due le {day}, référence {reference}, vous "
    "soit notifiée. Cette lettre est retirée : même si elle vous parvient, elle est sans effet."
)
LATE_FACTS = "Des faits que le registre a connus après coup changent les points comptés jusque-là."


class Typesetter:
    """Composes the letters of one sender. ``is_specimen``: they say that they are worth nothing."""

    def __init__(self, sender: Sender, *, is_specimen: bool) -> None:
        self._sender = sender
        self._is_specimen = is_specimen
        self._composer = Composer()

    def compose(self, order: Order) -> Composed:
        """The letter as PDF. Raises NotComposed with what is missing, or why the address does not fit."""
        try:
            pdf = self._composer.compose(self._letter(order))
        except LetterRefused as refusal:
            raise NotComposed(" ; ".join(refusal.reasons)) from refusal
        return Composed(pdf, pages_of(pdf))

    def _letter(self, order: Order) -> Letter:
        """What the letter says. Raises LetterRefused, and NotComposed for an address."""
        written_on = order.written_on.toordinal()
        to, is_deposit = addressee(order), is_deposited(order)
        head = Head(order.reference, written_on, self._sender, to, self._is_specimen, is_deposit)
        row = posted_movement(order.file.book, order.owed.movement)
        if order.kind == RETRAIT:
            return taking_back(order, head)
        if row.cause == CORRECTION and order.owed.letter not in FALLS:
            return correction(order, row, head)
        place = place_in_law(order.file, row)
        if place is None:
            raise LetterRefused("la loi ne connaît plus le mouvement qui doit cette lettre")
        return draft(Owing(order.owed.letter, order.file.movements[: place + 1], order.file.dossier), head)


def addressee(order: Order) -> Recipient:
    """The driver at the address of the order. Raises LetterRefused, and NotComposed when the address does not fit."""
    holder, destination = order.file.holder, order.destination
    found = recipient(
        sex=holder.sex,
        given_names=holder.given_names,
        family_name=holder.family_name,
        usage_name=holder.usage_name,
        address=None if is_deposited(order) else destination.lines,
        neph=order.file.book.opening.neph,
        departement=destination.departement,
    )
    if isinstance(found, AddressRefusal):
        raise NotComposed(f"adresse : {found.reason}")
    return found


def is_deposited(order: Order) -> bool:
    """Whether the letter is put on the compte personnel of the driver."""
    return order.destination.source == COMPTE_PERSONNEL


def correction(order: Order, row: BookMovement, head: Head) -> Letter:
    """The rectificatif of a correction that the register posted: the sum before it, and after."""
    new = sum(one.points for one in order.file.book.movements if one.sequence <= row.sequence)
    return draft_correction(head.written_on, new - row.points, new, LATE_FACTS, head)


def taking_back(order: Order, head: Head) -> Letter:
    """The letter that takes a 48SI back: the sum that it told, and the one of today."""
    movement, attempt = order.reference.split("-")
    former = f"{movement}-{int(attempt) - 1}"
    day = long_day(order.owed.owed_on.toordinal())
    reason = TAKEN_BACK.format(letter=order.owed.letter, day=day, reference=former)
    return draft_correction(head.written_on, 0, order.file.signed_balance, reason, head)


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Typst has: the root of its pages says it in clear."""
    found = COUNT_OF_PAGES.search(pdf)
    assert found is not None
    return int(found[1])
