"""What every answer of the site carries."""

from datetime import date, datetime
from http.cookies import Morsel
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token, rotate_token
from django.test import Client, RequestFactory
from django.urls import path
from django.views.i18n import set_language
from pytest_django import DjangoAssertNumQueries, Settings

from mespoints.config import clock
from mespoints.config.middleware import Clock
from mespoints.config.sessions import SessionStore

seen: dict[str, object] = {}


def page(request: HttpRequest) -> HttpResponse:
    """A page that opens a session and keeps what it was told."""
    request.session["driver"] = 1
    seen.update(today=request.today, now=request.now, language=request.LANGUAGE_CODE)  # type: ignore[attr-defined]
    return HttpResponse("ok")


def form(request: HttpRequest) -> HttpResponse:
    """A page with a form, that changes the token of the browser when it is asked to."""
    if "sign-in" in request.GET:
        rotate_token(request)
    return HttpResponse(get_token(request))


urlpatterns = [path("essai/", page), path("formulaire/", form), path("langue/", set_language)]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.config.test_pages")]


def directives(policy: str) -> dict[str, list[str]]:
    """A content security policy by directive."""
    return {name: values for name, *values in (part.split() for part in policy.split(";") if part.strip())}


def test_the_content_security_policy_is_strict(client: Client) -> None:
    """Nothing from elsewhere, no inline script or style, no frame."""
    policy = directives(client.get("/essai/").headers["Content-Security-Policy"])

    assert policy["default-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == ["'none'"]
    assert policy["form-action"][0] == "'self'"
    assert "script-src" not in policy
    assert "style-src" not in policy


def test_the_headers_of_a_page(client: Client) -> None:
    """Nothing is guessed, sent elsewhere, nor kept by a cache."""
    headers = client.get("/essai/").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def cookie(client: Client, name: str) -> "Morsel[str]":
    """A cookie that the site set."""
    return client.cookies[name]


def test_the_session_cookie_is_out_of_reach_of_scripts(client: Client) -> None:
    """HttpOnly, and Lax: the return from FranceConnect comes from another site."""
    client.get("/essai/")
    session = cookie(client, settings.SESSION_COOKIE_NAME)

    assert session["httponly"] is True
    assert session["samesite"] == "Lax"
    assert session["domain"] == ""


def test_the_token_of_the_forms_is_sent_when_it_is_new() -> None:
    """To who has none, and after a sign-in; not again with every page, whose form it still opens."""
    client = Client(enforce_csrf_checks=True)
    sent = [
        settings.CSRF_COOKIE_NAME in client.get(address).cookies
        for address in ("/formulaire/", "/formulaire/", "/formulaire/?sign-in", "/formulaire/")
    ]
    page = client.get("/formulaire/")
    taken = client.post("/formulaire/", {"csrfmiddlewaretoken": page.content.decode()})

    assert [True, False, True, False] == sent
    assert page.headers["Vary"] == "Cookie"
    assert taken.status_code == 200


def test_the_key_of_a_session_is_not_in_the_database(client: Client) -> None:
    """Only its digest: the table opens no session."""
    client.get("/essai/")
    key = cookie(client, settings.SESSION_COOKIE_NAME).value

    assert not Session.objects.filter(session_key=key).exists()
    assert SessionStore(key).get("driver") == 1
    assert SessionStore(Session.objects.get().session_key).get("driver") is None


def test_a_session_ends_when_it_is_flushed() -> None:
    """Its row goes, and a key that nobody was given opens nothing."""
    store = SessionStore()
    store["driver"] = 1
    store.create()
    key = store.session_key
    store.save()
    store.flush()

    assert not Session.objects.exists()
    assert SessionStore(key).load() == {}
    assert not SessionStore().exists(key or "")


def test_a_new_key_keeps_the_content() -> None:
    """What signing in does: the former key opens nothing any more."""
    store = SessionStore()
    store["driver"] = 1
    store.save()
    former = store.session_key
    store.cycle_key()

    assert SessionStore(store.session_key).get("driver") == 1
    assert SessionStore(former).get("driver") is None


def test_a_session_is_written_and_forgotten_by_one_statement_each(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Opened, changed, forgotten: no transaction around, and no key is looked for before it is drawn."""
    store = SessionStore()
    store["driver"] = 1
    with django_assert_num_queries(1):
        store.save()
    store["driver"] = 2
    with django_assert_num_queries(1):
        store.save()
    changed = SessionStore(store.session_key).get("driver")
    with django_assert_num_queries(1):
        store.delete()

    assert changed == 2
    assert not Session.objects.exists()


def test_a_key_that_is_taken_is_refused_and_a_session_that_was_ended_is_not_written_again() -> None:
    """Two sessions never share a key; who was signed out elsewhere does not come back by a page under way."""
    store, same, late = SessionStore(), SessionStore(), SessionStore()
    store["driver"] = 1
    store.save()
    same._session_key = late._session_key = store.session_key
    with pytest.raises(CreateError):
        same.save(must_create=True)
    kept = SessionStore(store.session_key).get("driver")
    late["driver"] = 1
    store.delete()
    with pytest.raises(UpdateError):
        late.save()

    assert kept == 1
    assert not Session.objects.exists()


def test_french_whatever_the_browser_prefers(client: Client) -> None:
    """A browser's preference is not a choice."""
    answer = client.get("/essai/", headers={"accept-language": "en"})

    assert seen["language"] == "fr"
    assert answer.headers["Content-Language"] == "fr"


def test_english_when_the_person_chose_it(client: Client) -> None:
    """The choice is kept in a cookie."""
    client.post("/langue/", {"language": "en", "next": "/essai/"})
    client.get("/essai/")

    assert seen["language"] == "en"


def test_a_language_that_is_not_offered_is_french(client: Client) -> None:
    """Whatever the cookie says."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "../de"
    client.get("/essai/")

    assert seen["language"] == "fr"


def test_a_request_bears_its_day(settings: Settings) -> None:
    """The pretended day of a demonstration, or the day in Paris."""
    request = RequestFactory().get("/")
    settings.MESPOINTS_TODAY = date(2026, 11, 22)
    Clock(lambda request: HttpResponse())(request)

    assert request.today == date(2026, 11, 22)  # type: ignore[attr-defined]
    assert request.now.utcoffset() is not None  # type: ignore[attr-defined]


def test_the_day_is_that_of_paris(settings: Settings) -> None:
    """Without pretence it follows the clock, in the time of Paris."""
    settings.MESPOINTS_TODAY = None
    paris = ZoneInfo("Europe/Paris")
    before = datetime.now(paris).date()
    today = clock.today()

    assert today in (before, datetime.now(paris).date())
