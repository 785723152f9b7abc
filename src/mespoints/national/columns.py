"""The columns that hold the facts of millions of licences (format ``acts/1``), and the dossiers that they stand for.

One row for each fact that the fold reads: the fields of ``law.rows.Row``, the licence, and what the two clocks need.
The rows of a licence follow one another, in any order, the opening of the licence first; licences come in the order
of their numbers. Days are ordinals (``law.days``), 0 where a row has none.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa

from mespoints.law import kinds
from mespoints.law.acts import Dossier, Offence, Suspension
from mespoints.law.play import rows_of
from mespoints.law.rows import Row
from mespoints.law.undone import CAUSE_OF, Revising, Suspending, place_named

FORMAT = b"acts/1"

SCHEMA = pa.schema(
    [
        ("licence", pa.int64()),
        ("day", pa.int32()),
        ("kind", pa.int8()),
        ("established_on", pa.int32()),
        ("began_on", pa.int32()),
        ("act", pa.int32()),
        ("grade", pa.int8()),
        ("points", pa.int8()),
        ("group", pa.int32()),
        ("delay_from", pa.int32()),
        ("until_on", pa.int32()),
        ("recorded_on", pa.int32()),
        ("natinf", pa.int32()),
    ],
    metadata={b"format": FORMAT},
)
"""``until_on``: the last day of a suspension, of a licence or of a decision; 0 when it has none. ``recorded_on``:
when the register learned the fact; 0: before all else. ``natinf``: the code of an offence, 0 when it is not known.

A decision that undoes another has the kind ``REVISED``: its day, ``grade`` its cause (``law.causes``), ``group`` the
place of what it names (-1: none)."""

OPENING_ACT = -1


class Fact(NamedTuple):
    """A row of the columns, without its licence."""

    row: Row
    until_on: int = 0
    recorded_on: int = 0
    natinf: int = 0


def facts_of(dossier: Dossier, opened_on: int = 0) -> list[Fact]:
    """The rows of a dossier; ``opened_on``: when the register learned that the licence exists."""
    found = [fact_of(row, dossier, opened_on) for row in rows_of(dossier, strict=False)]
    for place, act in enumerate(dossier.acts):
        if isinstance(act, Revising):
            row = Row(act.on, kinds.REVISED, 0, 0, place, CAUSE_OF[type(act)], 0, place_named(act, dossier))
            until_on = act.to_on if isinstance(act, Suspending) and act.to_on is not None else 0
            found.append(Fact(row, until_on, act.recorded_on or 0))
    return found


def fact_of(row: Row, dossier: Dossier, opened_on: int) -> Fact:
    """A row of the fold, with what the act that it comes from says besides."""
    place = row.group if row.kind == kinds.END_OF_BAN else row.act
    if place == OPENING_ACT:
        return Fact(row, recorded_on=opened_on)
    act = dossier.acts[place]
    until_on = act.to_on if isinstance(act, Suspension) else 0
    code = act.natinf if isinstance(act, Offence) and act.natinf else "0"
    return Fact(row, until_on, act.recorded_on or 0, int(code) if code.isascii() and code.isdigit() else 0)


def columns_of(licences: Iterable[tuple[int, Sequence[Fact]]]) -> pa.RecordBatch:
    """The columns of numbered licences, given in the order of their numbers."""
    lines = [
        (licence, *fact.row, fact.until_on, fact.recorded_on, fact.natinf)
        for licence, facts in licences
        for fact in facts
    ]
    values = zip(*lines, strict=True) if lines else [()] * len(SCHEMA)
    arrays = [pa.array(list(column), field.type) for column, field in zip(values, SCHEMA, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def licences_in(batch: pa.RecordBatch) -> Iterator[tuple[int, list[Fact]]]:
    """The licences of a batch with their rows: the way back, slow and for a few."""
    rows = list(zip(*(batch.column(name).to_pylist() for name in SCHEMA.names), strict=True))
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place][0] != rows[start][0]:
            width = len(Row._fields)
            yield rows[start][0], [Fact(Row(*line[1 : width + 1]), *line[width + 1 :]) for line in rows[start:place]]
            start = place
