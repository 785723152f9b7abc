"""The map of the law, ``docs/law.md``: what it names is there."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
MAP = (TESTS.parent.parent / "docs" / "law.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([^`\s]+)`", MAP)

FUNCTIONS = sorted({name for name in NAMED if re.fullmatch(r"[a-z0-9_]+\.[a-z0-9_]+", name)})
NAMED_TESTS = {name for name in NAMED if re.fullmatch(r"test_\w+", name)}
CASES = {name for name in NAMED if re.fullmatch(r"(GC|N)-\d+[a-z]?", name)}
DOUBTS = re.findall(r"^\| D(\d+) \| (.+) \| (.+) \|$", MAP, re.MULTILINE)


def defined_tests(pattern: str) -> set[str]:
    """The names of the tests in the modules of this folder that match a pattern."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in TESTS.rglob(pattern)]
    functions = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {function.name for function in functions if function.name.startswith("test_")}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_of_the_map_exists(name: str) -> None:
    """``module.function`` is a function that this module of the law defines itself."""
    module_name, function_name = name.split(".")
    module = importlib.import_module(f"mespoints.law.{module_name}")
    function = inspect.unwrap(getattr(module, function_name))

    assert inspect.isfunction(function)
    assert module.__name__ == function.__module__


def test_every_row_leads_from_the_law_to_a_function_and_a_test() -> None:
    """No row of an article lacks either."""
    rows = [line.strip("| ").split(" | ") for line in MAP.splitlines() if line.startswith("| ")]
    rows = [row for row in rows if len(row) == 4 and row[0] != "article"]

    assert len(rows) >= 30
    assert [] == [row for row in rows if "`" not in row[2] or "`" not in row[3]]


def test_every_test_of_the_map_exists() -> None:
    """By its name, somewhere in the tests of the law."""

    assert set() == NAMED_TESTS - defined_tests("test_*.py")


def test_every_case_of_the_map_exists() -> None:
    """As a file of ``tests/cases``."""

    assert set() == CASES - {path.stem for path in (TESTS.parent / "cases").glob("*.json")}


def test_every_doubt_has_its_row_and_all_its_tests() -> None:
    """D1 to D16, once each and in order, with exactly the tests that bear its number."""
    found = {int(number): sorted(re.findall(r"`(\w+)`", tests)) for number, _, tests in DOUBTS}
    pinned = defined_tests("test_doubts*.py")

    assert list(range(1, 17)) == [int(number) for number, _, _ in DOUBTS]
    assert {number: sorted(name for name in pinned if name.startswith(f"test_d{number}_")) for number in found} == found
