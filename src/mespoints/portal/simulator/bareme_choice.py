"""Finding an offence in the barème by its words, and what the history then holds of it."""

from typing import NamedTuple

from mespoints.law.bareme_rows import CLASS_UNKNOWN, BaremeRow
from mespoints.law.bareme_search import search_bareme
from mespoints.law.bareme_words import class_of_row, marked_label
from mespoints.law.days import Day
from mespoints.law.explain import article_words, points_words
from mespoints.portal.simulator.history import Act
from mespoints.portal.wording import labelled, unbroken

MOST_SHOWN = 12
LONGEST_SEARCH = 80


class Found(NamedTuple):
    """What the barème of a day has for some words; ``are_all``: False when there is more than is shown."""

    rows: tuple[BaremeRow, ...]
    are_all: bool


def find(words: str, on: Day, language: str) -> Found:
    """The offences of the barème of a day that hold all these words, in French as on a notice if not otherwise; none
    without words."""
    if not words.strip():
        return Found((), are_all=True)
    asked = words[:LONGEST_SEARCH]
    rows = search_bareme(asked, on, language) or search_bareme(asked, on)
    return Found(tuple(rows[:MOST_SHOWN]), are_all=len(rows) <= MOST_SHOWN)


def row_words(row: BaremeRow, language: str) -> str:
    """« Inobservation d'un feu rouge : 4 points, contravention de la 4e classe (art. R. 412-30) »."""
    price = f"{points_words(row.points, language)}, {class_of_row(row, language)}"
    return unbroken(labelled(marked_label(row, language), f"{price} ({article_words(row.article, language)})"))


def has_class(row: BaremeRow) -> bool:
    """Whether the barème of the time tells the class of this offence."""
    return row.offence_class != CLASS_UNKNOWN


def keys_of(row: BaremeRow) -> Act:
    """What an act says of an offence chosen in the barème: its code, else its price under its name."""
    price = {"points": row.points} | ({"class": row.offence_class} if has_class(row) else {})
    if row.natinf:
        return price | {"natinf": row.natinf[0]}
    return price | {"article": row.article, "paragraph": row.paragraph, "label": marked_label(row)}
