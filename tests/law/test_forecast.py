"""What comes by itself, and the advice on a stage, figure by figure: art. L. 223-6, al. 4, and R. 223-8."""

from typing import Any, NamedTuple

import pytest

from mespoints.law.days import iso
from mespoints.law.forecast import day_of_more, gain_after_pending
from mespoints.law.results import Statement
from tests.law.lives import OLD, offence, on_day, stage, told

SIX = offence("i1", "2023-12-20", "2024-01-10", 6, "delit")
AGAIN = offence("i2", "2023-12-22", "2024-01-12", 6, "delit")
ONE = offence("i1", "2023-12-20", "2024-01-10", 1)
LETTER = on_day("lettre_48si", "l", "2024-04-02")


class Advised(NamedTuple):
    """The advice as ``statement/1`` writes it, and the day from which waiting gives as much."""

    gain: int
    allowed_from: str | None
    useful_on: str | None
    balance_after: int
    reason: str
    matched_on: str | None = None


class Life(NamedTuple):
    """A day, the acts, and the day the licence was obtained."""

    on: str
    acts: tuple[dict[str, Any], ...] = ()
    obtained_on: str = OLD

    def told(self) -> Statement:
        """The statement."""
        return told(self.on, *self.acts, obtained_on=self.obtained_on)


def below(points: int) -> tuple[dict[str, Any], ...]:
    """Twelve points lost, and some more."""
    return SIX, AGAIN, offence("i3", "2023-12-23", "2024-01-14", points, "delit")


