"""From a file to what may be told of it: each datum has its maker, and only those that were granted are made."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any

from mespoints.law.access import Datum
from mespoints.law.acts import InterdictionDeCirculer, LicenceAnnulled, Offence, Suspension
from mespoints.law.causes import CAUSE_NAMES, LETTRE_48SI_ANNULLED, LETTRE_48SI_SUSPENDED, LOST
from mespoints.law.explain import cause_words
from mespoints.law.explain.labels import label_of
from mespoints.law.results import Movement, Statement
from mespoints.law.statement import make_statement
from mespoints.letters.timeline import letter_lives
from mespoints.records.erased import told
from mespoints.records.holding import Held, Rights
from mespoints.records.rights import rights_of
from mespoints.register.files import dossier_of, payloads_of
from mespoints.register.models import Licence

RETENTION = "retention"
TITLE_EVENTS = ("title_issued", "title_lost", "title_stolen")
UNDONE = {CAUSE_NAMES[cause]: CAUSE_NAMES[cause] for cause in (LETTRE_48SI_SUSPENDED, LETTRE_48SI_ANNULLED)}


class Source:
    """A file on a day, read when it is needed."""

    def __init__(self, licence: Licence, on: date) -> None:
        """``licence`` comes with its holder."""
        self.licence, self.on = licence, on
        self.dossier = dossier_of(licence)

    @cached_property
    def rights(self) -> Rights:
        """The right to drive: no balance is read to make it."""
        return rights_of(self.licence, self.dossier, self.on, date.max)

    @cached_property
    def statement(self) -> Statement:
        """The file folded up to the day, without what an erasure took."""
        return told(self.dossier, make_statement(self.dossier, self.on.toordinal()))

    @cached_property
    def letters(self) -> list[dict[str, Any]]:
        """The letters owed, the oldest first."""
        lives = reversed(letter_lives(self.licence, self.statement))
        return [{"letter": life.letter, "owed_on": life.owed_on, "notified_on": life.notified_on} for life in lives]

    @cached_property
    def administrative(self) -> list[dict[str, Any]]:
        """What the law of points does not read: titles and rétentions, in the order in which they were recorded."""
        return payloads_of(self.licence, (*TITLE_EVENTS, RETENTION))


def fill(source: Source, granted: Iterable[Datum]) -> dict[str, Any]:
    """The answer: the day, and the data granted, each by its name."""
    return {"on": source.on, **{datum.value: MAKERS[datum](source) for datum in granted}}


def day(ordinal: int | None) -> date | None:
    """A day of the law, as a date."""
    return None if ordinal is None else date.fromordinal(ordinal)


def category_of(held: Held) -> dict[str, Any]:
    """One category."""
    return {**held._asdict(), "from_on": day(held.from_on), "to_on": day(held.to_on), "codes": list(held.codes)}


def identity_of(source: Source) -> dict[str, Any]:
    """The holder."""
    holder = source.licence.holder
    names = ("family_name", "usage_name", "given_names", "sex", "birth_date", "birth_place", "birth_country")
    return {"neph": source.licence.neph, **{name: getattr(holder, name) for name in names}}


def titles_of(source: Source) -> list[dict[str, Any]]:
    """The life of the titles, in the order in which it was recorded."""
    return [
        {"event": act["act"], "on": act["on"], "number": act.get("number"), "to_on": act.get("to")}
        for act in source.administrative
        if act["act"] in TITLE_EVENTS
    ]


def measures_of(source: Source) -> list[dict[str, Any]]:
    """What was decided about the right to drive, in the order of time: suspensions, rétentions, what ended it."""
    today = source.on.toordinal()
    found = [
        {"kind": "suspension", "from_on": day(act.from_on), "to_on": day(act.to_on), "by": act.by}
        for act in source.dossier.acts
        if isinstance(act, Suspension) and act.from_on <= today
    ]
    found += [
        {"kind": RETENTION, "from_on": date.fromisoformat(act["on"]), "to_on": act.get("to"), "by": None}
        for act in source.administrative
        if act["act"] == RETENTION
    ]
    kinds = {act.id: kind_of_end(act) for act in source.dossier.acts}
    for movement in source.statement.movements:
        if movement.cause == CAUSE_NAMES[LOST] or movement.cause in UNDONE:
            kind = UNDONE.get(movement.cause) or kinds.get(movement.act or "", "invalidation")
            found.append({"kind": kind, "from_on": day(movement.on), "to_on": None, "by": None})
    return sorted(found, key=lambda one: str(one["from_on"]))


def kind_of_end(act: object) -> str:
    """How an act ends the right to drive."""
    if isinstance(act, LicenceAnnulled):
        return "annulation"
    return "interdiction" if isinstance(act, InterdictionDeCirculer) else "invalidation"


def offences_of(source: Source) -> list[dict[str, Any]]:
    """The offences established by that day, and no others (art. L. 225-1, I, 5° and 6°)."""
    today = source.on.toordinal()
    return [
        {
            "committed_on": day(act.committed_on), "final_on": day(act.final_on), "final_by": act.final_by,
            "label": label_of(act), "place": act.place,
        }
        for act in source.dossier.acts
        if isinstance(act, Offence) and act.final_on is not None and act.final_on <= today
    ]  # fmt: skip


def movement_of(movement: Movement, source: Source) -> dict[str, Any]:
    """One movement."""
    return {
        "on": day(movement.on), "what": cause_words(movement, source.dossier), "points": movement.points,
        "balance": movement.balance,
    }  # fmt: skip


MAKERS: dict[Datum, Callable[[Source], Any]] = {
    Datum.EXISTENCE: lambda _source: True,
    Datum.CATEGORIES: lambda source: [category_of(held) for held in source.rights.categories],
    Datum.VALIDITY: lambda source: {"state": source.rights.state, "until": day(source.rights.until)},
    Datum.RESTRICTIONS: lambda source: list(source.rights.restrictions),
    Datum.IDENTITY: identity_of,
    Datum.ADDRESS: lambda source: list(source.licence.holder.address),
    Datum.TITLES: titles_of,
    Datum.MEASURES: measures_of,
    Datum.OFFENCES: offences_of,
    Datum.POINTS: lambda source: {"balance": source.statement.balance, "ceiling": source.statement.ceiling},
    Datum.MOVEMENTS: lambda source: [movement_of(one, source) for one in source.statement.movements],
    Datum.LETTERS: lambda source: source.letters,
}
