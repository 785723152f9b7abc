"""What a value of a file may be: each function takes one and gives back what the record keeps, or ``None``.

Shared by the tables of ``dossier/1`` and by the other formats.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from mespoints.law.days import day_of, parse_day

EARLIEST = day_of(1900, 1, 1)
LATEST = day_of(2200, 12, 31)

NEPH_LENGTHS = range(5, 20)
NEPH_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Holds(NamedTuple):
    """What a key may hold: the function that takes a value, and the words that say what it takes."""

    take: Callable[[object], Any]
    expected: str


def take_day(value: object) -> int | None:
    """A day of the calendar written ``YYYY-MM-DD``, as an ordinal."""
    if type(value) is not str:
        return None
    try:
        day = parse_day(value)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def take_text(value: object) -> str | None:
    """Any text that UTF-8 can hold: half a surrogate pair could be neither stored nor printed."""
    if type(value) is not str:
        return None
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return None
    return value


def take_id(value: object) -> str | None:
    """A text that is not empty."""
    return take_text(value) or None


def take_neph(value: object) -> str | None:
    """The number of a driver's file: 5 to 19 digits or capital letters, the older ones being short."""
    if type(value) is str and len(value) in NEPH_LENGTHS and NEPH_CHARACTERS.issuperset(value):
        return value
    return None


def take_object(value: object) -> dict[object, object] | None:
    """A JSON object."""
    return value if type(value) is dict else None


def take_list(value: object) -> list[object] | None:
    """A JSON list."""
    return value if type(value) is list else None


def take_flag(value: object) -> bool | None:
    """``true`` or ``false``."""
    return value if type(value) is bool else None


def word(*words: str) -> Holds:
    """One word of a list."""
    allowed = frozenset(words)

    def take(value: object) -> str | None:
        return value if type(value) is str and value in allowed else None

    return Holds(take, "l'un de ces mots : " + ", ".join(words))


def number(low: int, high: int) -> Holds:
    """A whole number between two bounds, both included. JSON's ``true`` and ``1.0`` are none."""

    def take(value: object) -> int | None:
        return value if type(value) is int and low <= value <= high else None

    return Holds(take, f"un nombre entier de {low} à {high}")


DAY = Holds(take_day, "un jour du calendrier écrit AAAA-MM-JJ, de 1900 à 2200")
TEXT = Holds(take_text, "un texte en UTF-8")
ID = Holds(take_id, "un texte non vide en UTF-8")
FLAG = Holds(take_flag, "true ou false")
