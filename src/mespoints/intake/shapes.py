"""The tables of ``intake/1``: what each key of a person and of a category may hold."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mespoints.law.holds import DAY, Holds, take_list, take_object, word
from mespoints.law.shapes import Shape

LONGEST_NAME = 200
LONGEST_ADDRESS_LINE = 100
MOST_ADDRESS_LINES = 7
LONGEST_EMAIL = 254
CODE_LENGTHS = range(4, 65)

CATEGORIES = ("AM", "A1", "A2", "A", "B1", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE")
"""Code de la route, art. R. 221-4."""

BIRTH_PLACE = re.compile(r"(2[AB]|\d{2})\d{3}")
BIRTH_COUNTRY = re.compile(r"99\d{3}")
BIRTH_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
DEPARTEMENT = re.compile(r"0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[4678]")


class Holder(NamedTuple):
    """The holder of a line, as the line writes it. ``birth_date`` may have "00" for what nobody knows."""

    family_name: str
    given_names: list[str]
    usage_name: str
    sex: str
    birth_date: str
    birth_place: str
    birth_country: str
    address: list[str]
    departement: str
    email: str
    code: str


class HeldCategory(NamedTuple):
    """A category of vehicles that the licence allows; days as ordinals."""

    category: str
    from_on: int
    to_on: int | None
    codes: list[str]


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


def take_email(value: object) -> str | None:
    """An e-mail address."""
    if type(value) is not str or len(value) > LONGEST_EMAIL:
        return None
    try:
        validate_email(value)
    except ValidationError:
        return None
    return value


def take_code(value: object) -> str | None:
    """A confidential code: its length and its letters are the issuer's."""
    fits = type(value) is str and value.isascii() and value.isprintable() and len(value) in CODE_LENGTHS
    return str(value) if fits and any(letter.isalnum() for letter in str(value)) else None


NAME = Holds(take_words(LONGEST_NAME), f"un texte de 1 à {LONGEST_NAME} caractères sur une ligne")


def no_names(_values: dict[str, Any]) -> dict[str, Any]:
    """What is absent is empty."""
    return {"usage_name": "", "email": "", "code": ""}


def no_codes(_values: dict[str, Any]) -> dict[str, Any]:
    """A category without restriction."""
    return {"codes": []}


LINE = Shape(
    dict,  # read part by part, so that all that is wrong with each is said at once
    ("format", "holder", "categories", "dossier"),
    {
        "format": word("intake/1"),
        "holder": Holds(take_object, "un objet"),
        "categories": Holds(take_list, "une liste de catégories"),
        "dossier": Holds(take_object, "un objet dossier/1"),
    },
)

HOLDER = Shape(
    Holder,
    ("family_name", "given_names", "sex", "birth_date", "birth_place", "birth_country", "address", "departement"),
    {
        "family_name": NAME,
        "given_names": Holds(take_list_of(NAME.take, range(1, 21)), "une liste de 1 à 20 prénoms"),
        "usage_name": NAME,
        "sex": word("male", "female"),
        "birth_date": Holds(take_birth_date, "un jour AAAA-MM-JJ, le jour ou le mois inconnus écrits 00"),
        "birth_place": Holds(
            take_matching(BIRTH_PLACE, or_empty=True), "le code INSEE de la commune (5 caractères), ou un texte vide"
        ),
        "birth_country": Holds(take_matching(BIRTH_COUNTRY), "le code INSEE du pays (99 et trois chiffres)"),
        "address": Holds(
            take_list_of(take_words(LONGEST_ADDRESS_LINE), range(1, MOST_ADDRESS_LINES + 1)),
            f"une liste de 1 à {MOST_ADDRESS_LINES} lignes d'adresse",
        ),
        "departement": Holds(take_matching(DEPARTEMENT), "le numéro d'un département ou d'une collectivité"),
        "email": Holds(take_email, "une adresse électronique"),
        "code": Holds(take_code, f"un code de {CODE_LENGTHS[0]} à {CODE_LENGTHS[-1]} caractères"),
    },
    no_names,
)

CATEGORY = Shape(
    HeldCategory,
    ("category", "from"),
    {
        "category": word(*CATEGORIES),
        "from": DAY,
        "to": DAY,
        "codes": Holds(take_list_of(take_words(40), range(21)), "une liste de codes"),
    },
    no_codes,
)
