"""Every rule of law compiles as it is written; ``tests/national`` holds the compiled fold against the plain one."""

import pytest

from proof.compiled import compiled, signature
from proof.functions import every_rule

RULES = every_rule()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_compiles_unchanged(name: str) -> None:
    """From its annotations alone; a rule that reads a text, a dictionary or an object says so here."""
    compiled(RULES[name]).compile(signature(RULES[name]))

    assert signature(RULES[name]) in compiled(RULES[name]).signatures
