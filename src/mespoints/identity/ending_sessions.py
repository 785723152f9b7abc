"""The sessions that the operator ends: of one licence, of one agent, of all drivers, of all agents. Each time noted.

For whoever says that somebody else is in their file, and for the day on which a way in has leaked.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.contrib.sessions.models import Session

from mespoints.identity.agent_session import AGENT
from mespoints.identity.models import Agent, SessionsEnded
from mespoints.identity.open_sessions import end_all
from mespoints.identity.session import DRIVER
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

AT_ONCE = 1000
Whose = SessionsEnded.Whose


class Order(NamedTuple):
    """Who ends sessions, and why: both are kept for a year."""

    by: str
    reason: str


def end_of_licence(licence: Licence, order: Order, now: datetime) -> SessionsEnded:
    """Every session of a licence: the next page of each asks to sign in."""
    with durable_transaction():
        return noted(order, Whose.LICENCE, end_all(licence.pk, now), licence=licence)


def end_of_agent(agent: Agent, order: Order, now: datetime) -> SessionsEnded:
    """Every session of an agent, whose account stays open."""
    with durable_transaction():
        keys = [key for key, kept in kept_sessions(AGENT, now) if kept["account"] == agent.pk]
        return noted(order, Whose.AGENT, forget(keys), agent=agent)


def end_of_everybody(whose: str, order: Order, now: datetime) -> SessionsEnded:
    """Every session of drivers (``Whose.DRIVERS``), or of agents (``Whose.AGENTS``)."""
    kind = {Whose.DRIVERS: DRIVER, Whose.AGENTS: AGENT}[Whose(whose)]
    with durable_transaction():
        return noted(order, whose, forget([key for key, _kept in kept_sessions(kind, now)]))


def kept_sessions(kind: str, now: datetime) -> Iterator[tuple[str, dict[str, object]]]:
    """The sessions of drivers or of agents that are kept: under what, and what they hold of the person."""
    for row in Session.objects.filter(expire_date__gt=now).iterator(AT_ONCE):
        kept = row.get_decoded().get(kind)
        if kept is not None:
            yield row.session_key, kept


def forget(keys: list[str]) -> int:
    """Forget sessions; how many there were. One that answers a page at this moment is never saved anew."""
    groups = (keys[place : place + AT_ONCE] for place in range(0, len(keys), AT_ONCE))
    return sum(Session.objects.filter(session_key__in=group).delete()[0] for group in groups)


def noted(
    order: Order, whose: str, count: int, *, licence: Licence | None = None, agent: Agent | None = None
) -> SessionsEnded:
    """The line of the journal; the database stamps the hour."""
    return SessionsEnded.objects.create(
        whose=whose, licence=licence, agent=agent, count=count, by=order.by, reason=order.reason
    )  # fmt: skip
