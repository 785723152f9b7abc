"""Sessions that the operator ends: those that were named and no others, each time with a line that nobody changes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from mespoints.identity.agents import invite
from mespoints.identity.ending_sessions import Order, Whose, end_of_agent, end_of_everybody, end_of_licence
from mespoints.identity.models import Agent, SessionsEnded
from mespoints.identity.sign_ins import purge
from mespoints.register.models import Licence
from tests.desk.conftest import DIRECTORY, browser_of, invitation
from tests.portal.conftest import session_of

pytestmark = pytest.mark.django_db

ORDER = Order("B. Leroy", "signalement 2026-114")


class People:
    """Two drivers and two agents, each in a browser; the first driver in two."""

    def __init__(self, new_licence: Callable[..., Licence]) -> None:
        self.licences = [new_licence("1" * 5), new_licence("2" * 5)]
        today = date(2026, 11, 22)
        self.agents = [invite(invitation(role), today) for role in ("instruction", "audit")]
        self.of_drivers = [driven(self.licences[one]) for one in (0, 0, 1)]
        self.of_agents = [browser_of(agent) for agent in self.agents]

    def are_in(self) -> tuple[list[bool], list[bool]]:
        """Who still has a session: drivers, then agents."""
        drivers = [browser.get("/mes-connexions/").status_code == 200 for browser in self.of_drivers]
        return drivers, [browser.get("/guichet/").status_code == 200 for browser in self.of_agents]


def driven(licence: Licence) -> Client:
    """A browser in which a driver is signed in."""
    client = Client()
    client.cookies[django_settings.SESSION_COOKIE_NAME] = session_of(licence)
    return client


@pytest.fixture
def people(new_licence: Callable[..., Licence], settings: Any) -> People:
    """All of them."""
    settings.MESPOINTS_PC_IDPS = [DIRECTORY]
    return People(new_licence)


def test_those_of_one_licence(people: People) -> None:
    """In every browser; the line says whose they were, how many, who ended them and why."""
    ended = end_of_licence(people.licences[0], ORDER, timezone.now())

    assert ([False, False, True], [True, True]) == people.are_in()
    assert (Whose.LICENCE, people.licences[0], 2, *ORDER) == (
        ended.whose, ended.licence, ended.count, ended.by, ended.reason,
    )  # fmt: skip


def test_those_of_one_agent(people: People) -> None:
    """The account stays open: the agent signs in again."""
    ended = end_of_agent(people.agents[0], ORDER, timezone.now())

    assert ([True] * 3, [False, True]) == people.are_in()
    assert (Whose.AGENT, people.agents[0], 1) == (ended.whose, ended.agent, ended.count)
    assert Agent.objects.get(pk=people.agents[0].pk).closed_on is None


@pytest.mark.parametrize(
    ("whose", "count", "left"),
    [(Whose.DRIVERS, 3, ([False] * 3, [True] * 2)), (Whose.AGENTS, 2, ([True] * 3, [False] * 2))],
)
def test_those_of_everybody(people: People, whose: str, count: int, left: tuple[list[bool], list[bool]]) -> None:
    """All drivers, or all agents; the others go on."""

    assert count == end_of_everybody(whose, ORDER, timezone.now()).count
    assert left == people.are_in()


def test_the_line_changes_no_more(people: People) -> None:
    """Neither its words, nor its hour; none of this year goes, whatever day is asked for."""
    end_of_licence(people.licences[0], ORDER, timezone.now())
    changes: list[Callable[[], object]] = [
        lambda: SessionsEnded.objects.update(reason="autre"),
        lambda: SessionsEnded.objects.all().delete(),
        lambda: SessionsEnded.objects.create(
            whose=Whose.AGENTS, count=0, by="", reason="", at=timezone.now() - timedelta(days=2)
        ),
        lambda: purge(timezone.localdate() + timedelta(days=800)),
    ]
    for change in changes:
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()

    assert 1 == SessionsEnded.objects.count()
