"""The barème: for each offence and each period, its class and the points that it takes.

``bareme.csv`` holds one row per offence and period, with its source. The row that counts is the one whose
period [from, to[ holds the day of commission. The file is read on the first question: a dossier that gives class and
points asks none.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from mespoints.law.days import NEVER, Day, parse_day

FILE = __file__.removesuffix(".py") + ".csv"

CLASS_UNKNOWN = "contravention"
"""The class of a contravention of the former code, of which the source gives the points alone."""


class BaremeRow(NamedTuple):
    """One offence during one period. ``to_on`` is the first day on which the row no longer holds."""

    article: str
    paragraph: str
    label: str
    offence_class: str
    points: int
    from_on: Day
    to_on: Day
    natinf: tuple[str, ...]
    status: str
    source: str
    note: str


@cache
def all_rows() -> tuple[BaremeRow, ...]:
    """Every row of ``bareme.csv``, in its order."""
    return _rows_naming("")


def _rows_naming(words: str) -> tuple[BaremeRow, ...]:
    """The rows whose line holds these words anywhere: one code costs a tenth of the whole file."""
    # Imported here: reading a dossier seldom asks for the barème, and the time to start is counted.
    import csv

    with open(FILE, encoding="utf-8", newline="") as lines:  # noqa: PTH123 - pathlib takes 4 ms to import
        header = next(lines)
        return tuple(_row(cells) for cells in csv.DictReader([header, *(line for line in lines if words in line)]))


def _row(cells: dict[str, str]) -> BaremeRow:
    """One line of the file; an unknown first day is taken as the beginning of time."""
    return BaremeRow(
        article=cells["article"],
        paragraph=cells["paragraph"],
        label=cells["label_fr"],
        offence_class=cells["class"],
        points=int(cells["points"]),
        from_on=parse_day(cells["from"]) if cells["from"] else 0,
        to_on=parse_day(cells["to"]) if cells["to"] else NEVER,
        natinf=tuple(cells["natinf"].split(";")) if cells["natinf"] else (),
        status=cells["status"],
        source=cells["source"],
        note=cells["note"],
    )


@lru_cache(maxsize=1024)  # codes come from files: not without a bound
def _bearing_natinf(code: str) -> tuple[BaremeRow, ...]:
    """The rows that bear a NATINF code."""
    return tuple(row for row in _rows_naming(code) if code in row.natinf)


@cache
def _by_paragraph() -> dict[tuple[str, str], list[BaremeRow]]:
    """The rows of each paragraph of an article, both spelled in one way."""
    index: dict[tuple[str, str], list[BaremeRow]] = {}
    for row in all_rows():
        index.setdefault((spelled_article(row.article), spelled_paragraph(row.paragraph)), []).append(row)
    return index


def find_by_natinf(code: str, committed_on: Day) -> list[BaremeRow]:
    """The rows of a NATINF code that hold on the day of commission."""
    return [row for row in _bearing_natinf(code) if row.from_on <= committed_on < row.to_on]


def find_by_paragraph(article: str, paragraph: str, committed_on: Day) -> list[BaremeRow]:
    """The rows of a paragraph of an article that hold on the day of commission."""
    rows = _by_paragraph().get((spelled_article(article), spelled_paragraph(paragraph)), ())
    return [row for row in rows if row.from_on <= committed_on < row.to_on]


def spelled_article(article: str) -> str:
    """The one spelling of an article's number: ``R. 415-6``, ``r415-6`` and ``R4156`` are ``R415-6``.

    A hyphen that is there is kept: ``R412-1-1`` and ``R412-11`` are two articles. When there is none, the
    first comes after three digits, as in the whole of this code.
    """
    spelling = spelled_paragraph(article.replace(".", "")).upper()
    if "-" not in spelling and spelling[1:5].isdigit():
        spelling = f"{spelling[:4]}-{spelling[4:]}"
    return spelling


def spelled_paragraph(paragraph: str) -> str:
    """The one spelling of a paragraph: no spaces, plain hyphens."""
    for hyphen in "\u2010\u2011\u2012\u2013":
        paragraph = paragraph.replace(hyphen, "-")
    return "".join(paragraph.split())
