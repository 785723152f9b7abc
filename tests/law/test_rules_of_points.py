"""The rules that count points and months, asked one by one, where no life would tell them apart."""

import pytest

from mespoints.law import causes, letters, probations
from mespoints.law.capital import initial_points, probation_months, reduced_probation_months, training_counts
from mespoints.law.days import parse_day
from mespoints.law.letters import letter_of_return, letter_of_withdrawal
from mespoints.law.restoration import interrupts, lengthens, returns_after_ten_years
from mespoints.law.stage import stage_gain
from mespoints.law.withdrawal import counts_on_licence, points_within_limit


@pytest.mark.parametrize(
    ("probation", "points", "months", "reduced"),
    [(probations.NONE, 12, 0, 24), (probations.ORDINARY, 6, 36, 24), (probations.AAC, 6, 24, 18)],
)
def test_what_each_probation_gives(probation: int, points: int, months: int, reduced: int) -> None:
    """Its points at first, its length, and its length after the formation complémentaire."""

    assert points == initial_points(probation)
    assert months == probation_months(probation)
    assert reduced == reduced_probation_months(probation)


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2020-07-13", False), ("2020-07-14", True), ("2021-01-14", True), ("2021-01-15", False)],
)
def test_the_training_falls_between_the_sixth_and_the_twelfth_month(day: str, counts: bool) -> None:
    """Of a licence of 14 January 2020, both quantièmes inside; of a first licence only."""

    assert counts == training_counts(parse_day(day), parse_day("2020-01-14"), True)
    assert not training_counts(parse_day(day), parse_day("2020-01-14"), False)


@pytest.mark.parametrize(
    ("points", "limit", "spent", "left"),
    [(6, 8, 0, 6), (6, 8, 2, 6), (6, 8, 3, 5), (6, 8, 8, 0), (3, 6, 8, 0), (4, 8, 9, 0), (0, 8, 0, 0)],
)
def test_what_the_limit_of_an_episode_leaves(points: int, limit: int, spent: int, left: int) -> None:
    """Never less than nothing, when more than the limit was spent before it was known to be so low."""

    assert left == points_within_limit(points, limit, spent)


@pytest.mark.parametrize(
    ("committed_on", "is_inside"),
    [("2021-02-10", False), ("2021-02-11", True), ("2021-08-10", True), ("2021-08-11", False)],
)
def test_a_delay_holds_its_last_day_and_not_its_first(committed_on: str, is_inside: bool) -> None:
    """From Wednesday 10 February to Tuesday 10 August 2021 (D3)."""

    assert is_inside == interrupts(parse_day(committed_on), parse_day("2021-02-10"), parse_day("2021-08-10"))


@pytest.mark.parametrize("grade", [1, 2, 3, 4, 5, 6])
def test_which_classes_are_grave_and_which_come_back_after_ten_years(grade: int) -> None:
    """The fourth class is both."""

    assert (grade in (4, 5, 6)) == lengthens(grade)
    assert (grade in (1, 2, 3, 4)) == returns_after_ten_years(grade)


@pytest.mark.parametrize(
    ("total", "ceiling", "gain"),
    [(12, 12, 0), (11, 12, 1), (8, 12, 4), (7, 12, 4), (0, 12, 4), (-3, 12, 4), (6, 6, 0), (5, 6, 1), (7, 6, 0)],
)
def test_what_a_stage_gives(total: int, ceiling: int, gain: int) -> None:
    """Four points at most, never above the ceiling, never less than nothing."""

    assert gain == stage_gain(total, ceiling, parse_day("2020-01-01"))


@pytest.mark.parametrize(("total", "gain"), [(11, 0), (12, 0), (10, 1), (7, 4)])
def test_what_a_stage_gave_before_march_2004(total: int, gain: int) -> None:
    """Up to eleven points."""

    assert gain == stage_gain(total, 12, parse_day("2004-02-29"))


@pytest.mark.parametrize(
    ("committed_on", "is_held", "counts"),
    [("2020-01-13", True, False), ("2020-01-14", True, True), ("2020-01-14", False, False)],
)
def test_on_which_licence_an_offence_counts(committed_on: str, is_held: bool, counts: bool) -> None:
    """On that of 14 January 2020, from that day on, while it is held (D15)."""

    assert counts == counts_on_licence(parse_day(committed_on), parse_day("2020-01-14"), is_held)


@pytest.mark.parametrize(
    ("taken", "total", "ceiling", "in_probation", "letter"),
    [
        (0, 6, 6, True, letters.NONE),
        (0, 0, 12, False, letters.NONE),
        (1, 0, 12, False, letters.L48SI),
        (3, 0, 6, True, letters.L48SI),
        (2, -1, 6, True, letters.L48SI),
        (3, 3, 6, True, letters.L48N),
        (2, 4, 6, True, letters.L48),
        (3, 6, 12, True, letters.L48N),
        (3, 9, 12, False, letters.L48),
        (5, 7, 12, False, letters.L48),
        (6, 6, 12, False, letters.L48M),
        (1, 6, 12, False, letters.L48M),
        (1, 5, 12, False, letters.L48),
        (2, 5, 12, False, letters.L48M),
        (2, 5, 8, False, letters.L48),
    ],
)
def test_which_letter_a_withdrawal_owes(taken: int, total: int, ceiling: int, in_probation: bool, letter: int) -> None:
    """``total``: what is left. 48M on reaching half of twelve, once; 48N from three points in probation."""

    assert letter == letter_of_withdrawal(taken, total, ceiling, in_probation, False)


@pytest.mark.parametrize("cause", [causes.PROBATION_END, causes.ONE_POINT, causes.STAGE, causes.WITHDRAWAL_ANNULLED])
def test_no_letter_tells_of_nothing(cause: int) -> None:
    """A movement of no points owes none; points that go by a correction owe one as those that come."""

    assert letters.NONE == letter_of_return(cause, 0)
    assert letters.NONE != letter_of_return(cause, 1)
    assert letter_of_return(cause, 1) == letter_of_return(cause, -1)
