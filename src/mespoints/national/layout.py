"""The block of memory that the compiled fold works in: what it has room for, and where each part of it begins."""

from typing import Any

import numpy as np

from mespoints.law.memory import STATE_SIZE
from mespoints.law.rows import MovementRow, Row

MOST_ROWS = 256
MOST_MOVEMENTS = 1024
"""What a block has room for. A licence that needs more is folded by the plain rules: none was ever seen."""

MOVEMENT = np.dtype([(name, np.int64) for name in MovementRow._fields])
"""A movement as it leaves the block."""

FIELDS = {
    "facts": Row._fields, "rows": Row._fields, "offences": Row._fields, "movements": MovementRow._fields,
    "revisions": Row._fields,
}  # fmt: skip
"""The parts of ``Memory`` that are lists of rows; their lengths stand in ``counts``, in this order."""
REFERRING = ("rows", "offences")
"""Those that hold the addresses of rows of another list."""
WAS_FULL, IS_SUSPENDED = len(FIELDS), len(FIELDS) + 1
"""Places of ``counts``: 1 once there was no room for a movement; 1 while a suspension covers the day asked for."""

LENGTHS = {
    "counts": len(FIELDS) + 2, "state": STATE_SIZE, "taken": MOST_ROWS, "known": MOST_ROWS, "one_due": MOST_ROWS,
    "ten_due": MOST_ROWS, "undoes": MOST_ROWS, "waits": MOST_ROWS, "rows": MOST_ROWS, "offences": MOST_ROWS,
    "facts": MOST_ROWS + 1, "revisions": MOST_ROWS + 1, "movements": MOST_MOVEMENTS,
}  # fmt: skip
"""The parts of the block in their order; ``counts`` is ours, the others are those of ``Memory``. One row more is what a
row is put aside in while rows are sorted."""


def places() -> tuple[dict[str, int], int]:
    """Where each part begins, in ints of 64 bits, and how long the block is."""
    found, end = {}, 0
    for name, length in LENGTHS.items():
        found[name] = end
        end += length if name in REFERRING or name not in FIELDS else (length * len(FIELDS[name]) + 1) // 2
    return found, end


PLACES, BLOCK_SIZE = places()


def new_block() -> Any:
    """Room for one licence at a time; each thread has its own."""
    return np.zeros(BLOCK_SIZE, dtype=np.int64)
