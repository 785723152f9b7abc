"""The mutants judged to change nothing, ``proof/equivalent.toml``."""

import tomllib

from proof.mutants import module_names, mutants_in
from proof.summary import JUDGED


def test_every_judgement_is_about_a_mutant_that_exists() -> None:
    """Once, with a reason; a line that changed takes its judgements away."""
    rows = tomllib.loads(JUDGED.read_text(encoding="utf-8"))["mutant"]
    names = [row["name"] for row in rows]
    existing = {mutant.name for module in module_names() for mutant in mutants_in(module)}

    assert [] == [name for name in names if name not in existing]
    assert len(set(names)) == len(names)
    assert all(len(row["reason"]) > 20 for row in rows)
