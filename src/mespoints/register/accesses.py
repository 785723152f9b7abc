"""The journal of accesses: who looked at which file, on which article, why, and what they saw.

Kept for one year. The holder reads their own lines; the operator's auditor may search all of them, and is read in turn.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.utils.timezone import make_aware

from mespoints.law.days import add_months
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Access, Licence, Purge

# In SQL: every page writes its line, and the ORM takes longer to word it than the database to keep it.
WRITE_ACCESS = (
    "INSERT INTO register_access (licence_id, viewer, who, means, article, reason, shown) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s)"
)


def record_access(
    licence: Licence, *, viewer: str, means: str, article: str, reason: str, shown: str, who: str = ""
) -> None:
    """Write one line of the journal; the database stamps the hour. ``who``: the agent or the authority that looked."""
    with connection.cursor() as cursor:
        cursor.execute(WRITE_ACCESS, [licence.pk, viewer, who, means, article, reason, shown])


def accesses_of(licence: Licence) -> QuerySet[Access]:
    """The accesses to this file, the latest first."""
    return licence.accesses.order_by("-at", "-pk")


RECIPIENT = "recipient"
"""Who looked with a code that the holder gave them."""

CONTROL = "L225-6"
"""Nothing may be divulged outside the cases that the law names: what an auditor looks after."""

PURGED_AT_ONCE = 10_000


class Asked(NamedTuple):
    """What an auditor looks for: the accesses to one file, or those of somebody, on these days, on this article."""

    neph: str = ""
    who: str = ""
    from_on: date | None = None
    to_on: date | None = None
    article: str = ""


def search(asked: Asked, *, auditor: str, reason: str) -> list[Access]:
    """The accesses asked for, the latest first, each with its licence; the search is one more line of each file shown.

    Raises ValueError when neither a file nor a person is named, or when the auditor or the reason is not.
    """
    if not (asked.neph or asked.who):
        raise ValueError("a search names a file or a person")
    if not (auditor.strip() and reason.strip()):
        raise ValueError("a search names its auditor and its reason")
    with durable_transaction():
        found = list(those_of(asked))
        for licence in {access.licence_id: access.licence for access in found}.values():
            record_access(
                licence, viewer="auditor", who=auditor, means="", article=CONTROL, reason=reason,
                shown="journal",
            )  # fmt: skip
    return found


def those_of(asked: Asked) -> QuerySet[Access]:
    """The accesses that a search asks for."""
    found = Access.objects.select_related("licence").order_by("-at", "-pk")
    if asked.neph:
        found = found.filter(licence__neph=asked.neph)
    if asked.who:
        found = found.filter(who=asked.who, who__gt="")
    if asked.article:
        found = found.filter(article=asked.article)
    if asked.from_on:
        found = found.filter(at__gte=beginning_of(asked.from_on))
    if asked.to_on:
        found = found.filter(at__lt=beginning_of(asked.to_on + timedelta(days=1)))
    return found


def beginning_of(day: date) -> datetime:
    """The first instant of a day in Paris."""
    return make_aware(datetime.combine(day, time.min))


def kept_from(on: date) -> date:
    """The first day whose accesses are kept on a day: a year is."""
    return date.fromordinal(add_months(on.toordinal(), -12))


def to_purge(on: date) -> QuerySet[Access]:
    """The accesses older than a year on a day."""
    return Access.objects.filter(at__lt=beginning_of(kept_from(on)))


def purge(on: date, *, size: int = PURGED_AT_ONCE, tell: Callable[[int], None] | None = None) -> int:
    """Let the accesses older than a year go, the oldest first; how many went.

    Each transaction writes how many it let go: killed at any moment, the purge is run again and goes on.
    """
    gone, last = 0, -1
    while last:
        with durable_transaction():
            last = purge_some(on, size)
        gone += last
        if tell is not None:
            tell(gone)
    return gone


def purge_some(on: date, size: int) -> int:
    """Let some go, and write it in the journal of purges; 0 when none was left."""
    oldest = list(to_purge(on).order_by("at").values_list("pk", flat=True)[:size])
    if oldest:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM register_access WHERE id = %s", [(pk,) for pk in oldest])
        Purge.objects.create(purged_on=on, kept_from_on=kept_from(on), accesses=len(oldest))
    return len(oldest)
