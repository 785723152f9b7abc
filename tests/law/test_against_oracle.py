"""The engine against the naive simulation written apart from it, on random histories."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from mespoints.law.days import parse_day
from mespoints.law.document import statement_document
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.oracle.histories import procedural_history, random_day, random_history
from tests.oracle.simulation import simulate

HISTORIES_A_SEED = 200
PLAIN_KEYS = ("balance", "signed_balance", "ceiling", "status", "probation_ends_on")
WAY_BACK_KEYS = ("may_ask_on", "may_obtain_on", "theory_only_until")

Statement = dict[str, Any]


def essence(statement: Statement, a_stage_ends_today: bool) -> Statement:
    """What both must say. Movements of 0 points are notes that each words in its own way.

    On the last day of a stage the engine already counts the year that it opens; the simulation waits
    for the day it takes effect.
    """
    stage = [statement["stage"][key] for key in ("gain", "allowed_from", "useful_on", "balance_after")]
    moved = [m for m in statement["movements"] if m["points"]]
    way_back = statement.get("way_back")
    return {
        **{key: statement[key] for key in PLAIN_KEYS},
        "movements": [(m["on"], m["cause"], m["points"], m["balance"], m["act"], m["letter"]) for m in moved],
        "next": [(m["on"], m["cause"], m["points"], m["balance"]) for m in statement["next"] if m["points"]],
        "pending": sorted((p["act"], p["points"], p["waits_for"]) for p in statement["pending"]),
        "deadlines": sorted((d["on"], d["duty"]) for d in statement["deadlines"]),
        "stage": None if a_stage_ends_today else stage,
        "remedies": sorted((r["letter"], r["state"], r["last_day"]) for r in statement.get("remedies", [])),
        "way_back": way_back and [way_back[key] for key in WAY_BACK_KEYS],
    }


@pytest.mark.parametrize("reading", ["registered", "strict"])
@pytest.mark.parametrize("history_of", [random_history, procedural_history], ids=["plain", "procedural"])
@pytest.mark.parametrize("seed", range(4))
def test_the_engine_and_the_naive_simulation_agree(
    seed: int, history_of: Callable[[random.Random], dict[str, Any]], reading: str
) -> None:
    """Balances, movements, letters, forecasts, deadlines, stage advice, remedies and ways back, on random lives."""
    for number in range(HISTORIES_A_SEED):
        rng = random.Random(f"{seed}-{number}")
        history = history_of(rng)
        on = random_day(rng, history)
        ends_today = any(act["act"] == "stage" and act["ended_on"] == on for act in history["acts"])
        dossier = read_dossier(history)
        ours = statement_document(dossier, make_statement(dossier, parse_day(on), reading))

        assert essence(simulate(history, on, reading), ends_today) == essence(ours, ends_today), (number, on)
