"""CONTRIBUTING.md: its six steps are those of a real change, and the files hold what is said of them."""

import ast
import json
import re
from pathlib import Path

import pytest

from mespoints.law.days import parse_day
from mespoints.law.document import statement_document
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEPS = PAGE.partition("## To change a rule")[2].partition("\n## ")[0]
PLACE = re.compile(r"`((?:src|tests|proof|docs)/[\w./-]+)(?:::(\w+))?`")
QUOTED = re.compile(r"^ +```python\n(.*?)^ +```$", re.MULTILINE | re.DOTALL)
RULE = ROOT / "src" / "mespoints" / "law" / "stage.py"


def functions_of(path: Path) -> set[str]:
    """The functions of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def balances(case: str) -> list[tuple[int, int]]:
    """What a case expects on each of its days, and what the law gives."""
    told = json.loads((ROOT / "tests" / "cases" / f"{case}.json").read_text(encoding="utf-8"))
    dossier = read_dossier(told["dossier"])
    found = []
    for expected in told["expect"]:
        statement = statement_document(dossier, make_statement(dossier, parse_day(expected["on"]), told["reading"]))
        found.append((expected["balance"], statement["balance"]))
    return found


def test_there_are_six_steps() -> None:
    """Numbered in order."""

    assert ["1", "2", "3", "4", "5", "6"] == re.findall(r"^(\d)\. \*\*", STEPS, re.MULTILINE)


def test_each_place_that_is_named_is_there() -> None:
    """The file, and in it the test."""
    places = PLACE.findall(STEPS)

    assert len(places) > 15
    assert [] == [path for path, _ in places if not (ROOT / path).is_file()]
    assert [] == [name for path, name in places if name and name not in functions_of(ROOT / path)]


def test_the_rule_is_quoted_as_it_is_written() -> None:
    """Its day, its docstring, its code."""
    source = RULE.read_text(encoding="utf-8")
    quoted = [re.sub(r"^ {3}", "", block, flags=re.MULTILINE) for block in QUOTED.findall(STEPS)]

    assert 2 == len(quoted)
    assert [] == [block for block in quoted if block not in source]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("CHANGELOG.md", "every two years for stages ended before 16 March 2011"),
        ("tests/law/test_rules_by_date.py", '"a stage a year": (months_between_stages, "2011-03-16", 24, 12)'),
        ("tests/law/test_dates_of_texts.py", '"LOI_2011_267_STAGES": "2011-03-16"'),
        ("tests/oracle/stages.py", "date(2011, 3, 16)"),
        ("tests/oracle/drafts.py", "date(2011, 3, 16)"),
        ("src/mespoints/law/explain/choice.py", "def stage_too_soon("),
        ("src/mespoints/law/explain/french_movements.py", "tous les deux ans"),
        ("src/mespoints/law/explain/english_movements.py", '"stage_too_soon_two_years"'),
        ("docs/glossaire.md", "| `stage` |"),
        ("proof/pins.json", "[N-11b]"),
        ("docs/law.md", "cases/N-11b.json"),
        ("src/mespoints/national/reforming.py", '"months_between_stages"'),
    ],
)
def test_each_file_holds_what_is_said_of_it(path: str, words: str) -> None:
    """The change is told where the steps say it is."""

    assert words in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("case", "months"), [("N-11a", 12), ("N-11b", 24)])
def test_each_case_fails_under_the_other_rule(case: str, months: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule of before fails the case of the day of the change; the rule of since, that of its eve."""
    as_written = balances(case)
    monkeypatch.setattr("mespoints.law.stage.months_between_stages", lambda ended_on: months)
    otherwise = balances(case)

    assert all(expected == found for expected, found in as_written)
    assert 1 == sum(expected != found for expected, found in otherwise)
