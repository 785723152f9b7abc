"""The calendar at its edges."""

import pytest

from mespoints.law.days import NEVER, add_months, first_of_month, month_length, parse_day

LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


@pytest.mark.parametrize(("month", "length"), list(enumerate(LENGTHS, 1)))
def test_a_month_has_its_days_and_no_more(month: int, length: int) -> None:
    """The last one is read, the next is refused."""

    assert length == month_length(2023, month)
    assert parse_day(f"2023-{month:02d}-01") + length - 1 == parse_day(f"2023-{month:02d}-{length}")
    with pytest.raises(ValueError, match="no such day"):
        parse_day(f"2023-{month:02d}-{length + 1}")


def test_never_comes_after_every_day_that_can_be_written() -> None:
    """31 December 9999 is one."""

    assert parse_day("9999-12-31") < NEVER


def test_the_first_day_is_one() -> None:
    """1 January of the year 1."""

    assert 1 == parse_day("0001-01-01")
    with pytest.raises(ValueError, match="no such day"):
        parse_day("0000-12-31")


@pytest.mark.parametrize(("start", "end"), [("2023-12-28", "2024-02-28"), ("2023-12-29", "2024-02-29")])
def test_only_a_quantieme_that_is_missing_moves(start: str, end: str) -> None:
    """The 28th is in every month; the 29th is in February of a leap year."""

    assert parse_day(end) == add_months(parse_day(start), 2)


def test_months_are_counted_from_january_of_year_0() -> None:
    """February 2024 is the month 12 x 2024 + 1."""

    assert parse_day("2024-02-01") == first_of_month(12 * 2024 + 1)
    assert parse_day("2023-12-01") == first_of_month(12 * 2024 - 1)
