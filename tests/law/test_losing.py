"""A 48SI on the day that decides, and the stage that comes in time or too late: art. L. 223-5 and R. 223-8, III."""

from typing import Any

import pytest

from mespoints.law.days import iso
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


@pytest.mark.parametrize(
    ("named", "expected"), [("a", "zero"), ("b", "zero"), ("one", "zero"), ("nil", "invalidated"), ("c", "invalidated")]
)
def test_a_letter_that_names_any_withdrawal_before_the_rise_is_void(named: str, expected: str) -> None:
    """Be it of one point; an offence that took none tells nothing, and one after the rise is the new fall (D17)."""
    acts = (
        FALLEN[0],
        offence("b", "2021-01-12", "2021-02-12", 5, "c4", episode="e"),
        offence("one", "2021-01-14", "2021-02-14", 1),
        offence("two", "2021-01-12", "2021-02-15", 3, "c4", episode="e"),
        offence("nil", "2021-01-12", "2021-02-16", 3, "c4", episode="e"),
        stage("s", "2021-02-20"),
        offence("c", "2021-03-01", "2021-03-10", 6, "delit"),
    )
    letter = on_day("lettre_48si", "l", "2021-04-09", offence=named)

    assert expected == told("2021-04-09", *acts, letter).status


def test_a_training_changes_nothing_without_probation() -> None:
    """Neither on a licence that has none, nor once a longer one is lost."""
    training = on_day("formation_complementaire", "f", "2020-09-15")
    lost = on_day("licence_annulled", "x", "2020-08-01")

    assert [] == moves(told("2024-01-01", training, obtained_on="2020-01-15", probation="none"))
    assert [("2020-08-01", "lost", -6, 0)] == moves(told("2024-01-01", lost, training, obtained_on="2020-01-15"))


# --- The fall that a second loss is counted from ---------------------------------------------------------------------

LOST_BEFORE = (
    offence("a", "2013-12-10", "2014-01-10", 6, "delit"),
    offence("b", "2015-01-10", "2015-02-10", 6, "delit"),
    on_day("lettre_48si", "l", "2015-03-02"),
    on_day("title_surrendered", "t", "2015-03-03"),
    on_day("licence_obtained", "n", "2016-01-04", probation="none"),
)
"""A first loss: no points left on 10 February 2015. The licence that follows begins with twelve."""


def wait_after(*falls: dict[str, Any]) -> str:
    """The first day of a new licence after a second loss, its title surrendered on 2 July 2020."""
    letter, surrender = on_day("lettre_48si", "m", "2020-07-01"), on_day("title_surrendered", "u", "2020-07-02")
    (duty,) = told("2020-07-03", *LOST_BEFORE, *falls, letter, surrender).deadlines
    return iso(duty.on)


SIX_LEFT = offence("c", "2019-11-10", "2019-12-10", 6, "delit")
A_YEAR, SIX_MONTHS = "2021-07-02", "2021-01-02"


@pytest.mark.parametrize(
    ("falls", "first_day"),
    [
        ([("2020-02-10", 6)], A_YEAR),
        ([("2020-02-11", 6)], SIX_MONTHS),
        ([("2020-02-10", 9)], A_YEAR),
        ([("2020-01-20", 5), ("2020-02-10", 1)], A_YEAR),
        ([("2020-01-20", 5), ("2020-02-11", 1)], SIX_MONTHS),
        ([("2020-01-20", 5), ("2020-02-11", 3)], SIX_MONTHS),
        ([("2020-02-10", 6), ("2020-03-10", 2)], A_YEAR),
        ([("2020-02-10", 9), ("2020-03-10", 2)], A_YEAR),
    ],
)
def test_the_fall_is_the_day_on_which_the_sum_comes_to_zero_or_below(
    falls: list[tuple[str, int]], first_day: str
) -> None:
    """From one point as from six, to zero as below it; what is taken after that is no other fall (art. L. 223-5)."""
    acts = [offence(f"d{n}", "2020-01-02", day, points, "delit") for n, (day, points) in enumerate(falls)]

    assert first_day == wait_after(SIX_LEFT, *acts)


def test_a_sum_that_rises_and_falls_again_fell_the_second_time() -> None:
    """A stage gave points between the two."""
    first, second = (
        offence("d", "2020-01-02", "2020-01-20", 6, "delit"),
        offence("e", "2020-01-03", "2020-03-10", 4, "c4"),
    )

    assert A_YEAR == wait_after(SIX_LEFT, first)
    assert SIX_MONTHS == wait_after(SIX_LEFT, first, stage("s", "2020-02-02"), second)


def test_a_rise_to_zero_is_none_and_a_rise_from_one_is_none_either() -> None:
    """A letter that names the fall is void only once the sum has stood above zero since (doubt D17)."""
    third = offence("c", "2021-01-14", "2021-02-14", 4, "c4")
    named = on_day("lettre_48si", "l", "2021-05-03", offence="b")
    to_zero = told("2021-05-03", *FALLEN, third, IN_TIME, named)
    one_left = offence("b", "2021-01-12", "2021-02-12", 5, "c4")
    from_one = told(
        "2021-05-03", FALLEN[0], one_left, IN_TIME, offence("d", "2021-04-10", "2021-04-20", 6, "delit"), named
    )

    assert ("invalidated", 0) == (to_zero.status, to_zero.balance)
    assert ("invalidated", -1) == (from_one.status, from_one.signed_balance)
