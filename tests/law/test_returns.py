"""Points that come back of themselves, on the lives where one day, one place or one point decides: art. L. 223-6."""

from typing import Any

import pytest

from mespoints.law.days import iso
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.results import Statement
from tests.law.lives import moves, offence, on_day, stage, told

EVERY_TWO_YEARS = tuple(offence(f"b{year}", f"{year}-01-05", f"{year}-02-05", 1, "c4") for year in range(2012, 2023, 2))
"""Single points, each back six months later: never three years without one, so that nothing is restored in full."""


def causes_of(statement: Statement, cause: str) -> list[tuple[str, int]]:
    """The days and the points of the movements of one cause, those of no points included."""
    return [(day, points) for day, found, points, _ in moves(statement) if found == cause]


# --- One point -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("points", [1, 3])
def test_the_first_act_of_the_file_interrupts_as_any_other(points: int) -> None:
    """Decided before the single point, committed inside its delay, whatever it costs."""
    breaker = offence("b", "2021-03-01", "2021-03-10", points)
    single = offence("a", "2021-01-10", "2021-02-10", 1, decided_on="2021-04-01")
    back = next(m for m in told("2021-08-10", breaker, single).movements if m.cause == "one_point")

    assert ("2021-08-10", 0, "b") == (iso(back.on), back.points, back.ground)


def test_of_two_offences_that_interrupt_the_first_committed_is_named_then_the_first_taken() -> None:
    """In the order of the withdrawals when one day saw both."""
    single = offence("a", "2021-01-10", "2021-02-10", 1)
    later, earlier = offence("l", "2021-05-01", "2021-05-02", 2), offence("e", "2021-03-01", "2021-06-01", 2)
    same_day = offence("s", "2021-03-01", "2021-06-02", 2)
    back = [m.ground for m in told("2021-08-10", single, later, earlier, same_day).movements if m.cause == "one_point"]

    assert ["e"] == back


def test_several_single_points_come_back_each_on_its_day() -> None:
    """Committed together, established a month apart."""
    acts = [offence(f"i{month}", "2021-01-05", f"2021-0{month}-10", 1) for month in (2, 3, 4)]

    assert [("2021-08-10", 1), ("2021-09-10", 1), ("2021-10-10", 1)] == causes_of(
        told("2022-01-01", *acts), "one_point"
    )


def test_a_single_point_that_came_back_does_not_come_back_after_ten_years() -> None:
    """The six points of a délit are still missing then: the ten years of the point were over with its return."""
    acts = offence("z", "2010-12-01", "2010-12-20", 6, "delit"), offence("a", "2011-01-10", "2011-02-10", 1)
    life = told("2021-06-01", *acts, *EVERY_TWO_YEARS[:5])

    assert [] == causes_of(life, "ten_years")
    assert 6 == life.balance


# --- Ten years -------------------------------------------------------------------------------------------------------


def test_ten_years_end_without_a_word_when_the_ceiling_is_reached() -> None:
    """Under a ceiling of eight that a stage filled, nothing is left to give back, and nothing is written."""
    carried = on_day("carried_over", "c", "2009-01-01", balance=8, ceiling=8)
    lost = offence("a", "2010-01-05", "2010-02-05", 3, "c4"), stage("s", "2010-06-02")
    life = told("2020-03-01", carried, *lost, *EVERY_TWO_YEARS[:4])

    assert [] == causes_of(life, "ten_years")
    assert 8 == life.balance


def test_ten_years_lapse_by_a_return_of_one_point_as_by_a_stage() -> None:
    """Seven points, eleven by a stage, twelve by the point that comes back: nothing more is owed for the first four."""
    lost = offence("a", "2011-01-05", "2011-02-05", 4, "c4"), offence("o", "2011-01-06", "2011-02-06", 1)
    back = told("2011-08-06", *lost, stage("s", "2011-06-02"))
    missing = offence("n", "2020-12-20", "2021-01-15", 2)
    later = told("2021-03-01", *lost, stage("s", "2011-06-02"), *EVERY_TWO_YEARS[:5], missing)

    assert 12 == back.balance
    assert [] == causes_of(later, "ten_years")


