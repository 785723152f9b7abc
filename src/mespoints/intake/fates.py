"""The rows of lines and files, written in bulk, and read page by page."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection
from django.db.models import F, QuerySet

from mespoints.intake.models import FeedFile, FeedLine

FATES = tuple(FeedLine.Fate.values)
COLUMNS = ("file_id", "number", "fate", "waits_for", "reasons", "digest", "neph", "raw")
INSERT = f"INSERT INTO intake_feedline ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608
COPY = f"COPY intake_feedline ({', '.join(COLUMNS)}) FROM STDIN"


class TakenElsewhere(Exception):
    """Another process is taking in the same file."""


def keep_new(file: FeedFile, rows: Sequence[FeedLine]) -> None:
    """Keep the fates of the next lines of a file. Raises TakenElsewhere when they have theirs already.

    The file's own row is changed first, and only if it stands where we left it: two intakes cannot both go on.
    """
    counts = Counter(row.fate for row in rows)
    more = {fate: F(fate) + counts[fate] for fate in FATES}
    if not FeedFile.objects.filter(pk=file.pk, lines=file.lines).update(lines=F("lines") + len(rows), **more):
        raise TakenElsewhere(file.name)
    insert(rows)
    file.lines += len(rows)


def insert(rows: Sequence[FeedLine]) -> None:
    """Insert rows: COPY on PostgreSQL, one prepared statement on SQLite. The ORM would take as long as the acts."""
    values: list[tuple[str | int | bytes, ...]] = [
        (
            row.file_id,
            row.number,
            row.fate,
            row.waits_for,
            json.dumps(row.reasons),
            row.digest,
            row.neph,
            bytes(row.raw),
        )
        for row in rows
    ]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(COPY) as copy:
                for value in values:
                    copy.write_row(value)
        else:
            cursor.executemany(INSERT, values)


def rewrite(before: Iterable[tuple[FeedLine, str]]) -> None:
    """Keep the new fates of rows that had another: each row with the fate that it had."""
    moved: dict[int, Counter[str]] = {}
    changed = []
    for row, old in before:
        changed.append(row)
        counts = moved.setdefault(row.file_id, Counter())
        counts[row.fate] += 1
        counts[old] -= 1
    FeedLine.objects.bulk_update(changed, ["fate", "waits_for", "reasons", "neph", "raw"], batch_size=100)
    for file, counts in sorted(moved.items()):
        FeedFile.objects.filter(pk=file).update(**{fate: F(fate) + counts[fate] for fate in FATES if counts[fate]})


def file_of(feed: str, name: str, digest: str, header: str, received_on: date) -> FeedFile:
    """The file of this content, which may have been taken in already, to its end or not."""
    file, _ = FeedFile.objects.get_or_create(
        feed=feed, digest=digest, defaults={"name": name, "header": header, "received_on": received_on}
    )
    return file


def with_fates(fates: Sequence[str], file: int | None) -> list[int]:
    """The numbers of the rows with one of these fates, of a file or of all, in the order in which they came."""
    lines = FeedLine.objects.filter(fate__in=fates).order_by("pk")
    return list((lines if file is None else lines.filter(file=file)).values_list("pk", flat=True))


def lines_of(file: FeedFile, fate: str = "") -> QuerySet[FeedLine]:
    """The lines of a file in their order, of one fate or of all."""
    lines = FeedLine.objects.filter(file=file).order_by("number")
    return lines.filter(fate=fate) if fate else lines
