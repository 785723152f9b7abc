"""The countries that a letter can leave for, under their French names: the last line of an address abroad.

``countries.csv``: the codes of ISO 3166-1; the French names of the Unicode CLDR (release 47), but for those of common
use that the Commission d'enrichissement de la langue française recommends (Journal officiel of 24 September 2008) or
that are shorter; ``also``: what people write as well. The collectivities of overseas France are no countries: they have
a French postcode.
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mespoints.letters.capitals import without_signs

FRANCE = "FR"
"""Of an address whose last line is a postcode and a town of France."""

TABLE = Path(__file__).parent / "countries.csv"


class Country(NamedTuple):
    """``code``: ISO 3166-1, two letters. ``line``: its French name in capitals, as the envelope shows it."""

    code: str
    line: str


@cache
def countries() -> dict[str, Country]:
    """Every country by each of the names that are read, in capitals without accents nor signs."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        without_signs(name): Country(row["code"], without_signs(row["name"]))
        for row in rows
        for name in (row["name"], *filter(None, row["also"].split(";")))
    }


def country_named(line: str) -> Country | None:
    """The country that a line names, in French, however it is written; None when it names none."""
    return countries().get(without_signs(line))


def country_code(lines: tuple[str, ...]) -> str:
    """The code of the country of an address: FRANCE unless its last line names another one."""
    found = country_named(lines[-1]) if lines else None
    return FRANCE if found is None else found.code


def is_abroad(lines: Sequence[str]) -> bool:
    """Whether an address is out of France: all that is known of where somebody lives."""
    return country_code(tuple(lines)) != FRANCE
