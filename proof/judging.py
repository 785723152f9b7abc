"""Whether the tests notice a mutant: first in a law already loaded, then in one loaded with the mutant from the start.

The quick way swaps the code of one function and runs the tests that enter it, those that killed its like first. It
costs some milliseconds. What it does not kill, and what stands outside functions, is judged again by loading the
mutated module anew and running every test.
"""

import ast
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

from proof.bench import LAW, Baseline, Bench, collect, in_fork
from proof.mutations import Mutant, mutated

SECONDS_TO_LOAD = 30.0
LEAST_COST = 0.002
LIKELIEST = (8, 60)
"""How many tests are tried at first, and how many next: loading the modules of tests is what takes time."""


class Verdict(NamedTuple):
    """``by``: the test that failed, or how else the mutant was found out; "" for a survivor."""

    killed: bool
    by: str


class Order:
    """Which test to run first: the one that is likely to kill for what it costs.

    Likely: it killed other mutants of the same function or of the same module, or enters that module.
    """

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self.kills: Counter[tuple[str, str]] = Counter()
        self.near: defaultdict[str, set[str]] = defaultdict(set)
        for name, places in baseline.entered.items():
            for place in places:
                self.near[place.rpartition(".")[0]].add(name)

    def note(self, mutant: Mutant, by: str) -> None:
        """Remember who killed."""
        self.kills[mutant.place, by] += 1
        self.kills[mutant.module, by] += 1

    def sort(self, names: Iterable[str], mutant: Mutant) -> list[str]:
        """The names, in order."""
        return sorted(names, key=lambda name: self.cost(name) / self.chance(name, mutant))

    def cost(self, name: str) -> float:
        return LEAST_COST + self.baseline.seconds[name]

    def chance(self, name: str, mutant: Mutant) -> int:
        is_near = name in self.near[mutant.module]
        return 1 + 2 * is_near + 10 * self.kills[mutant.place, name] + self.kills[mutant.module, name]


def file_of(module: str) -> Path:
    """The file of a module of the law."""
    path = LAW.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


class Trial(NamedTuple):
    """A mutant, and the modules of tests that are to try it."""

    mutant: Mutant
    modules: list[str]

    def of(self, names: Iterable[str]) -> list[str]:
        """Those of the tests that are in these modules."""
        return [name for name in names if name.partition("::")[0] in self.modules]


def judge_swapped(trials: list[Trial], order: Order, keep: Callable[[Mutant, Verdict], None]) -> None:
    """Judge mutants of functions, all in one load of the law; ``keep`` is told each verdict, none when it cannot be."""

    def work(bench: Bench) -> None:
        entering = order.baseline.entering
        for trial in trials:
            mutant = trial.mutant
            swapped = found_and_spoilt(mutant)
            if swapped is not None:
                names = order.sort(trial.of(entering.get(mutant.place, [])), mutant)
                failed, ended = bench.try_out(partial(swap, *swapped), names, order.baseline, most=1)
                keep(mutant, verdict(failed, ended))

    collect(work)


def verdict(failed: list[str], ended: str) -> Verdict:
    """What the end of a fork says."""
    if ended != "answered":
        return Verdict(True, f"the fork {ended}" if ended == "died" else "the clock")
    return Verdict(bool(failed), failed[0] if failed else "")


def swap(function: FunctionType, code: CodeType) -> None:
    """Give a function its wrong code, wherever it was imported."""
    function.__code__ = code


def found_and_spoilt(mutant: Mutant) -> tuple[FunctionType, CodeType] | None:
    """The function of a mutant and its wrong code; None when Python cannot put the one into the other."""
    from proof.functions import code_of, function_or_method

    function = function_or_method(mutant.module, mutant.function)
    if function is None:
        return None
    code = code_of(compiled_module(mutant), mutant.function)
    return (function, code) if code.co_freevars == function.__code__.co_freevars else None


def compiled_module(mutant: Mutant) -> CodeType:
    """The whole mutated module."""
    path = file_of(mutant.module)
    tree: ast.Module = mutated(path.read_text(encoding="utf-8"), mutant)
    return compile(tree, str(path), "exec")


class MutantLoader(SourceFileLoader):
    """Loads a module of the law with its mutant."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        super().__init__(name, str(file_of(mutant.module)))
        self.mutant = mutant

    def get_code(self, _fullname: str) -> CodeType:
        return compiled_module(self.mutant)


class MutantFinder(MetaPathFinder):
    """Finds the mutated module before anything else does."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = f"mespoints.law.{mutant.module}"

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        """The one module; None for the others."""
        if fullname != self.name:
            return None
        return spec_from_loader(fullname, MutantLoader(fullname, self.mutant))


def judge_fresh(trial: Trial, order: Order) -> Verdict:
    """Judge one mutant with the law loaded from the start; this process must not have loaded it.

    The modules of the likeliest tests are loaded alone at first: most mutants need no more.
    """
    assert "mespoints.law" not in sys.modules
    names = order.sort(trial.of(order.baseline.seconds), trial.mutant)
    found = Verdict(False, "")
    first, next_ones = LIKELIEST
    for tried in (names[:first], names[first:next_ones], names[next_ones:]):
        if tried and not found.killed:
            answer, ended = in_fork(partial(first_failure, trial.mutant, order, tried))
            found = verdict([answer] if answer else [], ended)
    return found


def first_failure(mutant: Mutant, order: Order, names: list[str]) -> str:
    """The first of these tests that fails; the loading itself may."""
    found: list[str] = []

    def work(bench: Bench) -> None:
        there = [name for name in names if name in bench.items]
        found.extend(bench.failures(there, order.baseline, most=1))

    sys.meta_path.insert(0, MutantFinder(mutant))
    signal.setitimer(signal.ITIMER_PROF, SECONDS_TO_LOAD)
    loaded = collect(work, dict.fromkeys(name.partition("::")[0] for name in names))
    return next(iter(found), "" if loaded else "the loading of the tests")
