"""What every page of the desk needs: its frame."""

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest

from mespoints.desk.navigation import Place, places_for
from mespoints.identity.agent_session import agent_of
from mespoints.identity.models import Agent

register = template.Library()


class Frame(NamedTuple):
    """``agent``: None at the door. ``here``: the name of the page's address."""

    demo_band: bool
    agent: Agent | None
    places: tuple[Place, ...]
    here: str


@register.simple_tag(takes_context=True)
def desk_frame(context: dict[str, Any]) -> Frame:
    """The frame of the page being shown."""
    request: HttpRequest = context["request"]
    agent = getattr(request, "agent", None) or agent_of(request)
    here = request.resolver_match.view_name if request.resolver_match else ""
    return Frame(settings.MESPOINTS_DEMO_BAND, agent, places_for(agent.role) if agent else (), here)
