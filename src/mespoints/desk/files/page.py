"""The page of a file as values: everything that it says, in its order. The sentences of law are those of the law."""

from datetime import date
from typing import NamedTuple

from mespoints.desk.files import words
from mespoints.law.acts import Dossier
from mespoints.law.days import iso
from mespoints.law.explain import (
    because,
    because_deadline,
    cause_words,
    day_words,
    deadline_title,
    deadline_to_do,
    long_day,
    points_words,
    stage_advice,
    status_words,
)
from mespoints.law.explain.afterwards import because_way_back, remedies_told
from mespoints.law.results import Movement, Pending, Statement
from mespoints.letters.models import DutyLine
from mespoints.letters.timeline import Happened, LetterLife, letter_lives
from mespoints.register.models import Act, Licence

MINUS = "\u2212"


class MovementRow(NamedTuple):
    """One movement, with the sentence that explains it and the letter that it owes."""

    iso: str
    day: str
    what: str
    change: str
    balance: str
    because: str
    letter: str


class DutyRow(NamedTuple):
    """One duty, its last day and its ground."""

    title: str
    to_do: str
    because: str


class FilePage(NamedTuple):
    """The file on a day. ``status`` in words; ``advice``: whether a stage is worth it."""

    status: str
    is_warning: bool
    balance: str
    on: str
    probation: str
    duties: tuple[DutyRow, ...]
    movements: tuple[MovementRow, ...]
    pending: tuple[str, ...]
    coming: tuple[str, ...]
    remedies: tuple[str, ...]
    way_back: str
    advice: str


def file_page(dossier: Dossier, statement: Statement, *, is_abroad: bool = False) -> FilePage:
    """The page of one statement; ``is_abroad``: the declared address is out of France."""
    ends_on = statement.probation_ends_on
    return FilePage(
        status=status_words(statement, dossier),
        is_warning=statement.status != "valid",
        balance=f"{statement.balance} sur {statement.ceiling}",
        on=long_day(statement.on),
        probation=f"Période probatoire jusqu'au {day_words(ends_on)}" if ends_on is not None else "",
        duties=tuple(
            DutyRow(deadline_title(duty), deadline_to_do(duty), because_deadline(duty, dossier))
            for duty in statement.deadlines
        ),
        movements=tuple(movement_row(movement, dossier) for movement in reversed(statement.movements)),
        pending=tuple(pending_words(pending, dossier) for pending in statement.pending),
        coming=tuple(coming_words(movement, dossier) for movement in statement.next),
        remedies=remedies_told(statement, dossier, is_abroad=is_abroad),
        way_back="" if statement.way_back is None else because_way_back(statement.way_back),
        advice=stage_advice(statement),
    )


def movement_row(movement: Movement, dossier: Dossier) -> MovementRow:
    """One line."""
    return MovementRow(
        iso(movement.on), day_words(movement.on), cause_words(movement, dossier), signed(movement.points),
        f"{movement.balance}/{movement.ceiling}", because(movement, dossier), movement.letter or "",
    )  # fmt: skip


def coming_words(movement: Movement, dossier: Dossier) -> str:
    """« 9 octobre 2029 : retour des points, +9, solde 12 sur 12 »."""
    change = f", {signed(movement.points)}" if movement.points else ""
    what = cause_words(movement, dossier)
    return f"{day_words(movement.on)} : {what}{change}, solde {movement.balance} sur {movement.ceiling}"


def signed(change: int) -> str:
    """A change with its sign."""
    return "0" if change == 0 else f"{'+' if change > 0 else MINUS}{abs(change)}"


def pending_words(pending: Pending, dossier: Dossier) -> str:
    """An offence known and not withdrawn yet."""
    offence = next(act for act in dossier.acts if act.id == pending.act)
    waits = "n'est pas définitive" if pending.waits_for == "final" else "attend la décision de retrait"
    committed_on = getattr(offence, "committed_on", None)
    day = f" du {day_words(committed_on)}" if committed_on is not None else ""
    return f"Infraction{day}, {points_words(pending.points)} : {waits}. Rien n'est retiré."


class ActRow(NamedTuple):
    """A fact as it was recorded: what, true from when, learned when and from where."""

    number: int
    what: str
    on: date
    recorded_on: date
    source: str
    reference: str
    act_id: str


def act_rows(licence: Licence, known_on: date) -> list[ActRow]:
    """The acts of a file in the order in which they came, as known at the end of a day."""
    rows = Act.objects.filter(licence=licence, recorded_on__lte=known_on).order_by("sequence")
    return [
        ActRow(
            row.sequence, words.ACTS.get(row.kind, row.kind), row.on, row.recorded_on, row.source, row.reference,
            row.act_id,
        )
        for row in rows
    ]  # fmt: skip


class StepRow(NamedTuple):
    """One step of a letter: when, what, its proof, when it was learned."""

    on: date
    what: str
    proof: str
    known_on: date


class LetterRow(NamedTuple):
    """A letter, the movement that owes it, how it was sent and what happened."""

    letter: str
    moved_on: date
    points: str
    owed_on: date
    notified_on: date | None
    sendings: tuple[str, ...]
    steps: tuple[StepRow, ...]


def letter_rows(licence: Licence, statement: Statement) -> list[LetterRow]:
    """Every letter, the latest first."""
    return [letter_row(life) for life in letter_lives(licence, statement)]


def letter_row(life: LetterLife) -> LetterRow:
    """One letter with its proofs."""
    sendings = tuple(
        f"{attempt.reference}, {attempt.franking}, le {day_words(attempt.produced_on.toordinal())} : "
        f"{', '.join(attempt.address) or 'compte en ligne'} ({words.OUTCOMES.get(attempt.outcome, attempt.outcome)})"
        for attempt in life.attempts
    )
    steps = tuple(
        StepRow(step.on, words.STEPS.get(step.kind, step.kind), proof_of(step),
                step.known_on)
        for step in life.steps
    )  # fmt: skip
    return LetterRow(
        life.letter, life.moved_on, signed(life.points), life.owed_on, life.notified_on, sendings, steps
    )  # fmt: skip


def proof_of(step: Happened) -> str:
    """The number of the post, why, and the agent who decided: those that there are."""
    return " ".join(filter(None, (step.proof, words.WHY.get(step.why, step.why), step.by)))


def duty_lines(licence: Licence) -> list[tuple[date, str, bool]]:
    """Who was told of a duty of this file: the day, whom, and whether that was a withdrawal of what had been told."""
    lines = DutyLine.objects.filter(licence=licence).select_related("list").order_by("-list__on", "-pk")
    return [(line.list.on, words.RECIPIENTS.get(line.recipient, line.recipient), line.turn % 2 == 0) for line in lines]
