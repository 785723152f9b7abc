"""The fates of some lines, settled together inside one transaction: a line refused in memory hinders no other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mespoints.intake.applying import Waits, apply
from mespoints.intake.effects import Opening
from mespoints.intake.layouts import Layout
from mespoints.intake.lines import LineRefused
from mespoints.intake.mirror import mirror
from mespoints.intake.models import FeedLine
from mespoints.intake.openings import holder_fields, licence_fields, licence_of, open_licences, refuse_changes
from mespoints.intake.reading import Line, digest_of, read_line
from mespoints.law.reading import read_dossier
from mespoints.register.books import Book, open_books
from mespoints.register.ledger import AppendRefused, Origin
from mespoints.register.models import Licence
from mespoints.register.writing import write_books

Fate = FeedLine.Fate
WaitsFor = FeedLine.WaitsFor
UNKNOWN = "NEPH inconnu du registre : la ligne attend que ce permis arrive"
WAITS_ALREADY = "la même ligne attend déjà"


@dataclass(slots=True)
class Entry:
    """A line with the row that keeps its fate; ``line`` is None when it could not be read."""

    row: FeedLine
    line: Line | None
    opens: bool = False


def enter(row: FeedLine, raw: bytes, recorded_on: date) -> Entry:
    """Read a line into an entry; what cannot be read is refused at once, and kept as it came unless it has no end."""
    layout = Layout(row.file.feed, row.file.header)
    row.raw = raw if len(raw) <= layout.longest else b""
    try:
        line = read_line(raw, layout, recorded_on)
    except LineRefused as refusal:
        row.digest = digest_of(raw)
        give(row, Fate.REFUSED, refusal.reasons)
        return Entry(row, None)
    row.neph, row.digest, row.fate = line.neph, line.digest, Fate.WAITING
    return Entry(row, line)


def give(
    row: FeedLine, fate: FeedLine.Fate, reasons: Iterable[str] = (), waits_for: FeedLine.WaitsFor = WaitsFor.NOTHING
) -> None:
    """Give a row its fate, and forget of the line what nobody needs any more."""
    row.fate, row.waits_for, row.reasons = fate, waits_for, list(reasons)
    if fate in (Fate.ACCEPTED, Fate.KNOWN):
        row.neph, row.raw = "", b""


def settle(entries: Sequence[Entry], recorded_on: date, nephs: Collection[str] = ()) -> list[FeedLine]:
    """Settle entries in their order, then what waited for their licences, or for those of ``nephs``.

    Inside a durable transaction. Returns the rows that waited before: some of them may have another fate now.
    """
    read = [entry for entry in entries if entry.line is not None]
    concerned = {entry.row.neph for entry in read} | set(nephs)
    open_new([entry for entry in read if entry.line and isinstance(entry.line.event.effect, Opening)], recorded_on)
    books = books_of(concerned)
    waited = waiting_lines(concerned, {entry.row.pk for entry in read}, recorded_on)
    in_wait = {(entry.row.neph, entry.row.digest) for entry in waited}
    by_neph = defaultdict(list)
    for entry in waited:
        by_neph[entry.row.neph].append(entry)
    for entry in read:
        neph = entry.row.neph
        decide(entry, books.get(neph), recorded_on, in_wait)
        if entry.row.fate == Fate.WAITING:
            by_neph[neph].append(entry)
    for neph, book in books.items():
        retry(by_neph[neph], book, recorded_on)
    write_books(book for book in books.values() if book.standing is not None or len(book.acts) > book.written_acts)
    mirror(entry.line for entry in (*waited, *read) if entry.line and entry.row.fate == Fate.ACCEPTED)
    return [entry.row for entry in waited]


def open_new(entries: Sequence[Entry], recorded_on: date) -> None:
    """Open the licences of unknown numbers; refuse an opening that differs from what is kept, or from the first one."""
    licences = Licence.objects.select_related("holder").filter(neph__in={entry.row.neph for entry in entries})
    known = {licence.neph: licence for licence in licences}
    told = [(entry, *columns_of(entry)) for entry in entries]
    first = {entry.row.neph: (entry, holder, licence) for entry, holder, licence in reversed(told)}
    new = [(neph, holder, licence) for neph, (_, holder, licence) in first.items() if neph not in known]
    for licence in open_licences(new, recorded_on):
        known[licence.neph] = licence
        first[licence.neph][0].opens = True
    for entry, holder, opening in told:
        try:
            refuse_changes(known[entry.row.neph], holder, opening)
        except LineRefused as refusal:
            give(entry.row, Fate.REFUSED, refusal.reasons)


def columns_of(entry: Entry) -> tuple[dict[str, object], dict[str, object]]:
    """The columns of the holder and of the licence that an opening tells."""
    assert entry.line is not None
    document = {"format": "dossier/1", "licence": licence_of(entry.line.neph, entry.line.values), "acts": []}
    return holder_fields(entry.line.values), licence_fields(read_dossier(document).licence)


def books_of(nephs: Collection[str]) -> dict[str, Book]:
    """The books of these file numbers, as far as the register knows them."""
    pks = list(Licence.objects.filter(neph__in=nephs).values_list("pk", flat=True))
    return {book.opening.neph: book for book in open_books(pks).values()}


def waiting_lines(nephs: Collection[str], besides: Collection[int], recorded_on: date) -> list[Entry]:
    """The lines of earlier files that wait for something about these file numbers, in the order in which they came."""
    rows = FeedLine.objects.select_related("file").filter(fate=Fate.WAITING, neph__in=nephs)
    return [enter(row, bytes(row.raw), recorded_on) for row in rows.order_by("pk") if row.pk not in besides]


def decide(entry: Entry, book: Book | None, recorded_on: date, in_wait: set[tuple[str, str]] | None = None) -> None:
    """Give an entry its fate, unless it was refused already. ``in_wait``: the lines that wait, not to wait twice."""
    row, line = entry.row, entry.line
    if line is None or row.fate == Fate.REFUSED:
        return
    try:
        if book is None:
            raise Waits(WaitsFor.LICENCE, UNKNOWN)
        origin = Origin(line.feed, f"{row.file.name}, ligne {row.number}", recorded_on)
        brought = apply(line, book, origin) or entry.opens
        give(row, Fate.ACCEPTED if brought else Fate.KNOWN)
    except AppendRefused as refusal:
        give(row, Fate.REFUSED, refusal.reasons)
    except Waits as waits:
        name = (row.neph, row.digest)
        if in_wait is not None and name in in_wait:
            give(row, Fate.KNOWN, [WAITS_ALREADY])
            return
        give(row, Fate.WAITING, [waits.reason], waits.what_for)
        if in_wait is not None:
            in_wait.add(name)


def retry(waiting: Sequence[Entry], book: Book, recorded_on: date) -> None:
    """Try again what waits, for as long as one of them brings what another waits for."""
    left = list(waiting)
    while left:
        for entry in left:
            decide(entry, book, recorded_on)
        still = [entry for entry in left if entry.row.fate == Fate.WAITING]
        if len(still) == len(left):
            return
        left = still


def changed(rows: Iterable[FeedLine]) -> Iterator[FeedLine]:
    """The rows that waited and do not any more."""
    return (row for row in rows if row.fate != Fate.WAITING)
