"""The sessions of a driver that are open, here and elsewhere, and how to end the others from here."""

from datetime import datetime
from typing import NamedTuple

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session

from mespoints.identity.session import ABSOLUTE, DRIVER, IDLE
from mespoints.identity.session_keys import digest, is_over
from mespoints.identity.sign_ins import sign_ins_of


class OpenSession(NamedTuple):
    """A session that still opens the file. ``seen``: its last visit, to the minute."""

    since: datetime
    seen: datetime
    means: str
    is_this_one: bool


def open_sessions(licence_pk: int, here: SessionBase, now: datetime) -> tuple[OpenSession, ...]:
    """The sessions of this licence that are neither closed nor idle for too long, this one first."""
    rows = Session.objects.filter(session_key__in=_kept_under(licence_pk, now), expire_date__gt=now)
    found = [(row.session_key, here.decode(row.session_data).get(DRIVER)) for row in rows]
    opened = [
        OpenSession(
            datetime.fromtimestamp(driver["since"], tz=now.tzinfo),
            datetime.fromtimestamp(driver["seen"], tz=now.tzinfo),
            driver["means"],
            is_this_one=key == digest(here.session_key or ""),
        )
        for key, driver in found
        if driver is not None and driver["licence"] == licence_pk
    ]
    still_open = [one for one in opened if not is_over(now - one.seen, IDLE) and not is_over(now - one.since, ABSOLUTE)]
    return tuple(sorted(still_open, key=lambda one: (not one.is_this_one, -one.since.timestamp())))


def end_others(licence_pk: int, here: SessionBase, now: datetime) -> None:
    """Forget every other session of this licence: the next request of each finds itself signed out.

    One that answers a page at this very moment cannot come back: a session that is gone is never saved anew.
    """
    others = _kept_under(licence_pk, now) - {digest(here.session_key or "")}
    Session.objects.filter(session_key__in=others).delete()


def end_all(licence_pk: int, now: datetime) -> int:
    """Forget every session of this licence: whom it is bound to has changed, or the operator ends them. How many."""
    gone, _ = Session.objects.filter(session_key__in=_kept_under(licence_pk, now)).delete()
    return gone


def _kept_under(licence_pk: int, now: datetime) -> set[str]:
    """Under what the sessions that may still be open are kept: none outlives ABSOLUTE."""
    recent = sign_ins_of(licence_pk).filter(at__gt=now - 2 * ABSOLUTE)
    return set(recent.values_list("session", flat=True))
