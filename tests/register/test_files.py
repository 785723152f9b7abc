"""The file of a licence, folded on read."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from mespoints.law.reading import read_dossier
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.register.files import (
    dossier_of,
    known_up_to,
    licence_with,
    note_delivery,
    statement_of,
)
from mespoints.register.ledger import append_acts
from mespoints.register.models import Delivery, Licence, Movement

pytestmark = pytest.mark.django_db

Register = Callable[..., Licence]
Case = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_the_register_gives_the_dossier_back(case: Case, register_dossier: Register, reading: str) -> None:
    """The statement of the file is the statement of the dossier, in both readings."""
    dossier = case("N-02")["dossier"]
    licence = register_dossier(dossier, recorded_on=date(2025, 3, 1))
    read = read_dossier(dossier)
    on = date(2023, 1, 1)

    assert dossier_of(licence).acts == read.acts
    assert statement_of(licence, on, reading) == make_statement(read, on.toordinal(), reading)


def test_a_statement_costs_one_query(
    case: Case, register_dossier: Register, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However long the file, and nothing is written."""
    licence = register_dossier(case("GC-17")["dossier"], recorded_on=date(2026, 1, 1))
    with django_assert_num_queries(1):
        statement = statement_of(licence, date(2026, 1, 1))

    assert len(statement.movements) > 5


def test_a_page_never_depends_on_what_was_posted(case: Case, register_dossier: Register) -> None:
    """A restoration shows on its day, although nothing was posted since the act."""
    licence = register_dossier(case("N-02")["dossier"], recorded_on=date(2022, 3, 2))
    before = Movement.objects.count()

    assert statement_of(licence, date(2025, 3, 1)).balance == 12
    assert licence.account.balance == 10
    assert Movement.objects.count() == before


def test_a_day_before_the_licence_is_refused(licence: Licence) -> None:
    """There is no balance to show."""
    with pytest.raises(StatementRefused):
        statement_of(licence, date(1996, 5, 5))


def test_the_file_is_known_up_to_its_last_recording(licence: Licence) -> None:
    """Its own entry when it holds no act, the last act learned otherwise, whatever day that act is about."""
    before = known_up_to(licence)
    stage = {"act": "stage", "id": "s1", "ended_on": "2020-05-04", "kind": "volontaire"}
    append_acts(licence, [stage], recorded_on=date(2024, 6, 3), source="test")

    assert before == date(2024, 1, 1)
    assert known_up_to(licence) == date(2024, 6, 3)


def test_the_file_is_known_up_to_the_last_feed_taken_in(licence: Licence) -> None:
    """A driver of whom nothing was heard for years is as well known as the others; twice the same feed is once."""
    for _ in range(2):
        note_delivery("intake/1", date(2026, 11, 21))

    assert known_up_to(licence) == date(2026, 11, 21)
    assert Delivery.objects.count() == 1


def test_a_licence_read_in_sql_is_that_of_the_tables(
    licence: Licence, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The same values of the same kinds, in one query; its holder can be asked for; no licence, the usual refusal."""
    expected = Licence.objects.get(pk=licence.pk)
    with django_assert_num_queries(1):
        found = licence_with(licence.pk)

    fields = [field.attname for field in Licence._meta.concrete_fields]
    assert [getattr(expected, name) for name in fields] == [getattr(found, name) for name in fields]
    assert [type(getattr(expected, name)) for name in fields] == [type(getattr(found, name)) for name in fields]
    assert (expected, licence.holder.family_name, False) == (found, found.holder.family_name, found._state.adding)
    with pytest.raises(Licence.DoesNotExist):
        licence_with(licence.pk + 1)
