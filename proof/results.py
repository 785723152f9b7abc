"""The verdicts on mutants, kept in ``var/mutants``: one file a module, a line a mutant, written as they come."""

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from proof.bench import ROOT
from proof.judging import Verdict
from proof.mutations import Mutant

FOLDER = ROOT / "var" / "mutants"

WORLD = ("src/mespoints/law", "tests/law", "tests/oracle", "tests/cases")
"""What a survivor's fate depends on."""


class Result(NamedTuple):
    """One line: a mutant by name, the text of its function, the world it was judged in, and the verdict."""

    name: str
    digest: str
    world: str
    killed: bool
    by: str


class Results:
    """The results of one module, the last of each mutant; those about another text of its function do not count."""

    def __init__(self, module: str) -> None:
        self.path = FOLDER / f"{module}.jsonl"
        lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        results = [Result(**json.loads(line)) for line in lines]
        self.by_mutant = {(result.name, result.digest): result for result in results}

    def of(self, mutant: Mutant) -> Result | None:
        """The result of a mutant, None when it was not judged as it is written today."""
        return self.by_mutant.get((mutant.name, mutant.digest))

    def holds(self, mutant: Mutant, world: str) -> bool:
        """Whether a mutant need not be judged again: it was killed, or it survived in this very world."""
        result = self.of(mutant)
        return result is not None and (result.killed or result.world == world)

    def keep(self, mutant: Mutant, verdict: Verdict, world: str) -> None:
        """Add a line."""
        result = Result(mutant.name, mutant.digest, world, *verdict)
        self.by_mutant[mutant.name, mutant.digest] = result
        with self.path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(result._asdict(), ensure_ascii=False) + "\n")


def digest_of_world() -> str:
    """Of every file of the law, of its tests and of its cases."""
    digest = hashlib.sha256()
    for folder in WORLD:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".csv", ".json"):
                digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def baseline_file(world: str) -> Path:
    """Where the baseline of a world is kept."""
    return FOLDER / f"baseline-{world}.json"
