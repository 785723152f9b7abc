"""People and their histories by the million: the take-over of a whole register, chunk by chunk, in several processes.

What a line says is read, folded and chained as ``people`` does it. But a chunk of new licences is one transaction, and
a licence that the register has already is left as it is: a load that was killed is run again and goes on.
"""

import gc
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from django.db import IntegrityError, connections

from mespoints.intake.generator.people import person_of
from mespoints.intake.lines import LineRefused
from mespoints.intake.people import SOURCE, Refused
from mespoints.intake.person import Person, read_document, read_person
from mespoints.intake.shapes import HeldCategory
from mespoints.intake.taking import release_arrived
from mespoints.law.days import iso
from mespoints.register.bulk import CategoryRow, HolderRow, NewLicence, known_numbers, new_book, takes_turns, write_new
from mespoints.register.codes import hash_of
from mespoints.register.files import note_delivery
from mespoints.register.ledger import AppendRefused, Origin, append
from mespoints.register.processes import end_with_parent

CHUNK = 2000
"""Licences a transaction: some megabytes, a second or two."""
AHEAD = 2
"""Chunks that wait for each process, so that none is idle."""

columns_of_holder = attrgetter(*HolderRow._fields)
"""The values of a holder in the order of the register's columns; the code is none of them."""

Turn = AbstractContextManager[object]


class Lines(NamedTuple):
    """Some lines of a file, and the number of the first, from 1."""

    first: int
    lines: list[bytes]

    @property
    def numbers(self) -> range:
        """The numbers of the lines."""
        return range(self.first, self.first + len(self.lines))

    def read(self, number: int, recorded_on: date) -> Person:
        """The person of a line. Raises LineRefused."""
        return read_person(self.lines[number - self.first], recorded_on)


class Invented(NamedTuple):
    """Some licences of the generator, as the lines of a file that holds them all."""

    numbers: range
    seed: int
    on: date

    def read(self, number: int, recorded_on: date) -> Person:
        """The person of a line. Raises LineRefused."""
        return read_document(person_of(self.seed, number - 1, self.on), recorded_on)


Chunk = Lines | Invented


class Loaded(NamedTuple):
    """What became of some lines. ``known``: their licence was in the register, and was left as it is."""

    lines: int = 0
    licences: int = 0
    acts: int = 0
    known: int = 0
    refused: tuple[Refused, ...] = ()

    def and_of(self, other: "Loaded") -> "Loaded":
        """Both together."""
        return Loaded(
            self.lines + other.lines, self.licences + other.licences, self.acts + other.acts, self.known + other.known,
            self.refused + other.refused,
        )  # fmt: skip


def chunks_of(lines: Iterable[bytes], size: int = CHUNK) -> Iterator[Lines]:
    """The lines of a file, so many at a time."""
    left, first = iter(lines), 1
    while chunk := list(islice(left, size)):
        yield Lines(first, chunk)
        first += len(chunk)


def invented_chunks(seed: int, count: int, on: date, size: int = CHUNK) -> Iterator[Invented]:
    """The licences of the generator, so many at a time."""
    firsts = range(1, count + 1, size)
    return (Invented(range(first, min(first + size, count + 1)), seed, on) for first in firsts)


def load_chunks(
    chunks: Iterable[Chunk], *, recorded_on: date, processes: int = 1, tell: Callable[[Loaded], None] | None = None
) -> Loaded:
    """Load every chunk, then try again the lines of feeds that waited for one of these licences.

    ``tell`` is given what was done so far. In the end the register knows what this feed knew on that day.
    """
    done = Loaded()
    each = in_processes(chunks, recorded_on, processes) if processes > 1 else in_turn(chunks, recorded_on)
    for loaded in each:
        done = done.and_of(loaded)
        if tell:
            tell(done)
    release_arrived(recorded_on)
    note_delivery(SOURCE, recorded_on)
    return done._replace(refused=tuple(sorted(done.refused)))


