"""The journal of accesses: who looked at which file, on which article, why, and what they saw."""

from django.db.models import QuerySet

from mespoints.register.models import Access, Licence


def record_access(licence: Licence, *, viewer: str, means: str, article: str, reason: str, shown: str) -> None:
    """Write one line of the journal; the database stamps the hour."""
    Access(licence=licence, viewer=viewer, means=means, article=article, reason=reason, shown=shown).save(
        force_insert=True
    )


def accesses_of(licence: Licence) -> QuerySet[Access]:
    """The accesses to this file, the latest first."""
    return licence.accesses.order_by("-at", "-pk")
