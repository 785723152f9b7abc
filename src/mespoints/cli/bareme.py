"""``mespoints bareme``: the offences of a day's barème that some words, an article or a NATINF code name."""

from typing import Any

from mespoints.cli.dossiers import day_asked
from mespoints.cli.options import Given
from mespoints.cli.statement import write_json
from mespoints.cli.terminal import NO_BREAK, Page, print_pages
from mespoints.cli.text import INDENT, Lines, day_of, label, quiet
from mespoints.law.bareme import BaremeRow, is_unverified
from mespoints.law.bareme_search import search_bareme
from mespoints.law.bareme_words import class_of_row, label_of_row, marked_label
from mespoints.law.capital import TWELVE_POINTS_FROM
from mespoints.law.days import NEVER, Day, iso
from mespoints.law.explain import article_words, long_day

NOTHING_FOUND = 1
POINTS_WIDTH = 6
LABEL_AT = len(INDENT) + POINTS_WIDTH + 2


def show(given: Given) -> int:
    """Print the offences found; 1 when there is none."""
    on, words = day_asked(given), " ".join(given.words)
    rows = search_bareme(words, on, given.language)
    if "--json" in given.options:
        write_json(bareme_document(rows, words, on, given.language))
    else:
        print_pages(lambda page: bareme_text(rows, words, on, page), given.language)
    return 0 if rows else NOTHING_FOUND


def bareme_document(rows: list[BaremeRow], words: str, on: Day, language: str) -> dict[str, Any]:
    """``bareme/1``: what was asked, and the rows that answer, the best first."""
    return {"format": "bareme/1", "on": iso(on), "words": words, "rows": [row_document(row, language) for row in rows]}


def row_document(row: BaremeRow, language: str) -> dict[str, Any]:
    """One row; ``to`` is the first day on which it no longer holds."""
    return {
        "article": row.article,
        "paragraph": row.paragraph,
        "natinf": list(row.natinf),
        "class": row.offence_class,
        "points": row.points,
        "from": None if row.starts_unknown else iso(row.from_on),
        "to": None if row.to_on == NEVER else iso(row.to_on),
        "label": label_of_row(row, language),
        "status": row.status,
        "unverified": is_unverified(row),
        "source": row.source,
    }


def bareme_text(rows: list[BaremeRow], words: str, on: Day, page: Page) -> Lines:
    """The points of each offence, its name, and below it its article, codes, class and period."""
    lines = [page.styled(label(page, "bareme_heading", day=long_day(on, page.language)), "strong"), ""]
    if not rows:
        said = "bareme_nothing_yet" if on < TWELVE_POINTS_FROM else "bareme_nothing"
        paragraphs = (label(page, said, words=words), label(page, "bareme_try"))
        return lines + [line for paragraph in paragraphs for line in page.wrapped(paragraph, INDENT)]
    points, offence = label(page, "bareme_columns").split("|")
    lines += [INDENT + label(page, "found", count=str(len(rows))), ""]
    lines.append(page.styled(f"{INDENT}{points:>{POINTS_WIDTH}}  {offence}", "quiet"))
    for row in rows:
        lines += row_lines(row, page)
    if any(is_unverified(row) for row in rows):
        lines += ["", *page.wrapped(label(page, "unverified_means"), INDENT)]
    return lines


def row_lines(row: BaremeRow, page: Page) -> Lines:
    """The points and the name, then everything else in a quiet style."""
    first, *rest = page.wrapped(marked_label(row, page.language), " " * LABEL_AT)
    return [
        f"{INDENT}{row.points:>{POINTS_WIDTH}}  {first[LABEL_AT:]}",
        *rest,
        *quiet(details(row, page), " " * LABEL_AT, page),
    ]


def details(row: BaremeRow, page: Page) -> str:
    """The article and its paragraph, the NATINF codes, the class, the period."""
    parts = [f"{article_words(row.article, page.language)}, {row.paragraph}"]
    if row.natinf:
        parts.append(f"NATINF{NO_BREAK}{', '.join(row.natinf)}")
    parts += [class_of_row(row, page.language).replace(" class", f"{NO_BREAK}class"), period(row, page)]
    return ("; " if page.language == "en" else f"{NO_BREAK}; ").join(parts)


def period(row: BaremeRow, page: Page) -> str:
    """The days of commission for which the row counts."""
    days = {"first": day_of(row.from_on, page)}
    if row.to_on == NEVER:
        return label(page, "since_unknown" if row.starts_unknown else "since", **days)
    return label(page, "until" if row.starts_unknown else "from_to", last=day_of(row.to_on - 1, page), **days)