def in_turn(chunks: Iterable[Chunk], recorded_on: date) -> Iterator[Loaded]:
    """One chunk after the other, in this process."""
    return (load_chunk(chunk, recorded_on) for chunk in chunks)


def in_processes(chunks: Iterable[Chunk], recorded_on: date, processes: int) -> Iterator[Loaded]:
    """The chunks as they are done, by so many processes with a connection each."""
    context = multiprocessing.get_context("fork")  # the settings come along as they are
    turn = context.Lock() if takes_turns() else None
    connections.close_all()  # no connection may be shared
    left, running = iter(chunks), set[Future[Loaded]]()
    pool = ProcessPoolExecutor(processes, context, initializer=begin, initargs=(turn,))
    try:
        while True:
            wanted = processes * AHEAD - len(running)
            running |= {pool.submit(load_in_process, chunk, recorded_on) for chunk in islice(left, wanted)}
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        pool.shutdown(cancel_futures=True)


own_turn: Turn = nullcontext()
"""What this process enters to write."""


def begin(turn: Turn | None) -> None:
    """Make a process ready. It ends with the one that started it, however that one ends."""
    global own_turn
    own_turn = turn or nullcontext()
    end_with_parent()


def load_in_process(chunk: Chunk, recorded_on: date) -> Loaded:
    """``load_chunk`` in a process of the pool."""
    return load_chunk(chunk, recorded_on, own_turn)


@contextmanager
def collections_paused() -> Iterator[None]:
    """Search for no cycle in the meantime: a chunk holds a million objects, and no cycle to speak of."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@collections_paused()
def load_chunk(chunk: Chunk, recorded_on: date, turn: Turn = nullcontext()) -> Loaded:  # noqa: B008 - it keeps nothing
    """Load the new licences of a chunk, all or nothing; once more when another writer brought one in the meantime."""
    people, refused = read_people(chunk, recorded_on)
    try:
        return load_people(people, refused, recorded_on, turn)
    except IntegrityError:
        return load_people(people, refused, recorded_on, turn)


def read_people(chunk: Chunk, recorded_on: date) -> tuple[dict[int, Person], list[Refused]]:
    """The people of a chunk by the number of their line, and the lines that are refused."""
    people: dict[int, Person] = {}
    refused = []
    for number in chunk.numbers:
        try:
            people[number] = chunk.read(number, recorded_on)
        except LineRefused as refusal:
            refused.append(Refused(number, refusal.reasons))
    return people, refused


def load_people(people: dict[int, Person], refused: list[Refused], recorded_on: date, turn: Turn) -> Loaded:
    """Fold those that are new, and write them."""
    known = known_numbers({person.neph for person in people.values()})
    new: list[NewLicence] = []
    cannot = []
    left = 0
    for number, person in people.items():
        if person.neph in known:
            left += 1
            continue
        try:
            new.append(new_licence(person, number, recorded_on))
            known.add(person.neph)
        except AppendRefused as refusal:
            cannot.append(Refused(number, refusal.reasons))
    if new:
        write_new(new, turn)
    acts = sum(len(licence.book.acts) for licence in new)
    return Loaded(len(people) + len(refused), len(new), acts, left, (*refused, *cannot))


def new_licence(person: Person, number: int, recorded_on: date) -> NewLicence:
    """A person as the register writes them, acts folded and chained. Raises AppendRefused."""
    book = new_book(person.neph, person.dossier.licence, recorded_on.isoformat())
    append(book, person.acts, Origin(SOURCE, f"ligne {number}", recorded_on), person.dossier)
    holder = person.holder
    row = HolderRow(*columns_of_holder(holder))
    categories = [category_row(held) for held in person.categories]
    return NewLicence(book, row, categories, hash_of(holder.code) if holder.code else "")


def category_row(held: HeldCategory) -> CategoryRow:
    """A category as the register's columns."""
    to_on = None if held.to_on is None else iso(held.to_on)
    return CategoryRow(held.category, iso(held.from_on), to_on, held.codes)
