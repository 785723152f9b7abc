"""How long the préfectures take to answer: public, counted on what closed lately, never on a few people."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from mespoints.requests.models import RecordRequest
from mespoints.requests.prefectures import prefectures
from mespoints.requests.standing import RELEASED

DAYS_LOOKED_AT = 180
FEWEST = 5
"""Below so many records released, nothing is told: it would be about somebody."""


class Waiting(NamedTuple):
    """``released``: records given in the last 180 days; ``median_days``: from arrival, None when they are too few."""

    departement: str
    name: str
    released: int | None
    median_days: int | None


def waiting_times(on: date) -> tuple[Waiting, ...]:
    """The waiting time at every préfecture, as it was in the 180 days before a day."""
    days = days_taken(on)
    return tuple(
        Waiting(code, one.name, *(told(days[code]) if code in days else (None, None)))
        for code, one in prefectures().items()
    )


def told(days: list[int]) -> tuple[int, int] | tuple[None, None]:
    """How many, and their median rounded up; nothing when they are too few."""
    return (len(days), -int(-median(days) // 1)) if len(days) >= FEWEST else (None, None)


def days_taken(on: date) -> Mapping[str, list[int]]:
    """The days that each release took, by département, the time spent waiting for missing pieces included."""
    closed = RecordRequest.objects.filter(
        state=RELEASED, closed_on__gt=on - timedelta(days=DAYS_LOOKED_AT), closed_on__lte=on
    )
    found: dict[str, list[int]] = defaultdict(list)
    for departement, received_on, closed_on in closed.values_list("departement", "received_on", "closed_on"):
        assert closed_on is not None
        found[departement].append((closed_on - received_on).days)
    return found
