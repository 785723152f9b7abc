"""The barème: for each offence and each period, its class and the points that it takes.

The row that counts is the one whose period holds the day of commission. The file is read on the first question: a
dossier that gives class and points asks none, and a NATINF code reads its own lines alone.
"""

from functools import cache, lru_cache

from mespoints.law.bareme_rows import CLASS_UNKNOWN, RECALLED, BaremeRow, read_rows
from mespoints.law.days import Day

__all__ = [
    "CLASS_UNKNOWN",
    "BaremeRow",
    "all_rows",
    "find_by_article",
    "find_by_natinf",
    "find_by_paragraph",
    "is_unverified",
    "spelled_article",
    "spelled_paragraph",
]


@cache
def all_rows() -> tuple[BaremeRow, ...]:
    """Every row of ``bareme.csv``, in its order, once the whole is checked. Raises ``BaremeRefused``."""
    from mespoints.law.bareme_checks import check_rows  # a NATINF code does not need it

    return check_rows(read_rows())


@lru_cache(maxsize=1024)  # codes come from files: not without a bound
def _bearing_natinf(code: str) -> tuple[BaremeRow, ...]:
    """The rows that bear a NATINF code."""
    return tuple(row for row in read_rows(code) if code in row.natinf)


@cache
def _by_article() -> dict[str, list[BaremeRow]]:
    """The rows of each article, spelled in one way."""
    index: dict[str, list[BaremeRow]] = {}
    for row in all_rows():
        index.setdefault(spelled_article(row.article), []).append(row)
    return index


def find_by_natinf(code: str, committed_on: Day) -> list[BaremeRow]:
    """The rows of a NATINF code that hold on the day of commission."""
    return [row for row in _bearing_natinf(code) if row.holds_on(committed_on)]


def find_by_article(article: str, committed_on: Day) -> list[BaremeRow]:
    """The rows of an article that hold on the day of commission, whatever their paragraph."""
    return [row for row in _by_article().get(spelled_article(article), ()) if row.holds_on(committed_on)]


def find_by_code(code: str, committed_on: Day) -> list[BaremeRow]:
    """The rows of a NATINF code, or of an article, with its paragraph after a colon when there is one."""
    if code.isdigit():
        return find_by_natinf(code, committed_on)
    article, colon, paragraph = code.partition(":")
    return find_by_paragraph(article, paragraph, committed_on) if colon else find_by_article(article, committed_on)


def find_by_paragraph(article: str, paragraph: str, committed_on: Day) -> list[BaremeRow]:
    """The rows of a paragraph of an article that hold on the day of commission.

    The paragraph as the barème writes it comes first: ``III puis V`` answers to ``III`` and to ``V`` when no row
    bears these names alone.
    """
    rows = find_by_article(article, committed_on)
    asked = spelled_paragraph(paragraph)
    exact = [row for row in rows if spelled_paragraph(row.paragraph) == asked]
    return exact or [row for row in rows if asked in paragraph_names(row.paragraph)]


def is_unverified(row: BaremeRow) -> bool:
    """Whether something of a row was recalled, not read in its source: the row itself, or its NATINF code."""
    return RECALLED in (row.status, row.natinf_status)


def spelled_article(article: str) -> str:
    """The one spelling of an article's number: ``R. 415-6``, ``r415-6`` and ``R4156`` are ``R415-6``.

    A hyphen that is there is kept: ``R412-1-1`` and ``R412-11`` are two articles. The first comes after three
    digits, as in the whole of this code.
    """
    spelling = spelled_paragraph(article.replace(".", "")).upper()
    if spelling[1:5].isdigit():
        spelling = f"{spelling[:4]}-{spelling[4:]}"
    return spelling


def spelled_paragraph(paragraph: str) -> str:
    """The one spelling of a paragraph: no spaces, plain hyphens."""
    for hyphen in "\u2010\u2011\u2012\u2013":
        paragraph = paragraph.replace(hyphen, "-")
    return "".join(paragraph.split())


@cache
def paragraph_names(paragraph: str) -> frozenset[str]:
    """The names in a paragraph of the barème: ``I/III 2°`` gives I and III 2°, ``V (I)`` gives V and I."""
    for sign in ("(", ")", "puis "):
        paragraph = paragraph.replace(sign, "/")
    return frozenset(spelled_paragraph(part) for part in paragraph.split("/") if part.strip())
