"""Which letters can still be challenged: those that stand, on the very day that decides. Doubts D16, D18 and D22."""

from typing import Any

from tests.law.lives import offence, on_day, told

THREE = offence("a", "2022-01-10", "2022-02-01", 3)
ORDERED = on_day("lettre_48n", "n", "2022-03-01", offence="a")
NOVICE = "2021-06-01"


def challenged(on: str, *acts: dict[str, Any]) -> list[tuple[str, str]]:
    """The letters that have a remedy, and its state."""
    return [(remedy.letter, remedy.state) for remedy in told(on, THREE, *acts, obtained_on=NOVICE).remedies]


def test_a_48n_has_a_remedy_until_the_day_its_withdrawal_is_annulled() -> None:
    """That day included."""
    annulled = on_day("withdrawal_annulled", "x", "2022-04-01", offence="a")

    assert [("n", "open")] == challenged("2022-03-31", ORDERED, annulled)
    assert [] == challenged("2022-04-01", ORDERED, annulled)


def test_a_letter_has_a_remedy_from_the_day_it_is_notified() -> None:
    """Not the day before."""

    assert [] == challenged("2022-02-28", ORDERED)
    assert [("n", "open")] == challenged("2022-03-01", ORDERED)


def test_the_annulment_of_a_48si_that_was_never_in_force_takes_no_other_remedy_away() -> None:
    """No letter had taken the licence: the 48N, last in the file, can still be challenged."""
    annulled = on_day("lettre_48si_annulled", "w", "2022-03-20")

    assert [("n", "open")] == challenged("2022-04-01", annulled, ORDERED)