def test_a_right_that_lapsed_does_not_come_back_with_a_younger_one() -> None:
    """The three points that a stage gave back stay given once, when a later offence has its ten years."""
    lost = offence("a", "2010-01-05", "2010-02-05", 3, "c4"), stage("s", "2010-06-02")
    younger = offence("y", "2012-01-04", "2012-02-04", 2, "c4")
    chain = [offence(f"d{year}", f"{year}-01-05", f"{year}-02-05", 1, "c4") for year in range(2013, 2022, 2)]

    assert [("2022-02-04", 2)] == causes_of(told("2022-03-01", *lost, younger, *chain), "ten_years")


# --- Full restoration ------------------------------------------------------------------------------------------------


def restored(*acts: dict[str, Any], on: str, **more: Any) -> tuple[str, int, str, str | None]:
    """The day, the points, the reason and the ground of the one full restoration."""
    (found,) = [m for m in told(on, *acts, **more).movements if m.cause == "full_restoration"]
    return iso(found.on), found.points, REASON_NAMES[found.reason], found.ground


def test_one_point_alone_is_restored() -> None:
    """Before 2007 a single point waits for the three years as the others."""
    only = offence("a", "2006-04-01", "2006-05-01", 1)

    assert ("2009-05-01", 1, "FULL_BACK_BEFORE_2011", "a") == restored(only, on="2010-01-01")


def test_the_last_offence_is_the_last_established_not_the_last_decided() -> None:
    """Of two established the same day, the second withdrawn is named."""
    last, late = (
        offence("a", "2021-01-10", "2021-06-01", 2),
        offence("b", "2021-01-05", "2021-03-01", 2, decided_on="2021-07-01"),
    )
    same_day = offence("c", "2021-01-11", "2021-06-01", 2)

    assert ("2023-06-01", 4, "FULL_BACK", "a") == restored(last, late, on="2023-07-01")
    assert ("2023-06-01", 4, "FULL_BACK", "c") == restored(last, same_day, on="2023-07-01")


def test_an_offence_grave_since_the_law_of_2011_waits_three_years_for_its_gravity() -> None:
    """Established on 1 January 2011, the first day of the new rule; the eve by the former one."""

    assert "FULL_BACK_GRAVE" == restored(offence("a", "2010-11-01", "2011-01-01", 4, "c4"), on="2014-02-01")[2]
    assert "FULL_BACK_BEFORE_2011" == restored(offence("a", "2010-11-01", "2010-12-31", 4, "c4"), on="2014-02-01")[2]


def test_a_restoration_at_twelve_is_not_written() -> None:
    """Not even as a movement of no points."""
    lost = offence("a", "2021-01-10", "2021-02-10", 3), stage("s", "2021-05-02")

    assert [] == causes_of(told("2024-01-01", *lost), "full_restoration")


def test_nothing_is_restored_on_a_lost_licence() -> None:
    """The delay that ran when a judge annulled the licence ended with it."""
    lost = offence("a", "2021-01-10", "2021-02-10", 3), on_day("licence_annulled", "x", "2022-06-01")

    assert ("2022-06-01", "lost", -9, 0) == moves(told("2025-01-01", *lost))[-1]


@pytest.mark.parametrize(("lengthened", "day"), [(False, "2023-02-10"), (True, "2024-02-10")])
def test_a_balance_carried_over_brings_the_length_of_its_delay(lengthened: bool, day: str) -> None:
    """Two years or three from the last offence of the other register."""
    carried = on_day("carried_over", "c", "2021-06-01", balance=7, last_final_on="2021-02-10", lengthened=lengthened)

    assert (day, 5) == restored(carried, on="2024-03-01")[:2]


