"""Holidays and jours francs, by territory, against two libraries that keep other tables.

They are compared from 2008 on, when the jours francs of art. R. 223-3 begin. Overseas, ``holidays`` adds
days of custom (mi-carême, Good Friday, Victor Schœlcher) that the Code du travail does not list.
"""

import csv
from datetime import date
from pathlib import Path

import holidays
import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st
from jours_feries_france import JoursFeries

from mespoints.law.days import day_of, iso, parse_day, weekday
from mespoints.law.holidays import FIXED_LOCALLY, easter_sunday, is_holiday, jours_francs

YEARS = range(2008, 2061)
NAMES_OF_JOURS_FERIES_FRANCE = {
    "metropole": "Métropole",
    "alsace-moselle": "Alsace-Moselle",
    "guadeloupe": "Guadeloupe",
    "martinique": "Martinique",
    "guyane": "Guyane",
    "la-reunion": "La Réunion",
    "mayotte": "Mayotte",
    "saint-martin": "Saint-Martin",
    "saint-barthelemy": "Saint-Barthélémy",
}
CODES_OF_HOLIDAYS = {
    "metropole": None,
    "alsace-moselle": "57",
    "guadeloupe": "971",
    "martinique": "972",
    "guyane": "973",
    "la-reunion": "974",
    "mayotte": "976",
    "saint-martin": "MF",
    "saint-barthelemy": "BL",
}
CUSTOM = {
    "guadeloupe": {"Mi-Carême", "Vendredi saint", "Fête de Victor Schoelcher"},
    "martinique": {"Fête de Victor Schoelcher"},
    "saint-martin": {"Fête de Victor Schoelcher"},
}
CASES = Path(__file__).parent.parent / "cases" / "jours_francs.csv"

territories = st.sampled_from(list(FIXED_LOCALLY))
days = st.dates(date(2008, 1, 1), date(2100, 12, 31)).map(date.toordinal)


def our_days(year: int, territory: str) -> set[str]:
    """The holidays of a year, by our table."""
    return {iso(day) for day in range(day_of(year, 1, 1), day_of(year + 1, 1, 1)) if is_holiday(day, territory)}


@pytest.mark.parametrize("territory", NAMES_OF_JOURS_FERIES_FRANCE)
def test_the_days_are_those_of_jours_feries_france(territory: str) -> None:
    """Save Saint-Barthélemy before the décret of 23 April 2012 that gave it its day."""
    name = NAMES_OF_JOURS_FERIES_FRANCE[territory]
    first = 2012 if territory == "saint-barthelemy" else YEARS[0]
    expected = {
        year: {day.isoformat() for day in JoursFeries.for_year(year, name).values()} for year in YEARS if year >= first
    }

    assert expected == {year: our_days(year, territory) for year in expected}


@pytest.mark.parametrize("territory", CODES_OF_HOLIDAYS)
def test_the_days_are_those_of_holidays_without_custom(territory: str) -> None:
    """Save Saint-Martin before 2018: that library dates its 28 May from 2012."""
    custom = CUSTOM.get(territory, set())
    years = [year for year in YEARS if territory != "saint-martin" or year >= 2018]
    listed = holidays.France(subdiv=CODES_OF_HOLIDAYS[territory], years=years, language="fr")
    expected = {day.isoformat() for day in listed if not set(listed.get_list(day)) <= custom}

    assert expected == set().union(*(our_days(year, territory) for year in years))


def test_every_territory_is_compared() -> None:
    """The two comparisons above leave none out."""

    assert set(FIXED_LOCALLY) == set(NAMES_OF_JOURS_FERIES_FRANCE)
    assert set(FIXED_LOCALLY) == set(CODES_OF_HOLIDAYS)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(1818, "1818-03-22"), (1943, "1943-04-25"), (1954, "1954-04-18"), (2000, "2000-04-23"), (2008, "2008-03-23"),
     (2024, "2024-03-31"), (2025, "2025-04-20"), (2038, "2038-04-25"), (2285, "2285-03-22")],
)  # fmt: skip
def test_easter_sunday(year: int, easter: str) -> None:
    """The earliest, the latest, and some in between."""

    assert easter == iso(easter_sunday(year))


@pytest.mark.parametrize(
    ("day", "territory", "expected"),
    [
        ("2024-12-26", "metropole", False),
        ("2024-12-26", "alsace-moselle", True),
        ("2025-04-18", "metropole", False),
        ("2025-04-18", "alsace-moselle", True),
        ("2025-04-18", "guadeloupe", False),  # kept by custom alone
        ("1981-05-08", "metropole", False),
        ("1982-05-08", "metropole", True),
        ("2017-05-27", "saint-martin", True),
        ("2018-05-27", "saint-martin", False),
        ("2018-05-28", "saint-martin", True),
        ("2011-10-09", "saint-barthelemy", False),
        ("2012-10-09", "saint-barthelemy", True),
        ("2024-12-20", "la-reunion", True),
        ("2024-12-20", "mayotte", False),
        ("2024-04-27", "mayotte", True),
    ],
)
def test_a_holiday_belongs_to_its_territory_and_its_time(day: str, territory: str, expected: bool) -> None:
    """Local days hold in their territory alone, and from the text that made them."""

    assert expected == is_holiday(parse_day(day), territory)


@pytest.mark.parametrize("case", list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines())))
def test_the_public_cases_of_jours_francs(case: dict[str, str]) -> None:
    """Ten jours francs from the reception of a 48SI."""

    assert case["last_day"] == iso(jours_francs(parse_day(case["received_on"]), 10, case["zone"]))


@pytest.mark.parametrize(
    ("received_on", "territory", "last_day"),
    [
        ("2024-12-13", "metropole", "2024-12-24"),  # a Friday: the due day is Tuesday 24 December
        ("2024-12-14", "metropole", "2024-12-26"),  # due on Christmas Day, a Wednesday
        ("2024-12-14", "alsace-moselle", "2024-12-27"),
        ("2025-04-07", "metropole", "2025-04-18"),  # Good Friday
        ("2025-04-07", "alsace-moselle", "2025-04-22"),  # Good Friday, a week-end, Easter Monday
        ("2024-05-11", "martinique", "2024-05-23"),  # Wednesday 22 May
        ("2024-05-11", "metropole", "2024-05-22"),
    ],
)
def test_jours_francs_are_pushed_past_week_ends_and_holidays(received_on: str, territory: str, last_day: str) -> None:
    """To the next working day of that territory."""

    assert last_day == iso(jours_francs(parse_day(received_on), 10, territory))


@given(days, st.integers(0, 60), territories)
def test_the_last_useful_day_is_the_first_working_day(received_on: int, count: int, territory: str) -> None:
    """Neither the first day nor the due day counts, and no working day is skipped."""
    last = jours_francs(received_on, count, territory)
    due = received_on + count + 1
    working = [day for day in range(due, last + 1) if weekday(day) < 5 and not is_holiday(day, territory)]

    assert [last] == working


def test_easter_is_that_of_every_year_since_the_gregorian_calendar() -> None:
    """Another computation of it agrees, as far as both are known to hold."""
    years = range(1583, 4099)

    assert [easter(year).toordinal() for year in years] == [easter_sunday(year) for year in years]
