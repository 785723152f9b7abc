"""The barème, by day of commission."""

import itertools
import subprocess
import sys

import pytest

from mespoints.law.bareme import (
    CLASS_UNKNOWN,
    BaremeRow,
    all_rows,
    find_by_natinf,
    find_by_paragraph,
    spelled_article,
    spelled_paragraph,
)
from mespoints.law.days import NEVER, iso, parse_day
from mespoints.law.shapes import OFFENCE


def prices(rows: list[BaremeRow]) -> list[tuple[str, int]]:
    """Class and points of each row."""
    return [(row.offence_class, row.points) for row in rows]


def test_every_row_is_complete() -> None:
    """A row names its article, says its points, and holds during a period that is not empty."""
    rows = all_rows()

    assert 190 == len(rows)
    for row in rows:
        assert all((row.article, row.paragraph, row.label, row.source, row.status in ("SEEN", "RECALLED")))
        assert 0 <= row.points <= 9
        assert row.from_on < row.to_on


def test_the_class_of_a_row_is_one_of_the_file_format() -> None:
    """Save in the former code, where that of a contravention is unknown."""
    known = [row.offence_class for row in all_rows() if row.offence_class != CLASS_UNKNOWN]

    assert [] == [name for name in known if OFFENCE.keys["class"].take(name) is None]
    assert {"R256 (ancien)"} == {row.article for row in all_rows() if row.offence_class == CLASS_UNKNOWN}


def test_the_periods_of_one_offence_do_not_overlap() -> None:
    """The same article, paragraph and label never has two rows on one day."""
    ordered = sorted(all_rows(), key=lambda row: (row.article, row.paragraph, row.label, row.from_on))
    overlapping = [
        (row, following)
        for row, following in itertools.pairwise(ordered)
        if (row.article, row.paragraph, row.label) == (following.article, following.paragraph, following.label)
        and following.from_on < row.to_on
    ]

    assert [] == overlapping


def test_a_natinf_code_has_one_price_on_each_day() -> None:
    """Whatever the rows that bear it: a code never leaves a doubt."""
    codes = {code for row in all_rows() for code in row.natinf}
    days = {row.from_on for row in all_rows()} | {row.to_on for row in all_rows()} - {NEVER}
    doubtful = [(code, iso(day)) for code in codes for day in days if len(set(prices(find_by_natinf(code, day)))) > 1]

    assert [] == doubtful


@pytest.mark.parametrize(
    ("natinf", "committed_on", "expected"),
    [
        ("202", "2018-09-18", [("c4", 4)]),
        ("202", "2018-09-19", [("c4", 6)]),
        ("25387", "2023-12-31", [("c3", 1)]),
        ("22876", "2016-06-30", [("c4", 3)]),  # one of the nine codes of its row
        ("22876", "2016-07-01", []),
        ("203", "2001-05-31", []),  # before the present code
        ("999999", "2024-01-01", []),
        ("", "2024-01-01", []),
    ],
)
def test_the_row_of_a_natinf_code_is_that_of_the_day(
    natinf: str, committed_on: str, expected: list[tuple[str, int]]
) -> None:
    """The first day of a period is inside it, the day of the next one is not."""

    assert expected == prices(find_by_natinf(natinf, parse_day(committed_on)))


@pytest.mark.parametrize(
    ("article", "paragraph", "committed_on", "expected"),
    [
        ("R415-6", "al. 1", "2024-01-20", [("c4", 4)]),
        ("R. 415-6", "al.1", "2024-01-20", [("c4", 4)]),
        ("R412-19", "al. 1", "2024-01-20", [("c4", 3), ("c4", 1)]),
        ("L235-1", "IV", "2025-07-10", [("delit", 6), ("delit", 6)]),
        ("L235-1", "IV", "2025-07-11", [("delit", 6), ("delit", 9)]),
        ("R413-14-1", "III", "2025-12-28", [("c5", 6)]),
        ("R413-14-1", "III", "2025-12-29", []),
        ("L413-1", "III", "2025-12-29", [("delit", 6)]),
        ("R256 (ancien)", "5°", "1999-01-01", [(CLASS_UNKNOWN, 1)] * 4),
        ("R412-11", "al. 3", "2024-01-20", []),  # R412-1-1, al. 3 is another article
        ("R412-1-1", "al. 3", "2024-01-20", [("c4", 3)]),
    ],
)
def test_the_rows_of_a_paragraph_are_those_of_the_day(
    article: str, paragraph: str, committed_on: str, expected: list[tuple[str, int]]
) -> None:
    """One article may describe several offences, with prices of their own."""

    assert expected == prices(find_by_paragraph(article, paragraph, parse_day(committed_on)))


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("R415-6", "R415-6"),
        ("R. 415-6", "R415-6"),
        ("r.415\u20116", "R415-6"),
        ("R\u00a0415-6", "R415-6"),
        ("R4156", "R415-6"),
        ("R412-1-1", "R412-1-1"),
        ("R 412-11", "R412-11"),
        ("L. 235-1", "L235-1"),
        ("R256 (ancien)", "R256(ANCIEN)"),
        ("R. 256 (ancien)", "R256(ANCIEN)"),
        ("", ""),
    ],
)
def test_an_article_has_one_spelling(article: str, expected: str) -> None:
    """Dots, spaces, capitals and the first hyphen do not matter; the other hyphens tell articles apart."""

    assert expected == spelled_article(article)


def test_two_articles_never_share_a_spelling() -> None:
    """Nor do two paragraphs."""
    articles = {row.article for row in all_rows()}
    paragraphs = {row.paragraph for row in all_rows()}

    assert len(articles) == len({spelled_article(article) for article in articles})
    assert len(paragraphs) == len({spelled_paragraph(paragraph) for paragraph in paragraphs})


def test_a_dossier_that_gives_class_and_points_does_not_load_the_bareme() -> None:
    """The time to start is counted: the file is read when an offence asks for it."""
    program = """
import sys
from mespoints.law.reading import read_dossier
offence = {"act": "offence", "id": "i1", "committed_on": "2024-01-20", "class": "c4", "points": 4}
dossier = {"format": "dossier/1", "licence": {"obtained_on": "2000-01-01"}, "acts": [offence]}
read_dossier(dossier)
print({"csv", "mespoints.law.bareme"} & set(sys.modules))
offence["natinf"] = "203"
read_dossier(dossier)
print({"csv", "mespoints.law.bareme"} - set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "set()\nset()\n" == done.stdout
