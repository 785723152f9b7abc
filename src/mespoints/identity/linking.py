"""From a verified identity to a licence: the link already made, or the matching rule, or the NEPH, or an agent."""

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from django.db import IntegrityError, transaction

from mespoints.identity.civil_status import fingerprint_text
from mespoints.identity.franceconnect import Identity
from mespoints.identity.matching import RULE, Agreement, candidates, holder_status, same_birth_date
from mespoints.identity.models import Link, Review, StatusChange
from mespoints.identity.pseudonyms import pseudonym
from mespoints.register.models import Licence


class Outcome(Enum):
    """What becomes of an identity."""

    LINKED = "linked"
    NEEDS_NEPH = "needs_neph"
    NOT_FOUND = "not_found"
    REVIEW = "review"


class Resolution(NamedTuple):
    """The licence when LINKED, the reference of the review when REVIEW."""

    outcome: Outcome
    licence: Licence | None = None
    reference: str = ""


def resolve(identity: Identity, now: datetime) -> Resolution:
    """The licence of this identity. Homonyms are never listed: two candidates ask for the NEPH."""
    link = _link_of(identity)
    if link is not None:
        return _resolve_known(link, identity, now)
    found = candidates(identity.status)
    if not found:
        return Resolution(Outcome.NOT_FOUND)
    if len(found) == 1 and found[0].agreement is Agreement.CERTAIN:
        return _bind(identity, found[0].licence, now, with_neph=False)
    return Resolution(Outcome.NEEDS_NEPH)


def resolve_with_neph(identity: Identity, neph: str, now: datetime) -> Resolution:
    """The candidate that bears this NEPH; the register is never searched by the NEPH alone."""
    named = [candidate.licence for candidate in candidates(identity.status) if candidate.licence.neph == neph]
    return _bind(identity, named[0], now, with_neph=True) if named else Resolution(Outcome.NOT_FOUND)


def _link_of(identity: Identity) -> Link | None:
    return (
        Link.objects.select_related("licence__holder").filter(issuer=identity.issuer, subject=identity.subject).first()
    )


def _resolve_known(link: Link, identity: Identity, now: datetime) -> Resolution:
    """A known subject still has to be the holder: the day of birth never changes, the rest may and is audited."""
    holder = link.licence.holder
    if holder.deceased_on is not None:
        return _review(identity, link.licence, Review.Reason.DECEASED, now)
    if not same_birth_date(identity.status, holder_status(holder)):
        return _review(identity, link.licence, Review.Reason.BIRTH_DATE, now)
    fingerprint = _fingerprint(identity)
    if fingerprint != link.fingerprint:
        with transaction.atomic():
            StatusChange.objects.create(link=link, at=now, fingerprint=fingerprint)
            Link.objects.filter(pk=link.pk).update(fingerprint=fingerprint)
    _close_corrected(identity, link.licence, now)
    return Resolution(Outcome.LINKED, link.licence)


def _bind(identity: Identity, licence: Licence, now: datetime, *, with_neph: bool) -> Resolution:
    """Bind the subject to the licence, unless one of them is bound already: then an agent looks."""
    if licence.holder.deceased_on is not None:
        return _review(identity, licence, Review.Reason.DECEASED, now)
    try:
        with transaction.atomic():
            Link.objects.create(
                issuer=identity.issuer,
                subject=identity.subject,
                licence=licence,
                rule=RULE,
                with_neph=with_neph,
                bound_at=now,
                fingerprint=_fingerprint(identity),
            )
    except IntegrityError:
        # Bound already, perhaps a moment ago in another tab: the database alone can tell.
        return _resolve_bound(identity, licence, now)
    _close_corrected(identity, licence, now)
    return Resolution(Outcome.LINKED, licence)


def _resolve_bound(identity: Identity, licence: Licence, now: datetime) -> Resolution:
    """The subject or the licence was bound before: to each other all is well, else an agent looks."""
    link = _link_of(identity)
    if link is None:
        return _review(identity, licence, Review.Reason.BOUND_TO_ANOTHER, now)
    if link.licence_id != licence.pk:
        return _review(identity, licence, Review.Reason.BOUND_ELSEWHERE, now)
    return Resolution(Outcome.LINKED, licence)


def _review(identity: Identity, licence: Licence, reason: Review.Reason, now: datetime) -> Resolution:
    """Ask an agent, and give the person the reference of the question."""
    review, _ = Review.objects.get_or_create(
        issuer=identity.issuer,
        subject=identity.subject,
        licence=licence,
        reason=reason,
        closed_at=None,
        defaults={"opened_at": now},
    )
    return Resolution(Outcome.REVIEW, None, review.reference)


def _close_corrected(identity: Identity, licence: Licence, now: datetime) -> None:
    """The register was corrected since it said that this was not its holder, or that they were dead."""
    Review.objects.filter(
        issuer=identity.issuer, subject=identity.subject, licence=licence, closed_at=None,
        reason__in=(Review.Reason.BIRTH_DATE, Review.Reason.DECEASED),
    ).update(closed_at=now)  # fmt: skip


def _fingerprint(identity: Identity) -> str:
    return pseudonym("civil status", fingerprint_text(identity.status))
