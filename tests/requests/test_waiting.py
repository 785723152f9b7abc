"""The public waiting times: a median, and nothing that could be about one person."""

from datetime import date, timedelta

from mespoints.requests.models import RecordRequest
from mespoints.requests.waiting import Waiting, waiting_times
from tests.requests.conftest import ARRIVED_ON, Arrive

ON = date(2026, 6, 1)


def release_all(arrive: Arrive, days: list[int]) -> None:
    """Requests released so many days after their arrival."""
    for number, count in enumerate(days):
        RecordRequest.objects.filter(pk=arrive().pk).update(
            state="released", closed_on=ARRIVED_ON + timedelta(days=count), due_on=ON + timedelta(days=number)
        )


def of_44(on: date = ON) -> Waiting:
    """The line of Loire-Atlantique."""
    return next(one for one in waiting_times(on) if one.departement == "44")


def test_a_prefecture_is_told_by_the_median_of_what_it_released(arrive: Arrive) -> None:
    """From arrival to release, rounded up; the others are there and say nothing."""
    release_all(arrive, [2, 30, 4, 9, 7, 8])
    lines = waiting_times(ON)

    assert Waiting("44", "Loire-Atlantique", 6, 8) == of_44()
    assert (101, {None}) == (len(lines), {one.median_days for one in lines if one.departement != "44"})


def test_fewer_than_five_are_not_told(arrive: Arrive) -> None:
    """Neither their number nor their days."""
    release_all(arrive, [2, 3, 4, 5])

    assert (None, None) == of_44()[2:]


def test_what_is_old_or_still_to_come_counts_no_more(arrive: Arrive) -> None:
    """180 days, up to the day itself."""
    release_all(arrive, [1] * 5)

    assert (5, None) == (of_44(date(2026, 9, 12)).released, of_44(date(2026, 9, 13)).released)
    assert of_44(ARRIVED_ON).released is None
