"""What every page of the desk needs: its frame."""

from datetime import date
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest

from mespoints.desk.fields import french_birth
from mespoints.desk.navigation import READERS, Place, places_for
from mespoints.desk.queue.words import days_words
from mespoints.desk.recording.entries import waiting
from mespoints.desk.recording.kinds import BY_WORD
from mespoints.identity.agent_session import agent_of
from mespoints.identity.models import Agent
from mespoints.law.explain import article_words
from mespoints.law.explain.typography import unbroken

register = template.Library()

SHOWN_AT_LEFT = 8


class Frame(NamedTuple):
    """``agent``: None at the door. ``here``: the name of the page's address. ``queue``: what waits, oldest first."""

    demo_band: bool
    agent: Agent | None
    places: tuple[Place, ...]
    here: str
    queue: tuple[tuple[int, str, date], ...]


@register.simple_tag(takes_context=True)
def desk_frame(context: dict[str, Any]) -> Frame:
    """The frame of the page being shown."""
    request: HttpRequest = context["request"]
    agent = getattr(request, "agent", None) or agent_of(request)
    here = request.resolver_match.view_name if request.resolver_match else ""
    places = places_for(agent.role) if agent else ()
    queue = queue_of(agent) if agent and agent.role in READERS else ()
    return Frame(settings.MESPOINTS_DEMO_BAND, agent, places, here, queue)


@register.filter
def tied(sentence: str) -> str:
    """A sentence whose lines do not end inside an article or a number."""
    return unbroken(sentence)


@register.filter
def article(word: str) -> str:
    """« art. L. 225-4 » out of ``L225-4``."""
    return unbroken(article_words(word))


@register.filter
def birth(birth_date: str) -> str:
    """A day of birth as people write it."""
    return french_birth(birth_date) if birth_date else ""


@register.filter
def days_left(days: int) -> str:
    """The clock of a request, in words."""
    return days_words(days)


@register.simple_tag
def agent_name(names: dict[str, str], by: str) -> str:
    """An agent as colleagues know them, with the number of their account; any other one as the journals name them."""
    return f"{names[by]}, {by.rpartition(', ')[2]}" if by in names else by


def queue_of(agent: Agent) -> tuple[tuple[int, str, date], ...]:
    """The entries that wait longest in a département: their number, what they are, the day their paper came."""
    rows = waiting(agent.departement)[:SHOWN_AT_LEFT]
    return tuple((entry.pk, BY_WORD[entry.kind].label, entry.received_on) for entry in rows)
