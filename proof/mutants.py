"""Spoil the law one place at a time, and see that its tests notice: ``python -m proof.mutants [MODULE...]``.

Results are kept in ``var/mutants``, one file a module, a line a mutant, written as they come: what was stopped goes on
where it was. A kill holds as long as its function is written the same; a survivor is tried again as soon as the law or
its tests change. ``proof/equivalent.toml`` lists the mutants that change nothing, each with the reason.
``docs/proof.md`` is the summary, written at the end of each run. The status is 1 below ``LEAST_SHARE``.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from typing import NamedTuple

from proof.bench import LAW, ROOT, Baseline, in_fork, measured, module_of
from proof.judging import Order, Verdict, file_of, judge_fresh, judge_swapped
from proof.mutations import Mutant, mutants_of
from proof.summary import LEAST_SHARE, Tally, equivalents, share, write_summary

RESULTS = ROOT / "var" / "mutants"
PROSE = ("french_", "english_")
"""Modules of sentences: data, proofread by the tests of ``law.explain``."""

WORLD = ("src/mespoints/law", "tests/law", "tests/oracle", "tests/cases")
"""What a survivor's fate depends on."""


class Result(NamedTuple):
    """One line: a mutant by name, the text of its function, the world it was judged in, and the verdict."""

    name: str
    digest: str
    world: str
    killed: bool
    by: str


def module_names() -> list[str]:
    """The modules whose code is spoilt."""
    modules = [module_of(path) for path in sorted(LAW.rglob("*.py")) if not path.name.startswith(PROSE)]
    return [module for module in modules if module]


def digest_of_world() -> str:
    """Of every file of the law, of its tests and of its cases."""
    digest = hashlib.sha256()
    for folder in WORLD:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".csv", ".json"):
                digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def mutants_in(module: str) -> list[Mutant]:
    """The mutants of a module as it is written today."""
    return mutants_of(module, file_of(module).read_text(encoding="utf-8"))


def read_results(module: str) -> dict[tuple[str, str], Result]:
    """The last result of each mutant, by name and text of its function."""
    path = RESULTS / f"{module}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    results = [Result(**json.loads(line)) for line in lines]
    return {(result.name, result.digest): result for result in results}


def measured_baseline(world: str) -> Baseline:
    """How each test goes as things are; measured once for each state of the law and its tests."""
    path = RESULTS / f"baseline-{world}.json"
    if not path.exists():
        answer, _ = in_fork(measured)
        path.write_text(json.dumps(answer), encoding="utf-8")
    return Baseline(*json.loads(path.read_text(encoding="utf-8")))


def run_module(module: str, world: str, order: Order, known: dict[tuple[str, str], Result]) -> None:
    """Judge what is not judged yet: quickly where that is enough, then from a fresh load."""
    pending = [mutant for mutant in mutants_in(module) if not still_holds(mutant, known, world)]
    swappable = [mutant for mutant in pending if mutant.is_swappable]
    with (RESULTS / f"{module}.jsonl").open("a", encoding="utf-8", buffering=1) as lines:

        def keep(mutant: Mutant, verdict: Verdict) -> None:
            if verdict.killed:
                order.note(mutant, verdict.by)
            result = Result(mutant.name, mutant.digest, world, *verdict)
            lines.write(json.dumps(result._asdict(), ensure_ascii=False) + "\n")

        def keep_if_certain(mutant: Mutant, verdict: Verdict) -> None:
            if verdict.killed or mutant.place not in order.baseline.loading:
                keep(mutant, verdict)

        in_fork(lambda: judge_swapped(swappable, order, keep_if_certain))
        judged = read_results(module)
        note_kills(module, order, judged)
        for mutant in pending:
            if not still_holds(mutant, judged, world):
                keep(mutant, judge_fresh(mutant, order))


def note_kills(module: str, order: Order, judged: dict[tuple[str, str], Result]) -> None:
    """What a fork learned of who kills, this process reads from the results."""
    for mutant in mutants_in(module):
        result = judged.get((mutant.name, mutant.digest))
        if result is not None and result.killed:
            order.note(mutant, result.by)


def still_holds(mutant: Mutant, known: dict[tuple[str, str], Result], world: str) -> bool:
    """Whether a result need not be found again."""
    result = known.get((mutant.name, mutant.digest))
    return result is not None and (result.killed or result.world == world)


def tally(module: str) -> Tally:
    """The count of a module, from the results that are about its text of today."""
    results = read_results(module)
    judged = equivalents()
    found = [(mutant, results.get((mutant.name, mutant.digest))) for mutant in mutants_in(module)]
    killed = [mutant.name for mutant, result in found if result is not None and result.killed]
    return Tally(
        module,
        mutants=len(found),
        killed=len(killed),
        equivalent=[mutant.name for mutant, _ in found if mutant.name in judged],
        wrongly_equivalent=[name for name in killed if name in judged],
        surviving=[m.name for m, r in found if r is not None and not r.killed and m.name not in judged],
        not_run=sum(result is None for _, result in found),
    )


def main(arguments: Iterable[str]) -> int:
    """Run, tell, and write the summary."""
    parser = argparse.ArgumentParser(prog="python -m proof.mutants", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("modules", nargs="*", help="short names: restoration, explain.fields; all of them if none")
    parser.add_argument("--again", action="store_true", help="forget what was judged")
    parser.add_argument("--report", action="store_true", help="run nothing, write the summary")
    options = parser.parse_args(list(arguments))
    RESULTS.mkdir(parents=True, exist_ok=True)
    if not options.report:
        run(options.modules or module_names(), again=options.again)
    tallies = [tally(module) for module in module_names()]
    write_summary(tallies)
    return 0 if share(tallies) >= LEAST_SHARE and not any(t.wrongly_equivalent or t.not_run for t in tallies) else 1


def run(modules: list[str], *, again: bool) -> None:
    """Judge the mutants of these modules, and say what came of each."""
    world = digest_of_world()
    order = Order(measured_baseline(world))
    for name in order.baseline.failing:
        print(f"left out, for it fails as things are: {name}", flush=True)
    for module in modules:
        if again:
            (RESULTS / f"{module}.jsonl").unlink(missing_ok=True)
        run_module(module, world, order, read_results(module))
        print(tally(module).line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
