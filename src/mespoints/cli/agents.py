"""``mespoints agents``: the accounts of the desk, opened, listed, closed."""

import json
import sys
from typing import TYPE_CHECKING

from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.register import on_the_register
from mespoints.cli.service import fail

if TYPE_CHECKING:
    from mespoints.identity.models import Agent

NEEDED = ("--name", "--service", "--departement", "--role", "--email", "--idp", "--by")
EXPECTED = {
    "fr": "agents : attendu rien, add avec {needed}, ou close et un numéro",
    "en": "agents: expected nothing, add with {needed}, or close and a number",
}
LINE = "{number}\t{role}\t{departement}\t{state}\t{name}\t{service}\n"
STATES = {
    "fr": {"invited": "invité le {on}", "bound": "ouvert", "closed": "fermé le {on}"},
    "en": {"invited": "invited on {on}", "bound": "open", "closed": "closed on {on}"},
}


def run(given: Given) -> int:
    """Open an account, close one, or list them all."""
    match given.words:
        case ():
            return on_the_register(show)(given)
        case ("add",) if all(given.options.get(name, "").strip() for name in NEEDED):
            return on_the_register(add)(given)
        case ("close", number) if number.isascii() and number.isdigit():
            return on_the_register(close)(given)
    raise UsageRefused(EXPECTED[given.language].format(needed=" ".join(NEEDED)))


def add(given: Given) -> int:
    """Invite an agent: the account waits for a month for its first sign-in."""
    from mespoints.config.clock import today
    from mespoints.identity.agents import AgentRefused, Invitation, invite

    name, service, departement, role, email, idp, by = (given.options[option].strip() for option in NEEDED)
    uid = given.options.get("--uid", "").strip()
    try:
        agent = invite(Invitation(name, service, departement, role, email, idp, uid, by), today())
    except AgentRefused as refusal:
        return fail(given, str(refusal))
    write(agent, given)
    return 0


def close(given: Given) -> int:
    """Close an account: its sessions end with their next page."""
    from mespoints.config.clock import today
    from mespoints.identity.agents import AgentRefused
    from mespoints.identity.agents import close as close_account

    try:
        agent = close_account(int(given.words[1]), today())
    except AgentRefused as refusal:
        return fail(given, str(refusal))
    write(agent, given)
    return 0


def show(given: Given) -> int:
    """Every account, those that are closed included: their numbers stand in the journal of accesses."""
    from mespoints.identity.models import Agent

    for agent in Agent.objects.order_by("pk"):
        write(agent, given)
    return 0


def write(agent: "Agent", given: Given) -> None:
    """One account; never the address nor what ProConnect calls the person by."""
    state = "closed" if agent.closed_on else "bound" if agent.subject else "invited"
    on = str(agent.closed_on or agent.invited_on)
    known = {
        "number": agent.pk, "role": agent.role, "departement": agent.departement, "state": state, "on": on,
        "name": agent.name, "service": agent.service,
    }  # fmt: skip
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "agent/1", **known}, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(LINE.format(**{**known, "state": STATES[given.language][state].format(on=on)}))
