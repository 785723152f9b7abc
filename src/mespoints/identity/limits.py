"""How many attempts are left: by pseudonym, existing or not, so that a refusal says nothing of the register.

Five failures close the door for 15 minutes; each one after that, for twice as long; ten within 24 hours close it until
the first of them is a day old, or until a new code is issued when a code is at stake. The ceilings of networks are
those of ``networks``.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection, transaction

from mespoints.identity.models import Attempt, Closure

TRIES = 5
FIRST_LOCK = timedelta(minutes=15)
CLOSED_AT = 10
MEMORY = timedelta(hours=24)
NETWORK_CEILING = 60
NETWORK_MEMORY = timedelta(hours=1)


class Verdict(NamedTuple):
    """``tries_left`` before the next lock; none while locked or closed."""

    tries_left: int
    locked_until: datetime | None
    closed: bool

    @property
    def is_open(self) -> bool:
        return self.tries_left > 0


def judge(failures: Sequence[datetime], now: datetime) -> Verdict:
    """The verdict on the failures of the last 24 hours, oldest first."""
    count = len(failures)
    if count >= CLOSED_AT:
        return Verdict(0, None, closed=True)
    if count < TRIES:
        return Verdict(TRIES - count, None, closed=False)
    locked_until = failures[-1] + FIRST_LOCK * 2 ** (count - TRIES)
    return Verdict(0, locked_until, closed=False) if now < locked_until else Verdict(1, None, closed=False)


def open_attempt(who: str, now: datetime) -> Verdict:
    """Judge the attempts that came before and, if the door is open, count one more as failed before it is tried.

    Counted first, so that a hundred simultaneous attempts do not all find the door open; and never counted when it
    is locked, so that they do not close for good a door that five failures lock for a quarter of an hour.
    """
    Attempt.objects.filter(at__lte=now - MEMORY).delete()
    with _one_at_a_time(who):
        before = verdict(who, now)
        if before.is_open:
            Attempt.objects.create(who=who, at=now)
    return before


def verdict(who: str, now: datetime) -> Verdict:
    """What is left, every attempt that was opened counting as failed."""
    if is_closed(who):
        return Verdict(0, None, closed=True)
    failures = Attempt.objects.filter(who=who).order_by("at").values_list("at", flat=True)
    return judge(list(failures), now)


def close(who: str, now: datetime) -> None:
    """Keep the door closed for longer than the failures are remembered, until someone forgets."""
    Closure.objects.get_or_create(who=who, defaults={"closed_at": now})


def forget(who: str) -> None:
    """Forget the failures: the right person came, or a new code was issued."""
    Attempt.objects.filter(who=who).delete()
    Closure.objects.filter(who=who).delete()


def is_closed(who: str) -> bool:
    """Whether this door was closed for longer than a day."""
    return Closure.objects.filter(who=who).exists()


@contextmanager
def _one_at_a_time(who: str) -> Iterator[None]:
    """A transaction that no other one of the same pseudonym overlaps; on SQLite each holds the only write lock."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [who])
        yield
