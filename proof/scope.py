"""The articles that the law of the package must answer for, in the order of the statutes, and who cites them.

``scope.csv`` has one row for each paragraph or alinéa: what it decides, or, under ``elsewhere``, why no function of
the law decides it and where it is seen to. A part that a docstring names must have its row.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from proof.citations import LAST, Citation, citations
from proof.functions import every_function, every_rule

FILE = Path(__file__).with_name("scope.csv")
WITHOUT_ARTICLE = re.compile(r"no article of law|[Ff]ormat ``\w+/\d``")
"""What the docstring of a rule says when it carries the calendar or the exchange format."""

NOT_THE_LAW = ("explain.", "suppositions.")
"""Modules that tell or imagine: they cite articles and decide nothing."""


class Row(NamedTuple):
    """A part of an article; an empty ``part`` is the whole of it."""

    code: str
    article: str
    part: str
    decides: str
    elsewhere: str

    @property
    def citation(self) -> Citation:
        return Citation(self.article, self.part)


@cache
def scope() -> tuple[Row, ...]:
    """Every row, in order."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return tuple(Row(**cells) for cells in csv.DictReader(lines))


def row_cited(citation: Citation) -> Row | None:
    """The row that a citation means; an article cited as a whole may have rows for its parts alone."""
    rows = [row for row in scope() if row.article == citation.article]
    if citation.part == LAST:
        return rows[-1] if rows else None
    exact = [row for row in rows if row.part == citation.part]
    if exact:
        return exact[0]
    if rows and (not citation.part or {row.part for row in rows} == {""}):
        return Row(rows[0].code, citation.article, "", "the article as a whole", "")
    return None


@cache
def cited() -> dict[str, list[Citation]]:
    """The articles of each function that decides something: every rule, and every other that names one."""
    rules = every_rule()
    found = {
        name: citations(function.__doc__ or "")
        for name, function in every_function().items()
        if not name.startswith(NOT_THE_LAW)
    }
    return {name: articles for name, articles in found.items() if articles or name in rules}


@cache
def deciding() -> dict[Citation, list[str]]:
    """The functions of each row that is cited."""
    found: dict[Citation, list[str]] = {}
    for name, articles in cited().items():
        for article in articles:
            row = row_cited(article)
            if row is not None and name not in found.setdefault(row.citation, []):
                found[row.citation].append(name)
    return found


def rows_shown() -> list[Row]:
    """The rows of the scope, each article's rows after the one for the whole of it, when that is cited."""
    shown: list[Row] = []
    for row in scope():
        whole = Row(row.code, row.article, "", "the article as a whole", "")
        is_first = not any(other.article == row.article for other in shown)
        if is_first and row.part and whole.citation in deciding():
            shown.append(whole)
        shown.append(row)
    return shown


def faults() -> list[str]:
    """What the map cannot show: rows nobody carries, rules without article, citations outside the scope."""
    decided = deciding()
    found = [
        f"{row.article} {row.part}: no function carries it" for row in scope()
        if not row.elsewhere and row.citation not in decided
    ]  # fmt: skip
    found += [
        f"{row.article} {row.part}: said to be decided elsewhere, and carried by {', '.join(decided[row.citation])}"
        for row in scope()
        if row.elsewhere and row.citation in decided
    ]
    for name, articles in cited().items():
        if not articles and not WITHOUT_ARTICLE.search(every_rule()[name].__doc__ or ""):
            found.append(f"{name}: names no article")
        found += [f"{name}: {a.article} {a.part} is not in proof/scope.csv" for a in articles if row_cited(a) is None]
    return found
