"""A statement as ``statement/1``: plain values ready for JSON."""

from typing import Any

from mespoints.law.acts import Dossier
from mespoints.law.days import Day, iso
from mespoints.law.explain import because, because_deadline, stage_advice
from mespoints.law.results import Deadline, Movement, Statement


def iso_or_none(day: Day | None) -> str | None:
    """A day as text, or nothing."""
    return None if day is None else iso(day)


def movement_document(movement: Movement) -> dict[str, Any]:
    """The keys of a movement that a coming one has too."""
    return {
        "on": iso(movement.on),
        "cause": movement.cause,
        "points": movement.points,
        "balance": movement.balance,
        "act": movement.act,
        "articles": list(movement.articles),
    }


def deadline_document(deadline: Deadline, dossier: Dossier, language: str) -> dict[str, Any]:
    """An open duty with its sentence."""
    return {
        "on": iso(deadline.on),
        "duty": deadline.duty,
        "articles": list(deadline.articles),
        "because": because_deadline(deadline, dossier, language),
    }


def stage_document(statement: Statement, language: str) -> dict[str, Any]:
    """What a stage would give, with the sentence of the advice."""
    stage = statement.stage
    return {
        "gain": stage.gain,
        "allowed_from": iso_or_none(stage.allowed_from),
        "useful_on": iso_or_none(stage.useful_on),
        "balance_after": stage.balance_after,
        "advice": stage_advice(statement, language),
    }


def afterwards_document(dossier: Dossier, statement: Statement, language: str) -> dict[str, Any]:
    """What only those find in ``statement/1`` whom it concerns."""
    if not statement.remedies and statement.way_back is None:
        return {}
    from mespoints.law.afterwards import remedies_and_way_back  # seldom asked for, and the time to start is counted

    return remedies_and_way_back(dossier, statement, language)


def statement_document(dossier: Dossier, statement: Statement, language: str = "fr") -> dict[str, Any]:
    """The statement as ``statement/1``, its sentences in French unless asked otherwise."""
    return {
        "format": "statement/1",
        "on": iso(statement.on),
        "reading": statement.reading,
        "balance": statement.balance,
        "signed_balance": statement.signed_balance,
        "ceiling": statement.ceiling,
        "status": statement.status,
        "probation_ends_on": iso_or_none(statement.probation_ends_on),
        "movements": [
            {**movement_document(m), "letter": m.letter, "because": because(m, dossier, language)}
            for m in statement.movements
        ],
        "pending": [{"act": p.act, "points": p.points, "waits_for": p.waits_for} for p in statement.pending],
        "next": [movement_document(m) for m in statement.next],
        "deadlines": [deadline_document(d, dossier, language) for d in statement.deadlines],
        "stage": stage_document(statement, language),
        **afterwards_document(dossier, statement, language),
    }
