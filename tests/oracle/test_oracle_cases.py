import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.civil_days import last_of_jours_francs
from tests.oracle.dossiers import BAREME
from tests.oracle.simulation import simulate

CASES = Path(__file__).parents[1] / "cases"
DAYS = [
    pytest.param(case, expected, id=f"{case['id']}-{expected['on']}")
    for case in (json.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.json")))
    for expected in case["expect"]
]


def holds(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether an item has all the values wanted."""
    return all(found[key] == value for key, value in wanted.items())


def needs_bareme(case: dict[str, Any]) -> bool:
    """Whether an offence of the case leaves its points to the barème."""
    return any(act["act"] == "offence" and "points" not in act for act in case["dossier"]["acts"])


def unmet(statement: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """The expectations of a case that a statement does not meet."""
    failures = []
    for key, value in expected.items():
        if key in ("movement", "deadline"):
            met = any(holds(found, value) for found in statement[f"{key}s"])
        elif key == "no_deadline":
            met = all(found["duty"] != value for found in statement["deadlines"])
        elif key == "next":
            met = bool(statement["next"]) and holds(statement["next"][0], value)
        elif key == "letters":
            met = all(any(holds(found, letter) for found in statement["movements"]) for letter in value)
        else:
            met = statement[key] == value
        if not met:
            failures.append(key)
    return failures


@pytest.mark.parametrize(("case", "expected"), DAYS)
def test_public_cases_hold_in_the_simulation(case: dict[str, Any], expected: dict[str, Any]) -> None:
    """Each public case is true of the simulation."""
    if needs_bareme(case) and not BAREME.exists():
        pytest.skip("the barème is not there yet")

    assert unmet(simulate(case["dossier"], expected["on"], case["reading"]), expected) == []


def test_jours_francs_end_on_the_published_days() -> None:
    """The last day to hand the title in is that of the published table."""
    with (CASES / "jours_francs.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    found = [last_of_jours_francs(date.fromisoformat(row["received_on"]), 10, row["zone"]).isoformat() for row in rows]

    assert found == [row["last_day"] for row in rows]
