"""From an order to a PDF: the driver, the letter that the law asks for, and the composer."""

import re
from collections.abc import Sequence

from mespoints.law.explain import long_day
from mespoints.letters.address import AddressRefusal
from mespoints.letters.composing import CODE_TEMPLATE, Composer
from mespoints.letters.contents import Head, Letter, LetterOfCode, Recipient, Sender
from mespoints.letters.countries import FRANCE
from mespoints.letters.drafting import Owing, draft, draft_correction
from mespoints.letters.files import place_in_law, posted_movement
from mespoints.letters.models import COMPTE_PERSONNEL
from mespoints.letters.people import recipient
from mespoints.letters.printing import CodeOrder, Composed, NotComposed, Order
from mespoints.letters.refusals import LetterRefused
from mespoints.letters.routing import Destination
from mespoints.letters.steps import FALLS, RETRAIT
from mespoints.letters.wording import code_fields
from mespoints.register.books import BookMovement
from mespoints.register.models import Holder
from mespoints.register.posting import CORRECTION

COUNT_OF_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")

TAKEN_BACK = (
    "Votre solde est redevenu supérieur à zéro avant que la lettre {letter} due le {day}, référence {reference}, vous "
    "soit notifiée. Cette lettre est retirée : même si elle vous parvient, elle est sans effet."
)
FALLEN_AGAIN = (
    " Depuis, votre solde est retombé à zéro : une autre lettre {letter} vous le dit. Elle seule compte, et les délais "
    "partent du jour où elle vous est notifiée."
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

    def compose_code(self, order: CodeOrder) -> Composed:
        """The letter that tells a confidential code, as PDF. Raises NotComposed as ``compose`` does."""
        try:
            to = at_address(order.holder, order.destination, order.neph, order.destination.lines)
        except LetterRefused as refusal:
            raise NotComposed(" ; ".join(refusal.reasons)) from refusal
        # Whoever opens the envelope must not find there what the code goes with.
        to = to._replace(neph="")
        head = Head(order.reference, order.written_on.toordinal(), self._sender, to, self._is_specimen)
        pdf = self._composer.compose_fields(CODE_TEMPLATE, code_fields(LetterOfCode(head, order.code)))
        return Composed(pdf, pages_of(pdf))


def addressee(order: Order) -> Recipient:
    """The driver at the address of the order. Raises LetterRefused, and NotComposed when the address does not fit."""
    lines = None if is_deposited(order) else order.destination.lines
    return at_address(order.file.holder, order.destination, order.file.book.opening.neph, lines)


def at_address(holder: Holder, destination: Destination, neph: str, lines: Sequence[str] | None) -> Recipient:
    """A driver at an address. Raises LetterRefused, and NotComposed when it does not fit."""
    found = recipient(
        sex=holder.sex,
        given_names=holder.given_names,
        family_name=holder.family_name,
        usage_name=holder.usage_name,
        address=lines,
        neph=neph,
        departement=destination.departement,
        is_abroad=destination.country != FRANCE,
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
    sentences = TAKEN_BACK if order.file.signed_balance > 0 else TAKEN_BACK + FALLEN_AGAIN
    reason = sentences.format(letter=order.owed.letter, day=day, reference=former)
    return draft_correction(head.written_on, 0, order.file.signed_balance, reason, head)


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of Typst has: the root of its pages says it in clear."""
    found = COUNT_OF_PAGES.search(pdf)
    assert found is not None
    return int(found[1])
