"""One line that a person typed: tried without writing, then taken by the same door as the files of the feeds."""

import hashlib
from datetime import date
from typing import NamedTuple

from django.db import transaction

from mespoints.intake.applying import Waits, apply
from mespoints.intake.fates import file_of
from mespoints.intake.layouts import Layout
from mespoints.intake.lines import LineRefused
from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.reading import read_line
from mespoints.intake.settling import UNKNOWN, books_of
from mespoints.intake.taking import take_batch
from mespoints.register.books import BookMovement
from mespoints.register.durability import durable_transaction
from mespoints.register.ledger import AppendRefused, Origin


class Tried(NamedTuple):
    """What a line would become today: its fate with its reasons, what it would post, the balance and status then."""

    fate: str
    reasons: tuple[str, ...]
    movements: tuple[BookMovement, ...] = ()
    balance: int | None = None
    status: str = ""


def try_line(feed: str, raw: bytes, recorded_on: date) -> Tried:
    """What a line would bring, by the rules by which it would be taken. Nothing is written."""
    try:
        line = read_line(raw, Layout(feed), recorded_on)
        with transaction.atomic():
            book = books_of({line.neph}).get(line.neph)
            transaction.set_rollback(True)  # read, perhaps locked, and let go as it was
        if book is None:
            return Tried(FeedLine.Fate.WAITING, (UNKNOWN,))
        brought = apply(line, book, Origin(feed, "", recorded_on))
    except (LineRefused, AppendRefused) as refusal:
        return Tried(FeedLine.Fate.REFUSED, tuple(refusal.reasons))
    except Waits as waits:
        return Tried(FeedLine.Fate.WAITING, (waits.reason,))
    standing = book.standing or book.account
    return Tried(
        FeedLine.Fate.ACCEPTED if brought else FeedLine.Fate.KNOWN,
        (),
        tuple(book.movements[book.written_movements :]),
        standing.balance if standing else None,
        standing.status if standing else "",
    )


def take_line(feed: str, raw: bytes, name: str, recorded_on: date) -> FeedLine:
    """Take one line as a file of its own; the row of its fate. Inside the transaction of whoever decided it.

    ``name``: where it comes from, which no other line bears. No delivery is noted: one line typed does not mean that
    the register knows what its feed knows.
    """
    with durable_transaction():
        file = file_of(feed, name, hashlib.sha256(name.encode()).hexdigest(), "", recorded_on)
        take_batch(file, [(1, raw)], recorded_on)
        FeedFile.objects.filter(pk=file.pk).update(done=True)
        return FeedLine.objects.get(file=file, number=1)
