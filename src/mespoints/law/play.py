"""From the acts of a dossier to the rows of the fold, lived up to a day."""

from collections.abc import Callable
from typing import Any, NamedTuple

from mespoints.law import kinds
from mespoints.law.acts import (
    CarriedOver,
    CategoryBByAac,
    Dossier,
    FormationComplementaire,
    FrenchLicence,
    InterdictionDeCirculer,
    Lettre48SI,
    LicenceAnnulled,
    LicenceObtained,
    Offence,
    Stage,
    Suspension,
)
from mespoints.law.capital import FOREIGN_LICENCES_FROM, opens_on
from mespoints.law.days import Day
from mespoints.law.fold import start
from mespoints.law.invalidation import ban_ends_on
from mespoints.law.memory import Memory
from mespoints.law.probations import NONE as NO_PROBATION
from mespoints.law.probations import PROBATIONS
from mespoints.law.revisions import live
from mespoints.law.rows import DELIT, MovementRow, Row
from mespoints.law.undone import revisions_of

GRADES = {"c1": 1, "c2": 2, "c3": 3, "c4": 4, "c5": 5, "delit": DELIT}
IS_FOREIGN = 1
STAGES_WITH_POINTS = ("volontaire", "probatoire")


class Played(NamedTuple):
    """A licence lived up to a day: its movements, and the memory with which it goes on."""

    movements: list[MovementRow]
    memory: Memory


def rows_of(dossier: Dossier, strict: bool) -> list[Row]:
    """Every fact that the fold reads. Letters 48N and surrenders only open and close deadlines."""
    licence = dossier.licence
    opening = opens_on(licence.obtained_on, licence.foreign)
    probation, foreign = PROBATIONS[licence.probation], IS_FOREIGN if licence.foreign else 0
    began_on = max(licence.obtained_on, FOREIGN_LICENCES_FROM) if licence.foreign else licence.obtained_on
    rows = [Row(opening, kinds.LICENCE_OBTAINED, 0, began_on, -1, probation, foreign, -1)]
    episodes: dict[str, int] = {}
    for index, act in enumerate(dossier.acts):
        if isinstance(act, Offence):
            add_offence(rows, act, index, episodes, strict)
        elif isinstance(act, Lettre48SI):
            rows.append(letter_row(act, index, dossier))
        elif isinstance(act, InterdictionDeCirculer):
            rows += ban_rows(act, index)
        elif type(act) in ROW_OF:
            rows.append(ROW_OF[type(act)](act, index))
    return rows


def add_offence(rows: list[Row], act: Offence, index: int, episodes: dict[str, int], strict: bool) -> None:
    """The row of an offence once decided, and in the strict reading that of its réalité."""
    if act.decided_on is None:
        return
    assert act.final_on is not None, "no decision without réalité"
    group = -1 if act.episode is None else episodes.setdefault(act.episode, len(episodes))
    grade = GRADES[act.offence_class]
    rows.append(Row(act.decided_on, kinds.DECIDED, act.final_on, act.committed_on, index, grade, act.points, group))
    if strict and act.final_on < act.decided_on:
        rows.append(Row(act.final_on, kinds.ESTABLISHED, act.final_on, act.committed_on, index, grade, 0, group))


def letter_row(act: Lettre48SI, index: int, dossier: Dossier) -> Row:
    """A notified 48SI, with the place of the offence that it names."""
    named = -1 if act.offence is None else [other.id for other in dossier.acts].index(act.offence)
    return Row(act.notified_on, kinds.LETTRE_48SI, 0, 0, index, 0, 0, named)


def ban_rows(act: InterdictionDeCirculer, index: int) -> list[Row]:
    """A notified ban, and its end, which gives points to a foreign licence again if the ban took effect."""
    return [Row(act.notified_on, kinds.INTERDICTION, 0, 0, index, 0, 0, -1), end_of_ban(act, index)]


def end_of_ban(act: InterdictionDeCirculer, index: int) -> Row:
    """The day after the year of a ban (art. L. 223-10, II)."""
    on = ban_ends_on(act.notified_on)
    return Row(on, kinds.END_OF_BAN, 0, on, -1, NO_PROBATION, IS_FOREIGN, index)


def stage_row(act: Stage, index: int) -> Row:
    """A stage takes effect the day after it ended (art. R. 223-8, III)."""
    gives = 1 if act.kind in STAGES_WITH_POINTS else 0
    return Row(act.ended_on + 1, kinds.STAGE, act.ended_on, 0, index, gives, 0, act.started_on)


def carried_row(act: CarriedOver, index: int) -> Row:
    """A balance taken over, with the end that its running delay counts from.

    Without one, no delay runs that ``lengthened`` could lengthen.
    """
    grade = 1 if act.lengthened and act.last_final_on is not None else 0
    return Row(act.on, kinds.CARRIED_OVER, 0, 0, index, grade, act.balance, act.ceiling, act.last_final_on or 0)


ROW_OF: dict[type, Callable[[Any, int], Row]] = {
    Stage: stage_row,
    CarriedOver: carried_row,
    LicenceAnnulled: lambda act, index: Row(act.on, kinds.LICENCE_ANNULLED, 0, 0, index, 0, 0, -1),
    LicenceObtained: lambda act, index: Row(
        act.on, kinds.LICENCE_OBTAINED, 0, act.on, index, PROBATIONS[act.probation], 0, -1
    ),
    FormationComplementaire: lambda act, index: Row(act.on, kinds.FORMATION, 0, 0, index, 0, 0, -1),
    CategoryBByAac: lambda act, index: Row(act.on, kinds.CATEGORY_B_BY_AAC, 0, 0, index, 0, 0, -1),
    FrenchLicence: lambda act, index: Row(act.on, kinds.FRENCH_LICENCE, 0, 0, index, PROBATIONS[act.probation], 0, -1),
    Suspension: lambda act, index: Row(act.from_on, kinds.SUSPENSION, 0, 0, index, 0, 0, -1),
}


def play(dossier: Dossier, until: Day, strict: bool) -> Played:
    """Live a dossier up to a day, in one of the readings of doubt D2; what is undone on the way is lived again."""
    memory = start(rows_of(dossier, strict), strict, revisions_of(dossier))
    live(memory, until)
    return Played(memory.movements, memory)
