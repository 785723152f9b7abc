"""Batches of lines into durable transactions; what waited is tried again when its licence has come, or on request."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from django.db.models import Exists, OuterRef

from mespoints.intake.fates import keep_new, rewrite
from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.settling import changed, enter, settle
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Licence

BATCH = 500
"""The lines of one transaction: enough for the disk not to be waited for, few enough to lose little to a power cut."""

NOT_TAKEN = (FeedLine.Fate.REFUSED, FeedLine.Fate.WAITING)

Numbered = tuple[int, bytes]
Item = TypeVar("Item")


def take_batch(file: FeedFile, lines: Sequence[Numbered], recorded_on: date) -> None:
    """Settle the next lines of a file, acts and fates in one durable transaction. Raises TakenElsewhere."""
    entries = [enter(FeedLine(file=file, number=number), raw, recorded_on) for number, raw in lines]
    with durable_transaction():
        waited = settle(entries, recorded_on)
        keep_new(file, [entry.row for entry in entries])
        keep_changed(waited)


def keep_changed(waited: Iterable[FeedLine]) -> None:
    """Keep the new fates of rows that waited."""
    rewrite((row, FeedLine.Fate.WAITING) for row in changed(waited))


def release(nephs: Collection[str], recorded_on: date) -> None:
    """Try again what waits about these file numbers. Inside the transaction that brought them something."""
    keep_changed(settle([], recorded_on, nephs))


def release_arrived(recorded_on: date) -> None:
    """Try again what waits for a licence that is there: two intakes at once may have passed each other by."""
    arrived = Exists(Licence.objects.filter(neph=OuterRef("neph")))
    waiting = FeedLine.objects.filter(fate=FeedLine.Fate.WAITING, waits_for=FeedLine.WaitsFor.LICENCE)
    for nephs in in_batches(waiting.filter(arrived).values_list("neph", flat=True)):
        with durable_transaction():
            release(set(nephs), recorded_on)


def replay(pks: Iterable[int], recorded_on: date) -> Iterator[Counter[str]]:
    """Settle again lines that were refused or wait, as they came; after each transaction, the fates of those tried.

    What was not kept (``intake/1``, a line without end) stays refused: it has to be sent again.
    """
    for batch in in_batches(pks):
        with durable_transaction():
            rows = list(FeedLine.objects.select_related("file").filter(pk__in=batch, fate__in=NOT_TAKEN).order_by("pk"))
            before = [str(row.fate) for row in rows]
            entries = [enter(row, bytes(row.raw), recorded_on) for row in rows if row.raw]
            waited = settle(entries, recorded_on)
            rewrite(zip(rows, before, strict=True))
            keep_changed(waited)
        yield Counter(row.fate for row in rows)


def in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, a batch at a time."""
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
