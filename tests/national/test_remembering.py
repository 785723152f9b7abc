"""What compiled rules remember of the calendar is what its rules tell."""

from mespoints.law.days import first_of_month, year_month_day
from mespoints.national.rebinding import plain_function
from mespoints.national.remembering import MONTHS, REMEMBERED, remembered_days, remembered_months


def test_days_are_remembered_as_the_rule_tells_them() -> None:
    """Day after day, within the years that are remembered and around them."""
    calendar = remembered_days(plain_function(year_month_day), lambda function: function)
    days = range(REMEMBERED[0] - 400, REMEMBERED[-1] + 400)

    assert [year_month_day(day) for day in days] == [calendar(day) for day in days]


def test_months_are_remembered_as_the_rule_tells_them() -> None:
    """The first day of each, likewise."""
    beginning = remembered_months(plain_function(first_of_month), lambda function: function)
    months = range(MONTHS[0] - 30, MONTHS[-1] + 30)

    assert [first_of_month(month) for month in months] == [beginning(month) for month in months]
