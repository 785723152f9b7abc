"""Files read whole, to be checked: every column of every row of some licences, nothing locked, nothing changed."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from mespoints.register.books import (
    OPENINGS,
    Book,
    BookAct,
    BookMovement,
    Opening,
    Standing,
    number_references,
    rows_of,
)

LICENCES_AT_ONCE = 500

NEXT_LICENCES = "SELECT id FROM register_licence WHERE id > %s ORDER BY id LIMIT %s"
ACTS = """
SELECT a.licence_id, a.id, a.sequence, a.kind, a.act_id, a.version, CAST(a.recorded_on AS TEXT), a.link, p.body,
    CAST(a."on" AS TEXT), a.source, a.reference, p.salt, a.digest, e.act_id
FROM register_act a LEFT JOIN register_payload p ON p.act_id = a.id LEFT JOIN register_erasure e ON e.act_id = a.id
WHERE a.licence_id IN ({ids}) ORDER BY a.licence_id, a.sequence
"""
MOVEMENTS = """
SELECT licence_id, id, sequence, act_id, offence_id, corrects_id, CAST("on" AS TEXT), cause, points,
    CAST(posted_on AS TEXT), link, balance, signed_balance, letter, reason
FROM register_movement WHERE licence_id IN ({ids}) ORDER BY licence_id, sequence
"""
LETTERS = """
SELECT licence_id, movement_id, letter, CAST(owed_on AS TEXT) FROM register_owedletter WHERE licence_id IN ({ids})
ORDER BY licence_id, movement_id
"""
ACCOUNTS = """
SELECT licence_id, balance, signed_balance, ceiling, status, CAST(next_on AS TEXT) FROM register_account
WHERE licence_id IN ({ids})
"""


@dataclass(slots=True)
class WholeFile:
    """A licence with all that the register keeps of it.

    ``erased``: the acts that the journal of erasures names, by their sequence. ``letters``: those owed, by the number
    of their movement: the letter and the day from which it is owed.
    """

    book: Book
    erased: set[int] = field(default_factory=set)
    letters: dict[int, tuple[str, str]] = field(default_factory=dict)
    account: Standing | None = None


@contextmanager
def one_moment() -> Iterator[None]:
    """What is read inside was true at one moment: a writer is not made to wait, and is not seen half-way.

    Inside a transaction, that transaction decides.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # Not Django's own transaction, which takes the write lock when it begins.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def licences_after(number: int, at_once: int = LICENCES_AT_ONCE) -> list[int]:
    """The numbers of the licences that follow a number, so many at most."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_LICENCES, [number, at_once])
        return [pk for (pk,) in cursor.fetchall()]


def read_whole_files(pks: Collection[int]) -> list[WholeFile]:
    """The whole files of these licences, in the order of their numbers."""
    files = {}
    for pk, neph, obtained_on, probation, territory, foreign, recorded_on in rows_of(OPENINGS, pks):
        opening = Opening(pk, neph, obtained_on, probation, territory, bool(foreign), recorded_on)
        files[pk] = WholeFile(Book(opening))
    for licence, pk, *row in rows_of(ACTS, pks):
        sequence, kind, act_id, version, recorded_on, link, body, on, source, reference, salt, digest, erased = row
        files[licence].book.acts.append(
            BookAct(
                pk, sequence, kind, act_id, version, recorded_on, link, body, on, source, reference, salt or "", digest
            )
        )
        if erased is not None:
            files[licence].erased.add(sequence)
    for licence, pk, sequence, act, offence, corrects, on, cause, points, posted_on, *row in rows_of(MOVEMENTS, pks):
        files[licence].book.movements.append(
            BookMovement(pk, sequence, act or 0, offence or 0, corrects or 0, on, cause, points, posted_on, *row)
        )
    for licence, movement, letter, owed_on in rows_of(LETTERS, pks):
        files[licence].letters[movement] = (letter, owed_on)
    for licence, *account in rows_of(ACCOUNTS, pks):
        files[licence].account = Standing(*account)
    for file in files.values():
        number_references(file.book)
    return list(files.values())
