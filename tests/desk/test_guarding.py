from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver

from mespoints.desk.guarding import EVERYONE, Role, address, for_agents
from mespoints.desk.navigation import PLACES
from mespoints.desk.urls import urlpatterns
from mespoints.identity.models import Agent

pytestmark = pytest.mark.django_db

DOOR = {"sign_in", "start", "callback", "stopped", "sign_out", "signed_out"}


def patterns(entries: list[URLPattern | URLResolver]) -> list[URLPattern]:
    """Every address of the desk, those of its parts included."""
    found: list[URLPattern] = []
    for entry in entries:
        found += [entry] if isinstance(entry, URLPattern) else patterns(entry.url_patterns)
    return found


@pytest.mark.parametrize("pattern", patterns(urlpatterns), ids=lambda pattern: str(pattern.name))
def test_every_view_says_whom_it_is_for(pattern: URLPattern) -> None:
    """Roles, or the door: a view without either has no address."""
    roles: Any = getattr(pattern.callback, "roles", None)

    assert roles is not None
    assert bool(roles) is not (pattern.name in DOOR)


def test_a_view_that_says_nothing_is_given_no_address() -> None:
    """At the start of the service, and not on the day when somebody finds it."""
    with pytest.raises(ImproperlyConfigured):
        address("essai/", lambda request: HttpResponse(), "essai")


@pytest.mark.parametrize("role", Role)
def test_the_left_of_the_page_leads_where_the_role_may_go(role: str, as_agent: Callable[..., Client]) -> None:
    """Each place of the navigation answers the roles that it is shown to; keys are not used twice."""
    client = as_agent(role)
    page = client.get("/guichet/").content.decode()

    for place in PLACES:
        assert (f'accesskey="{place.key}"' in page) is (role in place.roles)
    assert len({place.key for place in PLACES}) == len(PLACES)


def test_another_role_is_refused_and_noted(new_agent: Callable[..., Agent], caplog: pytest.LogCaptureFixture) -> None:
    """The log holds the number of the account and the view, nobody's name."""
    agent = new_agent("audit")

    @for_agents(Role.VALIDATION)
    def secret(request: HttpRequest) -> HttpResponse:
        return HttpResponse("secret")

    request = RequestFactory().get("/guichet/")
    request.session = {}  # type: ignore[assignment]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mespoints.desk.guarding.agent_of", lambda _request: agent)
        patch.setattr("mespoints.desk.templatetags.desk.agent_of", lambda _request: agent)
        answer = secret(request)

    assert answer.status_code == 403
    assert b"secret" not in getattr(answer, "content", b"")
    assert f"agent {agent.pk}, role audit, refused at secret" in caplog.text
    assert agent.name not in caplog.text


def test_the_desk_speaks_french_whatever_the_driver_chose(as_agent: Callable[..., Client], settings: Any) -> None:
    """Its language is said in the answer, and nothing keeps the page."""
    client = as_agent()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    answer = client.get("/guichet/")

    assert (answer.headers["Content-Language"], answer.headers["Cache-Control"]) == ("fr", "no-store")
    assert EVERYONE == frozenset(Role)
