"""Relevés told in a few lines: the dossier of a public case, and what the administration shows of it."""

import json
from pathlib import Path
from typing import Any

from mespoints.law.acts import Dossier
from mespoints.law.check import Check, check_releve
from mespoints.law.days import Day, iso
from mespoints.law.releve import Releve, Shown, read_releve
from mespoints.law.statement import make_statement

CASES = Path(__file__).parent.parent / "cases"

Told = tuple[str, str, tuple[str, int] | None, tuple[str, int] | None, int, int]
"""A difference: its kind, its day, the movement of the law and the one shown (day and points), both balances."""


def dossier_of_case(case: str) -> dict[str, Any]:
    """The ``dossier/1`` of a public case."""
    dossier: dict[str, Any] = json.loads((CASES / f"{case}.json").read_text(encoding="utf-8"))["dossier"]
    return dossier


def releve_document(case: str, on: str, *movements: tuple[Any, ...], balance: int) -> dict[str, Any]:
    """A ``releve/1``; each movement is its day, its points, its balance, and the act that it names if any."""
    keys = ("on", "points", "balance", "act")
    shown = [dict(zip(keys, movement, strict=False)) for movement in movements]
    return {
        "format": "releve/1", "on": on, "dossier": dossier_of_case(case), "movements": shown, "balance": balance,
    }  # fmt: skip


def checked(case: str, on: str, *movements: tuple[Any, ...], balance: int) -> Check:
    """What becomes of a relevé of a public case."""
    return check_releve(read_releve(releve_document(case, on, *movements, balance=balance)))


def told(check: Check, reading: str = "registered") -> list[Told]:
    """The differences with one reading, in the short form."""
    (compared,) = [one for one in check.compared if one.reading == reading]
    return [
        (
            one.kind,
            iso(one.on),
            None if one.law is None else (iso(one.law.on), one.law.points),
            None if one.shown is None else (iso(one.shown.on), one.shown.points),
            one.law_balance,
            one.shown_balance,
        )
        for one in compared.differences
    ]


def faithful_releve(dossier: Dossier, on: Day, reading: str, has_acts: bool) -> Releve:
    """What an administration that follows one reading of the law would show."""
    statement = make_statement(dossier, on, reading)
    shown = [
        Shown(movement.on, movement.points, movement.balance, movement.act if has_acts else None)
        for movement in statement.movements
        if movement.points
    ]
    return Releve(on, dossier, tuple(shown), statement.balance)
