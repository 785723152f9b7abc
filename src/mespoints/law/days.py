"""Days as integers, and delays counted from quantième to quantième.

A ``Day`` is the proleptic Gregorian ordinal (1 January of year 1 is 1), the same number as
``datetime.date.toordinal``. Everything here is arithmetic on ints, so that it runs compiled.
Sources: Code de procédure civile, art. 641 (delays in months) and 642.
"""

from functools import lru_cache

from mespoints.law.rules import rule

Day = int

NEVER: Day = 3_652_060
"""After every day that can be written (31 December 9999 is 3 652 059)."""

DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@rule
def is_leap(year: int) -> bool:
    """Whether February has 29 days that year (Gregorian calendar; no article of law)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@rule
def month_length(year: int, month: int) -> int:
    """The number of days of a month (Gregorian calendar; no article of law)."""
    if month == 2 and is_leap(year):
        return 29
    return MONTH_LENGTHS[month]


@rule
def day_of(year: int, month: int, quantieme: int) -> Day:
    """The day with this year, month (1 to 12) and quantième (Gregorian calendar; no article of law)."""
    before = year - 1
    leap_day = 1 if month > 2 and is_leap(year) else 0
    return before * 365 + before // 4 - before // 100 + before // 400 + DAYS_BEFORE_MONTH[month] + leap_day + quantieme


@rule
def year_month_day(day: Day) -> tuple[int, int, int]:
    """The year, month and quantième of a day (Gregorian calendar; no article of law).

    Counted from 1 March of year 0, so that the leap day is the last of its year.
    """
    shifted = day + 305
    era = shifted // 146097
    day_of_era = shifted - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    quantieme = day_of_year - (153 * march_month + 2) // 5 + 1
    month = march_month + 3 if march_month < 10 else march_month - 9
    return year_of_era + era * 400 + (1 if month <= 2 else 0), month, quantieme


@rule
def first_of_month(month: int) -> Day:
    """The first day of a month; months are counted from January of year 0 (Gregorian calendar; no article of law)."""
    return day_of(month // 12, month % 12 + 1, 1)


@lru_cache(maxsize=1 << 16)  # the same delays from the same days recur all through a batch
@rule
def add_months(day: Day, months: int) -> Day:
    """The same quantième some months later, or the last day of the month when there is none.

    Code de procédure civile, art. 641, al. 2.
    """
    year, month, quantieme = year_month_day(day)
    reached = 12 * year + month - 1 + months
    return min(first_of_month(reached) + quantieme, first_of_month(reached + 1)) - 1


@rule
def weekday(day: Day) -> int:
    """Monday is 0, Sunday is 6 (Gregorian calendar; no article of law)."""
    return (day + 6) % 7


@lru_cache(maxsize=1 << 15)  # the days of a century
def parse_day(text: str) -> Day:
    """Read ``YYYY-MM-DD`` and nothing else.

    Raises ValueError when the text has another shape or names no day of the calendar.
    """
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        raise ValueError(f"{text!r}: expected YYYY-MM-DD")
    year, month, quantieme = text[:4], text[5:7], text[8:]
    if not (year.isdigit() and month.isdigit() and quantieme.isdigit()):
        raise ValueError(f"{text!r}: expected YYYY-MM-DD")
    numbers = int(year), int(month), int(quantieme)
    if numbers[0] < 1 or not 1 <= numbers[1] <= 12 or not 1 <= numbers[2] <= month_length(numbers[0], numbers[1]):
        raise ValueError(f"{text!r}: no such day in the calendar")
    return day_of(*numbers)


@lru_cache(maxsize=1 << 15)
def iso(day: Day) -> str:
    """The day written ``YYYY-MM-DD``."""
    year, month, quantieme = year_month_day(day)
    return f"{year:04d}-{month:02d}-{quantieme:02d}"
