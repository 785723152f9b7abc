"""What the civil status of a holder may hold, key by key: the same words when it is told first and when corrected."""

import re
from collections.abc import Callable
from datetime import date

from mespoints.law.holds import Holds, word

LONGEST_NAME = 200

BIRTH_PLACE = re.compile(r"(2[AB]|\d{2})\d{3}")
BIRTH_COUNTRY = re.compile(r"99\d{3}")
BIRTH_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def take_words(longest: int) -> Callable[[object], str | None]:
    """A text that is not blank, on one line, of at most so many characters."""

    def take(value: object) -> str | None:
        fits = type(value) is str and len(value) <= longest and value.isprintable() and value.strip() == value
        return str(value) or None if fits else None

    return take


def take_matching(pattern: "re.Pattern[str]", *, or_empty: bool = False) -> Callable[[object], str | None]:
    """A text of that form, ASCII digits alone; or an empty one when that says something."""

    def take(value: object) -> str | None:
        if type(value) is not str or not value.isascii():
            return None
        return value if pattern.fullmatch(value) or (or_empty and not value) else None

    return take


def take_list_of(take_one: Callable[[object], str | None], lengths: range) -> Callable[[object], list[str] | None]:
    """A list of texts, each taken by ``take_one``."""

    def take(value: object) -> list[str] | None:
        if type(value) is not list or len(value) not in lengths:
            return None
        return value if all(take_one(item) for item in value) else None

    return take


def take_birth_date(value: object) -> str | None:
    """A day of the calendar, or "00" for the day, or for the day and the month."""
    match = BIRTH_DATE.fullmatch(value) if type(value) is str and value.isascii() else None
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups())
    if month == 0 and day != 0:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return match[0]


def take_name_or_nothing(value: object) -> str | None:
    """A name, or an empty text: there is none any more."""
    return "" if value == "" else NAME.take(value)


NAME = Holds(take_words(LONGEST_NAME), f"un texte de 1 à {LONGEST_NAME} caractères sur une ligne")

CIVIL_STATUS: dict[str, Holds] = {
    "family_name": NAME,
    "given_names": Holds(take_list_of(NAME.take, range(1, 21)), "une liste de 1 à 20 prénoms"),
    "usage_name": NAME,
    "sex": word("male", "female"),
    "birth_date": Holds(take_birth_date, "un jour AAAA-MM-JJ, le jour ou le mois inconnus écrits 00"),
    "birth_place": Holds(
        take_matching(BIRTH_PLACE, or_empty=True), "le code INSEE de la commune (5 caractères), ou un texte vide"
    ),
    "birth_country": Holds(take_matching(BIRTH_COUNTRY), "le code INSEE du pays (99 et trois chiffres)"),
}
"""The civil status as an opening tells it."""

CORRECTED = CIVIL_STATUS | {
    "usage_name": Holds(take_name_or_nothing, f"un texte de {LONGEST_NAME} caractères au plus, vide s'il n'y en a plus")
}
"""The same as a correction tells it: what it does not name stays; a usage name may end."""
