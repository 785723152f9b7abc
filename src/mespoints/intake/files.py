"""A whole file taken in: from where it was left, its fates kept, its delivery noted at the end."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from typing import BinaryIO, NamedTuple

from mespoints.intake.fates import file_of, keep_new
from mespoints.intake.layouts import PEOPLE, cut, layout_of
from mespoints.intake.lines import LineRefused
from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.people import receive
from mespoints.intake.person import read_person
from mespoints.intake.reading import digest_of
from mespoints.intake.settling import give
from mespoints.intake.taking import Numbered, in_batches, release_arrived, take_batch
from mespoints.register.durability import durable_transaction
from mespoints.register.files import note_delivery
from mespoints.register.ledger import AppendRefused

Fate = FeedLine.Fate
PART = 1 << 20
Progress = Callable[[int], None]


class Taken(NamedTuple):
    """What became of the lines of a file. Taken in again, all but the refused ones are known."""

    file: FeedFile
    accepted: int
    known: int
    refused: int
    waiting: int


def take_in(
    stream: BinaryIO, name: str, *, recorded_on: date, feed: str = "", progress: Progress | None = None
) -> Taken:
    """Take in a file of any feed, on from where an earlier intake of the same content was cut short.

    ``feed``: the format, when the lines are not to be asked. ``progress`` is told the number of lines done. Raises
    FileRefused when no line can be read, TakenElsewhere when another process takes in the same file.
    """
    layout = layout_of(stream, feed)
    digest = digest_of_all(stream)
    stream.seek(0)
    file = file_of(layout.feed, name[-150:], digest, layout.header, recorded_on)
    if file.done:
        return Taken(file, 0, file.accepted + file.known + file.waiting, file.refused, 0)
    lines = islice(cut(stream, layout), file.lines, None)
    take = take_people if layout.feed == PEOPLE else take_lines
    for done in take(file, lines, recorded_on):
        if progress:
            progress(done)
    release_arrived(recorded_on)
    # Together: a file that is done is not looked at again, and the register would never know how far its feed goes.
    with durable_transaction():
        FeedFile.objects.filter(pk=file.pk).update(done=True)
        note_delivery(layout.feed, recorded_on)
    file.refresh_from_db()
    return Taken(file, file.accepted, file.known, file.refused, file.waiting)


def digest_of_all(stream: BinaryIO) -> str:
    """What tells two files apart: the digest of all that they hold."""
    digest = hashlib.sha256()
    while part := stream.read(PART):
        digest.update(part)
    return digest.hexdigest()


def take_lines(file: FeedFile, lines: Iterator[Numbered], recorded_on: date) -> Iterator[int]:
    """Take lines in, batch by batch; after each, the number of lines done."""
    for batch in in_batches(lines):
        take_batch(file, batch, recorded_on)
        yield file.lines


def take_people(file: FeedFile, lines: Iterator[Numbered], recorded_on: date) -> Iterator[int]:
    """Take people in, each in a transaction of their own; after each, the number of lines done."""
    for number, raw in lines:
        row = FeedLine(file=file, number=number, digest=digest_of(raw))
        try:
            person = read_person(raw, recorded_on)
            receive(person, recorded_on, f"{file.name}, ligne {number}", partial(keep_fate, row))
        except (LineRefused, AppendRefused) as refusal:
            give(row, Fate.REFUSED, refusal.reasons)
            with durable_transaction():
                keep_new(file, [row])
        yield file.lines


def keep_fate(row: FeedLine, brought: bool) -> None:
    """Keep the fate of a person's line in the transaction that took it."""
    give(row, Fate.ACCEPTED if brought else Fate.KNOWN)
    keep_new(row.file, [row])
