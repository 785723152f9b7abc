"""What the law reads of many licences at once, and nothing else of them: no name, no file number.

Nothing is locked or written. Days are text, as the payloads have them.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.db import connection

from mespoints.register.administrative import ADMINISTRATIVE, UNDOES

OPENINGS = """
SELECT id, CAST(obtained_on AS TEXT), probation, territory, "foreign", CAST(recorded_on AS TEXT)
FROM register_licence WHERE id > %s AND id <= %s ORDER BY id
"""
ACTS = f"""
SELECT a.licence_id, CAST(a.recorded_on AS TEXT), p.body
FROM register_act a JOIN register_payload p ON p.act_id = a.id
WHERE a.licence_id > %s AND a.licence_id <= %s AND a.recorded_on <= %s
    AND a.kind NOT IN ({", ".join(f"'{kind}'" for kind in ADMINISTRATIVE if kind not in UNDOES)})
ORDER BY a.licence_id, a.sequence
"""  # noqa: S608 - our own words
LAST_ERASED = "SELECT CAST(MAX(erased_on) AS TEXT) FROM register_erasure"
ERASED_SINCE = """
SELECT DISTINCT a.licence_id FROM register_act a JOIN register_erasure e ON e.act_id = a.id
WHERE a.licence_id > %s AND a.licence_id <= %s AND e.erased_on > %s
"""


class Learned(NamedTuple):
    """What an act says, and the day on which the register learned it."""

    payload: dict[str, Any]
    recorded_on: str


class Known(NamedTuple):
    """A licence by its number, what it opens with, and its acts that the law reads, each in its last version."""

    pk: int
    obtained_on: str
    probation: str
    territory: str
    foreign: bool
    recorded_on: str
    acts: Sequence[Learned]


def known_licences(after: int, last: int, known_on: str) -> Iterator[Known]:
    """The licences from one number (excluded) to another, as the register knew them at the end of a day."""
    acts = learned(rows_between(ACTS, after, last, known_on))
    for pk, obtained_on, probation, territory, foreign, recorded_on in rows_between(OPENINGS, after, last):
        yield Known(pk, obtained_on, probation, territory, bool(foreign), recorded_on, acts.get(pk, []))


def learned(rows: list[tuple[int, str, str]]) -> dict[int, list[Learned]]:
    """The acts of each licence, one a name: the last version, at the place of the first, unless it was undone.

    All the payloads are parsed as one text: one by one takes four times longer.
    """
    payloads = json.loads(f"[{','.join(body for _, _, body in rows)}]")
    found = {}
    for pk, lines in groupby(zip(rows, payloads, strict=True), key=lambda line: line[0][0]):
        named = {payload["id"]: Learned(payload, row[1]) for row, payload in lines}
        found[pk] = [act for act in named.values() if act.payload["act"] not in UNDOES]
    return found


def erased_since(after: int, last: int, on: str) -> set[int]:
    """The licences of which facts were erased after a day: what was known of them that day cannot be told any more."""
    return {pk for (pk,) in rows_between(ERASED_SINCE, after, last, on)}


def last_erased_on() -> str:
    """The last day on which anything was erased; empty when nothing ever was."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_ERASED)
        (day,) = cursor.fetchone()
    return day or ""


def rows_between(statement: str, *values: int | str) -> list[Any]:
    """The rows of one query about the licences between two numbers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall())
