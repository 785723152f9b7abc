"""The quick tests of the law, collected once, then run as often as wanted in forks: a fork can spoil the law freely.

Only this module knows pytest. What it runs is in ``SUITE``; the tests of the page, of the command line and of the
database are left out, for they are slow and prove little of the law that these do not.
"""

import gc
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, Self

import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).parent.parent
LAW = ROOT / "src" / "mespoints" / "law"

SUITE = ["tests/law"]
LEFT_OUT = ["test_malformed.py", "test_map.py", "test_compiled.py"]
"""Of the tests of the law: what spoils files at length, what reads the map, what compiles."""

UNUSED_PLUGINS = (
    "django", "xdist", "cacheprovider", "terminal", "logging", "unraisableexception", "threadexception",
    "faulthandler", "setuponly", "setupplan", "stepwise", "pastebin", "junitxml", "doctest", "debugging",
)  # fmt: skip
"""What pytest does around each test that no test of the law needs; it takes longer than most of them do."""

OPTIONS = ("-c", os.devnull, "--import-mode=importlib", "--noconftest", "--capture=no", "--assert=plain")
"""Assertions are Python's own: nobody reads why a test fails here, and telling lives apart takes longer than they."""

FEW = settings(max_examples=25, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.generate))
"""For the properties: a mutant that 25 random lives do not kill is left to the other tests; none is made smaller."""

NO_SEED = SimpleNamespace(params={})

MOST_MEMORY = 4 << 30
LEAST_SECONDS = 1.0
TIMES_AS_LONG = 20
"""A test may take so much longer than it did with the law as written, of the processor's time, not of the clock's."""


class Outcome(NamedTuple):
    """What came of a change: the tests that failed, in order; ``ended`` is "answered", "too long" or "died"."""

    failed: list[str]
    ended: str


class Baseline(NamedTuple):
    """How each test goes with the law as written: its seconds, and the functions of the law that it enters.

    ``failing``: those that fail already; they can tell nothing, and are left out. ``loading``: the functions entered
    while the law and its tests are loaded.
    """

    seconds: dict[str, float]
    entered: dict[str, list[str]]
    failing: list[str]
    loading: list[str]

    @property
    def entering(self) -> dict[str, list[str]]:
        """The tests that enter each function."""
        found: dict[str, list[str]] = {}
        for test, places in self.entered.items():
            for place in places:
                found.setdefault(place, []).append(test)
        return found


class Bench:
    """The tests as pytest collected them. ``work`` is called once, in place of the run."""

    def __init__(self, work: Callable[["Bench"], None]) -> None:
        self.work = work
        self.items: dict[str, pytest.Item] = {}
        self.failed: list[str] = []
        self.error: BaseException | None = None

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Few random lives a property, always the same; of tests given several seeds, the first."""
        items[:] = [item for item in items if getattr(item, "callspec", NO_SEED).params.get("seed", 0) == 0]
        for item in items:
            function: Any = getattr(item, "obj", None)
            if hasattr(function, "hypothesis"):
                function._hypothesis_internal_use_settings = FEW  # noqa: SLF001 - a second @settings is refused
        self.items = {item.nodeid: item for item in items}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember what failed."""
        if report.failed and report.nodeid not in self.failed:
            self.failed.append(report.nodeid)

    @staticmethod
    def pytest_configure(config: pytest.Config) -> None:
        """A failure is told by its traceback alone: the arguments of a law that ran wild take minutes to print."""
        config.option.tbstyle = "native"

    def pytest_runtestloop(self) -> bool:
        """The work takes the place of pytest's own loop. Its forks share what was collected: no collector walks it."""
        gc.collect()
        gc.freeze()
        try:
            self.work(self)
        except BaseException as error:  # noqa: BLE001 - pytest would only print it
            self.error = error
        return True

    def run(self, name: str, most: float = 0.0) -> bool:
        """Run one test here and now; whether it passed. ``most``: seconds after which it is made to fail."""
        before = len(self.failed)
        item = self.items[name]
        signal.setitimer(signal.ITIMER_PROF, most, most)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        return len(self.failed) == before

    def baseline(self) -> Baseline:
        """Run every test once, as things are."""
        return Baseline(*in_fork(self.measure)[0])

    def measure(self) -> Baseline:
        """What ``baseline`` answers, from inside its fork."""
        seconds: dict[str, float] = {}
        entered: dict[str, list[str]] = {}
        for name in self.items:
            forget_answers()
            start = time.process_time()
            with Entered() as functions:
                passed = self.run(name)
            if passed:
                seconds[name] = time.process_time() - start
                entered[name] = sorted(functions.names)
        return Baseline(seconds, entered, [name for name in self.items if name not in seconds], [])

    def try_out(self, change: Callable[[], object], names: list[str], baseline: Baseline, *, most: int) -> Outcome:
        """Run tests in a fork where the law was changed, until so many have failed."""

        def judge() -> list[str]:
            change()
            forget_answers()
            return self.failures(names, baseline, most=most)

        failed, ended = in_fork(judge)
        return Outcome(failed or [], ended)

    def failures(self, names: list[str], baseline: Baseline, *, most: int) -> list[str]:
        """Run tests here and now, each for so long at most; the first that fail, so many at most."""
        signal.signal(signal.SIGPROF, stop_test)
        for name in names:
            if len(self.failed) >= most:
                break
            try:
                self.run(name, max(LEAST_SECONDS, TIMES_AS_LONG * baseline.seconds.get(name, 0.0)))
            except TookTooLong:
                self.failed.append(name)
        return self.failed


