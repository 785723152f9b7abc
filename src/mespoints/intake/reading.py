"""A line of a feed read in full: the event that it tells, or all that is wrong with it."""

import hashlib
import json
from datetime import date
from typing import Any, NamedTuple

from mespoints.intake.effects import End, Event, Fact, Opening, Stage
from mespoints.intake.formats import COMMON, FORMATS, ID, NEPH, OFFENCE_FACTS
from mespoints.intake.layouts import Layout, document_of
from mespoints.intake.lines import LineRefused
from mespoints.intake.openings import check_opening
from mespoints.law.holds import word
from mespoints.law.reading import read_values
from mespoints.law.refusals import NOTHING, Fault, Refusal, shown

PLACE = "ligne"
WRITE = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
PAST = frozenset(
    ("on", "committed_on", "started_on", "ended_on", "notified_on", "decided_on", "last_final_on", "obtained_on")
)
"""The days of what has happened; a suspension or a validity may begin, or end, later."""

HEADS = {
    feed: {"format": word(feed)._replace(expected=f'"{feed}"'), "event": word(*events), "id": ID, "neph": NEPH}
    for feed, events in FORMATS.items()
}


class Line(NamedTuple):
    """What a line tells. ``values``: the keys of its event, as the line writes them."""

    feed: str
    event: Event
    identifier: str
    neph: str
    values: dict[str, Any]

    @property
    def digest(self) -> str:
        """What tells two lines apart, the same in JSON and in CSV."""
        return digest_of(WRITE([self.identifier, self.neph, self.values]).encode())


def digest_of(raw: bytes) -> str:
    """What tells two lines apart when they are not read."""
    return hashlib.sha256(raw.strip()).hexdigest()


def read_line(raw: str | bytes, layout: Layout, recorded_on: date) -> Line:
    """Read one line. Raises LineRefused with every reason, in the order of the line."""
    document = document_of(raw, layout)
    if type(document) is not dict:
        raise LineRefused(Refusal(PLACE, "format", shown(document), "un objet").message)
    faults: list[Fault] = []
    head = HEADS[layout.feed]
    for key in COMMON:
        if key not in document:
            faults.append(Fault(key, NOTHING, head[key].expected))
        elif head[key].take(document[key]) is None:
            faults.append(Fault(key, shown(document[key]), head[key].expected))
    if any(fault.key in ("format", "event") for fault in faults):
        raise refused(faults)
    event = FORMATS[layout.feed][document["event"]]
    values = {key: value for key, value in document.items() if key not in COMMON}
    check_values(event, values, recorded_on, faults)
    if faults:
        raise refused(faults)
    if isinstance(event.effect, Opening):
        check_opening(document["neph"], values, recorded_on)
    return Line(layout.feed, event, document["id"], document["neph"], values)


def refused(faults: list[Fault]) -> LineRefused:
    """The refusal of a line for all of these."""
    return LineRefused(*(Refusal(PLACE, *fault).message for fault in faults))


def check_values(event: Event, values: dict[str, Any], recorded_on: date, faults: list[Fault]) -> None:
    """Each key as the table says, nothing that has not happened yet, and what the event asks for besides."""
    taken = read_values(event.shape, values, faults)
    today = recorded_on.toordinal()
    for key in values:
        if key in PAST and taken.get(key, 0) > today:
            faults.append(Fault(key, str(values[key]), f"un jour qui ne suit pas l'enregistrement ({recorded_on})"))
    if isinstance(event.effect, Stage):
        check_measure(values, faults)
    if isinstance(event.effect, End) and "committed_on" in event.shape.keys:
        check_offence_or_facts(values, faults)
    if isinstance(event.effect, Fact) and event.effect.kind == "offence":
        check_points(values, faults)


def check_measure(values: dict[str, Any], faults: list[Fault]) -> None:
    """Case 3 of an attestation is one of two measures, which must be told; the others are none (arrêté du 25 février
    2004)."""
    if values.get("case") == 3 and "measure" not in values:
        faults.append(Fault("measure", NOTHING, "alternative ou composition_penale, « case » valant 3"))
    if values.get("case") in (1, 2, 4) and "measure" in values:
        faults.append(Fault("measure", shown(values["measure"]), "rien, « case » ne valant pas 3"))


def check_offence_or_facts(values: dict[str, Any], faults: list[Fault]) -> None:
    """A judgment names an offence known already, or brings it."""
    given = [key for key in values if key in OFFENCE_FACTS]
    if "offence" in values and given:
        faults.append(Fault(given[0], shown(values[given[0]]), "rien, « offence » étant donné"))
    elif "offence" not in values and "committed_on" not in values:
        faults.append(Fault("committed_on", NOTHING, f"{OFFENCE_FACTS['committed_on'].expected}, ou « offence »"))


def check_points(values: dict[str, Any], faults: list[Fault]) -> None:
    """An offence says its class and points, or what finds them in the barème."""
    if not {"natinf", "article"} & set(values):
        missing = [key for key in ("class", "points") if key not in values]
        faults += [Fault(key, NOTHING, f"{OFFENCE_FACTS[key].expected}, ou le code natinf") for key in missing]


def keys_of(feed: str) -> list[str]:
    """Every key of a format, the common ones first: the columns of its CSV."""
    events = FORMATS[feed].values()
    return [*COMMON, *dict.fromkeys(key for event in events for key in event.shape.keys)]
