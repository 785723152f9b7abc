"""Each part of the block has its own room."""

import pytest

from mespoints.law.memory import Memory
from mespoints.national.layout import BLOCK_SIZE, FIELDS, LENGTHS, PLACES, REFERRING, new_block


def test_every_list_of_the_memory_has_its_part() -> None:
    """What a rule can name is there, and the lengths of lists besides."""

    assert {*Memory._fields, "counts"} == set(PLACES)
    assert BLOCK_SIZE == len(new_block())


@pytest.mark.parametrize("part", PLACES)
def test_no_part_reaches_into_the_next(part: str) -> None:
    """A number, or the address of a row, takes 8 bytes; a row of a list that holds its rows, 4 for each field."""
    end = min([place for place in PLACES.values() if place > PLACES[part]], default=BLOCK_SIZE)
    size = 4 * len(FIELDS[part]) if part in FIELDS and part not in REFERRING else 8

    assert LENGTHS[part] * size <= 8 * (end - PLACES[part])
