"""The rules are compiled once, kept, and never run uncompiled without a word."""

from pathlib import Path
from types import FunctionType

import numba
import pytest
from numba import types

from mespoints.law.days import Day
from mespoints.law.posting import post
from mespoints.national import compiling, engine
from mespoints.national.laws import Law
from mespoints.national.reforming import as_function
from mespoints.national.working_memory import NUMBERS
from tests.national.conftest import CACHE


def test_what_was_compiled_is_loaded_without_a_word(fold: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is compiled: nobody has to be told to wait."""
    said: list[str] = []
    compiling.compiled_fold(CACHE, tell=lambda: said.append("compiling"))

    assert [] == said


def test_a_compilation_is_told_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an empty folder somebody waits: they are told before another process compiles the law as it is."""
    monkeypatch.setattr(compiling, "Rebinding", nothing_to_compile)
    said: list[str] = []
    monkeypatch.setattr(compiling, "compile_elsewhere", lambda folder: said.append(f"compiling into {folder}"))
    compiling.compiled_fold(tmp_path, tell=lambda: said.append("wait"))

    assert ["wait", f"compiling into {tmp_path}"] == said


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_reform_is_compiled_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_kept: bool) -> None:
    """So is what nobody keeps; they are told all the same."""
    monkeypatch.setattr(compiling, "Rebinding", nothing_to_compile)
    said: list[str] = []
    monkeypatch.setattr(compiling, "compile_elsewhere", lambda folder: said.append(f"compiling into {folder}"))
    law = Law("one point in three months", {}) if is_kept else compiling.AS_IT_IS
    compiling.compiled_fold(tmp_path if is_kept else None, law, tell=lambda: said.append("wait"))

    assert ["wait"] == said


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


def test_a_rule_is_compiled_once_however_it_is_called() -> None:
    """By the types that it declares; what leads the rules declares none, and defaults are as good as their calls."""

    assert (NUMBERS, types.int64) == compiling.types_declared(as_function(first_and))
    assert compiling.types_declared(as_function(engine.fold_one)) is None
    assert compiling.types_declared(as_function(post)) is None


def first_and(_numbers: list[int], number: Day) -> int:
    """Two arguments of declared types."""
    return number
