"""A withdrawal on the days that decide: the limit of an episode, the first offence of a probation, the licence lost."""

import pytest

from mespoints.law.days import iso
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.results import Statement
from tests.law.lives import letters, moved, offence, on_day, told


def reasons_of(statement: Statement) -> list[tuple[str, str | None]]:
    """Why each withdrawal moved points or did not, and the act behind it."""
    return [
        (REASON_NAMES[movement.reason], movement.ground)
        for movement in statement.movements
        if movement.cause == "withdrawal"
    ]


@pytest.mark.parametrize(("reading", "taken"), [("registered", [-6, -4, -2, -2]), ("strict", [-6, -4, -4])])
def test_the_limit_of_an_episode_is_that_of_the_offences_known(reading: str, taken: list[int]) -> None:
    """Before 12 July 2003 a délit raises it from six to eight: once decided, or at once in the strict reading.

    A délit of another day does not (doubts D2 and D10).
    """
    apart = offence("z", "2003-05-01", "2003-06-01", 6, "delit")
    together = [
        offence(id_, "2003-07-11", final_on, points, class_, episode="e")
        for id_, final_on, points, class_ in (
            ("a", "2003-08-01", 4, "c4"),
            ("b", "2003-08-02", 4, "c4"),
            ("c", "2003-09-01", 6, "delit"),
        )
    ]

    assert taken == [points for _, _, points, _ in moved(told("2003-09-01", apart, *together, reading=reading))]


def test_an_offence_that_its_episode_reduces_to_nothing_weighs_nothing_even_before_its_decision() -> None:
    """In the strict reading too the three years run from the last one that costs points (doubts D2 and D10)."""
    acts = (
        offence("a", "2022-03-05", "2022-04-01", 6, "delit", episode="e"),
        offence("b", "2022-03-05", "2022-04-02", 2, episode="e"),
        offence("c", "2022-03-05", "2022-06-01", 3, episode="e", decided_on="2022-09-01"),
    )
    for on in ("2022-07-01", "2022-10-01"):
        for reading in ("registered", "strict"):
            assert "2025-04-02" == iso(told(on, *acts, reading=reading).next[0].on)


def test_the_first_offence_spoils_a_probation_whatever_comes_after() -> None:
    """The step refused names it, the first of the file as it is."""
    acts = offence("a", "2020-03-01", "2020-04-01", 2), offence("b", "2020-05-01", "2020-06-01", 2)
    step = told("2021-01-15", *acts, obtained_on="2020-01-15").movements[-1]

    assert ("probation_step", "a") == (step.cause, step.ground)


@pytest.mark.parametrize(("committed_on", "points"), [("2020-01-15", [-1, 1]), ("2020-01-14", [2])])
def test_an_offence_of_the_first_day_counts_on_the_licence(committed_on: str, points: list[int]) -> None:
    """It costs its point and spoils the probation; one of the eve does neither (doubt D15)."""
    act = offence("a", committed_on, "2020-04-01", 1)

    assert points == [move[2] for move in moved(told("2021-01-15", act, obtained_on="2020-01-15"))]


def test_an_offence_committed_with_the_foreign_licence_does_not_spoil_the_probation_that_follows() -> None:
    """Decided after the French licence was obtained, it takes its points and nothing more (doubt D21)."""
    acts = (
        on_day("french_licence", "f", "2022-09-01", probation="ordinary"),
        offence("a", "2022-08-31", "2022-10-01", 2),
    )
    life = told("2023-09-01", *acts, obtained_on="2018-05-01", foreign=True)

    assert [("2022-09-01", -6), ("2022-10-01", -2), ("2023-09-01", 2)] == [(on, p) for on, _, p, _ in moved(life)]


@pytest.mark.parametrize(
    ("committed_on", "letter"),
    [("2020-01-15", "48N"), ("2023-01-15", "48N"), ("2023-01-16", "48")],
)
def test_three_points_in_probation_owe_a_48n_on_its_first_and_last_days(committed_on: str, letter: str) -> None:
    """Decided once the probation was over, too: the day of the offence counts (doubts D3 and D14)."""
    act = offence("a", committed_on, "2023-02-20", 3)

    assert letter == letters(told("2023-02-20", act, obtained_on="2020-01-15"))[-1]


ANNULLED = on_day("licence_annulled", "x", "2021-06-10")


@pytest.mark.parametrize(
    ("committed_on", "reason"),
    [
        ("2019-03-01", ("NOT_HELD_WHEN_COMMITTED", None)),
        ("2019-03-02", ("LOST_BEFORE_DECISION", "x")),
        ("2021-05-01", ("LOST_BEFORE_DECISION", "x")),
    ],
)
def test_a_decision_after_the_loss_says_which_licence_it_comes_too_late_for(
    committed_on: str, reason: tuple[str, str | None]
) -> None:
    """The one lost, from the day it was obtained on; for an offence older than it, none."""
    life = told("2021-07-01", ANNULLED, offence("a", committed_on, "2021-07-01", 3), obtained_on="2019-03-02")

    assert [reason] == reasons_of(life)


def test_an_offence_older_than_a_second_licence_blames_no_act() -> None:
    """Neither the one that opened that licence nor the one that ended the former."""
    acts = on_day("licence_obtained", "n", "2020-06-01"), offence("a", "2020-05-01", "2020-07-01", 3)

    assert [("NOT_HELD_WHEN_COMMITTED", None)] == reasons_of(told("2020-08-01", *acts))


def test_a_decision_before_the_licence_was_obtained_comes_before_it_not_after_its_loss() -> None:
    """No licence has been lost yet."""
    early = offence("a", "2018-05-01", "2018-06-01", 3)

    assert [("NOT_HELD_WHEN_COMMITTED", None)] == reasons_of(told("2020-01-15", early, obtained_on="2020-01-15"))
