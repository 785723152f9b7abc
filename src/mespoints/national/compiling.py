"""The fold of a batch made ready: every rule compiled by numba as it is written, and kept compiled on disk.

No rule has a second text: its compiled self is made from the code of the rule (``rebinding``).
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import numba
import numpy as np

import mespoints.law
from mespoints.law.days import Day, day_of, year_month_day
from mespoints.national import engine
from mespoints.national.laws import AS_IT_IS, Law
from mespoints.national.rebinding import Finish, Rebinding, plain_function

OPTIONS: dict[str, Any] = {"error_model": "numpy", "nogil": True}
"""No division of the law has a divisor that could be nought; other threads run meanwhile."""

REMEMBERED = range(day_of(1992, 1, 1), day_of(2061, 1, 1))
"""The days whose place in the calendar compiled rules remember."""

LEADING = ("compiling", "engine", "rebinding", "reforming", "working_memory")
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
    if cache is None:
        return made(law, is_kept=False, tell=tell)
    folder = cache / digest_of(law)
    folder.mkdir(parents=True, exist_ok=True)
    before, numba.config.CACHE_DIR = numba.config.CACHE_DIR, str(folder)
    try:
        return made(law, is_kept=True, tell=None if any(folder.rglob("*.nbi")) else tell)
    finally:
        numba.config.CACHE_DIR = before


def made(law: Law, *, is_kept: bool, tell: Callable[[], None] | None) -> Callable[..., int]:
    """The same, compiled or loaded now."""
    if tell is not None:
        tell()

    tag = digest_of(law)

    def finish(function: FunctionType) -> Any:
        # Two laws in one process: what numba loads from disk is linked by name, and must not answer for the other.
        function.__qualname__ = f"{function.__name__}_{tag}"
        is_entry = function.__code__ is engine.fold_licences.__code__
        return numba.njit(function, cache=is_kept and is_entry, **OPTIONS)

    entry = plain_function(engine.fold_licences)
    assert entry is not None
    calendar = plain_function(year_month_day)
    assert calendar is not None
    fold: Any = Rebinding({**law.replaced, calendar: remembered}, finish).led(entry)
    fold.compile(engine.SIGNATURE)
    return cast(Callable[..., int], fold)


def remembered(led: FunctionType, finish: Finish) -> FunctionType:
    """The calendar with the memory of its answers, as ``days.add_months`` has plain: nearly half the time went there.

    The answers are the rule's own, asked for each day of the years in which points live; other days are asked anew.
    """
    rule, first, last = finish(led), REMEMBERED[0], REMEMBERED[-1]
    answers = [year_month_day(day) for day in REMEMBERED]
    known = np.array([(year << 9) | (month << 5) | quantieme for year, month, quantieme in answers], np.int32)

    def calendar(day: Day) -> Any:
        if first <= day <= last:
            answer = np.int64(known[day - first])
            return answer >> 9, (answer >> 5) & 15, answer & 31
        return rule(day)

    assert isinstance(calendar, FunctionType)
    return calendar


def digest_of(law: Law) -> str:
    """What the compiled rules depend on: the text of the law and of what leads it, the reform, and numba."""
    whole = hashlib.sha256(f"{numba.__version__} {law.name}".encode())
    leading = [Path(__file__).with_name(f"{name}.py") for name in LEADING]
    for path in [*sorted(Path(mespoints.law.__file__).parent.glob("*.py")), *leading]:
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
