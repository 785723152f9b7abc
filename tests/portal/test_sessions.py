"""« Vos connexions »: what is open elsewhere, how to end it, and the sign-in before this one."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from mespoints.register.models import Licence
from tests.portal.conftest import session_of

PAGE = "/mes-connexions/"
LAST = "Votre dernière connexion"


@pytest.fixture
def licence(driver: Callable[..., Licence]) -> Licence:
    """A driver."""
    return driver("1996-05-06")


def browser(licence: Licence, means: str = "franceconnect") -> Client:
    """Signed in now."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence, means)
    return client


def main_of(client: Client, address: str = PAGE) -> str:
    """What a page says, its tags left out."""
    page = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("&nbsp;", " ").replace("&#x27;", "'").split())


def turn(monkeypatch: Any, by: timedelta) -> None:
    """Turn the clock of the requests."""
    later: datetime = timezone.now() + by
    monkeypatch.setattr("mespoints.config.middleware.now", lambda: later)


def test_the_other_sessions_are_told_and_ended(licence: Licence, driver: Callable[..., Licence]) -> None:
    """Of this driver alone; what was ended leads to sign-in, on the server, whatever the browser keeps."""
    other, here, stranger = browser(licence, "neph"), browser(licence), browser(driver("1999-05-06"))
    before = main_of(here)
    answer = here.post(PAGE)
    after = main_of(here)

    assert ("Cette session" in before, before.count("Une autre session")) == (True, 1)
    assert (303, PAGE) == (answer.status_code, answer.headers["Location"])
    assert "Votre dossier n'est ouvert nulle part ailleurs." in after
    assert 2 == len(re.findall(r", \d+ h \d\d avec ", after.split("Connexions depuis un an")[1]))
    assert "/connexion/" == other.get("/mes-points/").headers["Location"]
    assert 200 == stranger.get("/mes-points/").status_code


def test_a_session_that_is_over_is_not_told(licence: Licence, monkeypatch: Any) -> None:
    """Closed, or idle for half an hour: it opens nothing any more."""
    closed, idle, here = browser(licence), browser(licence), browser(licence)
    closed.post("/deconnexion/")
    turn(monkeypatch, timedelta(minutes=20))
    here.get(PAGE)
    turn(monkeypatch, timedelta(minutes=35))

    assert "Une autre session" not in main_of(here)
    assert 302 == idle.get(PAGE).status_code


def test_the_sign_in_before_is_told_at_first(licence: Licence, monkeypatch: Any) -> None:
    """Not at the very first sign-in; with its means, on any page, for two minutes."""
    first = main_of(browser(licence, "neph"), "/mes-points/")
    client = browser(licence)
    told = main_of(client, "/mon-permis/")
    turn(monkeypatch, timedelta(minutes=3))
    later = main_of(client, "/mon-permis/")

    assert [False, True, False] == [LAST in page for page in (first, told, later)]
    assert re.search(LAST + r" : \w+ \d+ \w+ \d{4}, \d+ h \d\d, avec votre numéro de dossier et votre code", told)


def test_a_session_of_before_this_was_kept_still_opens(licence: Licence) -> None:
    """One that was opened by the former version says nothing of the sign-in before."""
    client = browser(licence)
    session = client.session
    del session["driver"]["before"]
    session.save()

    assert LAST not in main_of(client, "/mes-points/")


def test_ending_the_others_needs_its_token(licence: Licence) -> None:
    """As every form does."""
    client = Client(enforce_csrf_checks=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence)

    assert 403 == client.post(PAGE).status_code
