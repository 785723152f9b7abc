from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections

from mespoints.identity import limits
from mespoints.identity.limits import Verdict, judge
from mespoints.identity.models import Attempt

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(("failures", "left"), [(0, 5), (1, 4), (4, 1)])
def test_tries_left(failures: int, left: int) -> None:
    """Five tries in all."""

    assert judge([NOW] * failures, NOW) == Verdict(left, None, closed=False)


@pytest.mark.parametrize(("failures", "minutes"), [(5, 15), (6, 30), (7, 60), (8, 120), (9, 240)])
def test_each_lock_lasts_twice_the_one_before(failures: int, minutes: int) -> None:
    """A quarter of an hour at the fifth failure, then twice as long at each, and one try when it ends."""
    end = NOW + timedelta(minutes=minutes)

    assert judge([NOW] * failures, NOW) == Verdict(0, end, closed=False)
    assert judge([NOW] * failures, end - timedelta(seconds=1)).locked_until == end
    assert judge([NOW] * failures, end) == Verdict(1, None, closed=False)


def test_ten_failures_close(db: None) -> None:
    """The tenth failure closes, until the first of them is a day old."""
    Attempt.objects.bulk_create([Attempt(who="someone", at=NOW)] * 10)

    assert limits.verdict("someone", NOW) == Verdict(0, None, closed=True)
    assert limits.open_attempt("someone", NOW + timedelta(hours=23)).closed
    assert not limits.open_attempt("someone", NOW + timedelta(hours=24)).closed


def test_a_closure_outlives_the_failures(db: None) -> None:
    """What was closed stays closed until someone forgets."""
    limits.close("someone", NOW)

    assert limits.open_attempt("someone", NOW + timedelta(days=30)).closed
    limits.forget("someone")

    assert limits.open_attempt("someone", NOW) == Verdict(5, None, closed=False)


def test_failures_die_after_a_day(db: None) -> None:
    """What failed yesterday no longer counts, and is no longer kept."""
    for _ in range(4):
        limits.open_attempt("someone", NOW)
    verdict = limits.open_attempt("someone", NOW + timedelta(hours=24))

    assert verdict.tries_left == 5
    assert Attempt.objects.count() == 1


def test_simultaneous_attempts_count_each_other(db: None) -> None:
    """An attempt counts before it is tried: of ten opened together, five at most find the door open."""
    verdicts = [limits.open_attempt("someone", NOW) for _ in range(20)]

    assert sum(verdict.is_open for verdict in verdicts) == 5


def test_simultaneous_attempts_close_nothing(db: None) -> None:
    """Those that a lock refuses do not count: twenty at once lock for a quarter of an hour, as five would."""
    for _ in range(20):
        limits.open_attempt("someone", NOW)

    assert limits.verdict("someone", NOW) == Verdict(0, NOW + timedelta(minutes=15), closed=False)


@pytest.mark.django_db(transaction=True)
def test_simultaneous_attempts_of_several_connections() -> None:
    """PostgreSQL makes them queue: five of twenty find the door open, exactly."""
    if connection.vendor != "postgresql":
        pytest.skip("a SQLite database in memory has one connection")

    def attempt(_: int) -> bool:
        is_open = limits.open_attempt("someone", NOW).is_open
        connections.close_all()
        return is_open

    with ThreadPoolExecutor(20) as attempts:
        opened = list(attempts.map(attempt, range(20)))

    assert sum(opened) == 5
