"""References: a slip of the hand is caught."""

from datetime import date

from mespoints.requests.references import (
    CLAIM,
    DIGITS,
    RECORD,
    check_character,
    draw_reference,
    normal_reference,
    shown_reference,
)

ON = date(2026, 11, 27)


def test_a_reference_is_read_as_it_is_shown() -> None:
    """Hyphens, spaces and small letters are no matter."""
    drawn = draw_reference(RECORD, ON)

    assert ("D26", 12) == (drawn[:3], len(drawn))
    assert drawn == normal_reference(shown_reference(drawn)) == normal_reference(f" {drawn.lower()} ")


def test_the_check_is_that_of_the_norm() -> None:
    """The example of ISO 7064 for mod 37,36: A12425GABC1234002 has the check M."""

    assert "M" == check_character("A12425GABC1234002")


def test_one_wrong_character_is_always_caught() -> None:
    """At every place, by every other character."""
    drawn = draw_reference(CLAIM, ON)
    slips = [drawn[:i] + other + drawn[i + 1 :] for i in range(len(drawn)) for other in DIGITS if other != drawn[i]]

    assert [] == [slip for slip in slips if normal_reference(slip) is not None]


def test_two_neighbours_exchanged_are_caught() -> None:
    """Wherever they differ."""
    drawn = check_and("R26AB10CD29")
    swaps = [drawn[:i] + drawn[i + 1] + drawn[i] + drawn[i + 2 :] for i in range(len(drawn) - 1)]

    assert [] == [swap for swap in swaps if swap != drawn and normal_reference(swap) is not None]


def check_and(body: str) -> str:
    """A body with its check."""
    return body + check_character(body)


def test_what_is_no_reference_is_none() -> None:
    """Too short, another letter, nothing."""

    assert [None] * 3 == [normal_reference(typed) for typed in ("D26", check_and("X26ABCDEFGH"), "")]
