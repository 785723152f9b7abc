"""The duties of a licence on their first and last days, and what the rows of a probation say of each year."""

from typing import Any

import pytest

from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.check import FILLING, GIVEN_BACK_BY, TAKEN_FOR
from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import movements_of
from tests.law.lives import OLD, offence, on_day, told

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
