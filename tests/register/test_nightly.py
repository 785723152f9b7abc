"""The nightly run."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from mespoints.register import nightly
from mespoints.register.files import statement_of
from mespoints.register.ledger import append_acts
from mespoints.register.models import Account, Holder, Licence, Movement, NightlyRun, OwedLetter
from mespoints.register.nightly import run_night
from tests.conftest import CAMILLE

pytestmark = pytest.mark.django_db

ONE_POINT_BACK = date(2024, 9, 1)


def offence(name: str, points: int, final_on: str) -> dict[str, Any]:
    """A contravention of the third class."""
    days = {"committed_on": "2024-01-20", "final_on": final_on, "decided_on": final_on, "final_by": "paiement"}
    return {"act": "offence", "id": name, "class": "c3", "points": points, **days}


@pytest.fixture
def drivers(db: None) -> list[Licence]:
    """Five licences: one point taken on 1 March 2024 from the first four, four points from the fifth."""
    holder = Holder.objects.create(**CAMILLE)
    licences = []
    for n in range(5):
        licence = Licence.objects.create(
            neph=f"00000000000{n}", holder=holder, obtained_on=date(1996, 5, 6), probation="none",
            territory="metropole", recorded_on=date(2024, 1, 1),
        )  # fmt: skip
        act = offence("i1", 4 if n == 4 else 1, "2024-03-01")
        append_acts(licence, [act], recorded_on=date(2024, 3, 4), source="test")
        licences.append(licence)
    return licences


def movements() -> list[tuple[int, int, str, int, date, date]]:
    """Everything that was posted."""
    return list(
        Movement.objects.order_by("licence", "sequence").values_list(
            "licence", "sequence", "cause", "points", "on", "posted_on"
        )
    )


def test_only_the_licences_whose_day_has_come_are_settled(drivers: list[Licence]) -> None:
    """Four points come back of themselves; the fifth licence waits for its two years."""
    before = len(movements())
    eve, night = run_night(date(2024, 8, 31)), run_night(ONE_POINT_BACK)

    assert (0, 0) == (eve.due, eve.licences)
    assert (4, 4, [], 4) == (night.due, night.licences, night.refused, len(movements()) - before)
    assert {"one_point": 4} == dict(night.movements)
    assert [12, 12, 12, 12, 8] == [Account.objects.get(pk=licence.pk).balance for licence in drivers]


def test_the_same_night_twice_changes_nothing(drivers: list[Licence]) -> None:
    """Neither movement nor letter nor account; its own row says that it found nothing due."""
    run_night(ONE_POINT_BACK)
    before = movements(), list(Account.objects.values()), OwedLetter.objects.count()
    again = run_night(ONE_POINT_BACK)

    assert before == (movements(), list(Account.objects.values()), OwedLetter.objects.count())
    assert (0, {}) == (again.licences, dict(again.movements))


def test_letters_are_owed_in_the_transaction_that_posts(drivers: list[Licence]) -> None:
    """A full restoration owes its letter, once."""
    run_night(ONE_POINT_BACK)
    waiting = OwedLetter.objects.count()
    night = run_night(date(2026, 3, 1))
    run_night(date(2026, 3, 1))

    assert {"46": 1} == dict(night.letters)
    assert waiting + 1 == OwedLetter.objects.count()


def test_missed_nights_are_made_up_for_at_once(drivers: list[Licence]) -> None:
    """Years later each movement has its own day, and the day of the run as that of its posting."""
    run_night(date(2026, 11, 27))
    came = [(cause, points, on, posted) for _, _, cause, points, on, posted in movements() if on > date(2024, 3, 1)]

    assert [("one_point", 1, ONE_POINT_BACK, date(2026, 11, 27))] * 4 == came[:4]
    assert [("full_restoration", 4, date(2026, 3, 1), date(2026, 11, 27))] == came[4:]


def test_the_account_is_that_of_the_statement(drivers: list[Licence]) -> None:
    """And nothing is due any more."""
    on = date(2026, 3, 1)
    run_night(on)

    for licence in drivers:
        account, statement = Account.objects.get(pk=licence.pk), statement_of(licence, on)
        assert (statement.balance, statement.signed_balance) == (account.balance, account.signed_balance)
        assert (statement.ceiling, statement.status) == (account.ceiling, account.status)
    assert not Account.objects.filter(next_on__lte=on).exists()


def test_a_night_says_what_it_did(drivers: list[Licence]) -> None:
    """One row: the day and counts, nothing of anybody."""
    run_night(ONE_POINT_BACK, size=3)
    row = NightlyRun.objects.values().get()

    assert (ONE_POINT_BACK, 4, {"one_point": 4}, 0, True) == (
        row["on"], row["licences"], row["movements"], row["refused"], row["ended"],
    )  # fmt: skip


def test_progress_is_told_chunk_by_chunk(drivers: list[Licence]) -> None:
    """And the count of the licences that were due."""
    told: list[tuple[int, int]] = []
    run_night(ONE_POINT_BACK, size=3, tell=lambda night: told.append((night.licences, night.due)))

    assert [(3, 4), (4, 4), (4, 4)] == told


def test_a_run_stopped_between_two_chunks_is_taken_up_again(
    drivers: list[Licence], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was settled stays settled, the rest is settled by the next run, the first run never ended."""

    def stop(_night: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_night(ONE_POINT_BACK, size=3, tell=stop)
    rest = run_night(ONE_POINT_BACK, size=3)

    assert 1 == rest.licences
    assert [(3, False), (1, True)] == list(NightlyRun.objects.order_by("pk").values_list("licences", "ended"))
    assert 4 == Movement.objects.filter(cause="one_point").count()


def test_a_licence_that_cannot_be_settled_does_not_stop_the_others(drivers: list[Licence]) -> None:
    """It is told, it stays due, and each night tries it again, once."""
    append_acts(drivers[1], [offence("i2", 2, "2024-10-01")], recorded_on=date(2024, 10, 2), source="test")
    Account.objects.filter(pk=drivers[1].pk).update(next_on=ONE_POINT_BACK)
    night = run_night(ONE_POINT_BACK, size=1)

    assert ([drivers[1].pk], 3) == (night.refused, night.licences)
    assert 1 == Account.objects.filter(next_on__lte=ONE_POINT_BACK).count()
    assert 1 == NightlyRun.objects.get().refused


def test_what_is_not_due_is_not_read(
    drivers: list[Licence], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A night without anything due costs the same whatever the register holds."""
    with django_assert_max_num_queries(10):
        run_night(date(2024, 8, 31))


def test_the_index_finds_what_is_due(drivers: list[Licence]) -> None:
    """The accounts are not read one by one."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads a table of five rows whole")
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + nightly.DUE, [ONE_POINT_BACK, date.min, date.min, 0, 5])
        plan = " ".join(str(row[-1]) for row in cursor.fetchall())

    assert "SEARCH register_account USING INDEX" in plan
    assert "SCAN" not in plan
