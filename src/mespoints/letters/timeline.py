"""The life of each letter of a licence, with its proofs: what a driver is shown, and an agent. Values, no words."""

from datetime import date
from typing import NamedTuple

from mespoints.law.results import Remedy, Statement
from mespoints.letters.models import NOTIFIED, Sending, Step
from mespoints.letters.steps import RETRAIT
from mespoints.register.models import Licence, OwedLetter


class Happened(NamedTuple):
    """One step. ``kind``: a word of ``steps.KINDS``; ``reference``: of the attempt, empty before the first.

    ``known_on``: the day on which the register learned it. ``proof``: the tracking number of the post. ``why``: a word
    or a French sentence; ``by``: the agent who decided.
    """

    on: date
    kind: str
    reference: str
    known_on: date
    proof: str
    why: str
    by: str


class Attempt(NamedTuple):
    """One sending: where it went, how, and what came of it. ``kind`` is RETRAIT for the one that takes a 48SI back."""

    reference: str
    kind: str
    franking: str
    address: tuple[str, ...]
    source: str
    produced_on: date
    pages: int
    sha256: str
    outcome: str
    notified_on: date | None


class LetterLife(NamedTuple):
    """A letter and what became of it. ``movement``: the number of the one that owes it.

    ``notified_on``: None while it is not, or when it is a simple letter. ``remedy``: how long it can be challenged
    (doubt D22), None when it cannot; ``act``: the id of the act that its notification became, empty otherwise.
    """

    letter: str
    movement: int
    owed_on: date
    done_on: date | None
    attempts: tuple[Attempt, ...]
    steps: tuple[Happened, ...]
    notified_on: date | None
    act: str
    remedy: Remedy | None

    @property
    def is_taken_back(self) -> bool:
        """Whether a later letter took it back."""
        return any(attempt.kind == RETRAIT for attempt in self.attempts)


def letter_lives(licence: Licence, statement: Statement) -> list[LetterLife]:
    """Every letter that a licence was owed, the latest first; ``statement``: the law on the day that is asked about."""
    owed = OwedLetter.objects.filter(licence=licence).order_by("-owed_on", "-movement")
    sendings: dict[int, list[Sending]] = {}
    for sending in Sending.objects.filter(owed__licence=licence).select_related("batch").order_by("attempt"):
        sendings.setdefault(sending.owed_id, []).append(sending)
    steps: dict[int | None, list[Step]] = {}
    for step in Step.objects.filter(licence=licence).select_related("sending").order_by("recorded_on", "on", "pk"):
        steps.setdefault(step.owed_id, []).append(step)
    remedies = {remedy.letter: remedy for remedy in statement.remedies}
    return [life_of(row, sendings.get(row.pk, []), steps.get(row.pk, []), remedies) for row in owed]


def life_of(row: OwedLetter, sendings: list[Sending], steps: list[Step], remedies: dict[str, Remedy]) -> LetterLife:
    """One letter, from its rows."""
    notified = next((sending for sending in sendings if sending.outcome == NOTIFIED), None)
    act = f"lettre:{notified.reference}" if notified else ""
    return LetterLife(
        letter=row.letter,
        movement=row.movement_id,
        owed_on=row.owed_on,
        done_on=row.done_on,
        attempts=tuple(attempt_of(sending) for sending in sendings),
        steps=tuple(happened(step) for step in steps),
        notified_on=notified.notified_on if notified else None,
        act=act,
        remedy=remedies.get(act),
    )


def attempt_of(sending: Sending) -> Attempt:
    """One attempt, from its row."""
    return Attempt(
        sending.reference, sending.kind, sending.franking, tuple(sending.address), sending.source,
        sending.batch.production_on, sending.pages, sending.digest, sending.outcome, sending.notified_on,
    )  # fmt: skip


def happened(step: Step) -> Happened:
    """One step, from its row."""
    reference = step.sending.reference if step.sending else ""
    return Happened(step.on, step.kind, reference, step.recorded_on, step.tracking, step.why, step.by)
