"""Days as agents type them: in French, or as a browser sends them; what is none is named."""

import pytest
from django import forms

from mespoints.desk.fields import birth_field, day_field, french_birth


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("31/01/1980", "1980-01-31"), ("1980-01-31", "1980-01-31"), ("1/2/1980", "1980-02-01"),
        ("31.01.1980", "1980-01-31"), ("31 01 1980", "1980-01-31"), ("00/00/1980", "1980-00-00"),
        ("00/05/1980", "1980-05-00"), ("1980", "1980-00-00"), ("05/1980", "1980-05-00"),
    ],
)  # fmt: skip
def test_a_day_of_birth_is_read_however_it_is_written(typed: str, read: str) -> None:
    """Day first, as in France, or year first; what nobody knows is 00."""
    assert read == birth_field().clean(typed)


@pytest.mark.parametrize("typed", ["31/02/1980", "31/13/1980", "31/01/80", "hier", "31/00/1980", "1980-01"])
def test_what_is_no_day_of_birth_is_named(typed: str) -> None:
    """What was found, and what was expected."""
    with pytest.raises(forms.ValidationError, match=f"Trouvé « {typed} », attendu un jour comme 31/01/1980"):
        birth_field().clean(typed)


def test_another_day_says_what_was_found_too() -> None:
    """Both ways of writing are read."""
    assert day_field("Le").clean("12/06/2015") == day_field("Le").clean("2015-06-12")
    with pytest.raises(forms.ValidationError, match="Trouvé « 2015-06 », attendu un jour comme 12/06/2015"):
        day_field("Le").clean("2015-06")


def test_a_day_of_birth_is_shown_as_it_is_written_in_france() -> None:
    """On pages, and in the field that is to be put right; what was typed wrongly stays as it was typed."""
    shown = [birth_field().prepare_value(value) for value in ("1980-01-31", "31/13/1980", "")]

    assert ["31/01/1980", "31/13/1980", ""] == shown
    assert "00/00/1931" == french_birth("1931-00-00")
