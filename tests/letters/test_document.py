"""docs/lettres.md says what the code does."""

from pathlib import Path
from typing import NamedTuple

import pytest

from mespoints.law.letter_forms import ACKNOWLEDGED, SIMPLE
from mespoints.letters.composing import template_of
from mespoints.letters.contents import Letter
from mespoints.letters.wording import franking_of

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "lettres.md"
ENVOI = {"simple": SIMPLE, "recommandé": ACKNOWLEDGED}


class Row(NamedTuple):
    """One line of the table."""

    letter: str
    when: str
    sent: str
    articles: tuple[str, ...]
    template: str


def rows() -> dict[str, Row]:
    """The lines of the table, by letter."""
    lines = [line.strip("| ") for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.split(" | ")] for line in lines[2:]]
    return {one[0]: Row(one[0], one[1], one[2], tuple(one[3].split(", ")), one[4].strip("`")) for one in cells}


def test_every_letter_has_its_row(letters: dict[str, Letter]) -> None:
    """No more, no fewer."""

    assert set(letters) == set(rows())


@pytest.mark.parametrize("row", rows().values(), ids=lambda row: row.letter)
def test_a_row_is_true(row: Row, letters: dict[str, Letter], texts: dict[str, str]) -> None:
    """The way it is sent, the template, and each article, read in the letter itself."""
    letter = letters[row.letter]

    assert ENVOI[row.sent] == franking_of(letter)
    assert row.template == template_of(letter).name
    assert template_of(letter).exists()
    assert [] == [article for article in row.articles if article not in texts[row.letter]]
