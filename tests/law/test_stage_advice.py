import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mespoints.law.comparison import Outcome, compare
from mespoints.law.days import Day, iso, parse_day
from mespoints.law.explain.advice import advice_key, last_stage_on
from mespoints.law.forecast import day_of_more, gain_after_pending, gain_on
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.stage import stage_gain
from mespoints.law.statement import make_statement
from mespoints.law.suppositions import Scenario, Supposition, cut_on
from tests.law.lives import offence, on_day, stage, told
from tests.oracle.histories import random_day, random_history

NOVICE = "2020-01-15"
SIX = offence("i1", "2023-12-20", "2024-01-10", 6, "delit")
ONE = offence("i1", "2023-12-20", "2024-01-10", 1)
NOVICE_ONE = offence("i1", "2022-07-20", "2022-08-10", 1)

seeds = st.integers(min_value=0, max_value=10**9)
readings = st.sampled_from(["registered", "strict"])


def matched(statement: Statement) -> str | None:
    """The day from which waiting gives as much, as text."""
    day = statement.stage.matched_on
    return None if day is None else iso(day)


def pending(points: int) -> dict[str, object]:
    """An offence known and not established."""
    return {"act": "offence", "id": "p", "class": "c4", "points": points, "committed_on": "2024-01-12"}


MATCHED = {
    "the full restoration ends the lead of the stage": (told("2024-02-01", SIX), "2027-01-10"),
    "a single point comes back after six months": (told("2024-02-01", ONE), "2024-07-10"),
    "a single point comes back before the ceiling of a probation rises": (
        told("2021-03-01", offence("i1", "2021-01-20", "2021-02-10", 1), obtained_on=NOVICE), "2021-08-10",
    ),
    "a single point comes back after it has risen: the stage keeps its lead": (
        told("2022-09-01", offence("i1", "2021-01-10", "2022-08-10", 1), obtained_on=NOVICE), "2024-08-10",
    ),
    "a full restoration in three weeks": (
        told("2024-02-01", offence("i1", "2022-01-20", "2022-02-20", 6)), "2024-02-20",
    ),
    "points that come back before the stage takes effect": (
        told("2024-02-19", offence("i1", "2022-01-20", "2022-02-20", 6)), "2024-02-21",
    ),
    "a stage barred for a year, compared from the day it can begin": (
        told("2024-06-03", SIX, stage("s", "2024-03-02")), "2027-01-10",
    ),
    "the points of a stage that ended today are counted on both sides": (
        told("2024-03-02", SIX, stage("s", "2024-03-02")), "2027-01-10",
    ),
    "no delay runs on a balance carried over without its day": (
        told("2024-02-01", on_day("carried_over", "c", "2024-01-01", balance=7)), None,
    ),
    "nothing to gain, nothing to match": (told("2024-02-01"), None),
    "a lost licence": (
        told("2024-05-01", SIX, SIX | {"id": "i2"}, on_day("lettre_48si", "l", "2024-04-02")), None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MATCHED)
def test_the_day_from_which_waiting_gives_as_much(name: str) -> None:
    """What comes by itself against the same with a stage begun on the first useful day."""
    statement, expected = MATCHED[name]

    assert expected == matched(statement)


def test_at_zero_the_day_of_match_supposes_that_no_letter_comes() -> None:
    """The figure is there; the sentence does not tell it, for the 48SI comes first."""
    statement = told("2024-03-20", SIX, offence("i2", "2024-02-20", "2024-03-10", 6, "delit"))

    assert ("zero", 4, "2027-03-10") == (statement.stage.reason, statement.stage.gain, matched(statement))


def test_a_stage_would_give_more_once_the_ceiling_has_risen() -> None:
    """One point now within a ceiling of 10, three at the end of the probation."""
    statement = told("2022-09-01", NOVICE_ONE, obtained_on=NOVICE)
    more_on = day_of_more(statement)

    assert more_on is not None
    assert (1, "2023-01-15", 3) == (statement.stage.gain, iso(more_on), gain_on(statement, more_on))


def test_a_ceiling_that_does_not_rise_gives_no_more() -> None:
    """The balance only comes nearer to 12."""

    assert day_of_more(told("2024-02-01", ONE)) is None


def test_a_pending_offence_may_make_a_stage_worth_more() -> None:
    """One point today, four once three more are lost; nothing is promised when no point would be left."""

    assert (1, 4) == (
        told("2024-02-01", ONE, pending(3)).stage.gain,
        gain_after_pending(told("2024-02-01", ONE, pending(3))),
    )
    assert 0 == gain_after_pending(told("2024-02-01", SIX, pending(6)))


def test_the_gain_on_a_day_to_come_follows_the_balance() -> None:
    """Four points today, none once all are back."""
    statement = told("2024-02-01", SIX)

    assert [4, 4, 0] == [gain_on(statement, parse_day(day)) for day in ("2024-02-01", "2027-01-09", "2027-01-10")]


def day_found_again(outcomes: tuple[Outcome, ...], effective_on: Day) -> Day | None:
    """The day of match read off two paths, day by day of their movements."""
    without, with_stage = ({standing.on: standing.signed_balance for standing in outcome.path} for outcome in outcomes)
    days = sorted({effective_on, *[day for day in {*without, *with_stage} if day > effective_on]})
    behind = [day for day in days if last_before(without, day) < last_before(with_stage, day)]
    return next((day for day in days if not behind or day > behind[-1]), None)


def last_before(path: dict[Day, int], day: Day) -> int:
    """The sum on a day."""
    return path[max(one for one in path if one <= day)]


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=readings)
def test_the_day_of_match_is_that_of_the_comparison(seed: int, reading: str) -> None:
    """Two ways to it: the forecast with one more row, the scenario of a stage on a cut file."""
    rng = random.Random(seed)
    history = random_history(rng)
    on = parse_day(random_day(rng, history))
    file = cut_on(read_dossier(history), on)
    advice = make_statement(file, on, reading).stage
    if advice.useful_on is None:
        assert advice.matched_on is None
        return
    outcomes = compare(file, on, [Scenario((Supposition("stage", advice.useful_on + 1),))], reading)

    assert day_found_again(outcomes, advice.useful_on + 2) == advice.matched_on


@settings(max_examples=200, deadline=None)
@given(seed=seeds, reading=readings)
def test_the_stage_that_bars_another_is_always_found(seed: int, reading: str) -> None:
    """Its last day is named whenever the advice is to wait for a year to pass."""
    rng = random.Random(seed)
    history = random_history(rng)
    statement = make_statement(read_dossier(history), parse_day(random_day(rng, history)), reading)

    assert (statement.stage.allowed_from is None) == (last_stage_on(statement) is None)
    assert statement.stage.useful_on is None or gain_on(statement, statement.stage.useful_on) > 0
    assert advice_key(statement) != "overtaken" or statement.stage.gain == stage_gain(
        statement.signed_balance, statement.ceiling, statement.on
    )
