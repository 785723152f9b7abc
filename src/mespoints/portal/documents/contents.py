"""The contents of a driver's documents, out of the register, the law and the life of their letters."""

from datetime import date

from mespoints.law.explain import status_words
from mespoints.law.results import Statement
from mespoints.letters.models import NOT_NOTIFIED
from mespoints.letters.timeline import LetterLife, letter_lives
from mespoints.portal.file import File
from mespoints.records.contents import Attestation, Contents, Head, Releve, Restreint
from mespoints.records.history import coming_of, events_of, outside_of, pending_of
from mespoints.records.postal import KNOWN, Letter, LetterLine, letter_line
from mespoints.records.rights import categories_of, person_of, restrictions_of, rights_of
from mespoints.register.files import payloads_of
from mespoints.register.models import Licence


def attestation_of(file: File, head: Head) -> Attestation:
    """The attestation of the day."""
    on = date.fromordinal(head.issued_on)
    return Attestation(head, rights_of(file.licence, file.dossier, on, date.max))


def restreint_of(file: File, head: Head) -> Restreint:
    """The relevé restreint of the day."""
    on = date.fromordinal(head.issued_on)
    return Restreint(head, rights_of(file.licence, file.dossier, on, date.max), tuple(file.licence.holder.address))


def releve_of(file: File, head: Head, known_on: date) -> Releve:
    """The relevé intégral on the day of its statement, as the file was known at the end of another."""
    licence, dossier, statement = file
    on = date.fromordinal(statement.on)
    restrictions = restrictions_of(payloads_of(licence, ("restriction",), known_on), on.isoformat())
    return Releve(
        head=head,
        person=person_of(licence),
        address=tuple(licence.holder.address),
        on=statement.on,
        known_on=known_on.toordinal(),
        status=status_words(statement, dossier),
        is_valid=statement.status == "valid",
        balance=statement.balance,
        ceiling=statement.ceiling,
        probation_ends_on=statement.probation_ends_on,
        categories=categories_of(licence, on, restrictions),
        restrictions=restrictions[""],
        events=events_of(dossier, statement),
        pending=pending_of(dossier, statement),
        coming=coming_of(dossier, statement),
        outside=outside_of(dossier, statement.on),
        letters=letters_of(licence, statement, known_on),
    )


def letters_of(licence: Licence, statement: Statement, known_on: date) -> tuple[LetterLine, ...]:
    """The letters owed by then, the oldest first, with what was known of them."""
    lives = [life for life in letter_lives(licence, statement) if life.owed_on <= known_on]
    return tuple(letter_line(letter_of(life, known_on)) for life in reversed(lives))


def letter_of(life: LetterLife, known_on: date) -> Letter:
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


def contents_of(kind: str, file: File, head: Head, known_on: date) -> Contents:
    """A document by the word of the form; ``known_on`` is that of the relevé intégral alone."""
    if kind == "attestation":
        return attestation_of(file, head)
    return restreint_of(file, head) if kind == "restreint" else releve_of(file, head, known_on)