# --- The strict reading ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("points", [1, 2])
def test_strictly_an_offence_weighs_from_its_realite(points: int) -> None:
    """Committed before the delay began, established inside it, decided after: the two years run from it (D2, D6)."""
    first = offence("a", "2021-01-10", "2021-02-10", 2)
    late = offence("b", "2021-01-05", "2022-12-01", points, decided_on="2023-06-01")

    assert ("2023-02-10", 2) == restored(first, late, on="2023-03-01")[:2]
    assert [] == causes_of(told("2023-07-01", first, late, reading="strict"), "full_restoration")
    assert ("2024-12-01", "b") == (lambda found: (found[0], found[3]))(
        restored(first, late, on="2024-12-01", reading="strict")
    )


def test_strictly_an_offence_does_not_weigh_before_its_realite() -> None:
    """Known from the first day, it is the last one of no delay until it is established."""
    first, second = offence("a", "2021-01-10", "2021-02-10", 2), offence("c", "2021-01-04", "2022-01-05", 2)
    to_come = offence("b", "2021-01-03", "2024-06-01", 2, decided_on="2024-07-01")
    acts = first, second | {"decided_on": "2022-03-01"}, to_come

    assert ("2024-01-05", 4) == restored(*acts, on="2024-02-01", reading="strict")[:2]


def test_strictly_an_offence_of_the_first_day_weighs_and_one_of_the_former_licence_does_not() -> None:
    """Both are established before their decision (doubt D15)."""
    new = on_day("licence_obtained", "n", "2020-06-01", probation="none")
    own = offence("x", "2020-06-02", "2020-08-01", 2)
    for committed_on, restored_on in (("2020-05-31", "2022-08-01"), ("2020-06-01", None)):
        late = offence("b", committed_on, "2021-12-01", 2, decided_on="2023-01-01")
        days = [day for day, _ in causes_of(told("2022-12-31", new, own, late, reading="strict"), "full_restoration")]

        assert days == ([] if restored_on is None else [restored_on])


def test_strictly_the_gravity_of_an_offence_not_decided_is_forgotten_ahead() -> None:
    """It makes three years while it is known; nothing new happening, it is never decided."""
    first = offence("a", "2021-01-10", "2021-02-10", 2)
    grave = offence("b", "2021-01-05", "2021-03-01", 3, "c4", decided_on="2024-06-01")

    assert ["2023-02-10"] == [
        iso(m.on) for m in told("2021-06-01", first, grave, reading="strict").next if m.cause == "full_restoration"
    ]


@pytest.mark.parametrize("place", [0, 1])
def test_strictly_a_delay_is_broken_by_an_offence_not_yet_decided(place: int) -> None:
    """Wherever it stands in the file."""
    first = offence("a", "2021-01-10", "2021-02-10", 2)
    acts = [first]
    acts.insert(place, offence("b", "2022-06-01", "2023-12-01", 2, decided_on="2024-01-10"))

    assert 10 == told("2023-03-01", *acts, reading="strict").balance
    assert 12 == told("2023-03-01", *acts).balance


# --- Probation -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("committed_on", "steps"), [("2020-01-14", [2]), ("2020-01-15", [0]), ("2021-01-15", [0])])
def test_strictly_an_offence_spoils_the_probation_that_it_was_committed_in(committed_on: str, steps: list[int]) -> None:
    """From its first day to the anniversary judged, both included, whenever it is decided."""
    late = offence("a", committed_on, "2021-06-01", 2)
    life = told("2021-01-15", late, obtained_on="2020-01-15", reading="strict")

    assert steps == [points for _, points in causes_of(life, "probation_step")]


@pytest.mark.parametrize("reading", ["registered", "strict"])
def test_a_step_is_refused_for_the_first_offence_that_cost_points(reading: str) -> None:
    """Not for the first one committed, decided after it."""
    acts = offence("a", "2020-05-01", "2020-06-01", 2), offence("b", "2020-03-01", "2020-09-01", 2)
    step = told("2021-01-15", *acts, obtained_on="2020-01-15", reading=reading).movements[-1]

    assert ("probation_step", "a") == (step.cause, step.ground)
