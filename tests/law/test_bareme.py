"""The barème, by day of commission."""

import subprocess
import sys

import pytest

from mespoints.law.bareme import (
    CLASS_UNKNOWN,
    BaremeRow,
    all_rows,
    find_by_article,
    find_by_natinf,
    find_by_paragraph,
    paragraph_names,
    spelled_article,
    spelled_paragraph,
)
from mespoints.law.days import NEVER, iso, parse_day


def prices(rows: list[BaremeRow]) -> list[tuple[str, int]]:
    """Class and points of each row."""
    return [(row.offence_class, row.points) for row in rows]


def test_a_class_unknown_is_one_of_the_former_code() -> None:
    """Of a contravention, of which the source gives the points alone."""
    unknown = [row for row in all_rows() if row.offence_class == CLASS_UNKNOWN]

    assert {"R256 (ancien)"} == {row.article for row in unknown}
    assert parse_day("2001-06-01") == max(row.to_on for row in unknown)


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
        ("22876", "2005-04-05", []),
        ("22876", "2005-04-06", [("c4", 3)]),  # one of the nine codes of its row, R221-1 then R221-1-1
        ("22876", "2016-07-01", [("c4", 3)]),
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
        ("L233-1", "III puis V", "2024-01-20", [("delit", 6)]),
        ("L233-1", "III", "2024-01-20", [("delit", 6)]),  # a name inside « III puis V »
        ("L233-1", "V", "2024-01-20", [("delit", 6)]),
        ("L233-1", "puis", "2024-01-20", []),
        ("L233-1", "", "2024-01-20", []),
        ("L224-17", "V", "2024-01-20", [("delit", 6), ("delit", 6)]),
        ("L224-17", "II", "2024-01-20", [("delit", 6)]),
        ("R416-12", "IV", "2024-01-20", [("c4", 3)]),
        ("R413-14", "III 3°", "2024-01-20", [("c4", 2)]),
        ("R413-14", "I al. 1", "2023-12-31", [("c4", 1)]),
        ("R413-14", "I al. 1", "2024-01-01", [("c4", 0)]),  # the row of that very name comes first
        ("R413-14", "I", "2024-01-20", [("c4", 4), ("c4", 3), ("c4", 2)]),
    ],
)
def test_the_rows_of_a_paragraph_are_those_of_the_day(
    article: str, paragraph: str, committed_on: str, expected: list[tuple[str, int]]
) -> None:
    """One article may describe several offences, with prices of their own."""

    assert expected == prices(find_by_paragraph(article, paragraph, parse_day(committed_on)))


@pytest.mark.parametrize(
    ("article", "committed_on", "expected"),
    [
        ("R. 412-19", "2024-01-20", [("c4", 3), ("c4", 1)]),
        ("r413-14", "2010-01-01", [("c4", 4), ("c4", 3), ("c4", 2), ("c4", 1), ("c3", 1)]),
        ("R412-6-1", "2012-01-04", [("c2", 2)]),
        ("R412-6-1", "2012-01-05", [("c4", 3)]),
        ("R412-6-1", "2003-03-31", []),
        ("R999-1", "2024-01-20", []),
        ("", "2024-01-20", []),
    ],
)
def test_the_rows_of_an_article_are_those_of_the_day(
    article: str, committed_on: str, expected: list[tuple[str, int]]
) -> None:
    """Whatever their paragraph, in the order of the file."""

    assert expected == prices(find_by_article(article, parse_day(committed_on)))


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
        ("R. 4156 bis", "R415-6BIS"),
        ("AB123", "AB123"),
        ("", ""),
    ],
)
def test_an_article_has_one_spelling(article: str, expected: str) -> None:
    """Dots, spaces, capitals and the first hyphen do not matter; the other hyphens tell articles apart."""

    assert expected == spelled_article(article)


def test_a_paragraph_has_one_spelling() -> None:
    """Spaces and the kind of hyphen do not matter."""

    assert "al.1-3" == spelled_paragraph("al. 1\u20133") == spelled_paragraph(" al.\u00a01-3 ")
    assert "al.1?" == spelled_paragraph("al. 1?")


def test_two_articles_never_share_a_spelling() -> None:
    """Nor do two paragraphs."""
    articles = {row.article for row in all_rows()}
    paragraphs = {row.paragraph for row in all_rows()}

    assert len(articles) == len({spelled_article(article) for article in articles})
    assert len(paragraphs) == len({spelled_paragraph(paragraph) for paragraph in paragraphs})


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("al. 1", {"al.1"}),
        ("III puis V", {"III", "V"}),
        ("III (puis IV)", {"III", "IV"}),
        ("V (I)", {"V", "I"}),
        ("I al. 1/III 4°", {"Ial.1", "III4°"}),
        ("221-6-1 CP", {"221-6-1CP"}),
        ("al. 1-3", {"al.1-3"}),
    ],
)
def test_a_paragraph_of_the_bareme_may_hold_several_names(paragraph: str, expected: set[str]) -> None:
    """That of the offence and that of its points, or the former and the present one."""

    assert expected == paragraph_names(paragraph)


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
