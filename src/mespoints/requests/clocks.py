"""How long the administration has to answer, and what stops that clock.

A record is an administrative document: one month, and silence then refuses it (code des relations entre le public et
l'administration, art. R. 311-12 and R. 311-13). A claim: two months, and silence rejects it (art. L. 231-4, 2°). Both
stop while the requester is given time for what is missing (art. L. 114-5, al. 3).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mespoints.law.days import add_months

MONTHS_FOR_RECORD = 1
MONTHS_FOR_CLAIM = 2
DAYS_TO_COMPLETE = 30
"""What a requester is given for a missing piece, unless the agent says more."""


class Pause(NamedTuple):
    """Something was asked on a day, to be given at the latest on another; ``ended_on``: it came, or was asked anew."""

    from_on: date
    until_on: date
    ended_on: date | None = None

    def days(self) -> int:
        """How long the clock stands still: until what was asked comes, or until the last day given for it."""
        end = min(self.ended_on or self.until_on, self.until_on)
        return max(0, (end - self.from_on).days)

    def is_running(self, on: date) -> bool:
        """Whether the clock stands still on that day."""
        return self.ended_on is None and self.from_on <= on < self.until_on


class Clock(NamedTuple):
    """``due_on``: the day on which silence becomes a refusal. ``stopped_until_on``: the end of a pause that runs."""

    due_on: date
    stopped_until_on: date | None


def clock(received_on: date, months: int, pauses: Iterable[Pause], on: date) -> Clock:
    """The clock of a request as it stands on a day.

    Code des relations entre le public et l'administration, art. R. 112-5, 1° and L. 114-5; months run from quantième
    to quantième.
    """
    pauses = tuple(pauses)
    due = date.fromordinal(add_months(received_on.toordinal(), months)) + timedelta(sum(one.days() for one in pauses))
    running = [one.until_on for one in pauses if one.is_running(on)]
    return Clock(due, max(running, default=None))


def end_pause(pauses: list[Pause], on: date) -> None:
    """The pause that runs, if any, ends on that day."""
    if pauses and pauses[-1].ended_on is None:
        pauses[-1] = pauses[-1]._replace(ended_on=on)
