"""Who holds a request or a claim: one agent at a time works on it, so that two do not do the same, or the opposite.

Whoever takes it, or checks a piece of it, holds it; nobody else may work on it until they give it back, until what is
asked of the requester leaves, or until two days have passed. An agent who validates may take it over at once.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mespoints.law.explain import day_words
from mespoints.requests.models import ClaimEvent, RecordEvent

TAKEN, LET_GO = "taken", "let_go"
"""The events, of requests and of claims alike."""

DAYS_HELD = 2
"""Of silence, after which anybody may take it: the day itself and the next one."""


class Hold(NamedTuple):
    """``by``: the agent; ``until_on``: the first day on which anybody may take it."""

    by: str
    until_on: date

    def is_of(self, by: str) -> bool:
        """Whether this agent holds it, however they write their name."""
        return self.by.casefold() == by.strip().casefold()


def hold_of(events: Iterable[RecordEvent | ClaimEvent], working: Collection[str], on: date) -> Hold | None:
    """Who holds it on a day. ``working``: the events by which an agent holds it; any other but an arrival frees it."""
    hold = None
    for event in events:
        hold = Hold(event.by, event.on + timedelta(days=DAYS_HELD)) if event.kind in working else None
    return hold if hold is not None and on < hold.until_on else None


def refusal(hold: Hold) -> str:
    """Why another agent may not work on it: a French sentence."""
    return (
        f"trouvé un dossier que tient {hold.by}, attendu que cet agent le rende, qu'un agent de validation le "
        f"reprenne, ou le {day_words(hold.until_on.toordinal())}, jour où chacun peut le prendre."
    )
