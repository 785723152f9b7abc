"""Whole licences that the register does not have yet, written by the thousand: the take-over of another register.

Each was appended to a book in memory as every act is (see ``ledger``); here the books get their licence and holder, and
all is written in one go. All or nothing: a chunk that was written is recognised by the file numbers of its licences.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from django.db import connection

from mespoints.law.acts import Licence
from mespoints.law.days import iso
from mespoints.register.books import Book, Opening, rows_of
from mespoints.register.durability import durable_transaction
from mespoints.register.writing import Row, in_chunks, insert, new_numbers, write_books

KNOWN = "SELECT neph FROM register_licence WHERE neph IN ({ids})"
ASKED_AT_ONCE = 1000
SQLITE_CACHE_KB = 256 * 1024


class HolderRow(NamedTuple):
    """A holder as the columns of ``register_holder``, after its number."""

    family_name: str
    usage_name: str
    given_names: list[str]
    sex: str
    birth_date: str
    birth_place: str
    birth_country: str
    address: list[str]
    departement: str
    email: str


class CategoryRow(NamedTuple):
    """A category as the columns of ``register_category``, after its numbers; days as ``YYYY-MM-DD``."""

    category: str
    from_on: str
    to_on: str | None
    codes: list[str]


class NewLicence(NamedTuple):
    """A licence to write: its book, its holder, its categories, the hash of its code or nothing."""

    book: Book
    holder: HolderRow
    categories: Sequence[CategoryRow]
    code_hash: str = ""


def new_book(neph: str, licence: Licence, recorded_on: str) -> Book:
    """The book of a licence that has no number yet, to append its acts to."""
    return Book(
        Opening(
            0, neph, iso(licence.obtained_on), licence.probation, licence.territory, licence.foreign, recorded_on
        )
    )  # fmt: skip


def known_numbers(nephs: Collection[str]) -> set[str]:
    """Those of these file numbers that the register has."""
    return {neph for chunk in in_chunks(nephs, ASKED_AT_ONCE) for (neph,) in rows_of(KNOWN, chunk)}


def write_new(licences: Sequence[NewLicence], turn: AbstractContextManager[object]) -> None:
    """Write these licences with all that their books hold, in a durable transaction of their own.

    ``turn``: entered around it; on SQLite, which has one writer, several processes take turns. Raises IntegrityError
    when another writer brought one of them in the meantime: nothing was written then.
    """
    with turn, durable_transaction():
        keep_pages_in_memory()
        holders = new_numbers("register_holder", len(licences))
        numbers = new_numbers("register_licence", len(licences))
        for new, number in zip(licences, numbers, strict=True):
            new.book.opening = new.book.opening._replace(pk=number)
        insert("register_holder", [holder_row(pk, new) for pk, new in zip(holders, licences, strict=True)])
        insert("register_licence", [licence_row(pk, new) for pk, new in zip(holders, licences, strict=True)])
        insert("register_category", category_rows(licences))
        write_books(new.book for new in licences)
        insert("register_confidentialcode", code_rows(licences))


def holder_row(pk: int, new: NewLicence) -> Row:
    """The holder under its number; lists as JSON."""
    return (pk, *(json.dumps(value) if isinstance(value, list) else value for value in new.holder))


def licence_row(holder: int, new: NewLicence) -> Row:
    """The licence of a holder."""
    pk, neph, obtained_on, probation, territory, foreign, recorded_on = new.book.opening
    return (pk, neph, holder, obtained_on, probation, territory, foreign, recorded_on)


def category_rows(licences: Iterable[NewLicence]) -> list[Row]:
    """The categories of all of them, numbered."""
    rows = [(new.book.opening.pk, held) for new in licences for held in new.categories]
    numbers = new_numbers("register_category", len(rows))
    return [
        (pk, licence, held.category, held.from_on, held.to_on, json.dumps(held.codes))
        for pk, (licence, held) in zip(numbers, rows, strict=True)
    ]


def code_rows(licences: Iterable[NewLicence]) -> list[Row]:
    """The hashes of the codes that came with some of them, issued as they were recorded."""
    return [(new.book.opening.pk, new.code_hash, new.book.opening.recorded_on) for new in licences if new.code_hash]


def keep_pages_in_memory() -> None:
    """On SQLite, enough of them for the indexes that are written everywhere at once: file numbers, days of birth."""
    if takes_turns():
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size=-{SQLITE_CACHE_KB}")


def takes_turns() -> bool:
    """Whether the database has one writer at a time: SQLite."""
    return connection.vendor == "sqlite"
