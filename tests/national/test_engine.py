"""The compiled fold finds what the plain functions of the law find, on random lives and at its limits."""

import random

import numpy as np
import pyarrow as pa
import pytest

from mespoints.law import kinds
from mespoints.law.days import NEVER, day_of, parse_day
from mespoints.law.reckoning import reckon
from mespoints.law.rows import Row
from mespoints.law.statement import StatementRefused
from mespoints.national.batch import DAY_OF_EPOCH, Engine, columns_read, starts_of
from mespoints.national.columns import Fact, columns_of
from mespoints.national.engine import FOLDED, NOT_YET_HELD, Answers
from mespoints.national.layout import MOST_ROWS
from mespoints.national.plain import question
from tests.national.conftest import Lives

DAYS = [day_of(2003, 6, 1), day_of(2011, 1, 1), day_of(2019, 2, 28), day_of(2026, 11, 28)]
OPENING = Fact(Row(day_of(2000, 1, 1), kinds.LICENCE_OBTAINED, 0, day_of(2000, 1, 1), -1, 0, 0, -1))


def offence(day: int, act: int, points: int = 1) -> Fact:
    """An offence decided two weeks after it was final."""
    return Fact(Row(day, kinds.DECIDED, day - 14, day - 40, act, 3, points, -1))


@pytest.mark.parametrize("strict", [False, True], ids=["registered", "strict"])
@pytest.mark.parametrize("on", DAYS)
def test_the_compiled_fold_is_the_plain_one(fast: Engine, plain: Engine, lives: Lives, on: int, strict: bool) -> None:
    """Same balances, statuses and days to come, same movements to the last number, in both readings."""
    asked = question(on, NEVER, strict=strict)
    found, expected = (engine.answer(lives.acts, asked, movements=True) for engine in (fast, plain))

    assert expected.balances.to_pylist() == found.balances.to_pylist()
    assert expected.movements == found.movements


def test_the_answers_are_those_of_one_driver(fast: Engine, lives: Lives) -> None:
    """What the register reckons for one licence, on a day of its own life, is what the columns give."""
    chance = random.Random("one driver")
    for place in chance.sample(range(len(lives.dossiers)), 40):
        dossier = lives.dossiers[place]
        on = chance.choice(DAYS) + chance.randrange(-400, 400)
        acts = lives.acts.filter(pa.compute.equal(lives.acts["licence"], place))
        found = fast.answer(acts, question(on, NEVER, strict=False)).balances.to_pylist()[0]
        try:
            told = reckon(dossier, on)
        except StatementRefused:
            expected = (None, None, None, None, None)
        else:
            next_on = told.next[0].on if told.next else None
            expected = (told.balance, told.signed_balance, told.ceiling, told.status, next_on)

        next_day = found["next_on"].toordinal() if found["next_on"] else None
        assert expected == (found["balance"], found["signed_balance"], found["ceiling"], found["status"], next_day)


@pytest.mark.parametrize("strict", [False, True], ids=["registered", "strict"])
def test_what_was_not_known_yet_does_not_count(fast: Engine, plain: Engine, strict: bool) -> None:
    """The clock of the recording: a licence is answered as it was known on another day."""
    decided_on = day_of(2024, 3, 1)
    facts = [OPENING, offence(decided_on, 0, 4)._replace(recorded_on=decided_on + 30)]
    acts = columns_of([(7, facts)])
    for known_on, balance in ((decided_on + 29, 12), (decided_on + 30, 8)):
        asked = question(decided_on + 60, known_on, strict=strict)

        assert [balance] == fast.answer(acts, asked).balances["balance"].to_pylist()
        assert [balance] == plain.answer(acts, asked).balances["balance"].to_pylist()


def test_rows_come_in_any_order(fast: Engine, lives: Lives) -> None:
    """A file need not be sorted within a licence."""
    backwards = pa.RecordBatch.from_arrays(
        [column.take(pa.array(np.arange(len(lives.acts))[::-1])) for column in lives.acts.columns],
        schema=lives.acts.schema,
    )
    asked = question(DAYS[-1], NEVER, strict=False)
    found = fast.answer(backwards, asked).balances.to_pylist()

    assert fast.answer(lives.acts, asked).balances.to_pylist() == found[::-1]


@pytest.mark.parametrize("count", [MOST_ROWS - 2, MOST_ROWS + 40])
def test_a_very_long_life_is_answered_all_the_same(fast: Engine, plain: Engine, count: int) -> None:
    """What has no room in the working memory is left to the plain rules."""
    facts = [OPENING, *(offence(day_of(2001, 6, 1) + 30 * place, place) for place in range(count))]
    acts, asked = columns_of([(1, facts)]), question(day_of(2026, 1, 1), NEVER, strict=False)

    assert plain.answer(acts, asked, movements=True).movements == fast.answer(acts, asked, movements=True).movements


def test_every_licence_is_folded_by_the_compiled_rules(fast: Engine, lives: Lives) -> None:
    """Those that a judge or the minister undid something of, too: none is left to the plain ones."""
    starts = starts_of(lives.acts)
    answers = Answers(*[np.zeros(len(starts) - 1, np.int32) for _ in Answers._fields])
    asked = question(DAYS[-1], NEVER, strict=False)
    fast.run(columns_read(lives.acts), starts, asked, answers, movements=False)

    assert {FOLDED, NOT_YET_HELD} == set(answers.road.tolist())


def test_days_come_out_as_arrow_counts_them(fast: Engine) -> None:
    """One point comes back six months after the payment; Arrow's day is the same day."""
    facts = [OPENING, offence(parse_day("2024-02-15"), 0)]
    found = fast.answer(columns_of([(1, facts)]), question(parse_day("2024-03-01"), NEVER, strict=False)).balances

    assert ["2024-08-01"] == [day.isoformat() for day in found["next_on"].to_pylist()]
    assert parse_day("1970-01-01") == DAY_OF_EPOCH
