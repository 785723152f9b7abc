"""Days as integers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mespoints.law.days import add_months, day_of, iso, parse_day, weekday, year_month_day

dates = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2200, 12, 31))


@given(dates)
def test_a_day_is_the_ordinal_of_the_standard_library(date: datetime.date) -> None:
    """Both directions agree with ``datetime.date``."""
    day = day_of(date.year, date.month, date.day)

    assert date.toordinal() == day
    assert (date.year, date.month, date.day) == year_month_day(day)
    assert date.weekday() == weekday(day)
    assert date.isoformat() == iso(day)
    assert day == parse_day(date.isoformat())


def test_four_centuries_day_by_day() -> None:
    """From 1 March 1800 to 29 February 2200, when the calendar begins again: no day is missed, none comes twice."""
    first = datetime.date(1800, 3, 1).toordinal()
    walked = [datetime.date.fromordinal(day) for day in range(first, first + 146_097)]

    assert [(date.year, date.month, date.day) for date in walked] == [
        year_month_day(day) for day in range(first, first + 146_097)
    ]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-10-31", 4, "2025-02-28"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2016-02-29", 48, "2020-02-29"),
        ("2024-12-15", 6, "2025-06-15"),
        ("2009-10-13", 120, "2019-10-13"),
        ("2024-11-30", 3, "2025-02-28"),
    ],
)
def test_a_delay_in_months_ends_on_the_same_quantieme(start: str, months: int, end: str) -> None:
    """Or on the last day of the month when there is none (CPC, art. 641)."""

    assert end == iso(add_months(parse_day(start), months))


@pytest.mark.parametrize(
    "text",
    [
        "20240101", "2024-1-1", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "2023-02-29", "0000-01-01",
        "2024-01-0１", "+024-01-01", "2024-+1-01", "2024-01-+1", "2024/01-01", "2024-01/01", "2024-01-011", "x",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    """Only ``YYYY-MM-DD`` of a real day is read."""
    with pytest.raises(ValueError, match="expected|no such day"):
        parse_day(text)
