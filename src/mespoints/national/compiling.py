"""The fold of a batch made ready: every rule compiled by numba as it is written, and kept compiled on disk.

No rule has a second text: its compiled self is made from the code of the rule (``rebinding``).
"""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import numba
from numba import types

import mespoints.law
from mespoints.law.days import add_months, first_of_month, year_month_day
from mespoints.law.facts import change_holding, take_in
from mespoints.law.fold import begin, come_of_itself, forget_undecided, let_stand
from mespoints.law.memory import Memory
from mespoints.law.obtaining import obtain_licence, open_probation
from mespoints.law.posting import interrupted_by
from mespoints.law.probation import add_step, judge_probation, reduced_end
from mespoints.law.restoration import end_of_one_point, end_of_ten_years
from mespoints.law.returns import (
    restore_fully,
    return_one_point,
    return_one_points,
    return_ten_years,
    run_full_delay,
    weigh_again,
)
from mespoints.law.revision_reasons import Before
from mespoints.law.rows import Row
from mespoints.law.taking import start_delays, withdraw
from mespoints.national import engine, remembering
from mespoints.national.laws import AS_IT_IS, Law
from mespoints.national.rebinding import Rebinding, plain_function
from mespoints.national.remembering import remembered_days, remembered_months
from mespoints.national.working_memory import MEMORY, NUMBERS, ROW

OPTIONS: dict[str, Any] = {"error_model": "numpy", "nogil": True, "_nrt": False}
"""No division of the law has a divisor that could be nought; other threads run meanwhile; nothing is allocated, so that
nobody has to count who holds what."""

INSIDE: dict[str, Any] = {**OPTIONS, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}
"""The same for what only compiled functions call: no way in from Python."""

INLINED = {
    plain_function(one).__code__  # type: ignore[union-attr]
    for one in (
        engine.fold_one, engine.read_facts, engine.read_fact, engine.row_of, engine.hand_out, engine.put_in_order,
        engine.first_coming, engine.keep_rows_to_come, forget_undecided, begin, let_stand, take_in, change_holding,
        obtain_licence, open_probation, withdraw, start_delays, come_of_itself, judge_probation, add_step, reduced_end,
        return_one_points, return_one_point, return_ten_years, restore_fully, run_full_delay, weigh_again,
        interrupted_by, end_of_one_point, end_of_ten_years, add_months,
    )
}  # fmt: skip
"""What is written into who calls it: what is given every column for each licence (to pass eleven arrays cost a third of
the time), and what nearly every licence goes through."""

RARE = {plain_function(one).__code__ for one in (year_month_day, first_of_month)}  # type: ignore[union-attr]
"""What is not: the days for which the calendar has to be asked anew."""

LIGHTLY = numba.core.config._OptLevel("1")  # noqa: SLF001 - the type of numba.config.OPT, which has no other name

TYPES: dict[Any, Any] = {
    int: types.int64, bool: types.boolean, list[int]: NUMBERS, Memory: MEMORY, Row: ROW,
    Before: engine.named(Before, *[types.int64] * len(Before._fields)),
}  # fmt: skip
"""What numba knows as the types that rules declare."""

ELSEWHERE = (
    "import sys; from pathlib import Path; from mespoints.national.compiling import keep_compiled;"
    " keep_compiled(Path(sys.argv[1]))"
)

LEADING = ("compiling", "engine", "layout", "rebinding", "reforming", "remembering", "working_memory")
"""The modules that lead the rules."""


class NotCompiled(Exception):
    """The rules would run uncompiled, fifty times slower, and nobody asked for that. The message is in French."""


def compiled_fold(
    cache: Path | None = None, law: Law = AS_IT_IS, tell: Callable[[], None] | None = None
) -> Callable[..., int]:
    """``engine.fold_licences`` compiled with the rules of a law.

    ``cache``: the folder that keeps what was compiled; None keeps nothing. ``tell`` is called before a compilation,
    which takes some tens of seconds. Raises NotCompiled where numba was told not to compile.
    """
    if numba.config.DISABLE_JIT:
        raise NotCompiled(
            "numba a reçu l'ordre de ne rien compiler (NUMBA_DISABLE_JIT) : les règles ne le seraient pas"
        )
    folder = None if cache is None else folder_of(cache, law)
    is_new = folder is None or not any(folder.rglob("*.nbi"))
    if is_new and tell is not None:
        tell()
    if folder is None:
        return made(law, is_kept=False)
    if is_new and law is AS_IT_IS:
        compile_elsewhere(folder.parent)
    with numba_told(CACHE_DIR=str(folder)):
        return made(law, is_kept=True)


