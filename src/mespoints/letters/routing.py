"""Where a letter goes: the address of the carte grise for what a camera recorded, else the one that was declared.

An address is declared when the licence is opened, and again by each act ``address``; that of a carte grise comes with
each act ``carte_grise_address``, one a vehicle. An attempt that failed is followed by another at another known address.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from mespoints.letters.countries import FRANCE, country_code
from mespoints.letters.models import COMPTE_PERSONNEL
from mespoints.letters.steps import WITHDRAWALS
from mespoints.register.addresses import departement_of
from mespoints.register.books import Book
from mespoints.register.holders import as_opened
from mespoints.register.models import Holder

DECLARED = "declared"
CARTE_GRISE = "carte_grise"
BY_CAMERA = ("radar", "video")
"""Code de la route, art. L. 121-2 and L. 121-3: what was recorded is a vehicle, known by its registration."""

Lines = tuple[str, ...]


class Destination(NamedTuple):
    """An address, below the name. ``source``: DECLARED or CARTE_GRISE. ``country``: its code, ISO 3166-1.

    ``departement``: "44", "2A", "974"; of an address abroad, the last one where the holder is known to have lived: its
    préfet still follows them.
    """

    lines: Lines
    departement: str
    source: str
    country: str = FRANCE


def destinations(book: Book, holder: Holder, on: date) -> tuple[Destination, list[Destination]]:
    """The address declared as known on a day, and those of the cartes grises, the latest first."""
    day, opened = on.isoformat(), as_opened(holder)
    lines = tuple(opened.address)
    declared = Destination(lines, opened.departement, DECLARED, country_code(lines))
    by_vehicle: dict[str, tuple[str, Destination]] = {}
    for act_on, kind, payload in sorted(addresses_told(book, day), key=lambda told: told[0]):
        if kind == "address":
            declared = destination_of(payload, DECLARED, declared)
        else:
            by_vehicle[payload.get("vehicle", "")] = (act_on, destination_of(payload, CARTE_GRISE, declared))
    latest_first = sorted(by_vehicle.values(), key=lambda told: told[0], reverse=True)
    return declared, [destination for _, destination in latest_first]


def addresses_told(book: Book, day: str) -> Iterable[tuple[str, str, dict[str, Any]]]:
    """The acts of address of a book that hold on a day: their day, their kind, what they say, in their order."""
    for act in book.acts:
        if act.kind in ("address", "carte_grise_address") and act.body is not None:
            payload = act.payload
            if payload["on"] <= day:
                yield payload["on"], act.kind, payload


def destination_of(payload: dict[str, Any], source: str, before: Destination) -> Destination:
    """The destination that an act of address tells; ``before``: the one that was declared until then."""
    lines = tuple(payload["lines"])
    return Destination(
        lines, payload.get("departement") or departement_at(lines, before), source, country_code(lines)
    )  # fmt: skip


def departement_at(lines: Lines, declared: Destination) -> str:
    """The département of an address that does not tell it; abroad, that of the address declared before, or since."""
    return departement_of(lines) if country_code(lines) == FRANCE else declared.departement


def on_compte_of(declared: Destination) -> Destination:
    """The compte personnel of a holder: no address, the authorities of the one that is declared."""
    return declared._replace(lines=(), source=COMPTE_PERSONNEL)


def route(
    letter: str, offence_source: str | None, known: tuple[Destination, list[Destination]], failed: Collection[Lines]
) -> Destination | None:
    """Where the next attempt of a letter goes, None when every known address has failed.

    ``offence_source``: how the offence of a withdrawal was recorded. ``failed``: the addresses from which it came back.
    """
    declared, of_cartes_grises = known
    by_camera = letter in WITHDRAWALS and offence_source in BY_CAMERA
    wanted = [*of_cartes_grises, declared] if by_camera else [declared, *of_cartes_grises]
    return next((destination for destination in wanted if destination.lines not in failed), None)


def is_given_up(lines: Lines, known: tuple[Destination, list[Destination]]) -> bool:
    """Whether an address was replaced: neither declared any more nor that of a carte grise, on the day of ``known``."""
    declared, of_cartes_grises = known
    return all(destination.lines != lines for destination in (declared, *of_cartes_grises))
