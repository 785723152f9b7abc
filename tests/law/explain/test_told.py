"""All that the law tells of some two hundred lives, held against texts that were read line by line."""

import difflib

import pytest

from tests.law.explain.snapshots import FOLDER, stored, text_of
from tests.law.explain.told_lives import LIVES


@pytest.mark.parametrize("name", LIVES)
def test_a_life_is_told_as_it_was_read(name: str) -> None:
    """Word for word; ``python -m tests.law.explain.snapshots`` writes the text that is to be read again."""
    read, told = stored(name).read_text(encoding="utf-8"), text_of(LIVES[name])
    difference = difflib.unified_diff(read.splitlines(), told.splitlines(), "read", "told", lineterm="")

    assert read == told, "\n".join(difference)


def test_every_text_is_that_of_a_life() -> None:
    """No file is left of a life that is told no more."""

    assert {stored(name) for name in LIVES} == set(FOLDER.rglob("*.txt"))