def folder_of(cache: Path, law: Law) -> Path:
    """Where what a law compiles to is kept."""
    folder = cache / digest_of(law)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def compile_elsewhere(cache: Path) -> None:
    """Have another process compile the law as it is, and keep it: what is loaded from disk runs half as fast again.

    Who compiles has every rule optimised lightly under the name that it has in the whole, and goes on with those. When
    the other process fails, what follows compiles here.
    """
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(cache)], check=False)  # noqa: S603 - our own words


def keep_compiled(cache: Path) -> None:
    """Compile the law as it is and keep it; ``compile_elsewhere`` calls this in a process of its own."""
    with numba_told(CACHE_DIR=str(folder_of(cache, AS_IT_IS))):
        made(AS_IT_IS, is_kept=True)


@contextmanager
def numba_told(**settings: object) -> Iterator[None]:
    """Numba's settings are those of the process: these hold for a while."""
    before = {name: getattr(numba.config, name) for name in settings}
    vars(numba.config).update(settings)
    try:
        yield
    finally:
        vars(numba.config).update(before)


def made(law: Law, *, is_kept: bool) -> Callable[..., int]:
    """The same, compiled or loaded now."""
    tag = digest_of(law)

    def finish(function: FunctionType) -> Any:
        # Two laws in one process: what numba loads from disk is linked by name, and must not answer for the other.
        function.__qualname__ = f"{function.__name__}_{tag}"
        if function.__code__ is engine.fold_licences.__code__:
            return numba.njit(function, cache=is_kept, **OPTIONS)
        return compiled_once(function)

    entry, calendar, months = (plain_function(one) for one in (engine.fold_licences, year_month_day, first_of_month))
    assert entry is not None
    assert calendar is not None
    assert months is not None
    replaced = {**law.replaced, calendar: remembered_days, months: remembered_months}
    fold: Any = Rebinding(replaced, finish).led(entry)
    with numba_told(LOOP_VECTORIZE=0):  # a licence has some rows, not some hundreds
        fold.compile(engine.SIGNATURE)
    return cast(Callable[..., int], fold)


def compiled_once(function: FunctionType) -> Any:
    """A rule that compiled ones call, compiled for the types that it declares, whatever constants it is called with.

    It is optimised lightly by itself: it is once more, and fully, inside ``fold_licences``. It is still compiled on
    demand: nothing is when the whole is loaded from disk.
    """
    is_inlined = function.__code__ in INLINED or function.__module__ == remembering.__name__
    made: Any = numba.njit(function, **INSIDE, forceinline=is_inlined)
    declared, compile_for = types_declared(function), made.compile

    def compile_it(asked: tuple[Any, ...]) -> Any:
        with numba_told(OPT=LIGHTLY):
            compiled = compile_for(asked if declared is None else declared)
        if function.__code__ in RARE:
            keep_apart(made.overloads.values())
        return compiled

    made.compile = compile_it
    return made


def keep_apart(overloads: Iterable[Any]) -> None:
    """Have LLVM call a function where it would write it in; numba has no word for that."""
    for one in overloads:
        module = one.library._get_module_for_linking()  # noqa: SLF001 - the one that those who call it are given
        module.get_function(one.fndesc.llvm_func_name).add_function_attribute("noinline")


def types_declared(function: FunctionType) -> tuple[Any, ...] | None:
    """The types of the arguments by their annotations; None when some have none here, or may be left out."""
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    declared = [TYPES.get(function.__annotations__.get(name)) for name in names]
    return None if function.__defaults__ or None in declared else tuple(declared)


def digest_of(law: Law) -> str:
    """What the compiled rules depend on: the text of the law and of what leads it, the reform, and numba."""
    whole = hashlib.sha256(f"{numba.__version__} {law.name}".encode())
    leading = [Path(__file__).with_name(f"{name}.py") for name in LEADING]
    for path in [*sorted(Path(mespoints.law.__file__).parent.glob("*.py")), *leading]:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
