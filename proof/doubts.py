"""The register of doubts: where the texts leave a choice, the reading chosen, and what carries and pins it.

The readings D1 to D16 are in ``doubts.csv``, the later ones in ``docs/dossier.md``. A test pins one by its name:
``test_d12_…``. A function carries one by its docstring: ``(doubt D12)``.
"""

import ast
import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from proof.bench import ROOT
from proof.functions import every_function

FILE = Path(__file__).with_name("doubts.csv")
DOSSIER = ROOT / "docs" / "dossier.md"
TESTS = ROOT / "tests" / "law"


class Doubt(NamedTuple):
    """One reading. ``tests``: names of tests, each with its file."""

    number: int
    reading: str
    functions: list[str]
    tests: list[tuple[str, Path]]


@cache
def readings() -> dict[int, str]:
    """The reading of each doubt, by number."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        found = {int(row["number"]): row["reading"] for row in csv.DictReader(lines)}
    told = re.findall(r"^- \*\*D(\d+)\. (.+?)\.?\*\*", DOSSIER.read_text(encoding="utf-8"), re.MULTILINE)
    return found | {int(number): f"{title}: [the dossier](dossier.md#the-readings-we-chose)" for number, title in told}


def doubts() -> list[Doubt]:
    """The register, in order."""
    functions = functions_naming()
    tests = pinning_tests()
    return [
        Doubt(number, reading, functions.get(number, []), tests.get(number, []))
        for number, reading in sorted(readings().items())
    ]


@cache
def functions_naming() -> dict[int, list[str]]:
    """The functions of the law whose docstring names a doubt."""
    found: dict[int, list[str]] = {}
    for name, function in every_function().items():
        for number in sorted({int(one) for one in re.findall(r"\bD(\d{1,2})\b", function.__doc__ or "")}):
            found.setdefault(number, []).append(name)
    return found


def pinning_tests() -> dict[int, list[tuple[str, Path]]]:
    """The tests that bear the number of a doubt."""
    found: dict[int, list[tuple[str, Path]]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            match = re.match(r"test_d(\d+)_", node.name) if isinstance(node, ast.FunctionDef) else None
            if match and isinstance(node, ast.FunctionDef):
                found.setdefault(int(match[1]), []).append((node.name, path))
    return found


def faults() -> list[str]:
    """Numbers left out, doubts that nothing pins, doubts named and not registered."""
    numbers = sorted(readings())
    found = [f"D{number}: not registered" for number in range(1, max(numbers)) if number not in numbers]
    found += [f"D{doubt.number}: no test bears its number" for doubt in doubts() if not doubt.tests]
    named = {number: names[0] for number, names in functions_naming().items()}
    named |= {number: tests[0][0] for number, tests in pinning_tests().items()}
    found += [f"D{number}: named by {name}, not registered" for number, name in named.items() if number not in numbers]
    return found
