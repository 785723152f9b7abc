"""The figures of the service, open to all: counted by a command, kept in a table, published as CSV.

No cell tells of fewer than five people: it is left empty and marked. No total is published either, from which such a
cell could be worked out.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median
from typing import NamedTuple

from django.db import connection

from mespoints.desk.models import Figure
from mespoints.register.durability import durable_transaction

FEWEST = 5
"""Below so many, a cell is about somebody."""

MOVEMENTS, BALANCES, LETTERS, ENTRIES = "mouvements", "soldes", "lettres", "saisies"
FIRST_MONTH = "1992-07"
"""The points licence began on 1 July 1992."""


class Cell(NamedTuple):
    """A line of a table: the month or nothing, what it is about, how many, and a second number."""

    month: str
    what: str
    number: int
    value: int


class Table(NamedTuple):
    """A published table: the names of its four columns, and what it tells."""

    columns: tuple[str, str, str, str]
    meaning: str


TABLES = {
    MOVEMENTS: Table(
        ("mois", "cause", "mouvements", "points"),
        "Points retirés et rendus, par mois du mouvement et par cause",
    ),
    BALANCES: Table(("mois", "solde", "permis", "points"), "Permis par solde, tel qu'arrêté la nuit"),
    LETTERS: Table(
        ("mois", "lettre", "lettres", "jours_medians"),
        "Lettres parties, par mois où elles étaient dues, et délai médian jusqu'au départ",
    ),
    ENTRIES: Table(
        ("mois", "fait", "saisies", "jours_medians"),
        "Faits enregistrés au guichet, par mois de réception de la pièce, et délai médian jusqu'à l'enregistrement",
    ),
}
"""By the name of the file."""

MONTH = {
    "sqlite": "STRFTIME('%%Y-%%m', {})",
    "postgresql": "TO_CHAR({}, 'YYYY-MM')",
}
DAYS = {
    "sqlite": "CAST(JULIANDAY({1}) - JULIANDAY({0}) AS INTEGER)",
    "postgresql": "({1} - {0})",
}


def count_all(on: date) -> dict[str, int]:
    """Count everything again as on a day, and keep it; the lines of each table."""
    counted = {MOVEMENTS: movements(on), BALANCES: balances(), LETTERS: letters(on), ENTRIES: entries(on)}
    rows = [
        Figure(table=name, counted_on=on, month=cell.month, what=cell.what, count=cell.number, value=cell.value)
        for name, cells in counted.items()
        for cell in cells
    ]
    with durable_transaction():
        Figure.objects.all().delete()
        Figure.objects.bulk_create(rows, batch_size=1000)
    return {name: len(cells) for name, cells in counted.items()}


def movements(on: date) -> list[Cell]:
    """Movements that changed points, up to the month before that of a day: a month under way is not told."""
    month = month_of('"on"')
    return grouped(
        f"SELECT {month}, cause, COUNT(*), SUM(points) FROM register_movement "  # noqa: S608 - our own words
        f"WHERE points <> 0 AND {month} >= '{FIRST_MONTH}' AND {month} < %s GROUP BY 1, 2 ORDER BY 1, 2",
        on,
    )  # fmt: skip


def balances() -> list[Cell]:
    """Licences by balance."""
    return grouped(
        "SELECT '', CAST(balance AS VARCHAR(2)), COUNT(*), SUM(balance) FROM register_account "
        "GROUP BY balance ORDER BY balance"
    )  # fmt: skip


def letters(on: date) -> list[Cell]:
    """Letters that left, with the median of the days that they waited."""
    month = month_of("owed_on")
    return medians(
        f"SELECT {month}, letter, {days_between('owed_on', 'done_on')}, COUNT(*) FROM register_owedletter "  # noqa: S608
        f"WHERE done_on IS NOT NULL AND {month} < %s GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        on,
    )  # fmt: skip


def entries(on: date) -> list[Cell]:
    """Facts recorded at the desk, with the median of the days between the paper and the register."""
    month = month_of("e.received_on")
    return medians(
        f"SELECT {month}, e.kind, {days_between('e.received_on', 'd.decided_on')}, COUNT(*) FROM desk_entry e "  # noqa: S608
        f"JOIN desk_decision d ON d.entry_id = e.id WHERE d.outcome IN ('recorded', 'validated') AND {month} < %s "
        "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        on,
    )  # fmt: skip


def grouped(statement: str, before: date | None = None) -> list[Cell]:
    """The cells of a statement that groups."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [f"{before:%Y-%m}"] if before else [])
        return [Cell(month, what, int(count), int(value)) for month, what, count, value in cursor]


def medians(statement: str, before: date) -> list[Cell]:
    """The cells of a statement that counts each number of days apart."""
    found: dict[tuple[str, str], list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(statement, [f"{before:%Y-%m}"])
        for month, what, days, count in cursor:
            found.setdefault((month, what), []).extend([int(days)] * count)
    return [Cell(month, what, len(days), round(median(days))) for (month, what), days in found.items()]


def month_of(column: str) -> str:
    """The month of a day, in the words of the database."""
    return MONTH[connection.vendor].format(column)


def days_between(start: str, end: str) -> str:
    """The days from one day to another, in the words of the database."""
    return DAYS[connection.vendor].format(start, end)


def published(name: str) -> str:
    """A table as CSV. A cell of fewer than five is empty, and ``secret`` says so."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([*TABLES[name].columns, "secret", "compte_le"])
    writer.writerows(rows_of(Figure.objects.filter(table=name).order_by("pk")))
    return written.getvalue()


def rows_of(figures: Iterable[Figure]) -> Iterator[list[object]]:
    """The rows of a table, small cells emptied."""
    for row in figures:
        is_small = row.count < FEWEST
        numbers = ["", ""] if is_small else [row.count, row.value]
        yield [row.month, row.what, *numbers, int(is_small), row.counted_on.isoformat()]
