"""How long facts take to reach the register: the median of the last twelve months, by what happened.

Measured by the nightly run on a sample of bounded size, spread evenly over those months; a page reads five rows.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median
from typing import Any, NamedTuple

from django.db import connection

from mespoints.law.days import add_months
from mespoints.register.durability import durable_transaction
from mespoints.register.models import RecordingLag

EVENTS = ("paiement", "titre_executoire", "composition_penale", "condamnation", "stage")
"""What is recorded some time after it happened: how an offence became final, and the end of a stage."""

SLICES, SLICE = 100, 1_000
"""At most a hundred thousand acts are looked at, of however many millions."""

ENDS = "SELECT MIN(id), MAX(id) FROM register_act"
NEXT_ACT = "SELECT recorded_on FROM register_act WHERE id >= %s ORDER BY id LIMIT 1"
# A licence that was taken over came with its past: those of its acts say nothing of how long recording takes.
SAMPLE = """
SELECT p.body, a.recorded_on FROM register_act a JOIN register_payload p ON p.act_id = a.id
JOIN register_licence l ON l.id = a.licence_id
WHERE a.id BETWEEN %s AND %s AND a.kind IN ('offence', 'stage') AND a.recorded_on >= %s
AND a.recorded_on > l.recorded_on
"""


class Lag(NamedTuple):
    """Half of the facts of a kind were recorded within so many days, as measured on a day."""

    days: int
    measured_on: date


def measure_lags(on: date) -> None:
    """Measure again, as on a day, over the twelve months before it."""
    since = date.fromordinal(add_months(on.toordinal(), -12))
    waited: dict[str, list[int]] = {event: [] for event in EVENTS}
    for event, days in waits(since):
        waited[event].append(days)
    rows = [
        RecordingLag(event=event, measured_on=on, acts=len(days), median_days=round(median(days)) if days else 0)
        for event, days in waited.items()
    ]
    fields = ("measured_on", "acts", "median_days")
    with durable_transaction():
        RecordingLag.objects.bulk_create(rows, update_conflicts=True, unique_fields=["event"], update_fields=fields)


def waits(since: date) -> Iterator[tuple[str, int]]:
    """What happened and how many days it took to be recorded, for each act of the sample."""
    with connection.cursor() as cursor:
        for first, last in slices(since, cursor):
            cursor.execute(SAMPLE, [first, last, since])
            for body, recorded_on in cursor.fetchall():
                told = happened(json.loads(body))
                if told is not None:
                    event, on = told
                    yield event, max(0, (date.fromisoformat(str(recorded_on)) - date.fromisoformat(on)).days)


def happened(payload: dict[str, Any]) -> tuple[str, str] | None:
    """What an act says that happened, and on which day; None while an offence is pending, or once it is closed."""
    if payload["act"] == "stage":
        return "stage", payload["ended_on"]
    return (payload["final_by"], payload["final_on"]) if payload.get("final_on") else None


def slices(since: date, cursor: Any) -> Iterator[tuple[int, int]]:
    """The numbers of the acts to look at, first and last: all those recorded since a day when they are few."""
    cursor.execute(ENDS)
    least, last = cursor.fetchone()
    if last is None:
        return
    first = first_since(since, least, last, cursor)
    every = max(SLICE, (last - first + 1) // SLICES)
    for start in range(first, last + 1, every):
        yield start, min(start + SLICE - 1, last)


def first_since(since: date, least: int, last: int, cursor: Any) -> int:
    """The number of the first act recorded since a day, or one close to it: numbers grow with the days."""
    low, high = least, last
    while low < high:
        middle = (low + high) // 2
        cursor.execute(NEXT_ACT, [middle])
        (recorded_on,) = cursor.fetchone()
        if date.fromisoformat(str(recorded_on)) >= since:
            high = middle
        else:
            low = middle + 1
    return low


def lags_of(rows: Iterable[tuple[str, int, Any]]) -> dict[str, Lag]:
    """The lags of some rows: what happened, the median in days, the day of the measure."""
    return {event: Lag(days, date.fromisoformat(str(on))) for event, days, on in rows}