class TookTooLong(Exception):
    """Raised in a test that should have been over long ago: the law goes round in circles."""


def stop_test(_signal: int, _frame: object) -> None:
    """What the alarm of a test does."""
    raise TookTooLong


class Entered:
    """The functions of the law that are called meanwhile, methods included, by module and name."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.known: dict[Any, str | None] = {}

    def __enter__(self) -> Self:
        sys.setprofile(self.note)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def note(self, frame: Any, event: str, _: object) -> None:
        """Called by Python at every call."""
        if event == "call":
            code = frame.f_code
            if code not in self.known:
                self.known[code] = place_of(code)
            name = self.known[code]
            if name is not None:
                self.names.add(name)


def place_of(code: Any) -> str | None:
    """``restoration.interrupts`` for a code of the law, what is inside a function counting for it; None elsewhere."""
    if not code.co_filename.startswith(str(LAW)):
        return None
    return f"{module_of(Path(code.co_filename))}.{code.co_qualname.partition('.<locals>')[0]}"


def module_of(path: Path) -> str:
    """The short name of the module in a file of the law: ``restoration``, ``explain.fields``, ``explain``."""
    return ".".join(path.relative_to(LAW).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def collect(work: Callable[[Bench], None], files: Iterable[str] = SUITE) -> bool:
    """Collect the tests and give them to ``work``; False when they could not be collected."""
    bench = Bench(work)
    ignored = [f"--ignore-glob=**/{name}" for name in LEFT_OUT]
    options = [*OPTIONS, "--rootdir", str(ROOT)]
    plugins = [option for name in UNUSED_PLUGINS for option in ("-p", f"no:{name}")]
    ended = pytest.main([*options, *plugins, *ignored, *(str(ROOT / file) for file in files)], [bench])
    if bench.error is not None:
        raise bench.error
    return ended == pytest.ExitCode.OK


def measured() -> Baseline:
    """The tests collected and run as things are; what loading enters is known if nothing was loaded before."""
    found: list[Baseline] = []
    with Entered() as loading:
        collected = collect(lambda bench: found.append(bench.baseline()))
    assert collected, "the tests cannot be collected"
    return found[0]._replace(loading=sorted(loading.names))


def in_fork(work: Callable[[], Any]) -> tuple[Any, str]:
    """What ``work`` answers in a child of this process, which cannot change anything here, and how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        answer_and_leave(work, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        written = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return None, "too long" if os.WTERMSIG(status) == signal.SIGPROF else "died"
    answer = json.loads(written)
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer["answer"], "answered"


def answer_and_leave(work: Callable[[], Any], writing: int) -> None:
    """The life of the child: work in silence, answer, and end without what pytest would still do."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        answer = {"answer": work()}
    except BaseException:  # noqa: BLE001 - whatever it is, the parent raises it again
        answer = {"error": traceback.format_exc()}
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        json.dump(answer, pipe)
    os._exit(0)


def forget_answers() -> None:
    """Empty the memories of answers that the law keeps: they were given by the law as written."""
    for name, module in list(sys.modules.items()):
        if name.startswith("mespoints.law"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
