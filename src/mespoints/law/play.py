"""From the acts of a dossier to the rows of the fold, and the annulled withdrawals of doubt D16."""

from collections.abc import Callable
from typing import Any, NamedTuple

from mespoints.law import causes, kinds, reasons
from mespoints.law.acts import (
    CarriedOver,
    Dossier,
    FormationComplementaire,
    Lettre48SI,
    LicenceAnnulled,
    LicenceObtained,
    Offence,
    Stage,
    Suspension,
    WithdrawalAnnulled,
)
from mespoints.law.capital import opens_on
from mespoints.law.days import Day
from mespoints.law.fold import advance, start
from mespoints.law.letters import letter_of_return
from mespoints.law.memory import CEILING, HELD, HOLD, TOTAL, Memory
from mespoints.law.probations import PROBATIONS
from mespoints.law.rows import DELIT, MovementRow, Row

GRADES = {"c1": 1, "c2": 2, "c3": 3, "c4": 4, "c5": 5, "delit": DELIT}
STAGES_WITH_POINTS = ("volontaire", "probatoire")


class Played(NamedTuple):
    """A licence lived up to a day: its movements, and the memory with which it goes on."""

    movements: list[MovementRow]
    memory: Memory


def rows_of(dossier: Dossier, strict: bool) -> list[Row]:
    """Every fact that the fold reads. Letters 48N and surrenders only open and close deadlines."""
    licence = dossier.licence
    opening = opens_on(licence.obtained_on)
    rows = [Row(opening, kinds.LICENCE_OBTAINED, 0, licence.obtained_on, -1, PROBATIONS[licence.probation], 0, -1)]
    episodes: dict[str, int] = {}
    for index, act in enumerate(dossier.acts):
        if isinstance(act, Offence):
            add_offence(rows, act, index, episodes, strict)
        elif type(act) in ROW_OF:
            rows.append(ROW_OF[type(act)](act, index))
    return rows


def add_offence(rows: list[Row], act: Offence, index: int, episodes: dict[str, int], strict: bool) -> None:
    """The row of an offence once decided, and in the strict reading that of its réalité."""
    if act.final_on is None or act.decided_on is None:
        return
    group = -1 if act.episode is None else episodes.setdefault(act.episode, len(episodes))
    grade = GRADES[act.offence_class]
    rows.append(Row(act.decided_on, kinds.DECIDED, act.final_on, act.committed_on, index, grade, act.points, group))
    if strict and act.final_on < act.decided_on:
        rows.append(Row(act.final_on, kinds.ESTABLISHED, act.final_on, act.committed_on, index, grade, 0, group))


def stage_row(act: Stage, index: int) -> Row:
    """A stage takes effect the day after it ended (art. R. 223-8, III)."""
    gives = 1 if act.kind in STAGES_WITH_POINTS else 0
    return Row(act.ended_on + 1, kinds.STAGE, act.ended_on, 0, index, gives, 0, act.started_on)


def carried_row(act: CarriedOver, index: int) -> Row:
    """A balance taken over, with the end that its running delay counts from.

    Without one, no delay runs that ``lengthened`` could lengthen.
    """
    delay_from = act.last_final_on or 0
    grade = 1 if act.lengthened and delay_from > 0 else 0
    return Row(act.on, kinds.CARRIED_OVER, 0, 0, index, grade, act.balance, act.ceiling, delay_from)


ROW_OF: dict[type, Callable[[Any, int], Row]] = {
    Stage: stage_row,
    CarriedOver: carried_row,
    Lettre48SI: lambda act, index: Row(act.notified_on, kinds.LETTRE_48SI, 0, 0, index, 0, 0, -1),
    LicenceAnnulled: lambda act, index: Row(act.on, kinds.LICENCE_ANNULLED, 0, 0, index, 0, 0, -1),
    LicenceObtained: lambda act, index: Row(
        act.on, kinds.LICENCE_OBTAINED, 0, act.on, index, PROBATIONS[act.probation], 0, -1
    ),
    FormationComplementaire: lambda act, index: Row(act.on, kinds.FORMATION, 0, 0, index, 0, 0, -1),
    Suspension: lambda act, index: Row(act.from_on, kinds.SUSPENSION, 0, 0, index, 0, 0, -1),
}


def annulments_of(dossier: Dossier, until: Day) -> list[tuple[Day, int, int]]:
    """The annulled withdrawals up to a day: day, place of the annulment, place of the offence."""
    annulments = [
        (act.on, index, act.offence)
        for index, act in enumerate(dossier.acts)
        if type(act) is WithdrawalAnnulled and act.on <= until
    ]
    if not annulments:
        return []
    places = {act.id: index for index, act in enumerate(dossier.acts)}
    return sorted((on, index, places[offence]) for on, index, offence in annulments)


def play(dossier: Dossier, until: Day, strict: bool) -> Played:
    """Live a dossier up to a day, in one of the readings of doubt D2."""
    rows = rows_of(dossier, strict)
    memory = start(rows, strict)
    annulments = annulments_of(dossier, until)
    movements: list[MovementRow] = memory.movements
    for on, annulment, offence in annulments:
        advance(memory, on, kinds.WITHDRAWAL_ANNULLED)
        rows = [row for row in rows if row.act != offence]
        without = start(rows, strict)
        advance(without, on, kinds.WITHDRAWAL_ANNULLED)
        movements.append(difference(memory, without, on, annulment, offence))
        memory = without._replace(movements=movements)
    advance(memory, until, kinds.OF_ITSELF)
    return Played(movements, memory)


def difference(before: Memory, without: Memory, on: Day, annulment: int, offence: int) -> MovementRow:
    """The one movement that carries an annulled withdrawal: the state is the one had it never happened.

    Art. L. 223-1; CE, 10 March 2021, n° 444670 (doubt D16).
    """
    points = without.state[TOTAL] - before.state[TOTAL]
    reason = reasons.ANNULMENT_BACK
    if before.state[HOLD] != HELD and without.state[HOLD] == HELD:
        reason = reasons.ANNULMENT_HELD_AGAIN
    elif points == 0:
        reason = reasons.ANNULMENT_NO_CHANGE
    letter = letter_of_return(causes.WITHDRAWAL_ANNULLED, points)
    return MovementRow(
        on, causes.WITHDRAWAL_ANNULLED, points, without.state[TOTAL], without.state[CEILING],
        annulment, offence, reason, letter,
    )  # fmt: skip
