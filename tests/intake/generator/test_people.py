"""Invented people: right lines, always the same, and together a mix that looks like the country."""

import json
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from mespoints.intake.generator.numbers import INVENTED, neph_of
from mespoints.intake.generator.people import lines_of, person_of
from mespoints.intake.person import read_person
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.register.addresses import NUMBER as DEPARTEMENT
from mespoints.register.civil_status import BIRTH_PLACE

ON = date(2026, 6, 30)
SEED = 11
LICENCES_OF_THE_COUNTRY = 40_000_000


def test_every_line_is_taken_without_a_word() -> None:
    """A thousand lines, those with a code included, are right ``intake/1`` on their own day."""
    lines = [*lines_of(SEED, range(950), ON), *lines_of(SEED, range(950, 1000), ON, codes=True)]
    people = [read_person(line, ON) for line in lines]

    assert 1000 == len({person.neph for person in people})
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)
    assert all(person.holder.code for person in people[950:])
    assert not any(person.holder.code for person in people[:950])


def test_a_slice_is_what_the_whole_holds() -> None:
    """A licence depends on its seed, its number and the day, on nothing that was made before it."""
    whole = list(lines_of(SEED, range(60), ON))

    assert whole[40:50] == list(lines_of(SEED, range(40, 50), ON))
    assert whole[:20] != list(lines_of(SEED + 1, range(20), ON))


@pytest.mark.parametrize("on", [date(2015, 1, 1), date(2019, 2, 28), date(2024, 2, 29), date(2031, 12, 31)])
def test_nothing_is_known_before_it_happens(on: date) -> None:
    """No fact of the file is later than the day asked for, the end of a suspension or of a category apart."""
    for number in range(200):
        person = person_of(SEED, number, on)
        read_person(json.dumps(person), on)
        days = [
            value for act in person["dossier"]["acts"] for key, value in act.items()
            if key in ("on", "from") or key.endswith("_on")
        ]  # fmt: skip

        assert max([*days, person["dossier"]["licence"]["obtained_on"]]) <= on.isoformat()


def test_no_file_number_comes_twice() -> None:
    """Twelve digits, a month that does not exist, and no two alike, far from the first ones too."""
    numbers = [*range(100_000), *range(44_900_000, 45_000_000)]
    found = {neph_of(SEED, number) for number in numbers}

    assert len(numbers) == len(found)
    assert all(re.match(INVENTED, neph) for neph in found)


@pytest.fixture(scope="module")
def sample() -> list[dict[str, Any]]:
    """Some thousand people of one register."""
    return [person_of(SEED, number, ON) for number in range(4000)]


@pytest.fixture(scope="module")
def statements(sample: list[dict[str, Any]]) -> list[Statement]:
    """Their statements on the day."""
    return [make_statement(read_dossier(person["dossier"]), ON.toordinal()) for person in sample]


def test_the_mix_looks_like_the_country(sample: list[dict[str, Any]], statements: list[Statement]) -> None:
    """Held to the figures of 2024 as ``rates`` says: near for most, and for two of them as far as it admits."""
    to_the_country = LICENCES_OF_THE_COUNTRY / len(sample)
    year = range(ON.toordinal() - 364, ON.toordinal() + 1)
    movements = [one for statement in statements for one in statement.movements if one.on in year]
    moved = Counter(movement.cause for movement in movements if movement.points)
    points = -sum(movement.points for movement in movements if movement.cause == "withdrawal")
    full = sum(statement.balance == 12 for statement in statements) / len(sample)
    acts = sum(len(person["dossier"]["acts"]) for person in sample)

    assert 0.72 < full < 0.82
    assert 5.3e6 < moved["withdrawal"] * to_the_country < 7.3e6
    assert 9.4e6 < points * to_the_country < 14e6
    assert 200_000 < moved["stage"] * to_the_country < 450_000
    assert 60e6 < acts * to_the_country < 90e6


def test_lives_hold_what_lives_may_hold(sample: list[dict[str, Any]], statements: list[Statement]) -> None:
    """Every kind of act that a life of the register may have, licences lost and found again, novices and foreigners."""
    kinds = Counter(act["act"] for person in sample for act in person["dossier"]["acts"])
    statuses = Counter(statement.status for statement in statements)
    ended = {act.get("final_by") or act.get("closed_by") for person in sample for act in person["dossier"]["acts"]}

    assert {
        "offence", "stage", "lettre_48n", "lettre_48si", "title_surrendered", "licence_obtained", "licence_annulled",
        "suspension", "withdrawal_annulled", "formation_complementaire",
    } <= set(kinds)  # fmt: skip
    assert {"valid", "invalidated", "annulled", "suspended", "zero"} <= set(statuses)
    assert {"paiement", "titre_executoire", "composition_penale", "condamnation", "redevable"} <= ended
    assert {"none", "ordinary", "aac"} == {person["dossier"]["licence"]["probation"] for person in sample}
    assert any(person["dossier"]["licence"].get("foreign") for person in sample)
    assert any(statement.pending for statement in statements)


def test_holders_come_from_everywhere(sample: list[dict[str, Any]]) -> None:
    """Places and départements are codes of INSEE, overseas and abroad included; ages are those of drivers."""
    holders = [person["holder"] for person in sample]
    ages = [ON.year - int(holder["birth_date"][:4]) for holder in holders]

    assert all(DEPARTEMENT.fullmatch(holder["departement"]) for holder in holders)
    assert all(BIRTH_PLACE.fullmatch(holder["birth_place"]) for holder in holders if holder["birth_place"])
    assert {"99100", "99352"} < {holder["birth_country"] for holder in holders}
    assert {"metropole", "alsace-moselle", "la-reunion"} < {
        person["dossier"]["licence"]["territory"] for person in sample
    }
    assert 17 < min(ages) < 25
    assert 80 < max(ages) < 94
