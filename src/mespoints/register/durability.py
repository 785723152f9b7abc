"""Commits that survive a power cut, for what must never be lost."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def durable_transaction() -> Iterator[None]:
    """A transaction that is on the disk when it ends.

    PostgreSQL always does so. On SQLite the pages, which write a session or a line of the journal, do not wait for
    the disk; the acts do, and bring to the disk with them whatever was written before. Inside a transaction the
    pragma cannot change: the outer one decides.
    """
    waits = connection.vendor == "sqlite" and not connection.in_atomic_block
    try:
        if waits:
            connection.cursor().execute("PRAGMA synchronous=FULL")
        with transaction.atomic():
            yield
    finally:
        if waits:
            connection.cursor().execute("PRAGMA synchronous=NORMAL")
