"""Who may call which view of the desk. A view that does not say it cannot be given an address."""

import logging
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import translation

from mespoints.identity.agent_session import agent_of
from mespoints.identity.models import Agent

log = logging.getLogger(__name__)

LANGUAGE = "fr"
"""The desk speaks French alone (docs/adr/0016)."""

View = Callable[..., HttpResponseBase]
Role = Agent.Role
EVERYONE = frozenset(Role)


def for_agents(*roles: Agent.Role) -> Callable[[View], View]:
    """Give the view ``request.agent`` when the agent has one of these roles; refuse everybody else."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            with translation.override(LANGUAGE):
                return french(_answer(view, frozenset(roles), request, *args, **kwargs))

        guarded.roles = frozenset(roles)  # type: ignore[attr-defined]
        return guarded

    return guard


def at_the_door(view: View) -> View:
    """A page of sign-in, the only ones for somebody who is not an agent yet."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        with translation.override(LANGUAGE):
            return french(view(request, *args, **kwargs))

    guarded.roles = frozenset()  # type: ignore[attr-defined]
    return guarded


def address(route: str, view: View, name: str) -> URLPattern:
    """The address of a view that says whom it is for. Raises ImproperlyConfigured for any other one."""
    if not hasattr(view, "roles"):
        raise ImproperlyConfigured(f"{name}: a view of the desk says for whom it is (for_agents)")
    return path(route, view, name=name)


def french(response: HttpResponseBase) -> HttpResponseBase:
    """The answer, which nothing keeps, and whose language it says."""
    response.headers["Content-Language"] = LANGUAGE
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(
    view: View, roles: frozenset[Agent.Role], request: HttpRequest, *args: object, **kwargs: object
) -> HttpResponseBase:
    """The view's own answer, or why it is not given."""
    agent = agent_of(request)
    if agent is None:
        return redirect("desk:sign_in")
    if agent.role not in roles:
        log.warning("agent %d, role %s, refused at %s", agent.pk, agent.role, view.__name__)
        return render(request, "desk/refused.html", status=403)
    request.agent = agent  # type: ignore[attr-defined]
    return view(request, *args, **kwargs)
