"""The production day and the class of franking."""

from datetime import date

import pytest

from mespoints.letters.production import franking_of, is_registered, production_day


@pytest.mark.parametrize(
    ("on", "is_closed", "expected"),
    [
        ("2024-03-05", False, "2024-03-05"),  # a Tuesday
        ("2024-03-05", True, "2024-03-06"),
        ("2024-03-08", True, "2024-03-11"),  # a Friday, after the hour
        ("2024-03-09", False, "2024-03-11"),  # a Saturday
        ("2024-03-29", True, "2024-04-02"),  # before Easter Monday
        ("2024-05-08", False, "2024-05-10"),  # 8 May, then Ascension
        ("2024-12-25", False, "2024-12-26"),
    ],
)
def test_letters_are_produced_on_working_days(on: str, is_closed: bool, expected: str) -> None:
    """The same day before the hour of closing, else the next that is neither a week-end nor a holiday."""

    assert date.fromisoformat(expected) == production_day(date.fromisoformat(on), is_closed=is_closed)


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("48SI", "recommande_ar"), ("48N", "recommande_ar"), ("interdiction", "recommande_ar"), ("48", "lettre_verte"),
        ("48M", "lettre_verte"), ("46", "lettre_verte"), ("rectificatif", "lettre_verte"), ("retrait", "lettre_verte"),
    ],
)  # fmt: skip
def test_the_law_says_what_is_registered(letter: str, expected: str) -> None:
    """With an acknowledgement; the letter that takes one back is simple."""
    franking = franking_of(letter, date(2024, 3, 5))

    assert expected == franking
    assert is_registered(franking) == (expected == "recommande_ar")


def test_before_2008_nobody_acknowledged() -> None:
    """Art. R. 223-3, III, as it was."""

    assert "recommande" == franking_of("48SI", date(2007, 12, 31))
    assert is_registered("recommande")


@pytest.mark.parametrize(
    ("letter", "expected"),
    [("48SI", "recommande_inter"), ("48N", "recommande_inter"), ("48", "lettre_inter"), ("code", "lettre_inter")],
)
def test_abroad_has_its_own_classes(letter: str, expected: str) -> None:
    """Registered with an acknowledgement for the same letters, simple for the others."""
    franking = franking_of(letter, date(2024, 3, 5), "BE")

    assert (expected, expected == "recommande_inter") == (franking, is_registered(franking))
