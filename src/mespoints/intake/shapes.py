"""The tables of ``intake/1``: what each key of a person and of a category may hold."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mespoints.law.holds import DAY, Holds, take_list, take_object, word
from mespoints.law.shapes import Shape
from mespoints.register.addresses import DEPARTEMENT
from mespoints.register.civil_status import CIVIL_STATUS, take_list_of, take_words

LONGEST_ADDRESS_LINE = 100
MOST_ADDRESS_LINES = 7
LONGEST_EMAIL = 254
CODE_LENGTHS = range(4, 65)

CATEGORIES = ("AM", "A1", "A2", "A", "B1", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE")
"""Code de la route, art. R. 221-4."""


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
        **CIVIL_STATUS,
        "address": Holds(
            take_list_of(take_words(LONGEST_ADDRESS_LINE), range(1, MOST_ADDRESS_LINES + 1)),
            f"une liste de 1 à {MOST_ADDRESS_LINES} lignes d'adresse",
        ),
        "departement": DEPARTEMENT,
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
