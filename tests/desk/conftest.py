"""Agents with an account, and browsers in which they are signed in."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.http import HttpRequest
from django.test import Client
from django.utils import translation

from mespoints.config.clock import now
from mespoints.config.sessions import SessionStore
from mespoints.identity.agent_session import open_session
from mespoints.identity.agents import Invitation, invite
from mespoints.identity.models import Agent

TODAY = date(2026, 11, 22)
DIRECTORY = "annuaire"
NANTES = "Préfecture de la Loire-Atlantique"


@pytest.fixture(autouse=True)
def place(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    """The day of the pages, the directory that is taken; pages of drivers speak French."""
    settings.MESPOINTS_PC_IDPS = [DIRECTORY]
    monkeypatch.setattr("mespoints.config.middleware.today", lambda: TODAY)
    with translation.override("fr"):
        yield


def invitation(role: str = "instruction", **changes: str) -> Invitation:
    """Who is expected: one person a role unless the test says otherwise."""
    told = {
        "name": f"Agent {role}", "service": NANTES, "departement": "44", "role": role, "email": f"{role}@pref.example",
        "idp_id": DIRECTORY, "uid": "", "by": "exploitant",
    }  # fmt: skip
    return Invitation(**(told | changes))


@pytest.fixture
def new_agent(db: None) -> Callable[..., Agent]:
    """An account: ``new_agent("validation", departement="35")``."""

    def create(role: str = "instruction", **changes: str) -> Agent:
        return invite(invitation(role, **changes), TODAY)

    return create


def browser_of(agent: Agent) -> Client:
    """A browser in which this agent is signed in."""
    request = HttpRequest()
    request.session = SessionStore()
    request.now = now()  # type: ignore[attr-defined]
    open_session(request, agent, "id-token")
    request.session.save()
    client = Client()
    client.cookies[django_settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


@pytest.fixture
def as_agent(new_agent: Callable[..., Agent]) -> Callable[..., Client]:
    """A browser signed in with a new account: ``as_agent("audit")``."""

    def enter(role: str = "instruction", **changes: str) -> Client:
        return browser_of(new_agent(role, **changes))

    return enter
