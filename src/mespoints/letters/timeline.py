"""The life of each letter of a licence, with its proofs: what a driver is shown, and an agent. Values, no words.

Written in SQL: the ORM takes longer to word these queries than the database to answer.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from django.db import connection

from mespoints.law.letter_forms import account_notified_on
from mespoints.law.remedies import court_last_day
from mespoints.law.results import Remedy, Statement
from mespoints.letters.models import COMPTE_PERSONNEL, NOTIFIED, Deposit
from mespoints.letters.steps import RETRAIT
from mespoints.register.models import Licence

Row = tuple[Any, ...]
Value = TypeVar("Value")

OWED = """
SELECT o.movement_id, o.letter, m."on", m.points, o.owed_on, o.done_on
FROM register_owedletter o JOIN register_movement m ON m.id = o.movement_id
WHERE o.licence_id = %s ORDER BY o.owed_on DESC, o.movement_id DESC
"""
ATTEMPTS = """
SELECT s.owed_id, s.reference, s.kind, s.franking, s.address, s.source, COALESCE(b.production_on, d."on"), s.pages,
       s.digest, s.outcome, s.notified_on
FROM letters_sending s JOIN register_owedletter o ON o.movement_id = s.owed_id
LEFT JOIN letters_batch b ON b.id = s.batch_id LEFT JOIN letters_deposit d ON d.sending_id = s.id
WHERE o.licence_id = %s ORDER BY s.attempt
"""
STEPS = """
SELECT t.owed_id, t."on", t.kind, COALESCE(s.reference, ''), t.recorded_on, t.tracking, t.why, t.by
FROM letters_step t LEFT JOIN letters_sending s ON s.id = t.sending_id
WHERE t.licence_id = %s ORDER BY t.recorded_on, t."on", t.id
"""


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
    with connection.cursor() as cursor:
        cursor.execute(OWED, [licence.pk])
        owed = cursor.fetchall()
        if not owed:
            return []
        cursor.execute(ATTEMPTS, [licence.pk])
        attempts = by_letter(cursor.fetchall(), attempt_of)
        cursor.execute(STEPS, [licence.pk])
        steps = by_letter(cursor.fetchall(), happened)
    are_on_compte = any(attempt.source == COMPTE_PERSONNEL for some in attempts.values() for attempt in some)
    comptes = comptes_of(licence) if are_on_compte else {}
    remedies = {remedy.letter: remedy for remedy in statement.remedies}
    lives = [life_of(row, attempts.get(row[0], ()), steps.get(row[0], ()), remedies) for row in owed]
    return [told_on_compte(life, comptes.get(life.movement), date.fromordinal(statement.on)) for life in lives]


def by_letter(rows: Iterable[Row], read: Callable[[Row], Value]) -> dict[int, list[Value]]:
    """What the rows say, in their order, by the movement that owes the letter: the first column."""
    found: dict[int, list[Value]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(read(row))
    return found


def told_on_compte(life: LetterLife, compte: OnCompte | None, on: date) -> LetterLife:
    """The life of a letter, its time on the compte personnel included, as on a day."""
    if compte is None:
        return life
    return life._replace(compte=compte, notified_on=compte.known_on if compte.known_on <= on else None)


def comptes_of(licence: Licence) -> dict[int, OnCompte]:
    """The letters of a licence that were deposited, by the movement that owes them."""
    rows = Deposit.objects.filter(sending__owed__licence=licence).select_related("sending__reading")
    latest_first = rows.order_by("-sending__attempt")
    return {deposit.sending.owed_id: compte_of(deposit, licence.territory) for deposit in latest_first}


def compte_of(deposit: Deposit, territory: str) -> OnCompte:
    """When a deposited letter is known, and until when it can be challenged (art. R. 223-3-1, III)."""
    reading = getattr(deposit.sending, "reading", None)
    first_read_on = reading.on.toordinal() if reading else 0
    known_on = account_notified_on(deposit.on.toordinal(), first_read_on)
    return OnCompte(
        deposit.on, deposit.at, reading.on if reading else None, reading.at if reading else None,
        date.fromordinal(known_on), date.fromordinal(court_last_day(known_on, territory)),
    )  # fmt: skip


def life_of(
    row: Row, attempts: Sequence[Attempt], steps: Sequence[Happened], remedies: Mapping[str, Remedy]
) -> LetterLife:
    """One letter, from its row, its time on the compte personnel left out."""
    movement, letter, moved_on, points, owed_on, done_on = row
    notified = next((attempt for attempt in attempts if attempt.outcome == NOTIFIED), None)
    act = f"lettre:{notified.reference}" if notified else ""
    return LetterLife(
        letter=letter,
        movement=movement,
        moved_on=day_of(moved_on),
        points=points,
        owed_on=day_of(owed_on),
        done_on=day_or_none(done_on),
        attempts=tuple(attempts),
        steps=tuple(steps),
        notified_on=notified.notified_on if notified else None,
        act=act,
        remedy=remedies.get(act),
        compte=None,
    )


def attempt_of(row: Row) -> Attempt:
    """One attempt, from its row."""
    _movement, reference, kind, franking, address, source, produced_on, pages, digest, outcome, notified_on = row
    return Attempt(
        reference, kind, franking, tuple(json.loads(address)), source, day_of(produced_on), pages, digest, outcome,
        day_or_none(notified_on),
    )  # fmt: skip


def happened(row: Row) -> Happened:
    """One step, from its row."""
    _movement, on, kind, reference, recorded_on, proof, why, by = row
    return Happened(day_of(on), kind, reference, day_of(recorded_on), proof, why, by)


def day_of(value: object) -> date:
    """A day as SQLite or PostgreSQL gives it."""
    return date.fromisoformat(str(value))


def day_or_none(value: object) -> date | None:
    """The same, when there is one."""
    return None if value is None else day_of(value)
