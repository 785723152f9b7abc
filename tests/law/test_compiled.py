"""Every rule of law compiles as it is written.

Those that the fold of a country calls are compiled with it, whole: ``tests/national`` holds that one against the plain
one. The others, of the letters, of the deadlines, of what is told, are compiled here one by one.
"""

from types import FunctionType

import pytest

from mespoints.national import engine
from mespoints.national.rebinding import functions_read, plain_function
from proof.compiled import compiled, signature
from proof.functions import every_rule


def reached(function: FunctionType, found: set[FunctionType]) -> set[FunctionType]:
    """The functions of the law that a function calls, directly or not, and itself."""
    found.add(function)
    for called in functions_read(function).values():
        if called not in found:
            reached(called, found)
    return found


FOLD = plain_function(engine.fold_licences)
assert FOLD is not None
WITH_THE_FOLD = reached(FOLD, set())
ALONE = {name: rule for name, rule in every_rule().items() if plain_function(rule) not in WITH_THE_FOLD}


@pytest.mark.parametrize("name", ALONE)
def test_a_rule_compiles_unchanged(name: str) -> None:
    """From its annotations alone; a rule that reads a text, a dictionary or an object says so here."""
    compiled(ALONE[name]).compile(signature(ALONE[name]))

    assert signature(ALONE[name]) in compiled(ALONE[name]).signatures


def test_the_fold_calls_the_others() -> None:
    """Most of what moves points is compiled with the fold of a country."""
    rules = {plain_function(rule) for rule in every_rule().values()}

    assert len(rules & WITH_THE_FOLD) > 60
