"""The raw facts of a dossier, read without any check: the simulation is only given valid dossiers."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.civil_days import ONE_DAY, add_months

BAREME = Path(__file__).parents[2] / "src" / "mespoints" / "law" / "bareme.csv"
FIRST_PROBATION = date(2004, 3, 1)
TWELVE_POINTS_SINCE = date(1992, 12, 1)


@dataclass(frozen=True)
class Offence:
    """An offence, pending as long as it has no decision."""

    id: str
    row: int
    category: str
    points: int
    committed_on: date
    final_on: date | None
    decided_on: date | None
    closed_on: date | None
    episode: str | None


@dataclass(frozen=True)
class Stage:
    """A stage followed."""

    id: str
    kind: str
    started_on: date
    ended_on: date


@dataclass(frozen=True)
class Letter:
    """An act of one day: a letter notified, an annulment, a loss, a title handed in."""

    id: str
    on: date
    offence: str = ""
    probation: str = ""


@dataclass(frozen=True)
class CarriedOver:
    """A balance taken over from elsewhere."""

    id: str
    on: date
    balance: int
    ceiling: int
    last_final_on: date | None
    lengthened: bool


@dataclass(frozen=True)
class Facts:
    """Everything that a dossier says."""

    obtained_on: date
    probation: str
    territory: str
    offences: tuple[Offence, ...]
    stages: tuple[Stage, ...]
    formations: tuple[Letter, ...]
    suspensions: tuple[tuple[date, date], ...]
    letters_48si: tuple[Letter, ...]
    letters_48n: tuple[Letter, ...]
    annulments: tuple[Letter, ...]
    surrenders: tuple[Letter, ...]
    licences_annulled: tuple[Letter, ...]
    licences_obtained: tuple[Letter, ...]
    carried: tuple[CarriedOver, ...]


def day_or_none(act: dict[str, Any], key: str) -> date | None:
    """A day that an act may leave out."""
    return date.fromisoformat(act[key]) if act.get(key) else None


def probation_of(obtained_on: date, probation: str | None) -> str:
    """The probation of a licence: said, or ordinary since 1 March 2004."""
    if probation:
        return probation
    return "none" if obtained_on < FIRST_PROBATION else "ordinary"


def scale_row(act: dict[str, Any], bareme: Path) -> tuple[str, int]:
    """Class and points: those given, else those of the first row of the barème in force on the day."""
    if "class" in act and "points" in act:
        return act["class"], int(act["points"])
    with bareme.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        same = (
            act["natinf"] in row["natinf"].split(";")
            if "natinf" in act
            else (row["article"] == act["article"] and row["paragraph"] == act["paragraph"])
        )
        if same and row["from"] <= act["committed_on"] and (not row["to"] or act["committed_on"] < row["to"]):
            return row["class"], int(row["points"])
    raise LookupError(act["id"])


def read_offence(act: dict[str, Any], row: int, bareme: Path) -> Offence:
    """One offence."""
    final_on = day_or_none(act, "final_on")
    category, points = scale_row(act, bareme)
    return Offence(
        id=act["id"],
        row=row,
        category=category,
        points=points,
        committed_on=date.fromisoformat(act["committed_on"]),
        final_on=final_on,
        decided_on=day_or_none(act, "decided_on") or final_on,
        closed_on=day_or_none(act, "closed_on"),
        episode=act.get("episode"),
    )


def read_facts(dossier: dict[str, Any], bareme: Path = BAREME) -> Facts:
    """The facts of a dossier."""
    licence = dossier["licence"]
    obtained_on = date.fromisoformat(licence["obtained_on"])
    numbered = list(enumerate(dossier["acts"]))

    def letters(kind: str, key: str) -> tuple[Letter, ...]:
        return tuple(
            Letter(act["id"], date.fromisoformat(act[key]), act.get("offence", ""), act.get("probation", ""))
            for _, act in numbered
            if act["act"] == kind
        )

    return Facts(
        obtained_on=obtained_on,
        probation=probation_of(obtained_on, licence.get("probation")),
        territory=licence.get("territory", "metropole"),
        offences=tuple(read_offence(act, row, bareme) for row, act in numbered if act["act"] == "offence"),
        stages=tuple(read_stage(act) for _, act in numbered if act["act"] == "stage"),
        formations=letters("formation_complementaire", "on"),
        suspensions=tuple(
            (date.fromisoformat(act["from"]), date.fromisoformat(act["to"]))
            for _, act in numbered
            if act["act"] == "suspension"
        ),
        letters_48si=letters("lettre_48si", "notified_on"),
        letters_48n=letters("lettre_48n", "notified_on"),
        annulments=letters("withdrawal_annulled", "on"),
        surrenders=letters("title_surrendered", "on"),
        licences_annulled=letters("licence_annulled", "on"),
        licences_obtained=letters("licence_obtained", "on"),
        carried=tuple(read_carried(act) for _, act in numbered if act["act"] == "carried_over"),
    )


def read_stage(act: dict[str, Any]) -> Stage:
    """One stage; it began the day before it ended when nothing else is said."""
    ended_on = date.fromisoformat(act["ended_on"])
    return Stage(act["id"], act["kind"], day_or_none(act, "started_on") or ended_on - ONE_DAY, ended_on)


def read_carried(act: dict[str, Any]) -> CarriedOver:
    """One balance taken over."""
    return CarriedOver(
        id=act["id"],
        on=date.fromisoformat(act["on"]),
        balance=act["balance"],
        ceiling=act.get("ceiling", 12),
        last_final_on=day_or_none(act, "last_final_on"),
        lengthened=act.get("lengthened", False),
    )


def facts_known_on(facts: Facts, on: date) -> Facts:
    """The same facts without the acts after a day and without the offences not yet decided on that day."""

    def kept(letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
        return tuple(letter for letter in letters if letter.on <= on)

    return replace(
        facts,
        offences=tuple(one for one in facts.offences if one.decided_on and one.decided_on <= on),
        stages=tuple(stage for stage in facts.stages if stage.ended_on <= on),
        formations=kept(facts.formations),
        suspensions=tuple(span for span in facts.suspensions if span[0] <= on),
        letters_48si=kept(facts.letters_48si),
        letters_48n=kept(facts.letters_48n),
        annulments=kept(facts.annulments),
        surrenders=kept(facts.surrenders),
        licences_annulled=kept(facts.licences_annulled),
        licences_obtained=kept(facts.licences_obtained),
        carried=tuple(carried for carried in facts.carried if carried.on <= on),
    )


def days_that_matter(facts: Facts) -> list[date]:
    """Every day on which something could happen: the days of the acts and the ends of the delays they open."""
    return sorted(set(_days(facts)))


def _days(facts: Facts) -> Iterator[date]:
    yield TWELVE_POINTS_SINCE
    for day in (facts.obtained_on, *(letter.on for letter in facts.licences_obtained)):
        yield from (add_months(day, months) for months in (0, 12, 18, 24, 36))
    for one in facts.offences:
        if one.final_on and one.decided_on:
            yield one.decided_on
            yield from (add_months(one.final_on, months) for months in (6, 12, 24, 36, 120))
    for carried in facts.carried:
        yield carried.on
        if carried.last_final_on:
            yield from (add_months(carried.last_final_on, months) for months in (24, 36))
    yield from (stage.ended_on + ONE_DAY for stage in facts.stages)
    for letter in (*facts.letters_48si, *facts.annulments, *facts.licences_annulled):
        yield letter.on
