"""The daily seal: one digest over every link written since the seal before it, and over that seal.

The form is fixed, ``seal/1``. The digest of a seal is the SHA-256 of a list (``chain.link``): the digest of the seal
before, nothing for the first; ``seal/1``; the number and the day of the seal; the highest numbers of an act and of a
movement that it covers; how many acts and movements are new; the SHA-256 of their links, one after the other, acts
then movements, in the order of their numbers. So the cost of a seal grows with the day, not with the register.
"""

import hashlib
from collections.abc import Iterator
from datetime import date

from django.db import connection

from mespoints.register.chain import link
from mespoints.register.durability import durable_transaction
from mespoints.register.models import Seal

FORM = "seal/1"
ROWS_AT_ONCE = 10_000

WRITERS = 0x6D70_7365_616C
"""The number of the lock that writers share and that a seal holds alone (PostgreSQL's advisory locks)."""

SEALED = ("register_act", "register_movement")

LINKS = "SELECT id, link FROM {table} WHERE id > %s AND id <= %s ORDER BY id LIMIT %s"


class SealRefused(Exception):
    """No seal can be taken; the message says why, in French."""


class Count:
    """What the links of a table add to a seal: how many they are, and up to which number."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.rows = 0


def take_seal(on: date) -> Seal:
    """The seal of a day: a new one, or the last one when it is of that day and nothing was written since.

    No writer is in the middle of its work: each has either ended, and is covered, or not begun. Raises SealRefused
    when the last seal is of a later day.
    """
    with durable_transaction():
        wait_for_writers()
        last = Seal.objects.order_by("-number").first()
        if last is not None and on < last.sealed_on:
            raise SealRefused(f"sceau du {on} refusé : le sceau n° {last.number} est déjà du {last.sealed_on}")
        seal = seal_after(last, on, [highest(table) for table in SEALED])
        if last is not None and last.sealed_on == on and not (seal.acts or seal.movements):
            return last
        seal.save(force_insert=True)
    return seal


def wait_for_writers() -> None:
    """Until the transaction ends, nobody writes. On SQLite the transaction holds the only write lock already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])


def highest(table: str) -> int:
    """The highest number of a row of this table, 0 when it is empty."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}")  # noqa: S608 - our own names
        (number,) = cursor.fetchone()
    return int(number)


def seal_after(last: Seal | None, on: date, up_to: list[int]) -> Seal:
    """The seal that follows another, computed from the rows: acts, then movements, up to these numbers."""
    after = (last.last_act, last.last_movement) if last else (0, 0)
    counts = [Count(number) for number in after]
    digest = hashlib.sha256()
    for table, count, end in zip(SEALED, counts, up_to, strict=True):
        for written in links_between(table, count, end):
            digest.update(written.encode())
    acts, movements = counts
    number, previous = (last.number + 1, last.digest) if last else (1, "")
    return Seal(
        number=number, sealed_on=on, last_act=acts.last, last_movement=movements.last, acts=acts.rows,
        movements=movements.rows, previous=previous,
        digest=link(
            previous, FORM, number, on.isoformat(), acts.last, movements.last, acts.rows, movements.rows,
            digest.hexdigest(),
        ),
    )  # fmt: skip


def links_between(table: str, count: Count, end: int) -> Iterator[str]:
    """The links of the rows after ``count.last``, up to a number, in order; ``count`` follows them."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute(LINKS.format(table=table), [count.last, end, ROWS_AT_ONCE])
            rows = cursor.fetchall()
            for number, written in rows:
                count.last, count.rows = number, count.rows + 1
                yield written
            if len(rows) < ROWS_AT_ONCE:
                return
