"""The contents of the documents of a licence, out of the register, the law and the life of its letters.

The letters are a neighbour of the records: whoever asks for a document brings the lives of its letters.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from mespoints.law.acts import Dossier
from mespoints.law.explain import status_words
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.records.contents import Attestation, Contents, Head, Releve, Restreint
from mespoints.records.erased import told
from mespoints.records.history import coming_of, events_of, outside_of, pending_of
from mespoints.records.holding import LOST
from mespoints.records.postal import KNOWN, Letter, LetterLine, letter_line
from mespoints.records.rights import categories_of, person_of, restrictions_of, rights_of
from mespoints.register.files import dossier_of, payloads_of
from mespoints.register.holders import KINDS, told_by
from mespoints.register.models import Licence

NOT_NOTIFIED = "not_notified"
"""What came of an attempt that failed, by the word of the letters."""


class File(NamedTuple):
    """A licence, its acts, and its statement of a day."""

    licence: Licence
    dossier: Dossier
    statement: Statement


def file_today(licence: Licence, today: date) -> File:
    """A file as it is known, folded up to this day."""
    dossier = dossier_of(licence)
    return File(licence, dossier, told(dossier, make_statement(dossier, today.toordinal())))


class Step(Protocol):
    """Something that happened to a letter. ``known_on``: the day on which the register learned it."""

    @property
    def kind(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def known_on(self) -> date: ...


class OnCompte(Protocol):
    """A letter on the compte personnel: the day of its first reading, the one on which it is known at the latest."""

    @property
    def read_on(self) -> date | None: ...
    @property
    def known_on(self) -> date: ...


class Attempt(Protocol):
    """One sending, and what came of it."""

    @property
    def produced_on(self) -> date: ...
    @property
    def outcome(self) -> str: ...


class Life(Protocol):
    """What a relevé tells of the life of a letter."""

    @property
    def letter(self) -> str: ...
    @property
    def owed_on(self) -> date: ...
    @property
    def steps(self) -> Sequence[Step]: ...
    @property
    def attempts(self) -> Sequence[Attempt]: ...
    @property
    def compte(self) -> OnCompte | None: ...
    @property
    def notified_on(self) -> date | None: ...
    @property
    def is_taken_back(self) -> bool: ...


def attestation_of(file: File, head: Head) -> Attestation:
    """The attestation of the day."""
    on = date.fromordinal(head.issued_on)
    return Attestation(head, rights_of(file.licence, file.dossier, on, date.max))


def restreint_of(file: File, head: Head) -> Restreint:
    """The relevé restreint of the day."""
    on = date.fromordinal(head.issued_on)
    return Restreint(head, rights_of(file.licence, file.dossier, on, date.max), tuple(file.licence.holder.address))


def releve_of(file: File, head: Head, known_on: date, lives: Iterable[Life]) -> Releve:
    """The relevé intégral on the day of its statement, as the file was known at the end of another."""
    licence, dossier, statement = file
    on = date.fromordinal(statement.on)
    payloads = payloads_of(licence, ("restriction", *KINDS), known_on)
    restrictions, holder = restrictions_of(payloads, on.isoformat()), told_by(licence.holder, payloads)
    return Releve(
        head=head,
        person=person_of(licence, holder),
        address=tuple(holder.address),
        on=statement.on,
        known_on=known_on.toordinal(),
        status=status_words(statement, dossier),
        is_valid=statement.status == "valid",
        is_lost=statement.status in LOST.values(),
        balance=statement.balance,
        ceiling=statement.ceiling,
        probation_ends_on=statement.probation_ends_on,
        categories=categories_of(licence, on, restrictions),
        restrictions=restrictions[""],
        events=events_of(dossier, statement),
        pending=pending_of(dossier, statement),
        coming=coming_of(dossier, statement),
        outside=outside_of(dossier, statement.on),
        letters=letters_of(lives, known_on),
    )


def letters_of(lives: Iterable[Life], known_on: date) -> tuple[LetterLine, ...]:
    """The letters owed by then, the oldest first, with what was known of them. ``lives``: the latest first."""
    owed = [life for life in lives if life.owed_on <= known_on]
    return tuple(letter_line(letter_of(life, known_on)) for life in reversed(owed))


def letter_of(life: Life, known_on: date) -> Letter:
    """One letter, as it was known at the end of a day."""
    steps = [(step.kind, step.on) for step in life.steps if step.known_on <= known_on]
    if life.compte is not None and life.compte.read_on is None and life.compte.known_on <= known_on:
        steps.append((KNOWN, life.compte.known_on))
    attempts = [attempt for attempt in life.attempts if attempt.produced_on <= known_on]
    notified_on = life.notified_on if life.notified_on is not None and life.notified_on <= known_on else None
    return Letter(
        life.letter,
        life.owed_on,
        tuple(steps),
        notified_on,
        is_lost=bool(attempts) and attempts[-1].outcome == NOT_NOTIFIED,
        is_taken_back=life.is_taken_back and bool(attempts),
    )


def contents_of(kind: str, file: File, head: Head, known_on: date, lives: Iterable[Life]) -> Contents:
    """A document by its word: attestation, restreint or releve. ``known_on`` and ``lives`` are for the last one."""
    if kind == "attestation":
        return attestation_of(file, head)
    return restreint_of(file, head) if kind == "restreint" else releve_of(file, head, known_on, lives)
