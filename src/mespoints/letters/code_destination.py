"""Where the letter of a confidential code goes, and what keeps it from going there."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from mespoints.letters.deciding import GONE
from mespoints.letters.files import has_died_in
from mespoints.letters.models import Sending
from mespoints.letters.routing import Destination, destinations
from mespoints.register.books import Book, read_books
from mespoints.register.models import Holder, Licence

DEATH = "le titulaire est décédé"
ADDRESS_FAILED = "une lettre est revenue de l'adresse déclarée : une autre est attendue"


class CodeDestination(NamedTuple):
    """The declared address. ``why``: why no code leaves for it, in French; empty when one may."""

    declared: Destination
    why: str


def code_destination(book: Book, holder: Holder, on: date) -> CodeDestination:
    """Where the code of a book goes: to the declared address alone, unless nobody, or somebody else, would read it."""
    declared = destinations(book, holder, on)[0]
    if has_died_in(book, holder):
        return CodeDestination(declared, DEATH)
    is_failed = declared.lines in set(addresses_gone_from(book.opening.pk))
    return CodeDestination(declared, ADDRESS_FAILED if is_failed else "")


def destination_of_licence(licence: Licence, on: date) -> CodeDestination:
    """The same for one licence, to be looked at: nothing is locked."""
    return code_destination(read_books([licence.pk])[licence.pk], licence.holder, on)


def addresses_gone_from(licence: int) -> Iterable[tuple[str, ...]]:
    """The addresses from which a letter of the licence came back."""
    failed = Sending.objects.filter(owed__licence=licence, why__in=GONE).values_list("address", flat=True)
    return (tuple(address) for address in failed)
