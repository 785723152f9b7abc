"""Every rule of law compiles as it is written, and the compiled fold finds what the plain one finds."""

import random

import pytest

from mespoints.law.days import parse_day
from mespoints.law.play import play
from mespoints.law.reading import read_dossier
from proof.compiled import compiled, compiled_play, signature
from proof.functions import every_rule
from tests.oracle.histories import random_day, random_history

RULES = every_rule()
HISTORIES = 300


@pytest.mark.parametrize("name", RULES)
def test_a_rule_compiles_unchanged(name: str) -> None:
    """From its annotations alone; a rule that reads a text, a dictionary or an object says so here."""
    compiled(RULES[name]).compile(signature(RULES[name]))

    assert signature(RULES[name]) in compiled(RULES[name]).signatures


@pytest.mark.parametrize("strict", [False, True], ids=["registered", "strict"])
def test_the_compiled_fold_is_the_plain_one(strict: bool) -> None:
    """Same movements and same memory, place by place, on random lives."""
    compiled_fold = compiled_play()
    for seed in range(HISTORIES):
        rng = random.Random(f"compiled {seed}")
        history = random_history(rng)
        dossier, until = read_dossier(history), parse_day(random_day(rng, history))
        plain, fast = play(dossier, until, strict), compiled_fold(dossier, until, strict)

        assert plain.movements == list(fast.movements), (seed, until)
        assert [list(part) for part in plain.memory] == [list(part) for part in fast.memory], (seed, until)
