"""What a value of a file may be, at its bounds."""

import pytest

from mespoints.law.days import parse_day
from mespoints.law.holds import number, take_day, take_flag, take_id, take_list, take_neph, take_object, take_text, word
from mespoints.law.shapes import day_key


@pytest.mark.parametrize("text", ["1900-01-01", "2024-02-29", "2200-12-31"])
def test_a_day_is_one_of_three_centuries(text: str) -> None:
    """The first and the last included."""

    assert parse_day(text) == take_day(text)


@pytest.mark.parametrize(
    "value", ["1899-12-31", "2201-01-01", "2023-02-29", "demain", "", 738_000, None, ["2024-01-01"]]
)
def test_what_is_no_day_of_these_is_none(value: object) -> None:
    """Nor a number, nor a list of days."""

    assert take_day(value) is None


def test_a_text_is_one_that_utf_8_can_hold() -> None:
    """Half a surrogate pair is none; the empty text is no id."""

    assert ("", "é", "a") == (take_text(""), take_text("é"), take_text("a"))
    assert (None, None, None) == (take_text("\ud83d"), take_text(3), take_text(None))
    assert (None, "é", None) == (take_id(""), take_id("é"), take_id("\ud83d"))


def test_a_word_is_one_of_its_list() -> None:
    """Spelled as there; what cannot be looked up is none."""
    holds = word("c1", "c2")

    assert ("c1", "c2") == (holds.take("c1"), holds.take("c2"))
    assert (None, None, None, None) == (holds.take("C1"), holds.take(""), holds.take(None), holds.take(["c1"]))
    assert "l'un de ces mots : c1, c2" == holds.expected


def test_a_number_is_whole_and_within_its_bounds() -> None:
    """Both included; neither true nor 1.0 is one."""
    holds = number(1, 9)

    assert (1, 5, 9) == (holds.take(1), holds.take(5), holds.take(9))
    assert (None,) * 6 == tuple(holds.take(value) for value in (0, 10, True, 5.0, "5", None))
    assert "un nombre entier de 1 à 9" == holds.expected


def test_the_number_of_a_driver_has_five_to_nineteen_signs() -> None:
    """Digits and capital letters."""

    assert ("12345", "A" * 19) == (take_neph("12345"), take_neph("A" * 19))
    assert (None,) * 5 == tuple(take_neph(value) for value in ("1234", "A" * 20, "abcde", "1234é", 12345))


def test_the_natures_of_json_are_told_apart() -> None:
    """An object, a list, a flag."""

    assert ({}, [], False) == (take_object({}), take_list([]), take_flag(False))
    assert (None, None, None) == (take_object([]), take_list({}), take_flag(0))


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("offence", "committed_on"), ("stage", "ended_on"), ("lettre_48si", "notified_on"),
        ("lettre_48n", "notified_on"),
        ("suspension", "from"), ("licence_annulled", "on"), ("withdrawal_suspended", "on"), ("recours", "on"),
    ],
)  # fmt: skip
def test_the_key_of_the_day_of_an_act(kind: str, key: str) -> None:
    """The one from which the act is true."""

    assert key == day_key(kind)
