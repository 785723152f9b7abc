"""What the books gained, written to the database: rows in bulk, in the order that foreign keys ask for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection

from mespoints.register.books import Book
from mespoints.register.seals import WRITERS

COLUMNS = {
    "register_holder": (
        "id", "family_name", "usage_name", "given_names", "sex", "birth_date", "birth_place", "birth_country",
        "address", "departement", "email",
    ),
    "register_licence": (
        "id", "neph", "holder_id", "obtained_on", "probation", "territory", "foreign", "recorded_on",
    ),
    "register_category": ("id", "licence_id", "category", "from_on", "to_on", "codes"),
    "register_confidentialcode": ("licence_id", "code_hash", "issued_on"),
    "register_act": (
        "id", "licence_id", "sequence", "kind", "act_id", "version", "on", "recorded_on", "source", "reference",
        "digest", "link",
    ),
    "register_payload": ("act_id", "salt", "body"),
    "register_movement": (
        "id", "licence_id", "sequence", "act_id", "offence_id", "corrects_id", "on", "cause", "points", "balance",
        "signed_balance", "letter", "reason", "posted_on", "link",
    ),
    "register_owedletter": ("movement_id", "licence_id", "letter", "owed_on"),
    "register_account": ("licence_id", "balance", "signed_balance", "ceiling", "status", "next_on"),
}  # fmt: skip
UPDATE_ACCOUNT = """
UPDATE register_account SET balance = %s, signed_balance = %s, ceiling = %s, status = %s, next_on = %s
WHERE licence_id = %s
"""

# Before a number is given, the lock that a seal waits for: no row ever comes below a number that was sealed.
NEW_NUMBERS = """
WITH writing AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(%s))
SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM writing, generate_series(1, %s)
"""

Row = tuple[Any, ...]
Item = TypeVar("Item")


def write_books(books: Iterable[Book]) -> None:
    """Write what was appended to these books since they were opened. Inside the transaction that opened them."""
    changed = list(books)
    number_new_rows(changed)
    insert("register_act", [row for book in changed for row in act_rows(book)])
    insert("register_payload", [row for book in changed for row in payload_rows(book)])
    insert("register_movement", [row for book in changed for row in movement_rows(book)])
    insert("register_owedletter", [row for book in changed for row in letter_rows(book)])
    write_accounts(changed)
    for book in changed:
        book.written_acts, book.written_movements = len(book.acts), len(book.movements)


def number_new_rows(books: Sequence[Book]) -> None:
    """Give the new rows the numbers that they will have in their tables."""
    acts = [act for book in books for act in book.acts[book.written_acts :]]
    movements = [movement for book in books for movement in book.movements[book.written_movements :]]
    for act, pk in zip(acts, new_numbers("register_act", len(acts)), strict=True):
        act.pk = pk
    for movement, pk in zip(movements, new_numbers("register_movement", len(movements)), strict=True):
        movement.pk = pk


def new_numbers(table: str, count: int) -> list[int]:
    """So many numbers that no row of the table has, nor will be given to another writer, in rising order."""
    if count == 0:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NEW_NUMBERS, [WRITERS, table, count])
            return sorted(number for (number,) in cursor.fetchall())
        # The transaction holds SQLite's only write lock, and no row of these tables is ever removed.
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}")  # noqa: S608 - our own names
        (last,) = cursor.fetchone()
    return list(range(last + 1, last + 1 + count))


def act_rows(book: Book) -> list[Row]:
    """The new acts, without what they say."""
    return [
        (act.pk, book.opening.pk, act.sequence, act.kind, act.act_id, act.version, act.on, act.recorded_on,
         act.source, act.reference, act.digest, act.link)
        for act in book.acts[book.written_acts :]
    ]  # fmt: skip


def payload_rows(book: Book) -> list[Row]:
    """What the new acts say."""
    return [(act.pk, act.salt, act.body) for act in book.acts[book.written_acts :]]


def movement_rows(book: Book) -> list[Row]:
    """The new movements, their references turned back into numbers of rows."""
    acts, movements = [None, *[act.pk for act in book.acts]], [None, *[row.pk for row in book.movements]]
    return [
        (row.pk, book.opening.pk, row.sequence, acts[row.act], acts[row.offence], movements[row.corrects], row.on,
         row.cause, row.points, row.balance, row.signed_balance, row.letter, row.reason, row.posted_on, row.link)
        for row in book.movements[book.written_movements :]
    ]  # fmt: skip


def letter_rows(book: Book) -> list[Row]:
    """The letters that the new movements owe."""
    new = book.movements[book.written_movements :]
    return [(row.pk, book.opening.pk, row.letter, row.posted_on) for row in new if row.letter]


def write_accounts(books: Sequence[Book]) -> None:
    """Open the accounts that are not there yet, rewrite the others."""
    standing = [(book, book.standing) for book in books if book.standing is not None]
    insert("register_account", [(book.opening.pk, *now) for book, now in standing if not book.has_account])
    known = [(*now, book.opening.pk) for book, now in standing if book.has_account]
    if known:
        with connection.cursor() as cursor:
            cursor.executemany(UPDATE_ACCOUNT, known)
    for book, _ in standing:
        book.has_account = True


def insert(table: str, rows: Sequence[Row]) -> None:
    """Insert rows: COPY on PostgreSQL, one prepared statement on SQLite."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in COLUMNS[table])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Django does not translate the errors of ``copy`` by itself.
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(COLUMNS[table]))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)  # noqa: S608 - our own names


def in_chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items, so many at a time: SQLite takes some thousand parameters a query."""
    left = iter(items)
    while chunk := list(islice(left, size)):
        yield chunk
