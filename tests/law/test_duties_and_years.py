"""The duties of a licence on their first and last days, and what the rows of a probation say of each year."""

from typing import Any

import pytest

from mespoints.law import reasons
from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.check import FILLING, GIVEN_BACK_BY, TAKEN_FOR
from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import movements_of
from tests.law.lives import OLD, moved, offence, on_day, stage, told

SINCE = "2019-06-12"
FALL = (
    offence("a", "2023-01-10", "2023-02-10", 6, "c4"),
    offence("b", "2023-03-10", "2023-04-10", 6, "c5"),
    on_day("lettre_48si", "z", "2023-05-02"),
)


def years_of(*acts: dict[str, Any]) -> list[tuple[str, str, int, int, int, int]]:
    """Day, cause and points of each year of a probation; the act, the offence, the act that explains it."""
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": SINCE}, "acts": list(acts)})
    return [
        (iso(row.day), CAUSE_NAMES[row.cause], row.points, row.act, row.offence, row.ground)
        for row in movements_of(dossier, parse_day("2023-01-01"))
        if CAUSE_NAMES[row.cause].startswith("probation")
    ]


def test_the_years_of_a_clean_probation_are_explained_by_no_act() -> None:
    """Two points a year, on the quantième of the licence."""

    assert [
        ("2020-06-12", "probation_step", 2, -1, -1, -1),
        ("2021-06-12", "probation_step", 2, -1, -1, -1),
        ("2022-06-12", "probation_end", 2, -1, -1, -1),
    ] == years_of()


def test_the_years_of_a_probation_that_is_not_clean_are_explained_by_the_offence() -> None:
    """Nothing is added; the ceiling rises all the same in the end."""

    assert [
        ("2020-06-12", "probation_step", 0, -1, -1, 0),
        ("2021-06-12", "probation_step", 0, -1, -1, 0),
        ("2022-06-12", "probation_end", 0, -1, -1, 0),
    ] == years_of(offence("a", "2020-02-01", "2020-03-01", 1))


@pytest.mark.parametrize(
    ("on", "last_days"), [("2024-02-29", []), ("2024-03-01", ["2024-07-01"]), ("2024-07-02", ["2024-07-01"])]
)
def test_a_mandatory_stage_is_owed_from_the_letter_on(on: str, last_days: list[str]) -> None:
    """Four months, and still once they are over."""
    acts = offence("a", "2024-01-10", "2024-02-01", 3), on_day("lettre_48n", "l", "2024-03-01", offence="a")

    assert last_days == [iso(one.on) for one in told(on, *acts, obtained_on="2023-06-12").deadlines]


@pytest.mark.parametrize(("obtained_on", "count"), [("2024-03-01", 1), ("2024-03-02", 0)])
def test_the_letter_of_a_former_licence_orders_nothing(obtained_on: str, count: int) -> None:
    """One notified on the day of the new licence still does."""
    acts = (
        offence("a", "2024-01-10", "2024-02-01", 3),
        on_day("lettre_48n", "l", "2024-03-01", offence="a"),
        on_day("licence_obtained", "o", obtained_on),
    )

    assert count == len(told("2024-04-01", *acts, obtained_on="2023-06-12").deadlines)


def test_the_wait_runs_from_the_first_surrender() -> None:
    """Six months from 10 May 2023; a title handed in again later changes nothing."""
    surrenders = on_day("title_surrendered", "t", "2023-06-20"), on_day("title_surrendered", "s", "2023-05-10")
    [duty] = told("2023-07-01", *FALL, *surrenders, obtained_on=OLD).deadlines

    assert ("2023-11-10", "new_licence", ("L223-5",), "s") == (iso(duty.on), *duty[1:])


def test_what_a_check_takes_for_granted() -> None:
    """The causes that set or fill the balance; what points are taken for, what gives them back."""

    assert ("obtained", "carried_over", "lost", "full_restoration", "probation_end", "french_licence") == FILLING
    assert (*TAKEN_FOR, *GIVEN_BACK_BY) == ("L223-1", "L223-6")


@pytest.mark.parametrize(
    ("category_b_on", "ends_on", "reason"),
    [
        ("2020-01-10", "2021-06-12", reasons.PROBATION_CLEAN),
        ("2021-09-01", "2021-09-01", reasons.PROBATION_CLEAN_BY_AAC),
    ],
)
def test_category_b_makes_a_probation_two_years_or_ends_it(category_b_on: str, ends_on: str, reason: int) -> None:
    """Art. R. 223-1, V (D20): that very day when the two years have passed."""
    statement = told("2023-01-01", on_day("category_b_by_aac", "c", category_b_on), obtained_on=SINCE)

    assert [(ends_on, reason)] == [
        (iso(one.on), one.reason) for one in statement.movements if one.cause == "probation_end"
    ]


@pytest.mark.parametrize(("committed_on", "points"), [("2019-06-12", 0), ("2019-06-11", 2)])
def test_an_offence_of_the_first_day_spoils_the_probation(committed_on: str, points: int) -> None:
    """One of the eve counts on no licence: the year stays clean (D15)."""
    years = years_of(offence("a", committed_on, "2019-08-01", 1))

    assert ("2020-06-12", "probation_step", points) == years[0][:3]


def test_a_training_before_any_probation_shortens_none() -> None:
    """Followed on a foreign licence, whose holder was in no probation yet (D13 and D21)."""
    acts = (
        on_day("formation_complementaire", "f", "2020-09-01"),
        on_day("french_licence", "l", "2020-12-01", probation="ordinary"),
    )
    ends_on = told("2021-01-01", *acts, obtained_on="2020-01-10", foreign=True).probation_ends_on

    assert parse_day("2023-12-01") == ends_on


def test_a_single_point_that_fills_the_licence_ends_the_ten_years_too() -> None:
    """Art. L. 223-6, al. 5 (D7): at twelve points nothing awaits its ten years any more."""
    acts = (
        offence("a", "2010-01-10", "2010-02-15", 4, "c4"),
        offence("b", "2010-02-01", "2010-03-01", 1),
        stage("s", "2010-06-05"),
        offence("c", "2012-06-01", "2012-07-01", 2, "c4"),
        offence("d", "2015-01-10", "2015-02-01", 2, "c4"),
        offence("e", "2017-06-01", "2017-07-01", 2, "c4"),
        offence("f", "2019-10-01", "2019-11-01", 2, "c4"),
    )

    assert [
        ("2010-02-15", "withdrawal", -4, 8),
        ("2010-03-01", "withdrawal", -1, 7),
        ("2010-06-06", "stage", 4, 11),
        ("2011-03-01", "one_point", 1, 12),
        ("2012-07-01", "withdrawal", -2, 10),
        ("2015-02-01", "withdrawal", -2, 8),
        ("2017-07-01", "withdrawal", -2, 6),
        ("2019-11-01", "withdrawal", -2, 4),
    ] == moved(told("2020-12-31", *acts))


def test_a_letter_is_void_once_the_sum_has_left_zero_itself() -> None:
    """Doubt D17: from zero exactly to four by a stage, then to zero again before the letter of the first fall."""
    acts = (
        offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
        offence("b", "2022-02-10", "2022-03-01", 6, "delit"),
        stage("s", "2022-04-02"),
        offence("c", "2022-05-01", "2022-06-01", 4, "c4"),
    )
    named = [told("2022-08-01", *acts, on_day("lettre_48si", "z", "2022-07-04", offence=id_)) for id_ in "bc"]

    assert ["zero", "invalidated"] == [statement.status for statement in named]
