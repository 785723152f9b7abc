"""The verdicts on mutants, kept in ``var/mutants``: one file a module, a line a mutant, written as they come.

Beside them the worlds that survivors were judged in, so that only the tests that have changed since try them again.
The kills alone are also kept in the repository, in ``proof/killed``, a short digest each: a run takes an hour, and a
new clone goes on from what was judged.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from proof.bench import LEFT_OUT, ROOT
from proof.judging import Verdict
from proof.mutations import Mutant

FOLDER = ROOT / "var" / "mutants"
KILLED = ROOT / "proof" / "killed"
BEFORE_THIS_CLONE = "a former run"

SHARED = ("src/mespoints/law", "tests/law", "tests/oracle", "tests/cases")
TESTS = "tests/law"


class World(NamedTuple):
    """What a survivor's fate depends on, as digests: the law with all that its tests share, and each module of tests.

    No module of tests reads another.
    """

    shared: str
    modules: dict[str, str]

    @property
    def name(self) -> str:
        """How results call it."""
        return digest_of(repr((self.shared, sorted(self.modules.items()))).encode())

    def changed_since(self, before: "World") -> list[str]:
        """The modules of tests that may tell more than they did; all of them when what they share has changed."""
        if before.shared != self.shared:
            return list(self.modules)
        return [path for path, digest in self.modules.items() if before.modules.get(path) != digest]


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
        self.kills_path = KILLED / f"{module}.txt"
        self.kills = set(self.kills_path.read_text(encoding="utf-8").split()) if self.kills_path.exists() else set()
        lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        results = [Result(**json.loads(line)) for line in lines]
        self.by_mutant = {(result.name, result.digest): result for result in results}

    def of(self, mutant: Mutant) -> Result | None:
        """The result of a mutant, None when it was not judged as it is written today."""
        found = self.by_mutant.get((mutant.name, mutant.digest))
        if found is None and kill_of(mutant) in self.kills:
            return Result(mutant.name, mutant.digest, "", killed=True, by=BEFORE_THIS_CLONE)
        return found

    def to_try(self, mutant: Mutant, world: World) -> list[str]:
        """The modules of tests that have not tried a mutant yet: none once it is killed, all of them at first."""
        result = self.of(mutant)
        if result is not None and result.killed:
            return []
        before = None if result is None else world_called(result.world)
        return list(world.modules) if before is None else world.changed_since(before)

    def keep(self, mutant: Mutant, verdict: Verdict, world: World) -> None:
        """Add a line."""
        result = Result(mutant.name, mutant.digest, world.name, *verdict)
        self.by_mutant[mutant.name, mutant.digest] = result
        with self.path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(result._asdict(), ensure_ascii=False) + "\n")

    def keep_kills(self, mutants: Iterable[Mutant]) -> None:
        """Write in the repository which of the mutants of today were killed."""
        results = [(mutant, self.of(mutant)) for mutant in mutants]
        kills = sorted(kill_of(mutant) for mutant, result in results if result is not None and result.killed)
        self.kills_path.parent.mkdir(exist_ok=True)
        self.kills_path.write_text("".join(f"{kill}\n" for kill in kills), encoding="utf-8")


def kill_of(mutant: Mutant) -> str:
    """A killed mutant as the repository keeps it: by its name and the text of its function."""
    return digest_of(f"{mutant.name}\n{mutant.digest}".encode())


def digest_of(content: bytes) -> str:
    """Sixteen signs are enough to tell two texts apart."""
    return hashlib.sha256(content).hexdigest()[:16]


def world_of_today() -> World:
    """The law, its tests and its cases as they are written; remembered under its name."""
    shared, modules = hashlib.sha256(), {}
    for path in sorted(path for folder in SHARED for path in (ROOT / folder).rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in (".py", ".csv", ".json") or path.name in LEFT_OUT:
            continue
        if name.startswith(TESTS) and path.name.startswith("test_"):
            modules[name] = digest_of(path.read_bytes())
        else:
            shared.update(name.encode() + path.read_bytes())
    world = World(shared.hexdigest()[:16], modules)
    (FOLDER / f"world-{world.name}.json").write_text(json.dumps(world), encoding="utf-8")
    return world


def world_called(name: str) -> World | None:
    """A world of former runs; None when it was not kept."""
    path = FOLDER / f"world-{name}.json"
    return World(*json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def baseline_file(world: World) -> Path:
    """Where the baseline of a world is kept."""
    return FOLDER / f"baseline-{world.name}.json"
