"""The right to drive on a day, read from the register without its points."""

from datetime import date
from typing import Any

import pytest

from mespoints.records.rights import rights_of
from mespoints.register.files import dossier_of
from mespoints.register.ledger import append_acts
from mespoints.register.models import Category, Holder, Licence
from tests.conftest import CAMILLE
from tests.records.conftest import TODAY

KNOWN = date(2026, 1, 10)


@pytest.fixture
def licence(db: None) -> Licence:
    """A licence with B, and C that ended."""
    holder = Holder.objects.create(**CAMILLE)
    licence = Licence.objects.create(
        neph="010644109999", holder=holder, obtained_on=date(1996, 5, 6), probation="none", territory="metropole",
        recorded_on=KNOWN,
    )  # fmt: skip
    Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=["01.06"])
    Category.objects.create(licence=licence, category="C", from_on=date(2001, 1, 2), to_on=date(2026, 6, 1))
    return licence


def enter(licence: Licence, *acts: dict[str, Any], on: date = KNOWN) -> None:
    """Append acts, learned on a day."""
    append_acts(licence, list(acts), recorded_on=on, source="test", reference="1")


def offence(name: str, final_on: str) -> dict[str, Any]:
    """Six points, paid."""
    return {
        "act": "offence", "id": name, "class": "delit", "points": 6, "committed_on": "2026-01-02", "final_on": final_on,
        "final_by": "condamnation",
    }  # fmt: skip


def state(licence: Licence, known_on: date = date.max) -> tuple[str, int | None]:
    """The state of the day, and until when."""
    rights = rights_of(licence, dossier_of(licence, known_on), TODAY, known_on)
    return rights.state, rights.until


def test_a_licence_stands_until_the_48si_is_notified(licence: Licence) -> None:
    """No points left changes nothing of it; the letter does, from the day that the register knows it."""
    enter(licence, offence("a", "2026-02-01"), offence("b", "2026-03-01"), on=date(2026, 3, 5))
    before = state(licence)
    enter(licence, {"act": "lettre_48si", "id": "l", "notified_on": "2026-04-01"}, on=date(2026, 4, 10))

    assert ("valid", None) == before
    assert [("invalidated", None), ("valid", None)] == [state(licence), state(licence, date(2026, 4, 9))]


def test_a_suspension_is_told_with_its_last_day(licence: Licence) -> None:
    """While it runs."""
    enter(licence, {"act": "suspension", "id": "s", "from": "2026-01-04", "to": "2026-12-24"})

    assert ("suspended", date(2026, 12, 24).toordinal()) == state(licence)


def test_categories_that_run_are_told_with_their_restrictions(licence: Licence) -> None:
    """Those of the title, then those decided since; a category that ended is not told."""
    enter(
        licence,
        {"act": "restriction", "id": "r", "from": "2026-01-04", "codes": ["70"], "category": "B"},
        {"act": "restriction", "id": "o", "from": "2025-01-04", "to": "2025-12-04", "codes": ["71"], "category": "B"},
        {"act": "restriction", "id": "w", "from": "2026-01-04", "codes": ["69"]},
    )
    rights = rights_of(licence, dossier_of(licence), TODAY, date.max)

    assert [("B", ("01.06", "70"))] == [(held.category, held.codes) for held in rights.categories]
    assert rights.restrictions == ("69",)


def test_the_holder_is_named_as_the_file_has_it(licence: Licence) -> None:
    """Family name, given names, birth, file number."""
    person = rights_of(licence, dossier_of(licence), TODAY, date.max).person

    assert ("MARTIN", "Camille", "1975-04-02", "44109", "010644109999") == (
        person.family_name, person.given_names, person.birth, person.birth_place, person.neph,
    )  # fmt: skip
