"""The rules are compiled once, kept, and never run uncompiled without a word."""

from pathlib import Path
from types import FunctionType

import numba
import pytest

from mespoints.law.days import year_month_day
from mespoints.national import compiling
from mespoints.national.laws import Law
from mespoints.national.rebinding import plain_function
from tests.national.conftest import CACHE


def test_what_was_compiled_is_loaded_without_a_word(fold: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is compiled: nobody has to be told to wait."""
    said: list[str] = []
    compiling.compiled_fold(CACHE, tell=lambda: said.append("compiling"))

    assert [] == said


def test_a_compilation_is_told_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an empty folder somebody waits: they are told before."""
    monkeypatch.setattr(compiling, "Rebinding", nothing_to_compile)
    said: list[str] = []
    compiling.compiled_fold(tmp_path, tell=lambda: said.append("compiling"))

    assert ["compiling"] == said


def nothing_to_compile(*_: object) -> object:
    """Stands for the rules where only the words around them are tried."""

    class Nothing:
        def led(self, _function: FunctionType) -> "Nothing":
            return self

        def compile(self, _signature: object) -> None:
            pass

    return Nothing()


def test_uncompiled_rules_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numba can be told to compile nothing; then a country would take an hour, and we say no."""
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    with pytest.raises(compiling.NotCompiled, match="NUMBA_DISABLE_JIT"):
        compiling.compiled_fold()


def test_a_reform_is_kept_apart(fold: object) -> None:
    """What a reform compiles never answers for the law as it is."""
    reformed = Law("one point in three months", {})

    assert compiling.digest_of(reformed) != compiling.digest_of(compiling.AS_IT_IS)


def test_the_calendar_is_remembered_as_the_rule_tells_it() -> None:
    """Day after day, within the years that are remembered and around them."""
    calendar = compiling.remembered(plain_function(year_month_day), lambda function: function)
    days = range(compiling.REMEMBERED[0] - 400, compiling.REMEMBERED[-1] + 400)

    assert [year_month_day(day) for day in days] == [calendar(day) for day in days]
