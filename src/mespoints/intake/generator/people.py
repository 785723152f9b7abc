"""Invented people as lines of ``intake/1``."""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mespoints.intake.generator.holders import days_of_life, holder_of
from mespoints.intake.generator.lives import dossier_of
from mespoints.intake.generator.numbers import chance_of, neph_of
from mespoints.intake.generator.places import TERRITORIES
from mespoints.intake.generator.rates import EARLIEST_ON
from mespoints.law.days import Day, add_months, iso

SECOND_CATEGORIES = (("A1", 0.05), ("A2", 0.06), ("A", 0.08), ("BE", 0.04), ("C", 0.03))
MONTHS_OF_HEAVY_CATEGORY = 60
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter that is taken for another, as a confidential code that a person types would have it."""


def lines_of(seed: int, numbers: Iterable[int], on: date, *, codes: bool = False) -> Iterator[bytes]:
    """One line a licence, each ended. ``codes``: with a confidential code, which is slow to take in."""
    for number in numbers:
        person = person_of(seed, number, on, codes=codes)
        yield json.dumps(person, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def person_of(seed: int, number: int, on: date, *, codes: bool = False) -> dict[str, Any]:
    """One holder with the life of their licence up to a day; always the same for a seed, a number and a day.

    Days before ``rates.EARLIEST_ON`` are not for this: the barème of their offences was another one.
    """
    assert on.toordinal() >= EARLIEST_ON
    chance, today = chance_of(seed, number), on.toordinal()
    born_on, obtained_on = days_of_life(chance, today)
    holder = holder_of(chance, born_on, number)
    territory = TERRITORIES.get(holder["departement"], "metropole")
    dossier = dossier_of(chance, neph_of(seed, number), obtained_on, territory, today)
    categories = categories_of(chance, obtained_on, today)
    if codes:
        holder["code"] = "".join(chance.choices(CODE_LETTERS, k=10))
    return {"format": "intake/1", "holder": holder, "categories": categories, "dossier": dossier}


def categories_of(chance: random.Random, obtained_on: Day, on: Day) -> list[dict[str, Any]]:
    """Category B from the first day, and what some obtain later."""
    found: list[dict[str, Any]] = [{"category": "B", "from": iso(obtained_on)}]
    for category, share in SECOND_CATEGORIES:
        if chance.random() < share:
            since = chance.randrange(obtained_on, on + 1)
            held: dict[str, Any] = {"category": category, "from": iso(since)}
            if category == "C":
                held["to"] = iso(add_months(since, MONTHS_OF_HEAVY_CATEGORY))
            found.append(held)
    return found
