import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.oracle.histories import procedural_history, random_day, random_history
from tests.oracle.simulation import simulate

LIVES = 30

HistoryOf = Callable[[random.Random], dict[str, Any]]
EVERY_KIND_OF_LIFE = pytest.mark.parametrize("history_of", [random_history, procedural_history])


@EVERY_KIND_OF_LIFE
@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_the_balance_is_the_sum_of_the_movements(history_of: HistoryOf, reading: str) -> None:
    """The shown movements always add up to the signed balance, never above the ceiling."""
    rng = random.Random(1)
    for _ in range(LIVES):
        dossier = history_of(rng)
        statement = simulate(dossier, random_day(rng, dossier), reading)
        sums = sum(movement["points"] for movement in statement["movements"])

        assert sums == statement["signed_balance"]
        assert statement["signed_balance"] <= statement["ceiling"] <= 12


@EVERY_KIND_OF_LIFE
@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_earlier_statements_never_change(history_of: HistoryOf, reading: str) -> None:
    """The movements of an early statement are the first ones of a later one."""
    rng = random.Random(2)
    for _ in range(LIVES):
        dossier = history_of(rng)
        early, late = sorted((random_day(rng, dossier), random_day(rng, dossier)))
        before: list[dict[str, Any]] = simulate(dossier, early, reading)["movements"]
        after = simulate(dossier, late, reading)["movements"]

        assert before == [movement for movement in after if movement["on"] <= early]


@EVERY_KIND_OF_LIFE
@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_no_day_that_matters_is_skipped(history_of: HistoryOf, reading: str) -> None:
    """Walking over every day of a life gives what walking over its chosen days gives."""
    rng = random.Random(3)
    for _ in range(4):
        dossier = history_of(rng)
        day = random_day(rng, dossier)

        assert simulate(dossier, day, reading, every_day=True) == simulate(dossier, day, reading)


def test_procedural_lives_hold_every_act() -> None:
    """Among two hundred procedural lives, every act around a decision comes, and moves points."""
    rng = random.Random(4)
    acts: set[str] = set()
    causes: set[str] = set()
    for _ in range(200):
        dossier = procedural_history(rng)
        acts |= {act["act"] for act in dossier["acts"]}
        causes |= {m["cause"] for m in simulate(dossier, "2035-01-01")["movements"] if m["points"]}
    undoings = {"lettre_48si_suspended", "lettre_48si_annulled", "withdrawal_suspended", "withdrawal_annulled"}

    assert {"licence_exchanged", "french_licence"} | undoings <= causes
    assert {"category_b_by_aac", "interdiction_de_circuler", "recours", "recours_rejected"} <= acts
