"""What a simulation is made of, and how it travels: in hidden fields of the page, from one answer to the next."""

import json
from typing import NamedTuple

from django.http import QueryDict

from mespoints.law.days import Day, iso
from mespoints.law.holds import take_day
from mespoints.law.statement import READINGS
from mespoints.law.strict_json import JsonRefused, parse_json
from mespoints.portal.simulator.history import History, read_text

MOST_SCENARIOS = 6
LONGEST_SCENARIO = 400


class State(NamedTuple):
    """``history``: None until the licence is known. ``on``: the day asked, None for today.

    ``scenarios``: what is supposed, as ``law.suppositions`` reads it.
    """

    history: History | None = None
    on: Day | None = None
    reading: str = READINGS[0]
    scenarios: tuple[str, ...] = ()

    def hidden(self) -> list[tuple[str, str]]:
        """The names and values of the hidden fields."""
        return [
            ("dossier", written(self.history) if self.history else ""),
            ("on", iso(self.on) if self.on else ""),
            ("reading", self.reading),
            ("scenarios", written_scenarios(self.scenarios)),
        ]


def written(history: History, indent: int | None = None) -> str:
    """The history as JSON: on one line in the page, spread out in a file."""
    separators = (",", ":") if indent is None else None
    return json.dumps(history.document, ensure_ascii=False, indent=indent, separators=separators)


def read_state(posted: QueryDict) -> State:
    """What the hidden fields hold; what is not ours in them is as if it were not there. Raises HistoryRefused."""
    text = posted.get("dossier", "")
    reading = posted.get("reading", "")
    return State(
        history=read_text(text.encode()) if text.strip() else None,
        on=take_day(posted.get("on", "")),
        reading=reading if reading in READINGS else READINGS[0],
        scenarios=read_scenarios(posted.get("scenarios", "")),
    )


def written_scenarios(scenarios: tuple[str, ...]) -> str:
    """The scenarios as a hidden field holds them."""
    return json.dumps(scenarios, ensure_ascii=False) if scenarios else ""


def read_scenarios(text: str) -> tuple[str, ...]:
    """The scenarios of a hidden field; what is not ours in it is as if it were not there."""
    try:
        found = parse_json(text.encode())
    except JsonRefused:
        return ()
    texts = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    return tuple(text for text in texts if len(text) <= LONGEST_SCENARIO)[:MOST_SCENARIOS]
