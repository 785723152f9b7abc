"""A dossier read without any check: the simulation is only given valid ones."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.civil_days import ONE_DAY
from tests.oracle.facts import (
    FIRST_PROBATION,
    CarriedOver,
    Facts,
    Letter,
    Offence,
    Recours,
    Rejection,
    Stage,
    Undoing,
)

BAREME = Path(__file__).parents[2] / "src" / "mespoints" / "law" / "bareme.csv"
UNDOINGS = (
    "withdrawal_annulled",
    "withdrawal_suspended",
    "lettre_48si_annulled",
    "lettre_48si_suspended",
    "licence_exchanged",
)

Act = dict[str, Any]


def read_facts(dossier: dict[str, Any], bareme: Path = BAREME) -> Facts:
    """The facts of a dossier."""
    licence = dossier["licence"]
    acts: list[Act] = dossier["acts"]
    obtained_on = date.fromisoformat(licence["obtained_on"])
    foreign = licence.get("foreign", False)

    def letters(kind: str, key: str = "on") -> tuple[Letter, ...]:
        return tuple(read_letter(act, key) for act in of(kind))

    def of(*kinds: str) -> list[Act]:
        return [act for act in acts if act["act"] in kinds]

    return Facts(
        obtained_on=obtained_on,
        probation="none" if foreign else probation_of(obtained_on, licence.get("probation")),
        territory=licence.get("territory", "metropole"),
        foreign=foreign,
        offences=tuple(read_offence(act, row, bareme) for row, act in enumerate(acts) if act["act"] == "offence"),
        stages=tuple(read_stage(act) for act in of("stage")),
        formations=letters("formation_complementaire"),
        categories_by_aac=letters("category_b_by_aac"),
        suspensions=tuple((day_of(act, "from"), day_of(act, "to")) for act in of("suspension")),
        letters_48si=letters("lettre_48si", "notified_on"),
        letters_48n=letters("lettre_48n", "notified_on"),
        undoings=tuple(read_undoing(act) for act in of(*UNDOINGS)),
        surrenders=letters("title_surrendered"),
        licences_annulled=letters("licence_annulled"),
        licences_obtained=letters("licence_obtained"),
        bans=letters("interdiction_de_circuler", "notified_on"),
        french_licences=letters("french_licence"),
        recours=tuple(Recours(act["id"], day_of(act, "on"), act["kind"], act["letter"]) for act in of("recours")),
        rejections=tuple(Rejection(day_of(act, "on"), act["recours"]) for act in of("recours_rejected")),
        carried=tuple(read_carried(act) for act in of("carried_over")),
    )


def day_of(act: Act, key: str) -> date:
    """A day of an act."""
    return date.fromisoformat(act[key])


def day_or_none(act: Act, key: str) -> date | None:
    """A day that an act may leave out."""
    return date.fromisoformat(act[key]) if act.get(key) else None


def probation_of(obtained_on: date, probation: str | None) -> str:
    """The probation of a licence: said, or ordinary since 1 March 2004."""
    if probation:
        return probation
    return "none" if obtained_on < FIRST_PROBATION else "ordinary"


def scale_row(act: Act, bareme: Path) -> tuple[str, int]:
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


def read_offence(act: Act, row: int, bareme: Path) -> Offence:
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


def read_letter(act: Act, key: str) -> Letter:
    """One act of one day."""
    return Letter(
        act["id"], date.fromisoformat(act[key]), act.get("offence", ""), act.get("probation", ""), act.get("ban_months")
    )


def read_undoing(act: Act) -> Undoing:
    """One decision suspended or annulled."""
    target = act.get("offence") or act.get("letter") or ""
    return Undoing(act["id"], act["act"], date.fromisoformat(act["on"]), day_or_none(act, "to"), target)


def read_stage(act: Act) -> Stage:
    """One stage; it began the day before it ended when nothing else is said."""
    ended_on = date.fromisoformat(act["ended_on"])
    return Stage(act["id"], act["kind"], day_or_none(act, "started_on") or ended_on - ONE_DAY, ended_on)


def read_carried(act: Act) -> CarriedOver:
    """One balance taken over."""
    return CarriedOver(
        id=act["id"],
        on=date.fromisoformat(act["on"]),
        balance=act["balance"],
        ceiling=act.get("ceiling", 12),
        last_final_on=day_or_none(act, "last_final_on"),
        lengthened=act.get("lengthened", False),
    )
