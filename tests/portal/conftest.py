"""Signed-in drivers, and histories told as a dossier tells them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client
from django.utils import translation

from mespoints.config.clock import now
from mespoints.config.sessions import SessionStore
from mespoints.identity.session import sign_in
from mespoints.register.ledger import append_acts
from mespoints.register.models import Holder, Licence

TODAY = date(2026, 11, 22)
Told = dict[str, Any]


def offence(name: str, committed_on: str, final_on: str | None = None, points: int = 4, **more: Any) -> Told:
    """An offence of the fourth class by default, paid on the day it became final."""
    told = {"act": "offence", "id": name, "class": "c4", "points": points, "committed_on": committed_on, **more}
    return told if final_on is None else {"final_by": "paiement", **told, "final_on": final_on}


def dossier_document(obtained_on: str, *acts: Told, **licence: str) -> Told:
    """A ``dossier/1``."""
    return {"format": "dossier/1", "licence": {"obtained_on": obtained_on, **licence}, "acts": list(acts)}


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Pages speak French unless a test asks otherwise."""
    with translation.override("fr"):
        yield


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Turn the clock of the pages to a day: ``at(date(2026, 11, 22))``."""

    def turn(day: date) -> None:
        monkeypatch.setattr("mespoints.config.middleware.today", lambda: day)

    turn(TODAY)
    return turn


@pytest.fixture
def driver(db: None, at: Callable[[date], None]) -> Callable[..., Licence]:
    """A licence in the register with these acts: ``driver("1996-05-06", offence(...))``."""
    numbers = iter(range(1, 1000))

    def enter(obtained_on: str, *acts: Told, **more: str) -> Licence:
        holder = Holder.objects.create(
            family_name="MARTIN", given_names=["Camille"], sex="female", birth_date="1975-04-02", birth_place="44109",
            birth_country="99100", address=["1 RUE DE LA PAIX", "44000 NANTES"], departement="44",
        )  # fmt: skip
        licence = Licence.objects.create(
            neph=f"{next(numbers):012d}", holder=holder, obtained_on=date.fromisoformat(obtained_on),
            probation=more.get("probation", "none"), territory="metropole", recorded_on=date(2026, 11, 21),
        )  # fmt: skip
        if acts:
            append_acts(licence, list(acts), recorded_on=date(2026, 11, 21), source="test", reference="1")
        return licence

    return enter


def session_of(licence: Licence, means: str = "franceconnect") -> str:
    """The key of a session opened for this licence."""
    request = HttpRequest()
    request.session = SessionStore()
    request.now = now()  # type: ignore[attr-defined]
    sign_in(request, licence, means)
    request.session.save()
    return request.session.session_key or ""


@pytest.fixture
def visit() -> Callable[..., Client]:
    """A browser, signed in as the holder of a licence or not, in a language: ``visit(licence, "en")``."""

    def open_browser(licence: Licence | None = None, language: str = "fr") -> Client:
        client = Client()
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        if licence is not None:
            client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence)
        return client

    return open_browser
