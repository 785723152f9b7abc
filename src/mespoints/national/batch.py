"""A batch answered: columns of acts in, columns of balances out, whatever engine runs it and on whatever machine."""

import threading
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from mespoints.law.memory import BANNED
from mespoints.law.rows import MovementRow
from mespoints.national.columns import licences_in
from mespoints.national.engine import FOLDED, FOR_PLAIN_RULES, Answers, Columns, Question
from mespoints.national.laws import AS_IT_IS, Law, plain
from mespoints.national.layout import MOVEMENT, new_block
from mespoints.national.plain import Answer, plain_answer, status_names

STATUSES = sorted(set(status_names().values()))
DAY_OF_EPOCH = 719_163
"""1 January 1970 as an ordinal: Arrow counts its days from there."""

BALANCES = pa.schema(
    [
        ("licence", pa.int64()),
        ("balance", pa.int16()),
        ("signed_balance", pa.int16()),
        ("ceiling", pa.int16()),
        ("status", pa.dictionary(pa.int8(), pa.string())),
        ("next_on", pa.date32()),
    ],
    metadata={b"format": b"balances/1"},
)
"""All null but the licence when it holds no points yet on that day. ``next_on``: the first day on which something comes
by itself; null when nothing does."""

MOVEMENTS = pa.schema(
    [("licence", pa.int64()), *[(name, pa.int32()) for name in MovementRow._fields]],
    metadata={b"format": b"movements/1"},
)
"""The fields of ``law.rows.MovementRow``: days as ordinals, causes, reasons and letters by their numbers."""

MOVEMENTS_AT_ONCE = 1 << 16


class Folded(NamedTuple):
    """A batch answered. ``numbers``: its licences. ``written``: the movements of those that the compiled rules folded,
    in their order; ``plain``: the answers of the others, by their place."""

    numbers: Any
    answers: Answers
    written: Any
    plain: dict[int, Answer | None]

    @property
    def balances(self) -> pa.RecordBatch:
        """Where each licence stands."""
        return balances_of(self)

    @property
    def movements(self) -> pa.RecordBatch:
        """Every movement, licence by licence."""
        return movements_of(self)

    def every_movement(self) -> Any:
        """The same as records, in no particular order."""
        others = [tuple(row) for answer in self.plain.values() if answer is not None for row in answer.movements]
        return np.concatenate([self.written, np.array(others, MOVEMENT)])


class Engine:
    """Answers batches: with the compiled rules, or with the plain ones alone when ``fold`` is None.

    Each thread has its own block of working memory.
    """

    def __init__(self, fold: Callable[..., int] | None, law: Law = AS_IT_IS) -> None:
        self.fold = fold
        self.plain_law = plain(law)
        self.local = threading.local()

    def answer(self, batch: pa.RecordBatch, asked: Question, *, movements: bool = False) -> Folded:
        """Where each licence of a batch of ``acts/1`` stands, with its movements if asked for.

        The batch holds whole licences.
        """
        starts = starts_of(batch)
        answers = Answers(*[np.zeros(len(starts) - 1, np.int32) for _ in Answers._fields])
        written = np.zeros(0, MOVEMENT)
        if self.fold is None:
            answers.road[:] = FOR_PLAIN_RULES
        else:
            written = self.run(columns_read(batch), starts, asked, answers, movements=movements)
        numbers = batch.column("licence").to_numpy()[starts[:-1]]
        return Folded(numbers, answers, written, dict(self.answer_plainly(batch, starts, asked, answers)))

    def run(self, columns: Columns, starts: Any, asked: Question, answers: Answers, *, movements: bool) -> Any:
        """Fold the whole batch by the compiled rules; the movements, in their order."""
        assert self.fold is not None
        room = np.zeros(MOVEMENTS_AT_ONCE if movements else 0, MOVEMENT)
        written, first, count = [room[:0]], 0, len(starts) - 1
        while first < count:
            end = self.fold(self.block, columns, starts, first, count, asked, answers, room)
            if movements:
                written.append(room[: answers.written[first:end].sum()].copy())
            first = end
        return np.concatenate(written)

    @property
    def block(self) -> Any:
        """The working memory of this thread."""
        if not hasattr(self.local, "block"):
            self.local.block = new_block()
        return self.local.block

    def answer_plainly(
        self, batch: pa.RecordBatch, starts: Any, asked: Question, answers: Answers
    ) -> Iterator[tuple[int, Answer | None]]:
        """What the plain rules answer for the licences left to them, by their place."""
        left = answers.road == FOR_PLAIN_RULES
        if left.any():
            places, rows = np.flatnonzero(left).tolist(), batch.filter(pa.array(np.repeat(left, np.diff(starts))))
            for place, (_, facts) in zip(places, licences_in(rows), strict=True):
                yield place, plain_answer(facts, asked, self.plain_law)


