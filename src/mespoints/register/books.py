"""Licences taken out of the register to be worked on: read by many at a time, locked, written back in one go.

A transaction opens the books of some licences, appends to them in memory (see ``ledger``), and writes them. Written in
SQL: a feed opens thousands, and the ORM takes longer to build its rows than the database to find them; days as text,
for neither side to make dates of them.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import connection

from mespoints.register.chain import opening_link

OPENINGS = """
SELECT id, neph, CAST(obtained_on AS TEXT), probation, territory, "foreign", CAST(recorded_on AS TEXT)
FROM register_licence WHERE id IN ({ids}) ORDER BY id
"""
ACTS = """
SELECT a.licence_id, a.id, a.sequence, a.kind, a.act_id, a.version, CAST(a.recorded_on AS TEXT), a.link, p.body
FROM register_act a LEFT JOIN register_payload p ON p.act_id = a.id WHERE a.licence_id IN ({ids})
ORDER BY a.licence_id, a.sequence
"""
MOVEMENTS = """
SELECT licence_id, id, sequence, act_id, offence_id, corrects_id, CAST("on" AS TEXT), cause, points,
    CAST(posted_on AS TEXT), link
FROM register_movement WHERE licence_id IN ({ids}) ORDER BY licence_id, sequence
"""
ACCOUNTS = """
SELECT licence_id, balance, signed_balance, ceiling, status, CAST(next_on AS TEXT) FROM register_account
WHERE licence_id IN ({ids})
"""


class Opening(NamedTuple):
    """What a licence opens with; days as ``YYYY-MM-DD``."""

    pk: int
    neph: str
    obtained_on: str
    probation: str
    territory: str
    foreign: bool
    recorded_on: str

    @property
    def link(self) -> str:
        """What the first act and the first movement are chained to."""
        _, neph, obtained_on, probation, territory, foreign, recorded_on = self
        return opening_link(neph, obtained_on, probation, territory, foreign=foreign, recorded_on=recorded_on)

    def document(self, payloads: list[dict[str, Any]]) -> dict[str, Any]:
        """The ``dossier/1`` of this licence and of these acts, in their order."""
        licence = {
            "neph": self.neph,
            "obtained_on": self.obtained_on,
            "probation": self.probation,
            "territory": self.territory,
            "foreign": self.foreign,
        }
        return {"format": "dossier/1", "licence": licence, "acts": payloads}


@dataclass(slots=True)
class BookAct:
    """An act of a book. ``pk`` is 0 until it is written; ``body`` is None once its payload was erased."""

    pk: int
    sequence: int
    kind: str
    act_id: str
    version: int
    recorded_on: str
    link: str
    body: str | None
    on: str = ""
    source: str = ""
    reference: str = ""
    salt: str = ""
    digest: str = ""

    @property
    def payload(self) -> dict[str, Any]:
        """What the act says; nothing once it was erased."""
        found: dict[str, Any] = json.loads(self.body) if self.body is not None else {}
        return found


@dataclass(slots=True)
class BookMovement:
    """A movement of a book; ``act``, ``offence`` and ``corrects`` are sequence numbers within it, 0 for none."""

    pk: int
    sequence: int
    act: int
    offence: int
    corrects: int
    on: str
    cause: str
    points: int
    posted_on: str
    link: str
    balance: int = 0
    signed_balance: int = 0
    letter: str = ""
    reason: int = 0


class Standing(NamedTuple):
    """The account of a licence as last posted: what ``Account`` keeps. ``next_on``: a day, or None."""

    balance: int
    signed_balance: int
    ceiling: int
    status: str
    next_on: str | None


@dataclass(slots=True)
class Book:
    """One licence: its opening, its acts, its movements, and what a transaction adds to them.

    ``total``: the signed sum of the movements. ``account``: as the database has it. ``standing``: as a fold left it,
    None until one did.
    """

    opening: Opening
    has_account: bool = False
    account: Standing | None = None
    acts: list[BookAct] = field(default_factory=list)
    movements: list[BookMovement] = field(default_factory=list)
    standing: Standing | None = None
    total: int = 0
    written_acts: int = 0
    written_movements: int = 0

    @property
    def latest_acts(self) -> dict[str, BookAct]:
        """One act a name, the last version, at the place of the first: a pending offence has two once it ended."""
        return {act.act_id: act for act in self.acts}

    @property
    def last_act_link(self) -> str:
        return self.acts[-1].link if self.acts else self.opening.link

    @property
    def last_movement_link(self) -> str:
        return self.movements[-1].link if self.movements else self.opening.link

    @property
    def known_on(self) -> str:
        """The last day on which something was recorded or posted; empty when nothing ever was."""
        return max([row.recorded_on for row in self.acts[-1:]] + [row.posted_on for row in self.movements[-1:]] + [""])


def open_books(pks: Collection[int]) -> dict[int, Book]:
    """The books of these licences by number, locked until the transaction ends, always in the same order.

    Writers of one licence queue on its row on PostgreSQL (no key: the journal of accesses, which refers to the licence,
    is not made to wait); on SQLite the transaction itself holds the only lock.
    """
    lock = " FOR NO KEY UPDATE" if connection.vendor == "postgresql" else ""
    return books_from(OPENINGS + lock, pks)


def read_books(pks: Collection[int]) -> dict[int, Book]:
    """The same books to be read alone: nobody waits, and nothing of them may be written."""
    return books_from(OPENINGS, pks)


def books_from(openings: str, pks: Collection[int]) -> dict[int, Book]:
    """The books of these licences, whose openings one query finds."""
    if not pks:
        return {}
    books = {}
    for pk, neph, obtained_on, probation, territory, foreign, recorded_on in rows_of(openings, pks):
        opening = Opening(pk, neph, obtained_on, probation, territory, bool(foreign), recorded_on)
        books[pk] = Book(opening)
    fill(books)
    return books


def fill(books: dict[int, Book]) -> None:
    """Read the acts, the movements and the accounts of these books."""
    for licence, pk, sequence, kind, act_id, version, recorded_on, link, body in rows_of(ACTS, books):
        books[licence].acts.append(BookAct(pk, sequence, kind, act_id, version, recorded_on, link, body))
    for licence, pk, sequence, act, offence, corrects, *rest in rows_of(MOVEMENTS, books):
        on, cause, points, posted_on, link = rest
        names = (act or 0, offence or 0, corrects or 0)
        row = BookMovement(pk, sequence, *names, on, cause, points, posted_on, link)
        books[licence].movements.append(row)
    for licence, *account in rows_of(ACCOUNTS, books):
        books[licence].has_account, books[licence].account = True, Standing(*account)
    for book in books.values():
        number_references(book)
        book.written_acts, book.written_movements = len(book.acts), len(book.movements)


def number_references(book: Book) -> None:
    """Turn the database's numbers of rows into places within the book."""
    acts = {act.pk: act.sequence for act in book.acts}
    movements = {movement.pk: movement.sequence for movement in book.movements}
    for movement in book.movements:
        movement.act = acts.get(movement.act, 0)
        movement.offence = acts.get(movement.offence, 0)
        movement.corrects = movements.get(movement.corrects, 0)
        book.total += movement.points


def rows_of(statement: str, pks: Collection[int | str]) -> Iterator[tuple[Any, ...]]:
    """The rows of one query about these licences."""
    with connection.cursor() as cursor:
        cursor.execute(statement.format(ids=", ".join(["%s"] * len(pks))), list(pks))
        yield from cursor.fetchall()
