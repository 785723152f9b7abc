"""Spoil the law one place at a time, and see that its tests notice: ``python -m proof.mutants [MODULE...]``.

Results are kept in ``var/mutants``, kills in ``proof/killed`` too: what was stopped goes on where it was. A kill holds
as long as its function is written the same; a survivor is tried again as soon as the law changes, or its tests: then by
those that changed. ``proof/equivalent.toml`` lists the mutants that change nothing, each with the reason.
``docs/proof.md`` is the summary, written at the end of each run. The status is 1 when fewer than ``LEAST_SHARE`` of the
others are killed, or when one listed as changing nothing is.
"""

import argparse
import json
import sys
from collections.abc import Iterable

from proof.bench import LAW, Baseline, in_fork, measured, module_of
from proof.judging import Order, Trial, Verdict, file_of, judge_fresh, judge_swapped
from proof.mutations import Mutant, mutants_of
from proof.results import FOLDER, Results, World, baseline_file, world_of_today
from proof.summary import LEAST_SHARE, Tally, equivalents, share, write_summary

PROSE = ("french_", "english_")
"""Modules of sentences: data, proofread by the tests of ``law.explain``."""


def module_names() -> list[str]:
    """The modules whose code is spoilt."""
    modules = [module_of(path) for path in sorted(LAW.rglob("*.py")) if not path.name.startswith(PROSE)]
    return [module for module in modules if module]


def mutants_in(module: str) -> list[Mutant]:
    """The mutants of a module as it is written today."""
    return mutants_of(module, file_of(module).read_text(encoding="utf-8"))


def measured_baseline(world: World) -> Baseline:
    """How each test goes as things are; measured once for each state of the law and its tests."""
    path = baseline_file(world)
    if not path.exists():
        answer, _ = in_fork(measured)
        path.write_text(json.dumps(answer), encoding="utf-8")
    return Baseline(*json.loads(path.read_text(encoding="utf-8")))


def trials_of(module: str, results: Results, world: World) -> list[Trial]:
    """What is still to judge in a module."""
    trials = [Trial(mutant, results.to_try(mutant, world)) for mutant in mutants_in(module)]
    return [trial for trial in trials if trial.modules]


def judge_quickly(module: str, order: Order, world: World) -> None:
    """Judge the mutants of functions, all in one fork that loads the law once; leave what this cannot settle."""
    results = Results(module)
    pending = [trial for trial in trials_of(module, results, world) if trial.mutant.is_swappable]

    def keep_if_certain(mutant: Mutant, verdict: Verdict) -> None:
        if verdict.killed:
            order.note(mutant, verdict.by)
        if verdict.killed or mutant.place not in order.baseline.loading:
            results.keep(mutant, verdict, world)

    if pending:
        in_fork(lambda: judge_swapped(pending, order, keep_if_certain))


def judge_the_rest(module: str, order: Order, world: World) -> None:
    """Judge what is left, each in a law loaded for it."""
    results = Results(module)
    for mutant in mutants_in(module):
        result = results.of(mutant)
        if result is not None and result.killed:
            order.note(mutant, result.by)
    for trial in trials_of(module, results, world):
        verdict = judge_fresh(trial, order)
        results.keep(trial.mutant, verdict, world)
        if verdict.killed:
            order.note(trial.mutant, verdict.by)


def tally(module: str) -> Tally:
    """The count of a module, from the results that are about its text of today."""
    results, judged = Results(module), equivalents()
    found = [(mutant.name, results.of(mutant)) for mutant in mutants_in(module)]
    killed = [name for name, result in found if result is not None and result.killed]
    survivors = [name for name, result in found if result is not None and not result.killed]
    return Tally(
        module,
        mutants=len(found),
        killed=len(killed),
        equivalent=[name for name, _ in found if name in judged],
        wrongly_equivalent=[name for name in killed if name in judged],
        surviving=[name for name in survivors if name not in judged],
        not_run=sum(result is None for _, result in found),
    )


def run(modules: list[str], *, again: bool) -> None:
    """Judge the mutants of these modules, and say what came of each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for module in modules if again else ():
        Results(module).path.unlink(missing_ok=True)
        Results(module).kills_path.unlink(missing_ok=True)
    world = world_of_today()
    order = Order(measured_baseline(world))
    for name in order.baseline.failing:
        print(f"left out, for it fails as things are: {name}", flush=True)
    for judge in (judge_quickly, judge_the_rest):
        for module in modules:
            judge(module, order, world)
            print(tally(module).line, flush=True)


def main(arguments: Iterable[str]) -> int:
    """Run, tell, and write the summary."""
    parser = argparse.ArgumentParser(prog="python -m proof.mutants", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("modules", nargs="*", help="short names: restoration, explain.fields; all of them if none")
    parser.add_argument("--again", action="store_true", help="forget what was judged")
    parser.add_argument("--report", action="store_true", help="run nothing, write the summary")
    options = parser.parse_args(list(arguments))
    if not options.report:
        run(options.modules or module_names(), again=options.again)
    for module in module_names():
        Results(module).keep_kills(mutants_in(module))
    tallies = [tally(module) for module in module_names()]
    write_summary(tallies)
    wrong = [name for one in tallies for name in one.wrongly_equivalent]
    print("".join(f"judged to change nothing, and killed: {name}\n" for name in wrong), end="")
    return 0 if share(tallies) >= LEAST_SHARE and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
