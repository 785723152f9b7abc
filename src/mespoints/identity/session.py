"""The session of a driver: under a new key, 30 minutes without a visit, four hours in all, flushed at the end."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import wraps
from typing import NamedTuple

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect

from mespoints.identity.session_keys import is_over
from mespoints.identity.sign_ins import note_sign_in, sign_ins_of
from mespoints.register.models import Licence

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=4)
# The hour of the last visit is written again only after this long: most pages then write nothing.
_NOTED_EVERY = timedelta(minutes=1)

DRIVER = "driver"
FRANCECONNECT = "franceconnect"
EXPIRED = "session_expired"

View = Callable[..., HttpResponseBase]


class Before(NamedTuple):
    """The sign-in before this one."""

    at: datetime
    means: str


class SignedIn(NamedTuple):
    """A driver who signed in. ``means``: "franceconnect" or "neph". ``before``: None at their first sign-in."""

    licence_pk: int
    means: str
    since: datetime
    before: Before | None = None


class Visit(HttpRequest):
    """For the type checker: a request as the clock and ``driver_required`` complete it."""

    today: date
    now: datetime
    driver: SignedIn


def moment(request: HttpRequest) -> datetime:
    """The instant of the request, which the middleware noted."""
    now: datetime = request.now  # type: ignore[attr-defined]
    return now


def sign_in(request: HttpRequest, licence: Licence, means: str, franceconnect: dict[str, str] | None = None) -> None:
    """Open the driver's session under a new key; nothing of what the browser did before survives.

    ``franceconnect`` holds the id_token as received, without which their session cannot be ended there.
    """
    request.session.flush()
    rotate_token(request)
    opened = moment(request).timestamp()
    last = sign_ins_of(licence.pk).first()
    before = [last.at.timestamp(), last.means] if last else None
    driver = {"licence": licence.pk, "means": means, "since": opened, "seen": opened, "before": before}
    request.session[DRIVER] = driver
    if franceconnect is not None:
        request.session[FRANCECONNECT] = franceconnect
    request.session.save()
    note_sign_in(licence.pk, means, request.session.session_key or "")


def signed_in(request: HttpRequest) -> SignedIn | None:
    """The driver whose session it is; a session idle or open for too long is flushed."""
    # A request for another host is refused, on a page of ours, before it has a session.
    driver = request.session.get(DRIVER) if hasattr(request, "session") else None
    if driver is None:
        return None
    now = moment(request)
    seen, since = (datetime.fromtimestamp(driver[key], tz=now.tzinfo) for key in ("seen", "since"))
    if is_over(now - seen, IDLE) or is_over(now - since, ABSOLUTE):
        request.session.flush()
        request.session[EXPIRED] = True
        return None
    if now - seen >= _NOTED_EVERY:
        request.session[DRIVER] = driver | {"seen": now.timestamp()}
    before = driver.get("before")
    last = Before(datetime.fromtimestamp(before[0], tz=now.tzinfo), before[1]) if before else None
    return SignedIn(driver["licence"], driver["means"], since, last)


def sign_out(request: HttpRequest) -> dict[str, str] | None:
    """Flush the session; what is left to end at FranceConnect, if anything."""
    franceconnect: dict[str, str] | None = request.session.get(FRANCECONNECT)
    request.session.flush()
    return franceconnect


def driver_required(view: View) -> View:
    """Give the view ``request.driver``, or lead to sign-in. Nothing of a driver's pages is kept by a browser."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        driver = signed_in(request)
        if driver is None:
            return redirect("portal:sign_in")
        request.driver = driver  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return guarded
