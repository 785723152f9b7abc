"""A licence as it stands on a day: acts to rows, the fold, rows to movements with their words."""

from mespoints.law.acts import Dossier, Lettre48N, Lettre48SI, Offence, Suspension
from mespoints.law.articles import articles_of_movement
from mespoints.law.capital import opens_on
from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.days import Day, iso
from mespoints.law.deadlines import deadlines_on
from mespoints.law.forecast import advise_stage, forecast
from mespoints.law.letters import LETTER_NAMES
from mespoints.law.memory import (
    ANNULLED,
    BANNED,
    CEILING,
    HELD,
    HOLD,
    INVALIDATED,
    OBTAINED_ON,
    PROBATION_END,
    PROBATION_OVER,
    TOTAL,
    Memory,
)
from mespoints.law.play import play
from mespoints.law.probation import earns_reduced_end, reduced_end
from mespoints.law.results import Movement, Pending, Remedy, Statement, WayBack
from mespoints.law.rows import MovementRow
from mespoints.law.undone import withdrawals_undone

READINGS = ("registered", "strict")


class StatementRefused(ValueError):
    """No statement can be made for that day; the message says why, in French."""


def make_statement(dossier: Dossier, on: Day, reading: str = "registered") -> Statement:
    """The licence on a day, in one of the two readings of doubt D2.

    Raises StatementRefused before the licence is obtained, or before 1 December 1992.
    """
    refuse_too_early(dossier, on)
    movements, memory = play(dossier, on, reading == "strict")
    ahead = forecast(dossier, memory, on)
    return Statement(
        on=on,
        reading=reading,
        balance=max(0, memory.state[TOTAL]),
        signed_balance=memory.state[TOTAL],
        ceiling=memory.state[CEILING],
        status=status_on(dossier, memory, on),
        probation_ends_on=probation_end_shown(memory),
        obtained_on=memory.state[OBTAINED_ON],
        movements=tuple([name_movement(row, dossier) for row in movements]),
        pending=pending_on(dossier, on),
        next=tuple([name_movement(row, dossier) for row in ahead]),
        deadlines=deadlines_on(dossier, memory, on),
        stage=advise_stage(memory, ahead, on),
        remedies=remedies_of(dossier, movements, on),
        way_back=way_back_of(dossier, memory, on),
    )


def remedies_of(dossier: Dossier, movements: list[MovementRow], on: Day) -> tuple[Remedy, ...]:
    """How long each notified letter can be challenged (doubt D22); most dossiers have none."""
    if not any(isinstance(act, Lettre48SI | Lettre48N) for act in dossier.acts):
        return ()
    from mespoints.law.challenges import remedies_on  # seldom asked for, and the time to start is counted

    return remedies_on(dossier, movements, on)


def way_back_of(dossier: Dossier, m: Memory, on: Day) -> WayBack | None:
    """The way back to a licence that is lost (doubt D24)."""
    if m.state[HOLD] not in (INVALIDATED, ANNULLED):
        return None
    from mespoints.law.way_back import way_back_on

    return way_back_on(dossier, m, on)


def movements_of(dossier: Dossier, until: Day, reading: str = "registered") -> list[MovementRow]:
    """The movements up to a day as rows of ints, without words: what a batch needs."""
    return play(dossier, until, reading == "strict").movements


def refuse_too_early(dossier: Dossier, on: Day) -> None:
    """Raise StatementRefused when the licence holds no points out of 12 yet."""
    opening = opens_on(dossier.licence.obtained_on, dossier.licence.foreign)
    if on < opening:
        raise StatementRefused(
            f"le relevé du {iso(on)} est refusé : ce permis ne porte de points sur douze qu'à partir du {iso(opening)}"
        )


def name_movement(row: MovementRow, dossier: Dossier) -> Movement:
    """Attach ids, articles and words to a row."""
    offence = dossier.acts[row.offence] if row.offence >= 0 else None
    ground = dossier.acts[row.ground] if row.ground >= 0 else None
    return Movement(
        row.day,
        CAUSE_NAMES[row.cause],
        row.points,
        max(0, row.total),
        row.total,
        row.ceiling,
        dossier.acts[row.act].id if row.act >= 0 else None,
        offence.id if offence is not None else None,
        articles_of_movement(row.reason, offence if isinstance(offence, Offence) else None, ground),
        LETTER_NAMES[row.letter],
        row.reason,
        ground.id if ground is not None else None,
    )


def status_on(dossier: Dossier, m: Memory, on: Day) -> str:
    """The first status that applies (format ``statement/1``)."""
    if m.state[HOLD] == ANNULLED:
        return "annulled"
    if m.state[HOLD] == INVALIDATED:
        return "invalidated"
    if m.state[HOLD] == BANNED:
        return "banned"
    if m.state[TOTAL] <= 0:
        return "zero"
    if any(isinstance(act, Suspension) and act.from_on <= on <= act.to_on for act in dossier.acts):
        return "suspended"
    return "valid"


def probation_end_shown(m: Memory) -> Day | None:
    """The last day of the running probation; a reduced end shows while it is still earned (doubt D13)."""
    state = m.state
    if state[HOLD] != HELD or state[PROBATION_OVER] == 1:
        return None
    if earns_reduced_end(m):
        return reduced_end(m)
    return state[PROBATION_END]


def pending_on(dossier: Dossier, on: Day) -> tuple[Pending, ...]:
    """The offences known on a day whose points are not withdrawn yet: shown, never counted."""
    undone = withdrawals_undone(dossier, on)
    return tuple(
        Pending(act.id, -act.points, "decision" if is_final(act, on) else "final")
        for act in dossier.acts
        if isinstance(act, Offence)
        and act.committed_on <= on
        and (act.decided_on is None or act.decided_on > on)
        and (act.closed_on is None or act.closed_on > on)
        and act.id not in undone
    )


def is_final(offence: Offence, on: Day) -> bool:
    """Whether the réalité of the offence is established on a day (art. L. 223-1, al. 4)."""
    return offence.final_on is not None and offence.final_on <= on
