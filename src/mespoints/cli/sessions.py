"""``mespoints sessions``: how many are open, and those that the operator ends, each time with who and why."""

import json
import sys
from collections.abc import Mapping

from mespoints.cli.accesses import file_number
from mespoints.cli.options import Given, UsageRefused
from mespoints.cli.register import on_the_register
from mespoints.cli.service import fail

OF_ALL = {"--drivers": "drivers", "--agents": "agents"}
WHOSE = ("--neph", "--agent", *OF_ALL)
NEEDED = ("--by", "--reason")
EXPECTED = {
    "fr": "sessions : attendu rien, ou end avec l'une de {whose}, et {needed}",
    "en": "sessions: expected nothing, or end with one of {whose}, and {needed}",
}
UNKNOWN = {
    "fr": {"--neph": "ce numéro n'est pas dans le registre", "--agent": "aucun compte ne porte ce numéro"},
    "en": {"--neph": "that number is not in the register", "--agent": "no account bears that number"},
}
ENDED = {"fr": "Sessions terminées : {count}\n", "en": "Sessions ended: {count}\n"}
OPEN = {
    "fr": "Sessions gardées : conducteurs {drivers}, agents {agents}\n",
    "en": "Sessions kept: drivers {drivers}, agents {agents}\n",
}


def run(given: Given) -> int:
    """Count the sessions, or end some."""
    if given.words == () and not given.options.keys() - {"--json", "--lang"}:
        return on_the_register(show)(given)
    chosen = [option for option in WHOSE if option in given.options]
    is_whole = len(chosen) == 1 and all(given.options.get(option, "").strip() for option in NEEDED)
    number = given.options.get("--agent", "0")
    if given.words != ("end",) or not is_whole or not (number.isascii() and number.isdigit()):
        raise UsageRefused(EXPECTED[given.language].format(whose=", ".join(WHOSE), needed=" ".join(NEEDED)))
    neph = file_number(given) if "--neph" in given.options else ""
    return on_the_register(lambda given: end(given, chosen[0], neph))(given)


def show(given: Given) -> int:
    """How many sessions are kept, those that have been idle for too long included."""
    from mespoints.config.clock import now
    from mespoints.identity.agent_session import AGENT
    from mespoints.identity.ending_sessions import kept_sessions
    from mespoints.identity.session import DRIVER

    counts = {
        "drivers": sum(1 for _ in kept_sessions(DRIVER, now())),
        "agents": sum(1 for _ in kept_sessions(AGENT, now())),
    }
    write(given, "sessions/1", counts, OPEN)
    return 0


def end(given: Given, whose: str, neph: str) -> int:
    """End them; 2 when nobody answers to the number, which is not repeated."""
    from mespoints.config.clock import now
    from mespoints.identity import ending_sessions
    from mespoints.identity.models import Agent
    from mespoints.register.models import Licence

    order = ending_sessions.Order(*(given.options[option].strip() for option in NEEDED))
    if whose in OF_ALL:
        ended = ending_sessions.end_of_everybody(OF_ALL[whose], order, now())
    elif whose == "--neph" and (licence := Licence.objects.filter(neph=neph).first()):
        ended = ending_sessions.end_of_licence(licence, order, now())
    elif whose == "--agent" and (agent := Agent.objects.filter(pk=int(given.options["--agent"])).first()):
        ended = ending_sessions.end_of_agent(agent, order, now())
    else:
        return fail(given, UNKNOWN[given.language][whose])
    write(given, "sessions-ended/1", {"whose": ended.whose, "count": ended.count}, ENDED)
    return 0


def write(given: Given, form: str, told: Mapping[str, object], words: dict[str, str]) -> None:
    """The answer, for a person or a program."""
    as_json = "--json" in given.options
    sys.stdout.write(
        json.dumps({"format": form, **told}) + "\n" if as_json else words[given.language].format(**told)
    )  # fmt: skip
