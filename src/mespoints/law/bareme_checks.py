"""The checks of the barème as a whole: periods that follow one another, points that the law of the day allows.

Two rows are of one offence when article, paragraph and label are the same, or when they bear one NATINF code.
"""

from collections.abc import Iterator
from itertools import pairwise

from mespoints.law.bareme_rows import BaremeFault, BaremeRefused, BaremeRow
from mespoints.law.capital import TWELVE_POINTS_FROM
from mespoints.law.days import NEVER, Day, day_of, iso
from mespoints.law.rows import DELIT
from mespoints.law.rules import rule
from mespoints.law.withdrawal import LOI_2025_622, derogates

LOI_2003_495 = day_of(2003, 6, 13)
CHANGES = (TWELVE_POINTS_FROM, LOI_2003_495, LOI_2025_622)
"""The days on which the law changed what an offence may take."""


UNKNOWN_START = "date de début inconnue"
"""What the note of a row without a first day says."""

Periods = dict[tuple[str, ...], list[BaremeRow]]


@rule
def points_of_delit(on: Day) -> int:
    """A délit takes half of the points.

    Art. L. 223-2, I, and L. 11-2 of the former code: three out of six before 1 December 1992.
    """
    return 6 if on >= TWELVE_POINTS_FROM else 3


@rule
def most_points_of_contravention(on: Day) -> int:
    """A contravention takes half of the points at most, a third before 13 June 2003.

    Art. L. 223-2, II, by the loi 2003-495; before, L. 11-2 of the former code.
    """
    if on >= LOI_2003_495:
        return 6
    return 4 if on >= TWELVE_POINTS_FROM else 2


def check_rows(rows: tuple[BaremeRow, ...]) -> tuple[BaremeRow, ...]:
    """The rows as they are. Raises ``BaremeRefused`` with every fault when one of them cannot be right."""
    faults = [fault for row in rows for fault in (*faults_of_period(row), *faults_of_points(row))]
    faults += [fault for periods in of_one_offence(rows).values() for fault in faults_between(periods)]
    if not rows:
        faults.append(BaremeFault(2, "ligne", "rien", "une infraction au moins"))
    if faults:
        raise BaremeRefused(*dict.fromkeys(faults))
    return rows


def faults_of_period(row: BaremeRow) -> Iterator[BaremeFault]:
    """A row begins before it ends, and an unknown beginning is stated in its note."""
    if row.from_on >= row.to_on:
        yield BaremeFault(row.line, "to", iso(row.to_on), f"un jour qui suit « from » ({iso(row.from_on)})")
    if row.starts_unknown and UNKNOWN_START not in row.note:
        yield BaremeFault(row.line, "from", "rien", f"un jour, ou « {UNKNOWN_START} » dans la note")


def faults_of_points(row: BaremeRow) -> Iterator[BaremeFault]:
    """The points are those that the law allows on the first day of the row and after each change; one fault a row."""
    for on in (row.from_on, *filter(row.holds_on, CHANGES)):
        least, most = points_allowed(row, on)
        if not least <= row.points <= most:
            expected = f"{least}" if least == most else f"de {least} à {most}"
            yield BaremeFault(row.line, "points", str(row.points), f"{expected} au {iso(on)} (art. L. 223-2)")
            return


def points_allowed(row: BaremeRow, on: Day) -> tuple[int, int]:
    """The fewest and the most points that the class of a row may take on a day."""
    if row.offence_class != "delit":
        return 0, most_points_of_contravention(on)
    if row.article == "L235-1" and derogates(DELIT, row.points, on):
        return row.points, row.points
    return points_of_delit(on), points_of_delit(on)


def of_one_offence(rows: tuple[BaremeRow, ...]) -> Periods:
    """The rows of each offence, then those of each NATINF code, in the order of their first days."""
    periods: Periods = {}
    for row in sorted(rows, key=lambda row: row.from_on):
        periods.setdefault((row.article, row.paragraph, row.label), []).append(row)
        for code in row.natinf:
            periods.setdefault((code,), []).append(row)
    return periods


def faults_between(periods: list[BaremeRow]) -> Iterator[BaremeFault]:
    """Each period of an offence begins when the one before ends; a gap is stated as « FROM..TO » in a note."""
    for row, following in pairwise(periods):
        gap = f"{iso(row.to_on)}..{iso(following.from_on)}"
        end = f"la ligne {row.line} allant " + (f"jusqu'au {iso(row.to_on)}" if row.to_on < NEVER else "sans fin")
        if following.from_on < row.to_on:
            yield BaremeFault(following.line, "from", iso(following.from_on), f"aucun chevauchement, {end}")
        elif following.from_on > row.to_on and gap not in row.note and gap not in following.note:
            yield BaremeFault(following.line, "from", iso(following.from_on), f"aucun trou, ou « {gap} » noté, {end}")
