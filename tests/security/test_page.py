"""docs/security.md: no empty cell, no claim without a test, no requirement left out."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "security.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
LINK = re.compile(r"\]\(([\w./-]+)\)")
MET, WRITTEN = "met", "written"
ANSWERS = {MET, WRITTEN, "does not apply", "operator", "not met"}
ITEMS = """
1.1 1 2
1.2 1 2 3 4 5 6 7 8 9
1.3 1 2 3 4 5 6 7 8 9 10 11
1.4 1 2 3
1.5 1 2
2.1 1 2 3
2.2 1 2 3
2.3 1 2 3 4
2.4 1
3.2 1 2
3.3 1 2 3 4
3.4 1 2 3 4 5 6
3.5 1 2 3 4 5
3.7 1 2
4.1 1 2 3
4.2 1
4.3 1 2
4.4 1 2 3 4
5.1 1
5.2 1 2 3
5.3 1 2
5.4 1 2 3
6.1 1 2 3
6.2 1 2 3 4 5 6 7 8 9 10 11 12
6.3 1 2 3 4
6.4 1 2 3 4
6.5 1 2 3 4 5
6.6 1 2 3
6.8 1 2 3 4
7.1 1 2 3
7.2 1 2 3 4
7.3 1 2
7.4 1 2 3 4 5
7.5 1 2
7.6 1 2
8.1 1 2
8.2 1 2 3
8.3 1
8.4 1
9.1 1 2 3
9.2 1 2 3 4
10.1 1 2
10.2 1 2
10.3 1 2 3 4
10.4 1 2 3 4 5 6 7 8 9 10 11
10.5 1 2 3 4 5
10.6 1 2
10.7 1 2 3
11.1 1 2
11.2 1 2 3
11.3 1 2 3
11.4 1 2 3 4
11.5 1
11.6 1
12.1 1 2 3
12.2 1 2
12.3 1 2 3 4
13.1 1
13.2 1 2 3 4 5
13.3 1 2
13.4 1 2 3 4 5
14.1 1 2
14.2 1 2 3 4
14.3 1 2 3
15.1 1 2 3
15.2 1 2 3
15.3 1 2 3 4 5 6 7
16.1 1
16.2 1 2 3 4 5
16.3 1 2 3 4
16.4 1 2 3
16.5 1 2 3
17.1 1
17.2 1 2 3 4
17.3 1 2
"""
"""The requirements of levels 1 and 2 of ASVS 5.0.0: each section, and the numbers of its own."""


def tables() -> list[list[list[str]]]:
    """The tables of the page: the cells of their rows, headings first."""
    found: list[list[list[str]]] = []
    is_inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            if not is_inside:
                found.append([])
            found[-1].append([cell.strip() for cell in line.strip("|").split("|")])
        is_inside = line.startswith("|")
    return found


THREATS = next(rows for rows in tables() if rows[0][0] == "who" and len(rows[0]) == 5)[2:]
REQUIREMENTS = [row for rows in tables() if rows[0][0] == "item" for row in rows[2:]]


@cache
def names_in(path: str) -> frozenset[str]:
    """The names of the functions of a module of tests."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_no_cell_is_empty() -> None:
    """In any table, and each row has the cells of its headings."""
    rows = [(table[0], row) for table in tables() for row in table]

    assert len(rows) > 250
    assert [] == [row for headings, row in rows if len(row) != len(headings) or not all(row)]


def test_every_test_that_is_named_exists() -> None:
    """By its path and its name."""
    named = set(TEST.findall(PAGE.read_text(encoding="utf-8")))
    known = {(path, name) for path, name in named if (ROOT / path).is_file() and name in names_in(path)}

    assert len(named) > 150
    assert set() == named - known


def test_every_requirement_has_its_row() -> None:
    """Once, in order."""
    expected = [f"{section}.{item}" for section, *items in map(str.split, ITEMS.strip().splitlines()) for item in items]

    assert 253 == len(expected)
    assert expected == [item for item, *_ in REQUIREMENTS]


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: threat[0])
def test_every_threat_is_proved(threat: list[str]) -> None:
    """By several tests: who attacks does not try one thing alone."""

    assert len(TEST.findall(threat[4])) > 2


def test_every_answer_is_proved_or_says_why() -> None:
    """What is met names its tests, what is written its document; anything else has a reason of some words."""
    for item, _asks, answer, proof in REQUIREMENTS:
        assert answer in ANSWERS, item
        if answer == MET:
            assert TEST.search(proof), item
        elif answer == WRITTEN:
            assert proof.startswith("this page") or LINK.search(proof), item
        else:
            assert len(proof.split()) > 2, item


def test_the_counts_are_those_of_the_rows() -> None:
    """The sentence above the tables."""
    answers = [answer for _item, _asks, answer, _proof in REQUIREMENTS]
    told = ", ".join(f"{answers.count(one)} {one}" for one in (MET, WRITTEN, "does not apply", "operator", "not met"))

    assert told in PAGE.read_text(encoding="utf-8")
