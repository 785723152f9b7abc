"""Lives told in a few lines: the acts of a dossier, and its movements as short tuples."""

from typing import Any

from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement

OLD = "1996-05-06"
"""A licence without probation, out of the way of every case."""


NOTIFIED = ("lettre_48si", "lettre_48n", "interdiction_de_circuler")
"""The acts whose day is that of a notification."""


def offence(id_: str, committed_on: str, final_on: str, points: int, class_: str = "c3", **more: Any) -> dict[str, Any]:
    """An offence established by a payment, unless told otherwise."""
    return {
        "act": "offence", "id": id_, "committed_on": committed_on, "final_on": final_on, "final_by": "paiement",
        "class": class_, "points": points, **more,
    }  # fmt: skip


def stage(id_: str, ended_on: str, kind: str = "volontaire", **more: Any) -> dict[str, Any]:
    """A stage of two days."""
    return {"act": "stage", "id": id_, "ended_on": ended_on, "kind": kind, **more}


def on_day(kind: str, id_: str, on: str, **more: Any) -> dict[str, Any]:
    """An act that has one day, under the key of its kind."""
    key = "notified_on" if kind in NOTIFIED else "on"
    return {"act": kind, "id": id_, key: on, **more}


def told(
    on: str, *acts: dict[str, Any], obtained_on: str = OLD, reading: str = "registered", **licence: Any
) -> Statement:
    """The statement of a life on a day."""
    document = {"format": "dossier/1", "licence": {"obtained_on": obtained_on, **licence}, "acts": list(acts)}
    return make_statement(read_dossier(document), parse_day(on), reading)


def moves(statement: Statement) -> list[tuple[str, str, int, int]]:
    """Day, cause, points and shown balance of every movement after the licence was obtained."""
    return [(iso(m.on), m.cause, m.points, m.balance) for m in statement.movements[1:]]


def moved(statement: Statement) -> list[tuple[str, str, int, int]]:
    """The same without the movements of 0 points."""
    return [move for move in moves(statement) if move[2]]


def letters(statement: Statement) -> list[str | None]:
    """The letter of every movement of points after the licence was obtained."""
    return [m.letter for m in statement.movements[1:] if m.points]
