"""The holidays that the Code du travail lists, territory by territory, with the days between which each is one."""

import pytest

from mespoints.law.days import NEVER, Day, day_of, iso
from mespoints.law.holidays import (
    AFTER_EASTER_EVERYWHERE,
    AFTER_EASTER_IN_ALSACE_MOSELLE,
    ALWAYS,
    FIXED_EVERYWHERE,
    FIXED_LOCALLY,
    SATURDAY,
    is_holiday,
)

MOVING_OF_2024 = "04-01 05-09 05-20"  # Easter was on 31 March
EVERYWHERE_IN_2024 = set(f"01-01 {MOVING_OF_2024} 05-01 05-08 07-14 08-15 11-01 11-11 12-25".split())
LOCAL_IN_2024 = {
    "metropole": set(),
    "alsace-moselle": {"03-29", "12-26"},  # Good Friday, Saint Stephen's day
    "guadeloupe": {"05-27"},
    "martinique": {"05-22"},
    "guyane": {"06-10"},
    "la-reunion": {"12-20"},
    "mayotte": {"04-27"},
    "saint-martin": {"05-28"},
    "saint-barthelemy": {"10-09"},
}


def holidays_of(year: int, territory: str) -> set[str]:
    """The holidays of a year, without it."""
    days = range(day_of(year, 1, 1), day_of(year + 1, 1, 1))
    return {iso(day)[5:] for day in days if is_holiday(day, territory)}


@pytest.mark.parametrize("territory", LOCAL_IN_2024)
def test_the_holidays_of_2024(territory: str) -> None:
    """Art. L. 3133-1 everywhere, art. L. 3134-13 and L. 3422-2 where they apply."""

    assert EVERYWHERE_IN_2024 | LOCAL_IN_2024[territory] == holidays_of(2024, territory)


def test_every_territory_has_its_table() -> None:
    """In the order of the format."""

    assert list(LOCAL_IN_2024) == list(FIXED_LOCALLY)


@pytest.mark.parametrize(
    ("year", "is_one"),
    [(1952, False), (1953, True), (1958, True), (1959, False), (1981, False), (1982, True), (2024, True)],
)
def test_the_eighth_of_may(year: int, is_one: bool) -> None:
    """From 1953 to 1958 (loi 53-225, décret 59-533), and since 1982 (loi 81-893)."""

    assert is_one == ("05-08" in holidays_of(year, "metropole"))


BETWEEN: dict[str, list[tuple[str, str, str]]] = {
    # month and quantième, first day of the text, first day without it
    "": [("05-08", "1953-03-21", "1959-04-15"), ("05-08", "1981-10-03", "")],
    "guadeloupe": [("05-27", "1983-11-25", "")],
    "martinique": [("05-22", "1983-11-25", "")],
    "guyane": [("06-10", "1983-11-25", "")],
    "la-reunion": [("12-20", "1983-11-25", "")],
    "mayotte": [("04-27", "1983-11-25", "")],
    "saint-martin": [("05-27", "1983-11-25", "2018-05-04"), ("05-28", "2018-05-04", "")],
    "saint-barthelemy": [("05-27", "1983-11-25", "2007-07-15"), ("10-09", "2012-04-26", "")],
}


def shown(day: Day) -> str:
    """A day, nothing for one that never comes."""
    return "" if day == NEVER else iso(day)


@pytest.mark.parametrize("territory", BETWEEN)
def test_the_days_of_the_texts_that_made_holidays(territory: str) -> None:
    """Those that were not always one."""
    table = FIXED_LOCALLY[territory] if territory else FIXED_EVERYWHERE

    assert BETWEEN[territory] == [
        (f"{one.month:02d}-{one.quantieme:02d}", iso(one.from_on), shown(one.to_on))
        for one in table
        if one.from_on > ALWAYS
    ]


def test_what_was_always_a_holiday_is_one_for_ever() -> None:
    """From before every day: eight everywhere, Saint Stephen's day in Alsace-Moselle."""
    tables = (FIXED_EVERYWHERE, *FIXED_LOCALLY.values())
    always = [one.to_on for table in tables for one in table if one.from_on <= ALWAYS]

    assert ALWAYS == 0
    assert [NEVER] * 8 == always


def test_the_days_counted_from_easter() -> None:
    """Monday, Ascension, Whit Monday; Good Friday in Alsace-Moselle; Saturday is the sixth day of the week."""

    assert [1, 39, 50] == list(AFTER_EASTER_EVERYWHERE)
    assert [1, 39, 50, -2] == list(AFTER_EASTER_IN_ALSACE_MOSELLE)
    assert SATURDAY == 5
