"""The nightly run: what time alone has brought is posted to the licences whose day has come, and to no other.

In chunks of one durable transaction each: killed at any moment, it is run again and goes on. A licence that was settled
is not due any more, so that a second run of the same night finds nothing to do.
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from mespoints.register.books import Book, open_books
from mespoints.register.durability import durable_transaction
from mespoints.register.ledger import AppendRefused, settle
from mespoints.register.models import Account, NightlyRun
from mespoints.register.writing import write_books

CHUNK = 500
"""Licences a transaction: a feed that wants one of them waits for a second at most."""

LOCK = 0x4E55_4954
"""The number by which two runs on one PostgreSQL server take turns."""

DUE = """
SELECT next_on, licence_id FROM register_account
WHERE next_on <= %s AND next_on >= %s AND (next_on > %s OR licence_id > %s)
ORDER BY next_on, licence_id LIMIT %s
"""

Place = tuple[date | str, int]
BEGINNING: Place = (date.min, 0)


@dataclass
class Night:
    """What a run was given to do and has done so far.

    ``movements``: posted, by cause. ``letters``: owed, by kind. ``refused``: the row numbers of the licences that the
    law, or the register, could not settle: they stay due.
    """

    on: date
    due: int
    licences: int = 0
    movements: Counter[str] = field(default_factory=Counter)
    letters: Counter[str] = field(default_factory=Counter)
    refused: list[int] = field(default_factory=list)


def run_night(on: date, *, size: int = CHUNK, tell: Callable[[Night], None] | None = None) -> Night:
    """Settle up to a day every licence that is due; ``tell`` is called after each chunk.

    Movements keep their own day, however late; ``posted_on`` is the day of the run. Two runs at once take turns and
    share the licences between them.
    """
    night = Night(on, Account.objects.filter(next_on__lte=on).count())
    run = NightlyRun.objects.create(on=on)
    place: Place | None = BEGINNING
    while place is not None:
        with durable_transaction():
            place = settle_chunk(night, place, size)
            write_run(run, night, ended=place is None)
        if tell is not None:
            tell(night)
    return night


def settle_chunk(night: Night, after: Place, size: int) -> Place | None:
    """Settle the next licences that are due; where they end, None when there were none left."""
    wait_for_other_run()
    with connection.cursor() as cursor:
        cursor.execute(DUE, [night.on, after[0], after[0], after[1], size])
        due = cursor.fetchall()
    if not due:
        return None
    settle_licences(night, [licence for _, licence in due])
    next_on, licence = due[-1]
    return next_on, licence


def wait_for_other_run() -> None:
    """Until this transaction ends no other run begins a chunk. On SQLite the transaction holds the only lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def settle_licences(night: Night, pks: Collection[int]) -> None:
    """Settle these licences and count what it brought; one that cannot be settled does not stop the others."""
    settled = []
    for pk, book in open_books(pks).items():
        try:
            settle(book, night.on)
        except AppendRefused:
            night.refused.append(pk)
        else:
            settled.append(book)
            count(night, book)
    write_books(settled)


def count(night: Night, book: Book) -> None:
    """Add what a book gained, not yet written, to the account of the night."""
    new = book.movements[book.written_movements :]
    night.licences += 1
    night.movements.update(row.cause for row in new)
    night.letters.update(row.letter for row in new if row.letter)


def write_run(run: NightlyRun, night: Night, *, ended: bool) -> None:
    """Keep the counts, in the transaction of what they count."""
    run.licences, run.refused, run.ended = night.licences, len(night.refused), ended
    run.movements, run.letters = dict(night.movements), dict(night.letters)
    run.save()
