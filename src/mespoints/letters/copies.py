"""A letter composed again as it was: from the acts that its file held then, at the address where it went.

No PDF of anybody is kept. The digest of the sending tells whether what is composed today is the letter, to the byte: it
is, as long as neither the templates nor the sender have changed since.
"""

import hashlib
from datetime import date
from typing import NamedTuple

from mespoints.letters.countries import country_code
from mespoints.letters.files import File, Owed, file_as_written
from mespoints.letters.models import COMPTE_PERSONNEL, Sending
from mespoints.letters.printing import NotComposed, Order, Printer
from mespoints.letters.routing import Destination, departement_at, destinations, on_compte_of
from mespoints.letters.steps import RETRAIT
from mespoints.register.books import read_books
from mespoints.register.ledger import AppendRefused


class Copy(NamedTuple):
    """A letter as it can be composed today. ``is_identical``: to the byte, to the one that was sent or deposited."""

    pdf: bytes
    digest: str
    is_identical: bool


class NoCopy(Exception):
    """The letter cannot be composed any more: facts that it told were erased (art. L. 225-2), or were never enough."""


def copy_of(sending: Sending, printer: Printer) -> Copy:
    """The letter of a sending, which comes with its batch or its deposit, and its licence. Raises NoCopy."""
    try:
        pdf, _ = printer.compose(order_of(sending))
    except (AppendRefused, NotComposed) as refusal:
        raise NoCopy from refusal
    digest = hashlib.sha256(pdf).hexdigest()
    return Copy(pdf, digest, digest == sending.digest)


def order_of(sending: Sending) -> Order:
    """The order by which the letter was composed the first time. Raises NoCopy, AppendRefused."""
    owed, licence = sending.owed, sending.owed.licence
    book = read_books([licence.pk])[licence.pk]
    if sending.acts is None or any(act.body is None for act in book.acts[: sending.acts]):
        raise NoCopy
    run_on, written_on = days_of(sending)
    file = file_as_written(book, licence.holder, run_on, sending.acts)
    return Order(
        sending.reference, sending.kind, Owed(owed.pk, licence.pk, owed.letter, owed.owed_on), file,
        destination_of(sending, file, run_on), written_on,
    )  # fmt: skip


def days_of(sending: Sending) -> tuple[date, date]:
    """The day of the run that wrote the letter, and the day that the letter bears."""
    if sending.batch is None:
        return sending.deposit.on, sending.deposit.on
    return sending.batch.written_on, sending.batch.production_on


def destination_of(sending: Sending, file: File, on: date) -> Destination:
    """Where the letter went, with the département that was known with that address."""
    declared, of_cartes_grises = destinations(file.book, file.holder, on)
    if sending.source == COMPTE_PERSONNEL:
        return on_compte_of(declared)
    lines = tuple(sending.address)
    known = {one.lines: one for one in (*of_cartes_grises, declared) if one.source == sending.source}
    if lines in known and sending.kind != RETRAIT:
        return known[lines]
    return Destination(lines, departement_at(lines, declared), sending.source, country_code(lines))
