from datetime import UTC, datetime, timedelta

import pytest

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
    for _ in range(10):
        attempt, _ = limits.open_attempt("someone", NOW)
        verdict = limits.keep_as_failed(attempt, NOW)

    assert verdict == Verdict(0, None, closed=True)
    assert limits.open_attempt("someone", NOW + timedelta(hours=23))[1].closed
    assert not limits.open_attempt("someone", NOW + timedelta(hours=24))[1].closed


def test_a_closure_outlives_the_failures(db: None) -> None:
    """What was closed stays closed until someone forgets."""
    limits.close("someone", NOW)

    assert limits.open_attempt("someone", NOW + timedelta(days=30))[1].closed
    limits.forget("someone")

    assert limits.open_attempt("someone", NOW)[1] == Verdict(5, None, closed=False)


def test_failures_die_after_a_day(db: None) -> None:
    """What failed yesterday no longer counts, and is no longer kept."""
    for _ in range(4):
        limits.open_attempt("someone", NOW)
    _, verdict = limits.open_attempt("someone", NOW + timedelta(hours=24))

    assert verdict.tries_left == 5
    assert Attempt.objects.count() == 1


def test_simultaneous_attempts_count_each_other(db: None) -> None:
    """An attempt counts before it is tried: of ten opened together, five at most find the door open."""
    verdicts = [limits.open_attempt("someone", NOW)[1] for _ in range(10)]

    assert sum(verdict.is_open for verdict in verdicts) == 5


def test_the_ceiling_of_a_network(db: None) -> None:
    """Sixty failures within the hour fill a network, and only it."""
    for _ in range(60):
        limits.count_network_failure("network", NOW)

    assert limits.network_is_full("network", NOW + timedelta(minutes=59))
    assert not limits.network_is_full("network", NOW + timedelta(minutes=60))
    assert not limits.network_is_full("another", NOW)
