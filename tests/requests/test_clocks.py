"""The clocks of requests and claims."""

from datetime import date

import pytest

from mespoints.requests.clocks import MONTHS_FOR_CLAIM, MONTHS_FOR_RECORD, Clock, Pause, clock

RECEIVED = date(2026, 3, 16)  # a Monday


def test_silence_refuses_a_record_after_one_month_and_a_claim_after_two() -> None:
    """From quantième to quantième, the last day of a shorter month standing for it."""
    record = clock(RECEIVED, MONTHS_FOR_RECORD, (), RECEIVED)
    claim = clock(date(2026, 12, 31), MONTHS_FOR_CLAIM, (), RECEIVED)

    assert Clock(date(2026, 4, 16), None) == record
    assert date(2027, 2, 28) == claim.due_on


def test_the_clock_stands_still_until_the_piece_comes() -> None:
    """Asked on the 20th, come on the 26th: six days more."""
    pause = Pause(date(2026, 3, 20), date(2026, 4, 19), date(2026, 3, 26))

    assert Clock(date(2026, 4, 22), None) == clock(RECEIVED, MONTHS_FOR_RECORD, [pause], date(2026, 3, 26))


@pytest.mark.parametrize(("on", "stopped_until_on"), [("2026-04-18", date(2026, 4, 19)), ("2026-04-19", None)])
def test_a_piece_that_never_comes_stops_the_clock_no_longer_than_it_was_given(
    on: str, stopped_until_on: date | None
) -> None:
    """Thirty days were given: after them the clock runs again (art. L. 114-5, al. 3)."""
    pause = Pause(date(2026, 3, 20), date(2026, 4, 19))

    assert Clock(date(2026, 5, 16), stopped_until_on) == clock(
        RECEIVED, MONTHS_FOR_RECORD, [pause], date.fromisoformat(on)
    )


def test_a_piece_that_comes_too_late_gives_no_day_more() -> None:
    """What came after the last day given counts to that day alone."""
    late = Pause(date(2026, 3, 20), date(2026, 4, 19), date(2026, 5, 2))

    assert 30 == late.days()
