"""The session of an agent: under a new key, 20 minutes without a visit, eight hours in all, flushed at the end.

Apart from that of a driver: each sign-in empties the session of the other, so that nobody is both in one session.
"""

from datetime import date, datetime, timedelta

from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from mespoints.identity.agents import open_accounts
from mespoints.identity.models import Agent
from mespoints.identity.session import moment
from mespoints.identity.session_keys import is_over

IDLE = timedelta(minutes=20)
ABSOLUTE = timedelta(hours=8)
# The hour of the last visit is written again only after this long: most pages then write nothing.
_NOTED_EVERY = timedelta(minutes=1)

AGENT = "agent"
PROCONNECT = "proconnect"
EXPIRED = "agent_session_expired"


class AgentVisit(HttpRequest):
    """For the type checker: a request as the clock and the guard of the desk complete it."""

    today: date
    now: datetime
    agent: Agent


def open_session(request: HttpRequest, agent: Agent, id_token: str) -> None:
    """Open the agent's session under a new key; nothing of what the browser did before survives."""
    request.session.flush()
    rotate_token(request)
    opened = moment(request).timestamp()
    request.session[AGENT] = {"account": agent.pk, "since": opened, "seen": opened}
    request.session[PROCONNECT] = {"id_token": id_token}


def agent_of(request: HttpRequest) -> Agent | None:
    """The agent whose session it is; a session idle or open for too long, or of a closed account, is flushed."""
    # A request for another host is refused, on a page of ours, before it has a session.
    kept = request.session.get(AGENT) if hasattr(request, "session") else None
    if kept is None:
        return None
    now = moment(request)
    seen, since = (datetime.fromtimestamp(kept[key], tz=now.tzinfo) for key in ("seen", "since"))
    # Read on each visit: an account that is closed opens nothing more, from that very moment.
    agent = open_accounts().filter(pk=kept["account"]).first()
    if agent is None or is_over(now - seen, IDLE) or is_over(now - since, ABSOLUTE):
        request.session.flush()
        request.session[EXPIRED] = True
        return None
    if now - seen >= _NOTED_EVERY:
        request.session[AGENT] = kept | {"seen": now.timestamp()}
    return agent


def close_session(request: HttpRequest) -> str:
    """Flush the session; the id_token of the session to end at ProConnect, empty when there is none."""
    left = request.session.get(PROCONNECT, {}).get("id_token", "")
    request.session.flush()
    return str(left)