def starts_of(batch: pa.RecordBatch) -> Any:
    """Where the rows of each licence begin, and where the last one's end."""
    numbers = batch.column("licence").to_numpy()
    found = np.concatenate([[0], np.flatnonzero(numbers[1:] != numbers[:-1]) + 1, [len(numbers)]]).astype(np.int64)
    found = found if len(numbers) else found[:1]
    found.flags.writeable = False
    return found


def columns_read(batch: pa.RecordBatch) -> Columns:
    """The columns of a batch as arrays, without a copy."""
    return Columns(*[batch.column(name).to_numpy() for name in Columns._fields])


def balances_of(folded: Folded) -> pa.RecordBatch:
    """The answers as columns."""
    answers = folded.answers
    status = status_table()[4 * answers.hold + 2 * (answers.total > 0) + answers.suspended]
    total, ceiling, next_on = answers.total.copy(), answers.ceiling.copy(), answers.next_on.copy()
    absent = answers.road != FOLDED
    for place, answer in folded.plain.items():
        absent[place] = answer is None
        if answer is not None:
            total[place], ceiling[place], next_on[place] = answer.total, answer.ceiling, answer.next_on
            status[place] = STATUSES.index(answer.status)
    told = ~absent
    arrays = [
        pa.array(folded.numbers),
        column_of(np.maximum(total, 0).astype(np.int16), pa.int16(), told),
        column_of(total.astype(np.int16), pa.int16(), told),
        column_of(ceiling.astype(np.int16), pa.int16(), told),
        pa.DictionaryArray.from_arrays(column_of(status, pa.int8(), told), STATUSES),
        column_of(next_on - np.int32(DAY_OF_EPOCH), pa.date32(), told & (next_on != 0)),
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=BALANCES)


def column_of(values: Any, kind: pa.DataType, told: Any) -> pa.Array:
    """Numbers of the width of an Arrow type as a column, without a copy. ``told``: False where it is null."""
    bits = np.packbits(told, bitorder="little")
    return pa.Array.from_buffers(kind, len(values), [pa.py_buffer(bits), pa.py_buffer(values)])


@cache
def status_table() -> Any:
    """The place in ``STATUSES`` of what each standing is called: four a holding, by the sum and the suspension."""
    table = np.zeros(4 * (BANNED + 1), np.int8)
    for (hold, is_positive, is_suspended), name in status_names().items():
        table[4 * hold + 2 * is_positive + is_suspended] = STATUSES.index(name)
    return table


def movements_of(folded: Folded) -> pa.RecordBatch:
    """Every movement of the batch, licence by licence."""
    owners = [np.repeat(np.arange(len(folded.numbers)), folded.answers.written)]
    owners += [np.full(len(answer.movements), place) for place, answer in folded.plain.items() if answer is not None]
    owner, rows = np.concatenate(owners), folded.every_movement()
    if folded.plain:
        order = np.argsort(owner, kind="stable")
        owner, rows = owner[order], rows[order]
    arrays = [pa.array(folded.numbers[owner]), *[pa.array(rows[name].astype(np.int32)) for name in MovementRow._fields]]
    return pa.RecordBatch.from_arrays(arrays, schema=MOVEMENTS)
