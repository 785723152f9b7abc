"""Simple, registered or on the account: how each letter was sent, by date."""

import pytest

from mespoints.law import letter_forms, letters
from mespoints.law.days import iso, parse_day
from mespoints.law.letter_forms import ACKNOWLEDGED, NOT_IN_FORCE, REGISTERED, SIMPLE

NUMBERS = {name: number for number, name in enumerate(letters.LETTER_NAMES) if name is not None}


@pytest.mark.parametrize(
    ("letter", "on", "expected"),
    [
        ("48", "1992-06-30", NOT_IN_FORCE),
        ("48", "1992-07-01", SIMPLE),
        ("48SI", "1992-06-30", NOT_IN_FORCE),
        ("48SI", "1992-07-01", REGISTERED),
        ("48SI", "2007-12-31", REGISTERED),
        ("48SI", "2008-01-01", ACKNOWLEDGED),
        ("48N", "2000-10-24", NOT_IN_FORCE),
        ("48N", "2000-10-25", SIMPLE),
        ("48N", "2004-02-29", SIMPLE),
        ("48N", "2004-03-01", ACKNOWLEDGED),
        ("48M", "2007-06-30", SIMPLE),
        ("48M", "2007-07-01", SIMPLE),
        ("46D", "2007-03-06", NOT_IN_FORCE),
        ("46D", "2007-03-07", SIMPLE),
        ("interdiction", "2017-11-17", NOT_IN_FORCE),
        ("interdiction", "2017-11-18", ACKNOWLEDGED),
        ("46", "1995-01-01", SIMPLE),
        ("46B", "2010-01-01", SIMPLE),
        ("47", "2020-01-01", SIMPLE),
        ("rectificatif", "2020-01-01", SIMPLE),
    ],
)
def test_each_letter_has_its_form(letter: str, on: str, expected: int) -> None:
    """On the eve and on the day of each change."""

    assert expected == letter_forms.letter_form(NUMBERS[letter], parse_day(on))


def test_the_forms_are_told_apart() -> None:
    """From no letter to the one whose receipt is acknowledged."""

    assert (0, 1, 2, 3) == (NOT_IN_FORCE, SIMPLE, REGISTERED, ACKNOWLEDGED)


def test_what_owes_no_letter_has_no_form() -> None:
    """Nothing is sent, nothing is registered."""

    assert NOT_IN_FORCE == letter_forms.letter_form(letters.NONE, parse_day("2020-01-01"))


def test_a_registered_letter_may_be_acknowledged_or_not() -> None:
    """Both are registered, a simple one is not."""
    on = parse_day("2020-01-01")

    assert letter_forms.is_registered(letters.L48SI, on)
    assert letter_forms.is_registered(letters.L48SI, parse_day("2007-12-31"))
    assert not letter_forms.is_registered(letters.L48M, on)
    assert not letter_forms.is_registered(letters.L48, on)


def test_only_a_simple_letter_may_be_on_the_account() -> None:
    """Since 31 October 2016."""
    opened_on = parse_day("2016-10-31")

    assert letter_forms.may_be_on_account(letters.L48, opened_on)
    assert not letter_forms.may_be_on_account(letters.L48, opened_on - 1)
    assert not letter_forms.may_be_on_account(letters.L48SI, opened_on)
    assert not letter_forms.may_be_on_account(letters.NONE, opened_on)


@pytest.mark.parametrize(
    ("first_read_on", "notified_on"),
    [
        ("2020-05-01", "2020-05-01"),
        ("2020-05-15", "2020-05-15"),
        ("2020-05-16", "2020-05-16"),
        ("2020-05-17", "2020-05-16"),
        (None, "2020-05-16"),
    ],
)
def test_the_account_notifies_when_read_or_after_fifteen_days(first_read_on: str | None, notified_on: str) -> None:
    """Put on the account on 1 May 2020."""
    read_on = parse_day(first_read_on) if first_read_on else 0

    assert notified_on == iso(letter_forms.account_notified_on(parse_day("2020-05-01"), read_on))


def test_d26_the_letter_of_a_stage_and_the_rectificatif_may_be_on_the_account() -> None:
    """Art. R. 223-3-1, I, names neither: they are simple, and tell of points given back or withdrawn."""
    on = parse_day("2024-03-04")
    letters_there = [name for name, number in NUMBERS.items() if letter_forms.may_be_on_account(number, on)]

    assert {"48", "48M", "46", "46D", "46B", "47", "rectificatif"} == set(letters_there)


def test_d26_the_fifteenth_day_is_the_last_that_counts() -> None:
    """Put there on 1 May: read on the 16th or never, the letter is known on the 16th."""
    put_on = parse_day("2020-05-01")

    assert "2020-05-15" == iso(letter_forms.account_notified_on(put_on, put_on + 14))
    assert "2020-05-16" == iso(letter_forms.account_notified_on(put_on, put_on + 15))
    assert "2020-05-16" == iso(letter_forms.account_notified_on(put_on, 0))
