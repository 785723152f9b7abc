"""Commits that survive a power cut."""

import pytest
from django.db import connection

from mespoints.register.durability import durable_transaction

NORMAL, FULL = 1, 2


def synchronous() -> int:
    """How long SQLite waits for the disk."""
    found: int = connection.cursor().execute("PRAGMA synchronous").fetchone()[0]
    return found


@pytest.mark.django_db(transaction=True)
def test_sqlite_waits_for_the_disk_while_it_lasts() -> None:
    """And no longer, even when the transaction fails."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL always waits for its disk")
    with durable_transaction():
        inside = synchronous()
    after = synchronous()
    with pytest.raises(KeyError), durable_transaction():
        raise KeyError

    assert (inside, after, synchronous()) == (FULL, NORMAL, NORMAL)


@pytest.mark.django_db
def test_inside_a_transaction_it_is_a_part_of_it() -> None:
    """What the outer transaction decided stays."""
    with durable_transaction():
        nested = connection.in_atomic_block

    assert nested
