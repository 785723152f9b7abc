import json

import pytest

from mespoints.law.days import day_of
from mespoints.law.letter_forms import ACKNOWLEDGED, SIMPLE
from mespoints.letters.contents import Letter
from mespoints.letters.wording import fields_of, franking_of, kind_of, printed, typeset


@pytest.mark.parametrize("kind", ["48N", "48SI", "interdiction"])
def test_what_takes_or_orders_is_registered(kind: str, letters: dict[str, Letter]) -> None:
    """With acknowledgement of receipt: art. R. 223-3, III, and R. 223-4."""

    assert ACKNOWLEDGED == franking_of(letters[kind])


@pytest.mark.parametrize("kind", ["48", "48M", "46", "46D", "46B", "47", "rectificatif"])
def test_the_others_are_simple(kind: str, letters: dict[str, Letter]) -> None:
    """Art. L. 223-3, al. 3, and R. 223-8, III."""

    assert SIMPLE == franking_of(letters[kind])


def test_days_are_written_in_full() -> None:
    """With the day of the week; a number that is no day stays a number."""
    on = day_of(2025, 4, 22)

    assert "mardi 22 avril 2025" == printed(on, "committed_on") == printed(on, "on")
    assert 3 == printed(3, "balance")


def test_text_is_typeset() -> None:
    """Apostrophes curl; high marks, articles and numbers of points stay on their line."""

    assert "l’art.\u00a0R.\u00a0223-3\u00a0: 3\u00a0points" == typeset("l'art. R. 223-3 : 3 points")


def test_the_template_reads_plain_json(letters: dict[str, Letter]) -> None:
    """Every field of the record, and what its template adds."""
    fields = json.loads(fields_of(letters["48"]))

    assert set(letters["48"]._fields) | {"kind", "form", "may_be_on_account", "dated"} == set(fields)
    assert ("48", "lettre simple", True) == (fields["kind"], fields["form"], fields["may_be_on_account"])
    assert "48" == kind_of(letters["48"])
