"""Whether a file goes on as before without some of its acts: what the fold remembers on a day, and what is shown.

The fold goes on from its memory alone. Two files whose memories say the same on a day, and which receive the same acts
afterwards, stay the same on every later day. An act may also undo a decision that is still in the file, and the licence
is then lived again without it: the memories are compared once more without each of these, in every combination.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from mespoints.law.acts import Dossier
from mespoints.law.days import NEVER, Day, add_months, iso
from mespoints.law.memory import (
    AAC_ON,
    CAN_RESTORE,
    CEILING,
    ENDED_BY,
    FELL_ON,
    FIRST_OFFENCE,
    FIRST_WITHDRAWN,
    FOREIGN,
    FULL_DUE,
    FULL_END,
    HELD,
    HOLD,
    INVALIDATED_ON,
    IS_FIRST,
    IS_LENGTHENED,
    LAPSED,
    LAST_FINAL,
    LAST_STAGE,
    LETTER_ACT,
    NEXT_OFFENCE,
    OBTAINED_ON,
    PREVIOUS_FALL,
    PROBATION,
    PROBATION_END,
    PROBATION_FROM,
    PROBATION_OVER,
    RISEN,
    STEP_DUE,
    STEPS_PASSED,
    SUSPENDED,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.play import play
from mespoints.law.results import Statement
from mespoints.law.statement import READINGS

OF_A_PROBATION = (
    PROBATION, PROBATION_END, PROBATION_FROM, STEPS_PASSED, STEP_DUE, TRAINED, SUSPENDED, AAC_ON, IS_FIRST,
)  # fmt: skip
OF_THE_FULL_DELAY = (LAST_FINAL, IS_LENGTHENED, FULL_END, FULL_DUE)
MONTHS_BETWEEN_STAGES = 24
MONTHS_BETWEEN_LOSSES = 60
MOST_UNDONE = 5
"""Decisions that may still be undone, above which the combinations are too many to be tried: nothing is erased then."""

ACCOUNT = ("balance", "signed_balance", "ceiling", "status", "probation_ends_on", "obtained_on")
OF_A_LOSS = ("lost", "lettre_48si_suspended", "lettre_48si_annulled", "licence_exchanged")
RUNNING = ("open", "waiting", "filed")

Payload = Mapping[str, Any]
Remembered = dict[str, object]


def remembered(dossier: Dossier, until: Day, reading: str, nameable: set[str]) -> Remembered:
    """What the fold remembers at the end of a day and may still make use of, by the name of what it is for.

    ``nameable``: the acts that a later one may name.

    What a later day can no longer depend on is left out: a probation that is over, a stage after which another is
    allowed, a fall from which the points have risen.
    """
    m = play(dossier, until, reading == "strict").memory
    state = m.state
    is_lost = state[HOLD] != HELD
    return {
        "status": (
            state[HOLD], state[FOREIGN], state[FELL_ON] if state[TOTAL] <= 0 or is_lost else 0,
            (state[INVALIDATED_ON], name_of(dossier, state[LETTER_ACT]), name_of(dossier, state[ENDED_BY]))
            if is_lost else (),
        ),
        "balance": (state[TOTAL], state[CEILING], state[OBTAINED_ON]),
        "probation": probation_of(m),
        "one_point": delays_of(m, dossier, m.one_due, state[FIRST_OFFENCE]),
        "ten_years": delays_of(m, dossier, m.ten_due, state[LAPSED]),
        "full_restoration": tuple(state[place] for place in OF_THE_FULL_DELAY) if state[CAN_RESTORE] else (),
        "stage": recent(state[LAST_STAGE], MONTHS_BETWEEN_STAGES, until),
        "former_loss": recent(state[PREVIOUS_FALL], MONTHS_BETWEEN_LOSSES, until),
        "letter": nameable & {name_of(dossier, state[LETTER_ACT])},
        "risen": nameable & {name_of(dossier, m.offences[k].act) for k in range(state[RISEN]) if m.taken[k] > 0},
    }  # fmt: skip


def name_of(dossier: Dossier, place: int) -> str:
    """The id of an act by its place; empty for none."""
    return dossier.acts[place].id if place >= 0 else ""


def probation_of(m: Memory) -> tuple[int, ...]:
    """The running probation, and whether an offence has spoilt it; nothing once it is over."""
    if m.state[PROBATION_OVER] == 1:
        return ()
    return (*[m.state[place] for place in OF_A_PROBATION], int(m.state[FIRST_WITHDRAWN] >= 0))


def delays_of(m: Memory, dossier: Dossier, due: Sequence[Day], first: int) -> list[tuple[str, Day, int]]:
    """The offences whose points are awaited, the day on which they come back, how many were taken."""
    return [
        (name_of(dossier, m.offences[k].act), due[k], m.taken[k])
        for k in range(first, m.state[NEXT_OFFENCE])
        if due[k] != NEVER
    ]


def recent(day: Day, months: int, until: Day) -> Day:
    """A day that still counts so many months later, 0 once it does not (a month more, to be on the safe side)."""
    return day if day and add_months(day, months + 1) >= until else 0


def differences(before: Dossier, after: Dossier, until: Day) -> Iterator[str]:
    """What the fold would no longer remember, in either reading."""
    kept = {act.id for act in after.acts}
    for reading in READINGS:
        was, is_now = remembered(before, until, reading, kept), remembered(after, until, reading, kept)
        yield from (name for name in was if was[name] != is_now[name])


def annulments(acts: Iterable[Payload], on: Day) -> list[dict[str, str]]:
    """The acts by which a judge might annul, on a day, each of the withdrawals and 48SI among these."""
    found = []
    for act in acts:
        name = str(act["id"])
        if act["act"] == "offence" and "final_on" in act:
            found.append({"act": "withdrawal_annulled", "id": f"?{name}", "offence": name, "on": iso(on)})
        elif act["act"] == "lettre_48si":
            found.append({"act": "lettre_48si_annulled", "id": f"?{name}", "letter": name, "on": iso(on)})
    return found


def combined(undone: Sequence[dict[str, str]]) -> Iterator[tuple[dict[str, str], ...]]:
    """Every combination of these acts, that of none of them first."""
    for count in range(len(undone) + 1):
        yield from combinations(undone, count)


def shown_differences(before: Statement, after: Statement, since: Day, erased: set[str]) -> Iterator[str]:
    """What a driver would see change: the account, what comes, the movements of the file from ``since`` on.

    What the erased acts alone had opened (a stage that a 48N ordered, a remedy that is over) leaves with them.
    """
    yield from (field for field in ACCOUNT if getattr(before, field) != getattr(after, field))
    if before.pending != after.pending:
        yield "pending"
    if before.stage != after.stage:
        yield "stage"
    if moves(before.next, since, erased) != moves(after.next, since, erased):
        yield "next"
    if moves(before.movements, since, erased) != moves(after.movements, since, erased):
        yield "movements"
    if fates(before.movements, erased) != fates(after.movements, erased):
        yield "letter"
    if [duty for duty in before.deadlines if duty.act not in erased] != list(after.deadlines):
        yield "deadlines"
    if before.way_back != after.way_back:
        yield "way_back"
    if any(remedy.letter in erased and remedy.state in RUNNING for remedy in before.remedies):
        yield "remedies"


def fates(movements: Iterable[Any], erased: set[str]) -> list[tuple[object, ...]]:
    """What became of each loss of the licence that stays in the file, and of what suspends, annuls or exchanges it."""
    return [(move.on, move.cause, move.act, move.reason) for move in movements
            if move.cause in OF_A_LOSS and move.act not in erased]  # fmt: skip


def moves(movements: Iterable[Any], since: Day, erased: set[str]) -> list[tuple[object, ...]]:
    """Movements from a day on, as an account keeps them; the notes of erased acts and the balance carried left out."""
    return [
        (move.on, move.cause, move.points, move.signed_balance, move.ceiling, move.act, move.offence, move.letter)
        for move in movements
        if move.on >= since
        and move.cause != "carried_over"
        and not (move.points == 0 and (move.act in erased or move.offence in erased))
    ]
