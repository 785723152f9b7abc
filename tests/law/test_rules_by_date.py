"""Each dated rule on the eve and on the day of its change: a text applies from its own first day on."""

from collections.abc import Callable

import pytest

from mespoints.law import probations
from mespoints.law.capital import has_default_probation, opens_on, step_points, training_counts
from mespoints.law.days import NEVER, Day, add_months, parse_day
from mespoints.law.invalidation import mandatory_stage_last_day, months_before_new_licence, restitution_last_day
from mespoints.law.restoration import end_of_one_point, months_to_full_restoration, months_to_one_point
from mespoints.law.rows import DELIT
from mespoints.law.stage import first_day_of_next_stage, highest_after_stage, months_between_stages
from mespoints.law.withdrawal import derogates, episode_limit

JUNE_2018 = parse_day("2018-06-15")
OF_ONE_DAY: dict[str, tuple[Callable[[Day], object], str, object, object]] = {
    # what changes: the rule on a day, the day of the change, its answer before and from then on
    "a probation on every new licence": (has_default_probation, "2004-03-01", False, True),
    "yearly steps": (lambda day: step_points(probations.ORDINARY, day), "2007-12-31", 0, 2),
    "yearly steps after apprentissage anticipé": (lambda day: step_points(probations.AAC, day), "2007-12-31", 0, 3),
    "the formation complémentaire": (lambda day: training_counts(day, JUNE_2018, True), "2019-01-01", False, True),
    "one point in a year": (months_to_one_point, "2007-01-01", 0, 12),
    "one point in six months": (months_to_one_point, "2011-01-01", 12, 6),
    "all points in two years": (lambda day: months_to_full_restoration(day, False), "2011-01-01", 36, 24),
    "a stage a year": (months_between_stages, "2011-03-16", 24, 12),
    "a stage up to the ceiling": (lambda day: highest_after_stage(day, 12), "2004-03-01", 11, 12),
    "eight points for contraventions together": (lambda day: episode_limit(day, False, False), "2003-07-12", 6, 8),
    "nine points for drugs and alcohol": (lambda day: derogates(DELIT, 9, day), "2025-07-11", False, True),
    "four months for a mandatory stage": (
        lambda day: add_months(day, 4) == mandatory_stage_last_day(day), "2004-03-01", False, True,
    ),
    "a year before a new licence": (lambda day: months_before_new_licence(day, day - 100), "2003-06-13", 6, 12),
}  # fmt: skip


@pytest.mark.parametrize("change", OF_ONE_DAY)
def test_a_rule_changes_on_its_day(change: str) -> None:
    """Not on the eve, not the day after."""
    rule, day, before, since = OF_ONE_DAY[change]

    assert before == rule(parse_day(day) - 1)
    assert since == rule(parse_day(day))


def test_a_grave_offence_made_it_three_years_before_2011_and_since() -> None:
    """Only the delay of the others became shorter."""
    day = parse_day("2011-01-01")

    assert [36, 36] == [months_to_full_restoration(on, True) for on in (day - 1, day)]


def test_no_point_came_back_alone_before_2007() -> None:
    """The delay of an offence established on the eve never ends."""

    assert NEVER == end_of_one_point(parse_day("2006-12-31"))
    assert parse_day("2008-01-01") == end_of_one_point(parse_day("2007-01-01"))


def test_a_title_was_to_be_handed_in_within_a_week_before_2008() -> None:
    """Monday 31 December 2007 gives a week; Tuesday 1 January 2008 gives ten jours francs, to Monday 14 January."""

    assert parse_day("2008-01-07") == restitution_last_day(parse_day("2007-12-31"), "metropole")
    assert parse_day("2008-01-14") == restitution_last_day(parse_day("2008-01-01"), "metropole")


def test_a_mandatory_stage_was_due_within_three_months_before_march_2004() -> None:
    """The letter notified on Sunday 29 February 2004 gave until 29 May."""

    assert parse_day("2004-05-29") == mandatory_stage_last_day(parse_day("2004-02-29"))
    assert parse_day("2004-07-01") == mandatory_stage_last_day(parse_day("2004-03-01"))


@pytest.mark.parametrize(
    ("fell_on", "months"),
    [("2010-05-20", 12), ("2015-05-20", 12), ("2015-05-21", 6), ("2024-01-01", 6)],
)
def test_a_second_loss_within_five_years_costs_a_year(fell_on: str, months: int) -> None:
    """The first fall was on 20 May 2010; the last day of the five years is inside them."""

    assert months == months_before_new_licence(parse_day(fell_on), parse_day("2010-05-20"))


def test_a_first_loss_costs_six_months() -> None:
    """Whenever it comes: 0 is no earlier fall, 1 would be one."""

    assert 6 == months_before_new_licence(parse_day("2020-01-01"), 0)
    assert 6 == months_before_new_licence(1700, 0)
    assert 6 == months_before_new_licence(parse_day("2003-06-12"), parse_day("2003-01-01"))


@pytest.mark.parametrize(
    ("previous", "first"),
    [
        ("2008-03-01", "2010-03-02"),  # two years, over before the law
        ("2009-03-12", "2011-03-13"),
        ("2009-03-13", "2011-03-14"),
        ("2009-03-14", "2011-03-15"),  # the first that the law reaches: the stage ends on the day it enters into force
        ("2009-03-15", "2011-03-15"),
        ("2010-03-13", "2011-03-15"),
        ("2010-03-14", "2011-03-15"),
        ("2010-03-15", "2011-03-16"),  # a year and a day, under the new law alone
        ("2020-05-04", "2021-05-05"),
    ],
)
def test_the_next_stage_around_the_law_of_2011(previous: str, first: str) -> None:
    """A stage of two days that ends on 16 March 2011 or later follows the yearly rule."""

    assert parse_day(first) == first_day_of_next_stage(parse_day(previous))


@pytest.mark.parametrize(
    ("is_foreign", "obtained_on", "opens"),
    [
        (False, "1980-01-01", "1992-12-01"),
        (False, "1992-12-02", "1992-12-02"),
        (True, "2000-01-01", "2017-11-18"),
        (True, "2017-11-19", "2017-11-19"),
    ],
)
def test_an_older_licence_opens_on_the_first_day_of_its_regime(is_foreign: bool, obtained_on: str, opens: str) -> None:
    """The twelve points of 1992, those of foreign licences of 2017."""

    assert parse_day(opens) == opens_on(parse_day(obtained_on), is_foreign)
