"""Whether the seals agree with the rows, with one another, and with the file outside the database."""

from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from mespoints.register.broken import Broken
from mespoints.register.models import Seal
from mespoints.register.sealed_file import line_of, shown
from mespoints.register.seals import SEALED, seal_after

CHECKED = ("number", "previous", "acts", "movements", "last_act", "last_movement", "digest")


def broken_seals() -> Iterator[Broken]:
    """Each seal against the rows that it covers and the seal before it, in order; no row is below the first one."""
    for table in SEALED:
        lowest = lowest_number(table)
        if lowest < 1:
            yield Broken(0, "seal", 1, table, str(lowest), "1")
    last: Seal | None = None
    for seal in Seal.objects.order_by("number"):
        expected = seal_after(last, seal.sealed_on, [seal.last_act, seal.last_movement])
        for point in CHECKED:
            found, due = getattr(seal, point), getattr(expected, point)
            if found != due:
                yield Broken(0, "seal", expected.number, point, str(found), str(due))
        last = seal


def lowest_number(table: str) -> int:
    """The lowest number of a row of this table, 1 when it is empty."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(MIN(id), 1) FROM {table}")  # noqa: S608 - our own names
        (number,) = cursor.fetchone()
    return int(number)


def broken_file(path: Path) -> Iterator[Broken]:
    """The exported file against the seals of the register, line by line. Raises OSError when it cannot be read."""
    found = path.read_bytes().splitlines()
    expected = [line_of(seal).encode() for seal in Seal.objects.order_by("number")]
    for number in range(1, max(len(found), len(expected)) + 1):
        line = found[number - 1] if number <= len(found) else b""
        due = expected[number - 1] if number <= len(expected) else b""
        if line != due:
            yield Broken(0, "seals_file", number, "line", shown(line), shown(due))