ADVICE: dict[str, tuple[Life, Advised]] = {
    "nothing lost": (Life("2024-02-01"), Advised(0, None, None, 12, "at_ceiling")),
    "one point lost": (
        Life("2024-02-01", (ONE,)), Advised(1, None, "2024-02-01", 12, "little_to_gain", "2024-07-10"),
    ),
    "three points lost": (
        Life("2024-02-01", (ONE | {"points": 3},)),
        Advised(3, None, "2024-02-01", 12, "little_to_gain", "2026-01-10"),
    ),
    "six points lost": (Life("2024-02-01", (SIX,)), Advised(4, None, "2024-02-01", 10, "useful", "2027-01-10")),
    "one point left": (
        Life("2024-02-01", (SIX, AGAIN | {"points": 5})), Advised(4, None, "2024-02-01", 5, "useful", "2027-01-12"),
    ),
    "none left": (Life("2024-02-01", (SIX, AGAIN)), Advised(4, None, "2024-02-01", 4, "zero", "2027-01-12")),
    "three below": (Life("2024-02-01", below(3)), Advised(4, None, "2024-02-01", 1, "zero", "2027-01-14")),
    "five below": (Life("2024-02-01", below(5)), Advised(4, None, "2024-02-01", 0, "zero", "2027-01-14")),
    "a stage in the year": (
        Life("2024-06-03", (SIX, stage("s", "2024-03-02"))),
        Advised(0, "2025-03-03", "2025-03-03", 10, "too_soon", "2027-01-10"),
    ),
    "the last day of that year": (
        Life("2025-03-02", (SIX, stage("s", "2024-03-02"))),
        Advised(0, "2025-03-03", "2025-03-03", 10, "too_soon", "2027-01-10"),
    ),
    "the year over": (
        Life("2025-03-03", (SIX, stage("s", "2024-03-02"))),
        Advised(2, None, "2025-03-03", 12, "little_to_gain", "2027-01-10"),
    ),
    "a stage that ends today": (
        Life("2024-03-02", (SIX, stage("s", "2024-03-02"))),
        Advised(0, "2025-03-03", "2025-03-03", 6, "too_soon", "2027-01-10"),
    ),
    "a penalty that ends today": (
        Life("2024-03-02", (SIX, stage("s", "2024-03-02", "peine"))),
        Advised(4, None, "2024-03-02", 10, "useful", "2027-01-10"),
    ),
    "a stage that filled the licence": (
        Life("2024-06-03", (ONE | {"points": 2}, stage("s", "2024-03-02"))),
        Advised(0, "2025-03-03", None, 12, "at_ceiling"),
    ),
    "a licence lost": (Life("2024-05-01", (SIX, AGAIN, LETTER)), Advised(0, None, None, 0, "not_held")),
    "a licence lost below zero, after a stage": (
        Life("2024-05-01", (stage("s", "2024-01-20"), *below(6), LETTER)),
        Advised(0, "2025-01-21", None, 0, "not_held"),
    ),
    "a licence lost with a judge": (
        Life("2024-05-01", (ONE, on_day("licence_annulled", "x", "2024-03-01"))), Advised(0, None, None, 0, "not_held"),
    ),
    "points that come back before the year is over": (
        Life("2024-06-03", (SIX, stage("s", "2024-03-02"), offence("o", "2024-03-10", "2024-05-10", 1),
                            offence("p", "2024-03-11", "2024-05-20", 1))),
        Advised(0, "2025-03-03", "2025-03-03", 8, "too_soon", "2027-05-20"),
    ),
    "a probation that was not clean": (
        Life("2022-06-01", (offence("a", "2021-03-01", "2021-04-01", 2), stage("s", "2021-05-02")), "2020-01-15"),
        Advised(0, None, "2023-01-15", 8, "at_ceiling", "2023-04-01"),
    ),
    "a ceiling that rises twice before the year is over": (
        Life("2021-01-14", (on_day("carried_over", "c", "2020-06-01", balance=1, ceiling=6), stage("s", "2021-01-14")),
             "2020-01-15"),
        Advised(0, "2022-01-15", "2022-01-15", 1, "too_soon", "2023-01-15"),
    ),
    "all is back the day before the stage takes effect": (
        Life("2024-02-19", (offence("i1", "2022-01-20", "2022-02-20", 6),)),
        Advised(4, None, "2024-02-19", 10, "useful", "2024-02-21"),
    ),
    "a point that comes back before the ceiling of a probation rises": (
        Life("2021-03-01", (offence("i1", "2021-01-20", "2021-02-10", 1),), "2020-01-15"),
        Advised(1, None, "2021-03-01", 8, "little_to_gain", "2021-08-10"),
    ),
    "the same, whatever the file says of later days": (
        Life("2021-03-01", (offence("i1", "2021-01-20", "2021-02-10", 1), stage("s", "2023-06-02"),
                            offence("i2", "2021-02-20", "2021-03-02", 4, "c4")), "2020-01-15"),
        Advised(1, None, "2021-03-01", 8, "little_to_gain", "2021-08-10"),
    ),
    "eleven points before March 2004": (
        Life("2003-05-01", (offence("a", "2003-01-10", "2003-02-10", 1),)),
        Advised(0, None, "2004-03-01", 11, "little_to_gain", "2006-02-10"),
    ),
    "all is back before the stage could begin": (
        Life("2026-06-01", (SIX, stage("s", "2026-03-02"))), Advised(0, "2027-03-03", None, 10, "too_soon"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ADVICE)
def test_the_advice_on_a_stage(name: str) -> None:
    """What it would give today, when one may begin, when one gains, to what balance, and until when it leads."""
    life, expected = ADVICE[name]
    stage_advice = life.told().stage
    days = [None if day is None else iso(day) for day in stage_advice[1:3]]
    matched_on = None if stage_advice.matched_on is None else iso(stage_advice.matched_on)

    assert expected == Advised(stage_advice.gain, *days, stage_advice.balance_after, stage_advice.reason, matched_on)


def coming(statement: Statement) -> list[tuple[str, str, int]]:
    """What is to come: day, cause, points."""
    return [(iso(movement.on), movement.cause, movement.points) for movement in statement.next]


def test_the_stage_that_ends_today_comes_tomorrow_and_no_other() -> None:
    """One that ended before has come; one that ends later is news."""
    restoration = ("2027-01-10", "full_restoration", 2)

    assert [("2024-03-03", "stage", 4), restoration] == coming(told("2024-03-02", SIX, stage("s", "2024-03-02")))
    assert [restoration] == coming(told("2024-03-03", SIX, stage("s", "2024-03-02")))
    assert [("2027-01-10", "full_restoration", 6)] == coming(told("2024-03-01", SIX, stage("s", "2024-03-02")))


def test_what_will_give_nothing_is_not_to_come_save_the_end_of_a_probation() -> None:
    """Its steps are refused; its end raises the ceiling; two years later all points are back."""
    acts = (offence("a", "2020-03-01", "2020-04-01", 2), offence("b", "2022-01-05", "2022-02-01", 2))

    assert [("2023-01-15", "probation_end", 0), ("2024-02-01", "full_restoration", 10)] == coming(
        told("2022-03-01", *acts, obtained_on="2020-01-15")
    )


def test_a_ban_that_took_effect_ends_and_another_does_not() -> None:
    """Notified while points were left, it brings none a year later."""
    void, ban = (
        on_day("interdiction_de_circuler", "v", "2024-01-11"),
        on_day("interdiction_de_circuler", "x", "2024-02-01"),
    )
    since = {"obtained_on": "2018-05-01", "foreign": True}

    assert [("2025-02-01", "obtained", 12)] == coming(told("2024-02-01", SIX, void, AGAIN, ban, **since))
    assert [("2027-01-10", "full_restoration", 6)] == coming(told("2024-01-11", SIX, void, **since))


def test_a_stage_would_give_more_only_on_a_day_when_it_gives_more_than_now() -> None:
    """The same four points now and at each step to come of a balance far below."""
    lost = offence("a", "2022-07-20", "2022-08-10", 5, "c4")

    assert day_of_more(told("2022-09-01", lost, obtained_on="2020-01-15")) is None


@pytest.mark.parametrize(("pending", "gain"), [(5, 4), (6, 0)])
def test_a_stage_after_the_pending_offences_needs_a_point_left(pending: int, gain: int) -> None:
    """One point is enough; at none the letter may come first."""
    waiting = {"act": "offence", "id": "p", "class": "c4", "points": pending, "committed_on": "2024-01-12"}

    assert gain == gain_after_pending(told("2024-02-01", SIX, waiting))
