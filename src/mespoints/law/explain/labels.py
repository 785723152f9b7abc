"""The name of an offence: the words of the file, or those of the barème.

The barème is read only when a name is asked of it: most dossiers name their offences, and the time to start is counted.
"""

from typing import TYPE_CHECKING

from mespoints.law.acts import Offence

if TYPE_CHECKING:
    from mespoints.law.bareme_rows import BaremeRow


def label_of(offence: Offence, language: str = "fr") -> str | None:
    """The label in the file, which is French; in another language that of the barème, if it has just one for it.

    A file without a label has that of the barème on the day of commission.
    """
    from mespoints.law.bareme_words import label_of_row, marked_label  # read only when a heading is asked for

    if offence.label is None:
        rows = rows_named(offence)
        exact = [row for row in rows if is_priced(row, offence)]
        return marked_label((exact or rows)[0], language) if rows else None
    if language == "fr":
        return offence.label
    labels = {label_of_row(row, language) for row in rows_named(offence) or rows_of_article(offence)}
    return labels.pop() if len(labels) == 1 else offence.label


def rows_named(offence: Offence) -> "list[BaremeRow]":
    """The rows that bear the code of an offence, or its article and paragraph, on the day of commission."""
    from mespoints.law.bareme import find_by_natinf, find_by_paragraph

    if offence.natinf is not None:
        return find_by_natinf(offence.natinf, offence.committed_on)
    if offence.article is not None and offence.paragraph is not None:
        return find_by_paragraph(offence.article, offence.paragraph, offence.committed_on)
    return []


def rows_of_article(offence: Offence) -> "list[BaremeRow]":
    """The rows of the article of an offence that have its class and its points."""
    from mespoints.law.bareme import find_by_article

    rows = find_by_article(offence.article, offence.committed_on) if offence.article is not None else []
    return [row for row in rows if is_priced(row, offence)]


def is_priced(row: "BaremeRow", offence: Offence) -> bool:
    """Whether a row has the class and the points of an offence."""
    return (row.offence_class, row.points) == (offence.offence_class, offence.points)
