"""An identity that the matching rule does not bind by itself: kept for ten minutes while the person finds the NEPH."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.sessions.backends.base import SessionBase

from mespoints.identity import limits
from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.franceconnect import Identity
from mespoints.identity.linking import Outcome, Resolution, resolve_with_neph
from mespoints.identity.pseudonyms import pseudonym

LIFETIME = timedelta(minutes=10)
SESSION_KEY = "franceconnect_waiting"


class Try(NamedTuple):
    """What a NEPH led to, and what is left when it led nowhere."""

    resolution: Resolution
    verdict: limits.Verdict


def hold(session: SessionBase, identity: Identity, now: datetime) -> None:
    """Keep the identity in a session of a new key."""
    session.cycle_key()
    session[SESSION_KEY] = {
        "identity": [*identity[:2], list(identity.status), identity.id_token],
        "at": now.timestamp(),
    }


def held(session: SessionBase, now: datetime) -> Identity | None:
    """The identity that waits for a NEPH, if it has not waited too long."""
    waiting = session.get(SESSION_KEY)
    if waiting is None or waiting["at"] <= (now - LIFETIME).timestamp():
        session.pop(SESSION_KEY, None)
        return None
    issuer, subject, (family_name, usage_name, given_names, *rest), id_token = waiting["identity"]
    return Identity(issuer, subject, CivilStatus(family_name, usage_name, tuple(given_names), *rest), id_token)


def try_neph(identity: Identity, neph: str, now: datetime) -> Try:
    """Bind the identity with this NEPH; as many tries as a confidential code has."""
    who = pseudonym("subject", f"{identity.issuer} {identity.subject}")
    before = limits.open_attempt(who, now)
    if not before.is_open:
        return Try(Resolution(Outcome.NOT_FOUND), before)
    resolution = resolve_with_neph(identity, neph, now)
    if resolution.outcome is Outcome.NOT_FOUND:
        return Try(resolution, limits.verdict(who, now))
    limits.forget(who)
    return Try(resolution, before)
