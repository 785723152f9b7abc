"""The life of each letter of a licence, with its proofs: what a driver is shown, and an agent. Values, no words."""

from datetime import date, datetime
from typing import NamedTuple

from mespoints.law.letter_forms import account_notified_on
from mespoints.law.remedies import court_last_day
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


class OnCompte(NamedTuple):
    """A letter on the compte personnel (art. R. 223-3-1): when it was deposited, when it was first read, if it was.

    ``known_on``: the day on which it is known, or will be if nobody reads it before. ``last_on``: the last day to go to
    court, counted from that one.
    """

    deposited_on: date
    deposited_at: datetime
    read_on: date | None
    read_at: datetime | None
    known_on: date
    last_on: date


class LetterLife(NamedTuple):
    """A letter and what became of it. ``movement``: the number of the one that owes it; its day and its points.

    ``compte``: None when it was posted. ``notified_on``: None while it is not, or when it is a simple letter in the
    post. ``remedy``: how long it can be challenged (doubt D22), None when it cannot; ``act``: the id of the act that
    its notification became, empty otherwise.
    """

    letter: str
    movement: int
    moved_on: date
    points: int
    owed_on: date
    done_on: date | None
    attempts: tuple[Attempt, ...]
    steps: tuple[Happened, ...]
    notified_on: date | None
    act: str
    remedy: Remedy | None
    compte: OnCompte | None

    @property
    def is_taken_back(self) -> bool:
        """Whether a later letter took it back."""
        return any(attempt.kind == RETRAIT for attempt in self.attempts)


def letter_lives(licence: Licence, statement: Statement) -> list[LetterLife]:
    """Every letter that a licence was owed, the latest first; ``statement``: the law on the day that is asked about."""
    owed = OwedLetter.objects.filter(licence=licence).select_related("movement").order_by("-owed_on", "-movement")
    sendings: dict[int, list[Sending]] = {}
    related = ("batch", "deposit", "reading")
    for sending in Sending.objects.filter(owed__licence=licence).select_related(*related).order_by("attempt"):
        sendings.setdefault(sending.owed_id, []).append(sending)
    steps: dict[int | None, list[Step]] = {}
    for step in Step.objects.filter(licence=licence).select_related("sending").order_by("recorded_on", "on", "pk"):
        steps.setdefault(step.owed_id, []).append(step)
    remedies = {remedy.letter: remedy for remedy in statement.remedies}
    day, territory = date.fromordinal(statement.on), licence.territory
    lives = [life_of(row, sendings.get(row.pk, []), steps.get(row.pk, []), remedies) for row in owed]
    return [told_on_compte(life, sendings.get(life.movement, []), day, territory) for life in lives]


def told_on_compte(life: LetterLife, sendings: list[Sending], on: date, territory: str) -> LetterLife:
    """The life of a letter, its time on the compte personnel included, as on a day."""
    compte = next((compte_of(sending, territory) for sending in sendings if hasattr(sending, "deposit")), None)
    if compte is None:
        return life
    return life._replace(compte=compte, notified_on=compte.known_on if compte.known_on <= on else None)


def compte_of(sending: Sending, territory: str) -> OnCompte:
    """When a deposited letter is known, and until when it can be challenged (art. R. 223-3-1, III)."""
    deposit, reading = sending.deposit, getattr(sending, "reading", None)
    first_read_on = reading.on.toordinal() if reading else 0
    known_on = account_notified_on(deposit.on.toordinal(), first_read_on)
    return OnCompte(
        deposit.on, deposit.at, reading.on if reading else None, reading.at if reading else None,
        date.fromordinal(known_on), date.fromordinal(court_last_day(known_on, territory)),
    )  # fmt: skip


def life_of(row: OwedLetter, sendings: list[Sending], steps: list[Step], remedies: dict[str, Remedy]) -> LetterLife:
    """One letter, from its rows, those of the compte personnel left out."""
    notified = next((sending for sending in sendings if sending.outcome == NOTIFIED), None)
    act = f"lettre:{notified.reference}" if notified else ""
    return LetterLife(
        letter=row.letter,
        movement=row.movement_id,
        moved_on=row.movement.on,
        points=row.movement.points,
        owed_on=row.owed_on,
        done_on=row.done_on,
        attempts=tuple(attempt_of(sending) for sending in sendings),
        steps=tuple(happened(step) for step in steps),
        notified_on=notified.notified_on if notified else None,
        act=act,
        remedy=remedies.get(act),
        compte=None,
    )


def attempt_of(sending: Sending) -> Attempt:
    """One attempt, from its row."""
    produced_on = sending.batch.production_on if sending.batch else sending.deposit.on
    return Attempt(
        sending.reference, sending.kind, sending.franking, tuple(sending.address), sending.source, produced_on,
        sending.pages, sending.digest, sending.outcome, sending.notified_on,
    )  # fmt: skip


def happened(step: Step) -> Happened:
    """One step, from its row."""
    reference = step.sending.reference if step.sending else ""
    return Happened(step.on, step.kind, reference, step.recorded_on, step.tracking, step.why, step.by)
