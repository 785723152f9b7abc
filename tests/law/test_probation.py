"""The days of a probation that decide: its steps, its reduced end, its end, what a new licence forgets."""

from typing import Any

import pytest

from mespoints.law.days import iso
from mespoints.law.reasons import REASON_NAMES
from tests.law.lives import letters, moves, offence, on_day, told

TRAINING = on_day("formation_complementaire", "f", "2020-08-15")
SINCE = "2020-01-15"


def steps(on: str, *acts: dict[str, Any], **licence: Any) -> list[tuple[str, str, int]]:
    """The steps and the end of the probation: day, cause, points."""
    return [move[:3] for move in moves(told(on, *acts, **licence)) if move[1].startswith("probation")]


def test_a_licence_without_steps_has_no_anniversary() -> None:
    """Obtained before 31 December 2007: one movement, on the last day (doubt D12)."""

    assert [("2009-05-02", "probation_end", 6)] == steps("2010-01-01", obtained_on="2006-05-02")


@pytest.mark.parametrize(
    ("balance", "ceiling", "points"), [(12, 12, [0, 0]), (11, 12, [1, 0]), (12, 6, [0, 0]), (5, 6, [2, 2])]
)
def test_a_step_gives_what_the_ceiling_leaves_room_for(balance: int, ceiling: int, points: list[int]) -> None:
    """Two points at most, none above the ceiling, none taken from who stands above it."""
    carried = on_day("carried_over", "c", "2020-03-01", balance=balance, ceiling=ceiling)

    assert points == [move[2] for move in steps("2022-01-15", carried, obtained_on=SINCE)]


def test_the_training_is_lost_by_the_first_act_of_the_file_as_by_any_other() -> None:
    """An offence committed after it: the probation lasts its three years."""
    acts = offence("a", "2021-03-01", "2021-04-01", 1), TRAINING

    assert "2023-01-15" == iso(told("2021-06-01", *acts, obtained_on=SINCE).probation_ends_on or 0)
    assert ("2023-01-15", "probation_end", 0) == steps("2023-01-15", *acts, obtained_on=SINCE)[-1]


def test_a_reduced_end_is_the_end() -> None:
    """Nothing is shown after it, and three points committed then owe a simple letter (doubt D14)."""
    later = offence("a", "2022-06-01", "2022-07-01", 3)
    life = told("2022-07-01", TRAINING, later, obtained_on=SINCE)

    assert [("2021-01-15", "probation_step", 2), ("2022-01-15", "probation_end", 4)] == steps(
        "2023-06-01", TRAINING, obtained_on=SINCE
    )
    assert "48" == letters(life)[-1]
    assert life.probation_ends_on is None


def test_a_reduced_end_that_is_not_earned_is_no_anniversary() -> None:
    """Eighteen months after an apprentissage anticipé: a suspension stops the shortening, and no step is due."""
    suspended = {"act": "suspension", "id": "z", "from": "2021-03-01", "to": "2021-04-30"}

    assert [("2021-01-15", "probation_step", 3), ("2022-01-15", "probation_end", 3)] == steps(
        "2022-02-01", TRAINING, suspended, obtained_on=SINCE, probation="aac"
    )


def test_two_years_without_training_are_an_anniversary() -> None:
    """The quantième of the reduced end brings the second step, and the third year goes on."""
    life = told("2022-06-01", obtained_on=SINCE)

    assert "2023-01-15" == iso(life.probation_ends_on or 0)
    assert [("2021-01-15", "probation_step", 2), ("2022-01-15", "probation_step", 2)] == steps(
        "2022-06-01", obtained_on=SINCE
    )


def test_a_probation_that_category_b_ends_at_once_gives_what_it_barred() -> None:
    """Two years had passed inside it for an offence of its first spring (doubts D5 and D20)."""
    acts = offence("a", "2020-03-01", "2020-04-01", 2), on_day("category_b_by_aac", "b", "2022-06-01")

    assert [("2022-06-01", "probation_end", 0, 4), ("2022-06-01", "full_restoration", 8, 12)] == moves(
        told("2022-06-01", *acts, obtained_on=SINCE)
    )[-2:]


def test_category_b_adds_nothing_to_an_apprentissage_anticipe() -> None:
    """Its probation ends by itself on its last day, even when the category is obtained that very day."""
    act = on_day("category_b_by_aac", "b", "2022-01-15")
    life = told("2022-01-15", act, obtained_on=SINCE, probation="aac")

    assert "PROBATION_CLEAN" == REASON_NAMES[life.movements[-1].reason]


# --- What a loss ends, and a new licence forgets ---------------------------------------------------------------------

ANNULLED = on_day("licence_annulled", "x", "2020-09-01")
SPOILT = offence("a", "2020-03-01", "2020-04-01", 1)


def test_a_lost_licence_has_no_steps_any_more() -> None:
    """Neither on its anniversaries nor at its end."""

    assert [] == steps("2024-01-01", ANNULLED, obtained_on=SINCE)


def test_a_new_licence_is_not_spoilt_by_the_offences_of_the_former() -> None:
    """Its first anniversary brings its step, and no point of the former comes back, in six months or in ten years."""
    grave = offence("b", "2020-03-02", "2020-04-02", 3, "c4")
    again = on_day("licence_obtained", "n", "2020-09-15", probation="ordinary")
    life = told("2030-06-01", SPOILT, grave, ANNULLED, again, obtained_on=SINCE)

    assert [
        ("2020-09-15", "obtained", 6),
        ("2021-09-15", "probation_step", 2),
        ("2022-09-15", "probation_step", 2),
        ("2023-09-15", "probation_end", 2),
    ] == [move[:3] for move in moves(life) if move[0] > ANNULLED["on"]]


def test_a_new_licence_without_probation_shows_none() -> None:
    """The former one was lost inside its own."""
    again = on_day("licence_obtained", "n", "2020-09-15", probation="none")

    assert told("2020-10-01", ANNULLED, again, obtained_on=SINCE).probation_ends_on is None


def test_a_fall_that_a_judge_ended_is_no_first_loss() -> None:
    """No 48SI had taken that licence: the next loss costs six months (art. L. 223-5)."""
    acts = (
        offence("a", "2018-01-10", "2018-02-10", 6, "delit"),
        offence("b", "2018-01-11", "2018-02-11", 6, "delit"),
        on_day("licence_annulled", "x", "2018-06-01"),
        on_day("licence_obtained", "n", "2019-01-15", probation="none"),
        offence("c", "2020-01-10", "2020-02-10", 6, "delit"),
        offence("d", "2020-01-11", "2020-02-11", 6, "delit"),
        on_day("lettre_48si", "l", "2020-03-02"),
        on_day("title_surrendered", "t", "2020-03-03"),
    )
    (duty,) = told("2020-04-01", *acts).deadlines

    assert "2020-09-03" == iso(duty.on)


def test_a_balance_is_not_carried_over_on_a_lost_licence() -> None:
    """One movement says so, and nothing else moves."""
    carried = on_day("carried_over", "c", "2020-10-01", balance=7, last_final_on="2020-05-01")

    assert [("2020-10-01", "carried_over", 0, 0)] == moves(told("2024-01-01", ANNULLED, carried, obtained_on=SINCE))[1:]
