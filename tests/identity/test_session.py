from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from mespoints.config.sessions import SessionStore
from mespoints.identity.session import EXPIRED, SignedIn, Visit, driver_required, sign_in, sign_out, signed_in
from mespoints.register.models import Licence

pytestmark = pytest.mark.urls("tests.identity.urls")


@pytest.fixture
def now() -> datetime:
    """The true instant, by which the database forgets sessions."""
    return timezone.now().astimezone(UTC)


def visit(now: datetime, session_key: str | None = None) -> HttpRequest:
    """A request at this instant, in the given session."""
    request = RequestFactory().get("/mes-points/")
    request.session = SessionStore(session_key)
    request.now = now  # type: ignore[attr-defined]
    return request


@pytest.fixture
def key(now: datetime, new_licence: Callable[..., Licence]) -> str:
    """The key of a session signed in now with a NEPH."""
    request = visit(now)
    sign_in(request, new_licence(), "neph")
    request.session.save()
    assert request.session.session_key is not None
    return request.session.session_key


def seen_at(key: str, at: datetime) -> SignedIn | None:
    """Who is in at this instant, as the database keeps it."""
    request = visit(at, key)
    driver = signed_in(request)
    if request.session.modified:
        request.session.save()
    return driver


def test_who_is_in(key: str, now: datetime) -> None:
    """The licence, the means and the instant of the sign-in."""

    assert seen_at(key, now) == SignedIn(Licence.objects.get().pk, "neph", now)


def test_nobody(db: None, now: datetime) -> None:
    """A session where nobody signed in holds no driver."""

    assert signed_in(visit(now)) is None


def test_nothing_survives_signing_in(now: datetime, new_licence: Callable[..., Licence]) -> None:
    """The key changes, the earlier session is gone, and so is what it held."""
    request = visit(now)
    request.session["left by someone"] = True
    request.session.save()
    before = request.session.session_key
    sign_in(request, new_licence(), "franceconnect", {"id_token": "x.y.z"})
    request.session.save()

    assert request.session.session_key != before
    assert "left by someone" not in request.session
    assert Session.objects.count() == 1


def test_half_an_hour_without_a_visit(key: str, now: datetime) -> None:
    """The session ends at the thirtieth minute and is no longer kept."""

    assert seen_at(key, now + timedelta(minutes=29, seconds=59)) is not None
    assert seen_at(key, now + timedelta(minutes=60)) is None
    assert signed_in(visit(now, key)) is None


@pytest.mark.parametrize(("ahead", "is_in"), [(timedelta(minutes=4), True), (timedelta(hours=1), False)])
def test_a_session_of_the_future(key: str, now: datetime, ahead: timedelta, is_in: bool) -> None:
    """A clock that jumped ahead and came back leaves sessions that would last too long: they end."""
    assert is_in == (seen_at(key, now - ahead) is not None)


def test_each_visit_gives_half_an_hour(key: str, now: datetime) -> None:
    """Visits every 29 minutes keep the session open, for four hours and no more."""
    visits = [seen_at(key, now + timedelta(minutes=29) * number) for number in range(1, 9)]

    assert all(visits)
    assert seen_at(key, now + timedelta(hours=4)) is None


def test_most_visits_write_nothing(key: str, now: datetime) -> None:
    """Within a minute the hour of the last visit is not written again."""
    soon, later = visit(now + timedelta(seconds=59), key), visit(now + timedelta(seconds=60), key)
    signed_in(soon)
    signed_in(later)

    assert not soon.session.modified
    assert later.session.modified


def test_an_expired_session_says_so(key: str, now: datetime) -> None:
    """The person will read why they are asked again; nothing else is left."""
    request = visit(now + timedelta(hours=1), key)
    signed_in(request)

    assert dict(request.session.items()) == {EXPIRED: True}


def test_signing_out(key: str, now: datetime) -> None:
    """The session is flushed, here and in the database."""
    request = visit(now, key)

    assert sign_out(request) is None
    assert signed_in(visit(now, key)) is None
    assert not Session.objects.exists()


def test_signing_out_gives_back_what_franceconnect_needs(now: datetime, new_licence: Callable[..., Licence]) -> None:
    """The id_token serves once more, to end the session there."""
    request = visit(now)
    sign_in(request, new_licence(), "franceconnect", {"id_token": "x.y.z"})

    assert sign_out(request) == {"id_token": "x.y.z"}
    assert dict(request.session.items()) == {}


@driver_required
def page(request: Visit) -> HttpResponse:
    """A page of the driver."""
    return HttpResponse(request.driver.means)


def test_a_page_of_the_driver(key: str, now: datetime) -> None:
    """The view knows who is in; the browser keeps nothing."""
    response = page(visit(now, key))

    assert (response.content, response.headers["Cache-Control"]) == (b"neph", "no-store")


def test_a_page_closed_to_others(db: None, now: datetime) -> None:
    """Without sign-in the page leads to the door."""
    response = page(visit(now))

    assert (response.status_code, response.headers["Location"]) == (302, "/connexion/")
