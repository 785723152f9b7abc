"""The fold of a batch, compiled: the rules of law as they are written, led one licence after the other.

What is here puts rows in their order, calls the rules and reads the answer. It decides nothing. ``compiling`` compiles
these functions with the rules that they call; nobody else calls them.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import types

from mespoints.law import kinds
from mespoints.law.fold import advance, begin, forget_undecided, next_day
from mespoints.law.forecast import is_told
from mespoints.law.memory import CEILING, ENDED_BY, HOLD, NEXT_ROW, NOT_YET, TOTAL
from mespoints.law.revisions import live
from mespoints.law.rows import Row
from mespoints.law.undone import suspension_over_on
from mespoints.national.layout import IS_SUSPENDED, MOST_ROWS, WAS_FULL
from mespoints.national.working_memory import BLOCK, MOVEMENTS, memory_at


class Columns(NamedTuple):
    """The columns of ``acts/1`` that the fold reads, as arrays."""

    day: Any
    kind: Any
    established_on: Any
    began_on: Any
    act: Any
    grade: Any
    points: Any
    group: Any
    delay_from: Any
    until_on: Any
    recorded_on: Any


class Question(NamedTuple):
    """What is asked of every licence. ``on``: the day of the answer; ``known_on``: by what was recorded up to then;
    ``ahead_until``: how far to look for what comes next; ``strict``: 1 in the strict reading (doubt D2)."""

    on: int
    known_on: int
    ahead_until: int
    strict: int


class Answers(NamedTuple):
    """One place a licence in each array. ``next_on``: 0 when nothing comes. ``road``: see below."""

    total: Any
    ceiling: Any
    hold: Any
    suspended: Any
    next_on: Any
    written: Any
    road: Any


FOLDED, NOT_YET_HELD, FOR_PLAIN_RULES = 0, 1, 2
"""How a licence was answered: by the compiled rules; not at all, because it holds no points yet on that day; or left to
the plain rules, because it has no room here."""


def row_of(columns: Any, at: int) -> Row:
    """A row of the columns."""
    return Row(
        columns.day[at], columns.kind[at], columns.established_on[at], columns.began_on[at], columns.act[at],
        columns.grade[at], columns.points[at], columns.group[at], columns.delay_from[at],
    )  # fmt: skip


def comes_before(one: Any, other: Any) -> bool:
    """The order of D4, that of the fields of ``law.rows.Row``; equal rows are the same."""
    if one.day != other.day:
        return bool(one.day < other.day)
    if one.kind != other.kind:
        return bool(one.kind < other.kind)
    if one.established_on != other.established_on:
        return bool(one.established_on < other.established_on)
    if one.began_on != other.began_on:
        return bool(one.began_on < other.began_on)
    if one.act != other.act:
        return bool(one.act < other.act)
    return bool(one.group < other.group)


def put_in_order(rows: Any) -> None:
    """Sort rows; those of a file are nearly always in order already. There is room for one more behind the last."""
    spare = len(rows)
    for i in range(1, spare):
        if comes_before(rows[i], rows[i - 1]):
            rows[spare] = rows[i]
            k = i
            while k > 0 and comes_before(rows[spare], rows[k - 1]):
                rows[k] = rows[k - 1]
                k -= 1
            rows[k] = rows[spare]


def read_facts(m: Any, columns: Any, first: Any, end: Any, question: Any) -> bool:
    """The facts of one licence that were known, and its revisions, in order; whether there is room for them."""
    del m.facts[:]
    del m.revisions[:]
    m.counts[IS_SUSPENDED] = 0
    for at in range(first, end):
        if columns.recorded_on[at] > question.known_on:
            continue
        if len(m.facts) + 2 > MOST_ROWS or len(m.revisions) + 2 > MOST_ROWS:
            return False
        if columns.kind[at] == kinds.REVISED:
            read_revision(m, columns, at)
        else:
            read_fact(m, columns, at, question)
    put_in_order(m.facts)
    put_in_order(m.revisions)
    return True


def read_fact(m: Any, columns: Any, at: int, question: Any) -> None:
    """A fact; in the strict reading the réalité of an offence is one too, as ``law.play.add_offence`` has it.

    Whether a suspension covers the day is seen on the way, as ``law.statement.status_on`` asks.
    """
    m.facts.append(row_of(columns, at))
    if columns.kind[at] == kinds.SUSPENSION and columns.day[at] <= question.on <= columns.until_on[at]:
        m.counts[IS_SUSPENDED] = 1
    if question.strict == 1 and columns.kind[at] == kinds.DECIDED and columns.established_on[at] < columns.day[at]:
        m.facts.append(row_of(columns, at))
        row = m.facts[len(m.facts) - 1]
        row.day, row.kind, row.points = row.established_on, kinds.ESTABLISHED, 0


def read_revision(m: Any, columns: Any, at: int) -> None:
    """A decision that undoes another, and the end of a suspension, as ``law.undone.revisions_of`` has them."""
    m.revisions.append(row_of(columns, at))
    row = m.revisions[len(m.revisions) - 1]
    row.established_on = row.day
    if columns.until_on[at] > 0:
        m.revisions.append(row)
        row = m.revisions[len(m.revisions) - 1]
        row.day, row.established_on = suspension_over_on(columns.until_on[at]), 0


def keep_rows_to_come(m: Any, on: int) -> None:
    """Of the rows not read yet, those that ``law.forecast.rows_to_come`` keeps."""
    rows, kept = m.rows, 0
    for i in range(m.state[NEXT_ROW], len(rows)):
        is_stage_of_today = rows[i].kind == kinds.STAGE and rows[i].established_on == on
        if is_stage_of_today or (rows[i].kind == kinds.END_OF_BAN and rows[i].group == m.state[ENDED_BY]):
            rows[kept] = rows[i]
            kept += 1
    del rows[kept:]
    m.state[NEXT_ROW] = 0


def first_coming(m: Any, on: int, until: int) -> int:
    """The day of the first movement to come by itself, 0 when there is none: ``law.forecast.first_coming``.

    The memory is used up: nothing more is asked of this licence.
    """
    keep_rows_to_come(m, on)
    forget_undecided(m, on)
    del m.movements[:]
    day = next_day(m)
    while day <= until:
        advance(m, day, kinds.OF_ITSELF)
        for i in range(len(m.movements)):
            if is_told(m.movements[i]):
                return int(m.movements[i].day)
        del m.movements[:]
        day = next_day(m)
    return 0


def fold_one(m: Any, columns: Any, first: Any, end: Any, question: Any) -> int:
    """Live one licence up to the day; the road that answers it. Unsigned places are not looked at for a sign."""
    if not read_facts(m, columns, first, end, question):
        return FOR_PLAIN_RULES
    for k in range(len(m.revisions)):
        m.undoes[k] = m.waits[k] = -1
    del m.movements[:]
    m.counts[WAS_FULL] = 0
    begin(m, question.strict)
    live(m, question.on)
    if m.counts[WAS_FULL] == 1:
        return FOR_PLAIN_RULES
    return NOT_YET_HELD if m.state[HOLD] == NOT_YET else FOLDED


def hand_out(to: Any, row: Any) -> None:
    """A movement written where the caller reads it."""
    to.day, to.cause, to.points, to.total, to.ceiling = row.day, row.cause, row.points, row.total, row.ceiling
    to.act, to.offence, to.reason, to.letter, to.ground = row.act, row.offence, row.reason, row.letter, row.ground


def fold_licences(
    block: Any, columns: Any, starts: Any, first: int, end: int, question: Any, answers: Any, movements: Any
) -> int:
    """Fold the licences from ``first`` to ``end``; the one at which there was no more room for movements, or ``end``.

    ``starts``: where the rows of each licence begin, and where the last one's end. ``movements``: room for what they
    write, one after the other; none when it has no room at all. ``answers.written`` says how many each wrote.
    """
    m = memory_at(block)
    used = 0
    for place in range(first, end):
        road = fold_one(m, columns, np.uint64(starts[place]), np.uint64(starts[place + 1]), question)
        answers.road[place] = road
        answers.written[place] = 0
        if road != FOLDED:
            continue
        if len(movements) > 0:
            if used + len(m.movements) > len(movements):
                return place
            for i in range(len(m.movements)):
                hand_out(movements[used + i], m.movements[i])
            used += len(m.movements)
            answers.written[place] = len(m.movements)
        state = m.state
        answers.total[place], answers.ceiling[place], answers.hold[place] = state[TOTAL], state[CEILING], state[HOLD]
        answers.suspended[place] = m.counts[IS_SUSPENDED]
        answers.next_on[place] = first_coming(m, question.on, question.ahead_until)
    return end


def column_type(kind: Any) -> Any:
    """A column as Arrow lends it: nobody writes into it."""
    return types.Array(kind, 1, "C", readonly=True)


def named(record: type[tuple[Any, ...]], *fields: Any) -> Any:
    """The type of a NamedTuple; numba tells those whose fields are all alike from the others."""
    is_uniform = len(set(fields)) == 1
    return types.NamedUniTuple(fields[0], len(fields), record) if is_uniform else types.NamedTuple(fields, record)


DAYS, SMALL = column_type(types.int32), column_type(types.int8)
ANSWERS = types.int32[::1]
SIGNATURE = (
    BLOCK,
    named(Columns, DAYS, SMALL, DAYS, DAYS, DAYS, SMALL, SMALL, DAYS, DAYS, DAYS, DAYS),
    types.Array(types.int64, 1, "C", readonly=True),
    types.int64,
    types.int64,
    named(Question, *[types.int64] * len(Question._fields)),
    named(Answers, *[ANSWERS] * len(Answers._fields)),
    MOVEMENTS,
)
"""The types that ``fold_licences`` is compiled for."""
