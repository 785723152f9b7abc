"""What a page of balance asks of the register beside the acts, in one query: to ask is most of what a query costs."""

from datetime import date
from typing import NamedTuple

from django.db import connection

from mespoints.register.files import LAST_DAYS, LICENCE_FIELDS, last_day, licence_from
from mespoints.register.lags import Lag, lags_of
from mespoints.register.models import Licence

OPENED = f"""
SELECT {", ".join(f'l."{name}"' for name in LICENCE_FIELDS)}, {LAST_DAYS}, g.event, g.median_days, g.measured_on
FROM register_licence l LEFT JOIN register_recordinglag g ON g.acts >= %s WHERE l.id = %s
"""  # noqa: S608 - names of our own columns
LAGS_FROM = len(LICENCE_FIELDS) + 2


class Opened(NamedTuple):
    """A licence, the day that ``files.known_up_to`` gives, and how long recording takes in this register."""

    licence: Licence
    known_up_to: date
    lags: dict[str, Lag]


def opened(pk: int, *, lags_seen: int) -> Opened:
    """The licence of this number; of the lags, those seen so many times at least. Raises Licence.DoesNotExist."""
    with connection.cursor() as cursor:
        cursor.execute(OPENED, [pk, lags_seen, pk])
        rows = cursor.fetchall()
    if not rows:
        raise Licence.DoesNotExist(pk)
    licence = licence_from(rows[0][: len(LICENCE_FIELDS)])
    last = last_day(licence, rows[0][len(LICENCE_FIELDS) : LAGS_FROM])
    return Opened(licence, last, lags_of(row[LAGS_FROM:] for row in rows if row[LAGS_FROM] is not None))
