"""Which surrender and which judgments the way back runs from: art. L. 223-5, II, and L. 224-14. Doubt D24."""

from typing import Any

import pytest

from mespoints.law.days import iso
from mespoints.law.results import WayBack
from tests.law.lives import OLD, offence, on_day, told

LOST = (
    offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
    offence("b", "2022-05-10", "2022-06-01", 6, "delit"),
    on_day("lettre_48si", "l", "2022-06-15"),
)


def way_back(on: str, *acts: dict[str, Any], obtained_on: str = OLD) -> WayBack | None:
    """The way back of a life on a day."""
    return told(on, *acts, obtained_on=obtained_on).way_back


def annulled(id_: str, on: str, ban_months: int | None) -> dict[str, Any]:
    """A licence annulled by a judge, with the ban that he set if he did."""
    return on_day("licence_annulled", id_, on, **({} if ban_months is None else {"ban_months": ban_months}))


@pytest.mark.parametrize(
    ("surrendered_on", "on", "runs_from"),
    [
        (("2022-06-15",), "2022-07-01", "2022-06-15"),
        (("2022-06-20",), "2022-06-20", "2022-06-20"),
        (("2022-06-20", "2022-06-25"), "2022-07-01", "2022-06-20"),
        (("2022-06-14",), "2022-07-01", None),
        (("2022-07-02",), "2022-07-01", None),
    ],
)
def test_the_way_back_runs_from_the_first_surrender_since_the_letter(
    surrendered_on: tuple[str, ...], on: str, runs_from: str | None
) -> None:
    """The day of the letter and the day asked included; neither before the one nor after the other."""
    surrenders = [on_day("title_surrendered", f"t{n}", day) for n, day in enumerate(surrendered_on)]
    found = way_back(on, *LOST, *surrenders)

    assert runs_from == (None if found is None else iso(found.runs_from))


def test_a_judgment_counts_from_its_day() -> None:
    """Not the day before; one still to come is not waited for."""
    first, to_come = annulled("j", "2022-06-20", 12), annulled("k", "2022-08-01", None)
    found = way_back("2022-06-20", first, to_come)

    assert way_back("2022-06-19", first) is None
    assert "2023-06-20" == (None if found is None else iso(found.may_ask_on))


@pytest.mark.parametrize("new_on", ["2021-06-01", "2019-03-04"])
def test_the_judgments_on_a_former_licence_do_not_count(new_on: str) -> None:
    """The ban of the first is not known, and no longer matters; nor when the new licence is of the same day."""
    acts = annulled("j", "2019-03-04", None), on_day("licence_obtained", "n", new_on), annulled("k", "2022-06-20", 6)
    found = way_back("2022-07-01", *acts)

    assert "2022-12-20" == (None if found is None else iso(found.may_ask_on))


def test_the_three_years_end_with_the_first_judgment() -> None:
    """A second one, three weeks later, does not add to the time for which the licence was held."""
    acts = annulled("j", "2022-06-20", 3), annulled("k", "2022-07-10", 3)
    short, long = way_back("2022-08-01", *acts, obtained_on="2019-07-01"), way_back("2022-08-01", *acts)

    assert short is not None
    assert long is not None
    assert (0, "2023-07-09") == (short.theory_only_until, iso(long.theory_only_until))
