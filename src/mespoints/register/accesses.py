"""The journal of accesses: who looked at which file, on which article, why, and what they saw."""

from django.db import connection
from django.db.models import QuerySet

from mespoints.register.models import Access, Licence

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
