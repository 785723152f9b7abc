import random
from typing import Any

import pytest

from tests.oracle.histories import random_day, random_history
from tests.oracle.simulation import simulate

LIVES = 60


@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_the_balance_is_the_sum_of_the_movements(reading: str) -> None:
    """The shown movements always add up to the signed balance, never above the ceiling."""
    rng = random.Random(1)
    for _ in range(LIVES):
        dossier = random_history(rng)
        statement = simulate(dossier, random_day(rng, dossier), reading)
        sums = sum(movement["points"] for movement in statement["movements"])

        assert sums == statement["signed_balance"]
        assert statement["signed_balance"] <= statement["ceiling"] <= 12


@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_earlier_statements_never_change(reading: str) -> None:
    """The movements of an early statement are the first ones of a later one."""
    rng = random.Random(2)
    for _ in range(LIVES):
        dossier = random_history(rng)
        early, late = sorted((random_day(rng, dossier), random_day(rng, dossier)))
        before: list[dict[str, Any]] = simulate(dossier, early, reading)["movements"]
        after = simulate(dossier, late, reading)["movements"]

        assert before == [movement for movement in after if movement["on"] <= early]


@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_no_day_that_matters_is_skipped(reading: str) -> None:
    """Walking over every day of a life gives what walking over its chosen days gives."""
    rng = random.Random(3)
    for _ in range(4):
        dossier = random_history(rng)
        day = random_day(rng, dossier)

        assert simulate(dossier, day, reading, every_day=True) == simulate(dossier, day, reading)
