"""How many attempts are left: by pseudonym, existing or not, so that a refusal says nothing of the register.

Five failures close the door for 15 minutes; each one after that, for twice as long; ten within 24 hours close it until
the first of them is a day old, or until a new code is issued when a code is at stake. A network has a ceiling of its
own, high enough for the many people behind one address.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet

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


def open_attempt(who: str, now: datetime) -> tuple[Attempt, Verdict]:
    """Count an attempt as failed before it is tried, and judge those that came before.

    Counted first, so that a hundred simultaneous attempts do not all find the door open.
    """
    Attempt.objects.filter(at__lte=now - MEMORY).delete()
    attempt = Attempt.objects.create(who=who, at=now)
    return attempt, _verdict(who, now, Attempt.objects.filter(who=who).exclude(pk=attempt.pk))


def keep_as_failed(attempt: Attempt, now: datetime) -> Verdict:
    """Leave the attempt counted, and say what is left."""
    return _verdict(attempt.who, now, Attempt.objects.filter(who=attempt.who))


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


def network_is_full(who: str, now: datetime) -> bool:
    """Whether too many attempts of this network failed within the hour."""
    return Attempt.objects.filter(who=who, at__gt=now - NETWORK_MEMORY).count() >= NETWORK_CEILING


def count_network_failure(who: str, now: datetime) -> None:
    """Count a failure of this network."""
    Attempt.objects.create(who=who, at=now)


def _verdict(who: str, now: datetime, failures: QuerySet[Attempt]) -> Verdict:
    if is_closed(who):
        return Verdict(0, None, closed=True)
    return judge(list(failures.order_by("at").values_list("at", flat=True)), now)
