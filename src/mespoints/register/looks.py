"""The looks at a file that its holder may read, some at a time, in SQL: the ORM takes longer to build fifty rows."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection

from mespoints.law.access import HIDDEN_FROM_HOLDER
from mespoints.register.models import Licence

TOLD = f"FROM register_access WHERE licence_id = %s AND article NOT IN ({', '.join(['%s'] * len(HIDDEN_FROM_HOLDER))})"
COUNT = f"SELECT COUNT(*) {TOLD}"
SOME = f"SELECT at, viewer, who, means, article, reason, shown {TOLD} ORDER BY at DESC, id DESC LIMIT %s OFFSET %s"


class Look(NamedTuple):
    """One line of the journal of accesses, as ``register.models.Access`` keeps it."""

    at: datetime
    viewer: str
    who: str
    means: str
    article: str
    reason: str
    shown: str


def count_told(licence: Licence) -> int:
    """How many looks at a file its holder may read."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [licence.pk, *HIDDEN_FROM_HOLDER])
        (number,) = cursor.fetchone()
    return int(number)


def looks_told(licence: Licence, most: int, after: int = 0) -> list[Look]:
    """At most so many, the latest first, after those that come first: all but what the law hides (doubt D28)."""
    with connection.cursor() as cursor:
        cursor.execute(SOME, [licence.pk, *HIDDEN_FROM_HOLDER, most, after])
        return [Look(instant_of(at), *others) for at, *others in cursor.fetchall()]


def instant_of(value: datetime) -> datetime:
    """An instant as PostgreSQL gives it, or as SQLite does: in universal time, without saying so."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)
