"""The journal of accesses."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from mespoints.register import triggers
from mespoints.register.accesses import Asked, accesses_of, purge, record_access, search, to_purge
from mespoints.register.models import Access, Licence, Purge

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


def another(licence: Licence) -> Licence:
    """A second licence of the same holder."""
    return Licence.objects.create(
        neph="ABCDE", holder=licence.holder, obtained_on=licence.obtained_on, probation="none", territory="metropole",
        recorded_on=licence.recorded_on,
    )  # fmt: skip


@pytest.fixture
def write_old(licence: Licence) -> Callable[[datetime], None]:
    """Write an access of another day, which takes the triggers off."""

    def write(at: datetime) -> None:
        triggers.remove(connection, ["register_access"])
        Access.objects.create(licence=licence, viewer="holder", means="neph", article="L225-3", shown="balance", at=at)
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # a trigger waits for no pending check
        triggers.install(connection, ["register_access"])

    return write


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
    other = another(licence)
    look(licence, "solde")
    look(other, "solde")
    look(licence, "agenda")

    assert [access.shown for access in accesses_of(licence)] == ["agenda", "solde"]


def agent_looks(licence: Licence, who: str, article: str = "L225-4") -> None:
    """An agent looks at a file."""
    record_access(
        licence, viewer="agent", who=who, means="desk", article=article, reason="instruction", shown="balance"
    )


def test_an_auditor_finds_who_looked_at_a_file(licence: Licence) -> None:
    """The search is one more line of that file, which the driver reads, and of no other."""
    other = another(licence)
    agent_looks(licence, "A.DURAND")
    agent_looks(other, "A.DURAND")
    found = search(Asked(neph=licence.neph), auditor="B.LEROY", reason="plainte")
    last = accesses_of(licence)[0]

    assert [("A.DURAND", "L225-4")] == [(access.who, access.article) for access in found]
    assert ("auditor", "B.LEROY", "L225-6", "plainte", "journal") == (
        last.viewer, last.who, last.article, last.reason, last.shown,
    )  # fmt: skip
    assert 1 == accesses_of(other).count()


def test_an_auditor_finds_what_somebody_looked_at(licence: Licence) -> None:
    """One line in each file shown, however many accesses to it were found; on an article alone, if asked."""
    other = another(licence)
    for _ in range(2):
        agent_looks(licence, "A.DURAND")
    agent_looks(other, "A.DURAND", "L225-5")
    agent_looks(other, "C.PETIT")
    by_article = search(Asked(who="A.DURAND", article="L225-5"), auditor="B.LEROY", reason="plainte")
    found = search(Asked(who="A.DURAND"), auditor="B.LEROY", reason="plainte")

    assert [other.neph] == [access.licence.neph for access in by_article]
    assert [other.neph, licence.neph, licence.neph] == [access.licence.neph for access in found]
    assert (1, 2) == tuple(file.accesses.filter(viewer="auditor").count() for file in (licence, other))


def test_an_auditor_finds_the_accesses_of_some_days(licence: Licence, write_old: Callable[[datetime], None]) -> None:
    """The first and the last included, in Paris."""
    paris = timezone.get_default_timezone()
    for hour in (datetime(2026, 3, 1, 0, 0, tzinfo=paris), datetime(2026, 3, 2, 23, 59, tzinfo=paris)):
        write_old(hour)

    def count(from_on: date, to_on: date) -> int:
        asked = Asked(neph=licence.neph, from_on=from_on, to_on=to_on)
        return len(search(asked, auditor="B.LEROY", reason="plainte"))

    assert (2, 1, 1, 0) == (
        count(date(2026, 3, 1), date(2026, 3, 2)), count(date(2026, 3, 1), date(2026, 3, 1)),
        count(date(2026, 3, 2), date(2026, 3, 3)), count(date(2026, 2, 1), date(2026, 2, 28)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "auditor", "reason"),
    [
        (Asked(), "B.LEROY", "x"),
        (Asked(who="A"), "", "x"),
        (Asked(who="A"), "B.LEROY", " "),
        (Asked(article="x"), "B", "x"),
    ],
)
def test_a_search_without_object_author_or_reason_is_refused(asked: Asked, auditor: str, reason: str) -> None:
    """Nobody reads the whole journal, nor any of it without a name and a reason."""
    with pytest.raises(ValueError, match="a search names"):
        search(asked, auditor=auditor, reason=reason)


def test_a_search_that_finds_nothing_is_written_nowhere(licence: Licence) -> None:
    """No file was shown."""
    found = search(Asked(neph="999999999999"), auditor="B.LEROY", reason="plainte")

    assert ([], 0) == (found, Access.objects.count())


def test_accesses_older_than_a_year_are_purged(licence: Licence, write_old: Callable[[datetime], None]) -> None:
    """In parcels, each with its line in the journal of purges; what is a year old is kept, and nothing goes twice."""
    today = timezone.localdate()
    for days in (364, 400, 500, 600):
        write_old(timezone.now() - timedelta(days=days))
    waiting, gone, again = to_purge(today).count(), purge(today, size=2), purge(today)

    assert (3, 3, 0, 1) == (waiting, gone, again, Access.objects.count())
    assert [2, 1] == list(Purge.objects.order_by("pk").values_list("accesses", flat=True))
    assert {today} == set(Purge.objects.values_list("purged_on", flat=True))


def test_no_day_asked_for_lets_a_recent_access_go(licence: Licence) -> None:
    """The database knows what day it is."""
    look(licence, "solde")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        purge(timezone.localdate() + timedelta(days=800))

    assert (1, 0) == (Access.objects.count(), Purge.objects.count())
