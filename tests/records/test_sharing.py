"""Codes of sharing: open for 21 days, revocable, and what they open has no place for a point (art. L. 223-7)."""

from datetime import date, timedelta
from typing import Any, get_type_hints

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate

from mespoints.records.guards import GUARDS
from mespoints.records.holding import Held
from mespoints.records.models import ShareCode
from mespoints.records.sharing import (
    MOST_OPEN,
    SharedRights,
    TooMany,
    code_open,
    purge,
    revoke,
    rights_shown,
    share,
    to_purge,
)
from mespoints.register.ledger import append_acts
from mespoints.register.models import Category, Holder, Licence
from tests.records.conftest import TODAY

pytestmark = pytest.mark.django_db

LAST = date(2026, 12, 13)


@pytest.fixture
def licence(licence: Licence) -> Licence:
    """With the category B, and C until June."""
    Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=["01.06"])
    Category.objects.create(licence=licence, category="C", from_on=date(2001, 1, 2), to_on=date(2026, 6, 1))
    return licence


def a_code(licence: Licence, digest: str = "d", on: date = TODAY) -> ShareCode:
    """A code of this digest."""
    return share(licence, digest, label="", on=on)


def enter(licence: Licence, *acts: dict[str, Any]) -> None:
    """Append acts, learned two weeks ago."""
    append_acts(licence, list(acts), recorded_on=date(2026, 11, 8), source="test")


def offence(name: str, final_on: str) -> dict[str, Any]:
    """Six points, paid."""
    return {
        "act": "offence", "id": name, "class": "delit", "points": 6, "committed_on": "2026-01-02", "final_on": final_on,
        "final_by": "condamnation",
    }  # fmt: skip


def test_a_code_opens_for_twenty_one_days(licence: Licence) -> None:
    """From the day it was made to the last one, included; another digest opens nothing."""
    code = a_code(licence)
    days = [TODAY - timedelta(days=1), TODAY, LAST, LAST + timedelta(days=1)]

    assert [None, code, code, None] == [code_open("d", day) for day in days]
    assert code_open("e", TODAY) is None


def test_a_revoked_code_opens_nothing_ever_again(licence: Licence) -> None:
    """At once; the database lets nobody undo it, nor change anything else."""
    number = a_code(licence).number
    revoke(licence, number, on=TODAY)

    assert code_open("d", TODAY) is None
    for change in ({"revoked_on": None}, {"until_on": LAST}, {"digest": "e"}):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            ShareCode.objects.update(**change)


def test_a_code_that_is_open_cannot_be_made_to_last(licence: Licence) -> None:
    """Neither by the ORM nor by REPLACE."""
    a_code(licence)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        ShareCode.objects.update(until_on=LAST + timedelta(days=1))
    if connection.vendor == "sqlite":
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            connection.cursor().execute("REPLACE INTO records_sharecode SELECT * FROM records_sharecode")

    assert {"revoked_on"} == {column for guard in GUARDS.values() for column in guard.may_change}


def test_nobody_revokes_the_code_of_another(licence: Licence) -> None:
    """A number is one of the licence's own."""
    other = Licence.objects.create(
        neph="ABCDE", holder=licence.holder, obtained_on=licence.obtained_on, probation="none", territory="metropole",
        recorded_on=licence.recorded_on,
    )  # fmt: skip
    code = a_code(licence)
    revoke(other, code.number, on=TODAY)

    assert code == code_open("d", TODAY)


def test_a_few_codes_at_a_time(licence: Licence) -> None:
    """One more is refused until one ends or is revoked; numbers go on."""
    for number in range(MOST_OPEN):
        a_code(licence, f"d{number}")
    with pytest.raises(TooMany):
        a_code(licence, "more")
    revoke(licence, 2, on=TODAY)

    assert MOST_OPEN + 1 == a_code(licence, "more").number


def test_the_code_of_a_holder_who_has_died_opens_nothing(licence: Licence) -> None:
    """From the day that the register knows it."""
    a_code(licence)
    Holder.objects.update(deceased_on=TODAY)

    assert code_open("d", TODAY) is None


def test_what_is_shown_is_of_the_day(licence: Licence) -> None:
    """Not of the day that the code was made: a suspension since then ends the rights."""
    before = rights_shown(licence, TODAY)
    enter(licence, {"act": "suspension", "id": "s", "from": "2026-11-09", "to": "2027-03-03"})
    after = rights_shown(licence, TODAY)

    assert (True, ["B"], ("01.06",)) == (
        before.is_valid, [held.category for held in before.categories], before.categories[0].codes,
    )  # fmt: skip
    assert (False, (), ()) == (after.is_valid, after.categories, after.restrictions)


@pytest.mark.parametrize(
    ("acts", "is_valid"),
    [
        ([offence("a", "2026-02-01")], True),
        ([offence("a", "2026-02-01"), offence("b", "2026-03-01")], True),
        ([{"act": "suspension", "id": "s", "from": "2026-01-04", "to": "2027-01-04"}], False),
        (
            [
                offence("a", "2026-02-01"), offence("b", "2026-03-01"),
                {"act": "lettre_48si", "id": "l", "notified_on": "2026-04-01"},
            ],
            False,
        ),
    ],
    ids=["six points", "zero points", "suspended", "invalidated"],
)  # fmt: skip
def test_nothing_tells_the_points(acts: list[dict[str, Any]], is_valid: bool, licence: Licence) -> None:
    """Twelve points, six or none: the same value. Suspended or invalidated: the same one again."""
    untouched = rights_shown(licence, TODAY)
    nothing = untouched._replace(is_valid=False, categories=(), restrictions=())
    enter(licence, *acts)

    assert (untouched if is_valid else nothing) == rights_shown(licence, TODAY)


def test_its_type_has_no_place_for_a_number() -> None:
    """Days, words, and whether it is valid."""
    for record in (SharedRights, Held):
        numbers = {name for name, kind in get_type_hints(record).items() if kind is int or kind == int | None}

        assert numbers <= {"on", "from_on", "to_on"}, record
    assert {"on", "family_name", "usage_name", "given_names", "is_valid", "categories", "restrictions"} == set(
        SharedRights._fields
    )


def test_codes_that_ended_a_year_ago_go(licence: Licence) -> None:
    """With the journal of who used them; what ended since stays, whatever day is asked for."""
    today = localdate()
    old, recent = (a_code(licence, f"d{days}", on=today - timedelta(days=days)) for days in (400, 380))
    waiting, gone = to_purge(today).count(), purge(today)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        purge(today + timedelta(days=800))

    assert (1, 1) == (waiting, gone)
    assert [recent.pk] == list(ShareCode.objects.values_list("pk", flat=True))
    assert old.pk != recent.pk
