"""A public case told as of one of its days: every date moved alike, and nothing of what was still to come.

Moving by days keeps what lies between two facts, not what lies between a fact and a quantième: a delay in months
may end a day or three earlier or later than in the case. Nobody's case day stands that close to the end of a delay.
A history moved across a change of the law is judged by the law of its new days; each person's class and points
are written in the case, or come from a barème row that has not changed since.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mespoints.law.capital import has_default_probation
from mespoints.law.shapes import day_key

Document = dict[str, Any]

ENDS = {
    "closed_on": ("closed_on", "closed_by"),
    "final_on": ("final_on", "final_by", "decided_on"),
    "decided_on": ("final_on", "final_by", "decided_on"),
}
"""What may come after an offence is committed, and the keys left out while it has not come.

An offence final but not decided is told as not final either: ``dossier/1`` reads an absent decision as taken.
"""


def told_on(case: Mapping[str, Any], case_day: date, today: date) -> Document:
    """The dossier of the case, as known on ``case_day``, moved so that this day is ``today``."""
    move = today - case_day
    dossier = case["dossier"]
    licence = {"probation": usual_probation(dossier["licence"]["obtained_on"]), **dossier["licence"]}
    acts = [act for act in dossier["acts"] if is_known(act, case_day)]
    return {
        "format": dossier["format"],
        "licence": moved(licence, move),
        "acts": [moved(as_known(act, case_day), move) for act in acts],
    }


def usual_probation(obtained_on: str) -> str:
    """What an absent ``probation`` stands for on the case's own day, written out before that day is moved."""
    return "ordinary" if has_default_probation(date.fromisoformat(obtained_on).toordinal()) else "none"


def is_known(act: Mapping[str, Any], day: date) -> bool:
    """Whether the act belongs to what was known on a day."""
    known_on: str = act[day_key(act["act"])]
    return known_on <= day.isoformat()


def as_known(act: Document, day: date) -> Document:
    """The act as it was known on a day: an offence not yet final then is pending."""
    if act["act"] == "licence_obtained":
        return {"probation": usual_probation(act["on"]), **act}
    if act["act"] != "offence":
        return act
    future = {key for end, keys in ENDS.items() if act.get(end, "") > day.isoformat() for key in keys}
    return {key: value for key, value in act.items() if key not in future}


def moved(document: Mapping[str, Any], move: timedelta) -> Document:
    """The same object, its days moved."""
    return {
        key: (date.fromisoformat(value) + move).isoformat() if is_day(key) else value for key, value in document.items()
    }


def is_day(key: str) -> bool:
    """Whether this key of ``dossier/1`` holds a day."""
    return key.endswith("_on") or key in ("on", "from", "to")
