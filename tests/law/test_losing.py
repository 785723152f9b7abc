"""A 48SI on the day that decides, and the stage that comes in time or too late: art. L. 223-5 and R. 223-8, III."""

from typing import Any

import pytest

from tests.law.lives import moves, offence, on_day, stage, told

FALLEN = (
    offence("a", "2021-01-10", "2021-02-10", 6, "delit"),
    offence("b", "2021-01-12", "2021-02-12", 6, "delit"),
)
LETTER = on_day("lettre_48si", "l", "2021-04-09")
IN_TIME = stage("s", "2021-04-08")
"""It takes effect on the day of the letter."""


def status(*acts: dict[str, Any], before: tuple[dict[str, Any], ...] = FALLEN) -> str:
    """The status on the day of the letter."""
    return told("2021-04-09", *before, *acts, LETTER).status


def test_a_stage_that_takes_effect_on_the_day_of_the_letter_saves_the_licence() -> None:
    """Its four points are counted as the day begins; a day later is too late (doubt D9)."""

    assert "valid" == status(IN_TIME)
    assert "invalidated" == status(stage("s", "2021-04-09"))
    assert "invalidated" == status()


def test_one_point_left_keeps_the_licence() -> None:
    """A letter notified at one point changes nothing; at none it takes the licence."""
    one_left = (FALLEN[0], offence("b", "2021-01-12", "2021-02-12", 5, "c4"))

    assert "valid" == status(before=one_left)
    assert "valid" == status(stage("s", "2021-05-02"), before=one_left)
    assert "invalidated" == status(before=FALLEN)


@pytest.mark.parametrize(("third", "expected"), [(3, "valid"), (4, "invalidated")])
def test_a_stage_from_far_below_zero_is_not_enough(third: int, expected: str) -> None:
    """Four points from minus three make one; from minus four they make none."""

    assert expected == status(offence("c", "2021-01-14", "2021-02-14", third, "c4"), IN_TIME)


def test_a_stage_that_gives_nothing_saves_nothing() -> None:
    """One imposed as a penalty, or one begun less than a year after another; another of the same day may still do."""
    penalty = stage("p", "2021-04-08", "peine")
    before = offence("z", "2020-05-01", "2020-06-01", 4, "c4"), stage("y", "2020-10-02")

    assert "invalidated" == status(penalty)
    assert "valid" == status(penalty, IN_TIME)
    assert "invalidated" == status(IN_TIME, before=(*before, *FALLEN))


def test_what_else_happens_that_day_saves_nothing() -> None:
    """A withdrawal decided on the day of the letter is no stage, and comes after it."""

    assert "invalidated" == status(offence("c", "2021-03-01", "2021-04-09", 1))


def test_a_training_changes_nothing_without_probation() -> None:
    """Neither on a licence that has none, nor once a longer one is lost."""
    training = on_day("formation_complementaire", "f", "2020-09-15")
    lost = on_day("licence_annulled", "x", "2020-08-01")

    assert [] == moves(told("2024-01-01", training, obtained_on="2020-01-15", probation="none"))
    assert [("2020-08-01", "lost", -6, 0)] == moves(told("2024-01-01", lost, training, obtained_on="2020-01-15"))
