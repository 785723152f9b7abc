"""The journal of accesses."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from mespoints.register.accesses import accesses_of, record_access
from mespoints.register.models import Licence

pytestmark = pytest.mark.django_db


def look(licence: Licence, shown: str) -> None:
    """The holder looks at their own file."""
    record_access(
        licence,
        viewer="holder",
        means="franceconnect",
        article="L225-3",
        reason="consultation par le titulaire",
        shown=shown,
    )


def test_a_look_is_one_row_and_nothing_else(
    licence: Licence, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Reading a file changes nothing of it."""
    with django_assert_num_queries(1):
        look(licence, "solde")
    access = accesses_of(licence).get()

    assert (access.viewer, access.means, access.article) == ("holder", "franceconnect", "L225-3")
    assert (access.reason, access.shown) == ("consultation par le titulaire", "solde")


def test_the_database_stamps_the_hour(licence: Licence) -> None:
    """No caller can write another one."""
    look(licence, "solde")

    assert abs(timezone.now() - accesses_of(licence).get().at) < timedelta(minutes=1)


def test_the_latest_comes_first(licence: Licence) -> None:
    """And the looks at other files are not told."""
    other = Licence.objects.create(
        neph="ABCDE",
        holder=licence.holder,
        obtained_on=licence.obtained_on,
        probation="none",
        territory="metropole",
        recorded_on=licence.recorded_on,
    )
    look(licence, "solde")
    look(other, "solde")
    look(licence, "agenda")

    assert [access.shown for access in accesses_of(licence)] == ["agenda", "solde"]
