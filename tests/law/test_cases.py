"""The public cases: lives told by courts and official sources, and what must be true of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from mespoints.law.days import parse_day
from mespoints.law.document import statement_document
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))
PLAIN_KEYS = ("balance", "signed_balance", "ceiling", "status", "probation_ends_on")


def agrees(expected: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether every value expected is found."""
    return all(found.get(key) == value for key, value in expected.items())


def faults(expected: dict[str, Any], statement: dict[str, Any]) -> list[str]:
    """Every expectation of a day that the statement does not meet."""
    found = [f"{key}: {statement[key]}" for key in PLAIN_KEYS if key in expected and expected[key] != statement[key]]
    for one, many in (("movement", "movements"), ("deadline", "deadlines")):
        if one in expected and not any(agrees(expected[one], item) for item in statement[many]):
            found.append(f"no {one} {expected[one]}")
    for letter in expected.get("letters", []):
        if not any(agrees(letter, movement) for movement in statement["movements"]):
            found.append(f"no letter {letter}")
    if any(item["duty"] == expected.get("no_deadline") for item in statement["deadlines"]):
        found.append(f"a deadline {expected['no_deadline']}")
    if "next" in expected and not (statement["next"] and agrees(expected["next"], statement["next"][0])):
        found.append(f"next: {statement['next'][:1]}")
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_public_case_is_right_on_each_of_its_days(path: Path) -> None:
    """Every expectation of every day holds, in the reading of the case."""
    case = json.loads(path.read_text(encoding="utf-8"))
    dossier = read_dossier(case["dossier"])
    wrong = {}
    for expected in case["expect"]:
        statement = statement_document(dossier, make_statement(dossier, parse_day(expected["on"]), case["reading"]))
        wrong[expected["on"]] = faults(expected, statement)

    assert {day: [] for day in wrong} == wrong


def test_there_are_public_cases() -> None:
    """The folder is not empty: a test that runs nothing proves nothing."""

    assert len(CASES) >= 52
