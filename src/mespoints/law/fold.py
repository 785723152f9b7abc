"""The one fold: rows of facts in, rows of movements out, in the order of D4."""

from collections.abc import Iterable

from mespoints.law import kinds
from mespoints.law.days import NEVER, Day
from mespoints.law.facts import take_in
from mespoints.law.memory import (
    BEFORE_ANY_ROW,
    FULL_DUE,
    NEXT_ROW,
    ONE_DUE,
    STATE_SIZE,
    STEP_DUE,
    STRICT,
    TEN_DUE,
    Memory,
    new_memory,
)
from mespoints.law.probation import judge_probation
from mespoints.law.returns import restore_fully, return_one_points, return_ten_years, weigh_again
from mespoints.law.rows import Row
from mespoints.law.rules import rule
from mespoints.law.taking import know_whole_file
from mespoints.law.undone import is_undone


@rule
def come_of_itself(m: Memory, day: Day) -> None:
    """Everything that a day brings without any act, in the order of D4 (art. L. 223-1 and L. 223-6)."""
    state = m.state
    if state[STEP_DUE] <= day:
        judge_probation(m, day)
    if state[ONE_DUE] <= day:
        return_one_points(m, day)
    if state[TEN_DUE] <= day:
        return_ten_years(m, day)
    if state[FULL_DUE] <= day:
        restore_fully(m, day)


@rule
def advance(m: Memory, until: Day, last_kind: int) -> None:
    """Live every fact and every return up to a day, and on that day up to a kind of the order of D4.

    Format ``dossier/1``. What comes of itself follows the acts of its day.
    """
    state = m.state
    rows = m.rows
    while True:
        row_day = rows[state[NEXT_ROW]].day if state[NEXT_ROW] < len(rows) else NEVER
        due = min(state[STEP_DUE], state[ONE_DUE], state[TEN_DUE], state[FULL_DUE])
        if row_day <= due:
            if row_day > until or (row_day == until and rows[state[NEXT_ROW]].kind > last_kind):
                return
            state[NEXT_ROW] += 1
            take_in(m, rows[state[NEXT_ROW] - 1])
        else:
            if due > until or (due == until and last_kind < kinds.OF_ITSELF):
                return
            come_of_itself(m, due)


@rule
def begin(m: Memory, strict: int) -> None:
    """Before the first row: nothing has happened yet, and of the facts only those that are not undone will.

    Format ``dossier/1``; art. L. 223-6 in the strict reading (``strict``: 1), which knows the whole file (doubt D2).
    """
    for place in range(STATE_SIZE):
        m.state[place] = BEFORE_ANY_ROW[place]
    m.state[STRICT] = strict
    del m.rows[:]
    del m.offences[:]
    for i in range(len(m.facts)):
        if not is_undone(m, m.facts[i].act):
            let_stand(m, m.facts[i])
    if strict == 1:
        know_whole_file(m)


@rule
def let_stand(m: Memory, row: Row) -> None:
    """A fact will be read in its turn; an offence has taken nothing yet (format ``dossier/1``)."""
    m.rows.append(row)
    if row.kind == kinds.DECIDED:
        k = len(m.offences)
        m.offences.append(row)
        m.taken[k] = m.known[k] = 0
        m.one_due[k] = m.ten_due[k] = NEVER


def start(rows: list[Row], strict: bool, revisions: Iterable[Row] = ()) -> Memory:
    """A fresh memory for these rows; they may stand in any order, the revisions too."""
    m = new_memory(sorted(rows), sorted(revisions))
    begin(m, 1 if strict else 0)
    return m


@rule
def next_day(m: Memory) -> Day:
    """The first day on which a fact is to be read or something is due, NEVER when there is none (art. L. 223-6)."""
    state = m.state
    row_day = m.rows[state[NEXT_ROW]].day if state[NEXT_ROW] < len(m.rows) else NEVER
    return min(row_day, state[STEP_DUE], state[ONE_DUE], state[TEN_DUE], state[FULL_DUE])


def look_ahead(m: Memory, on: Day, coming: list[Row], until: Day) -> Memory:
    """What comes by itself after ``on`` when nothing new happens, on a copy: the memory given stays.

    ``coming``: the rows after ``on`` that count all the same (a stage ended on that day). Offences not yet
    decided are forgotten, in the strict reading too; a delay that they had already broken stays broken.
    """
    copy = ahead_of(m, on, coming)
    advance(copy, until, kinds.OF_ITSELF)
    return copy


def ahead_of(m: Memory, on: Day, coming: list[Row]) -> Memory:
    """The memory from which to look ahead, with no movement yet."""
    copy = m._replace(
        rows=coming, state=list(m.state), taken=list(m.taken), known=list(m.known),
        one_due=list(m.one_due), ten_due=list(m.ten_due), movements=[],
    )  # fmt: skip
    copy.state[NEXT_ROW] = 0
    forget_undecided(copy, on)
    return copy


@rule
def forget_undecided(m: Memory, on: Day) -> None:
    """Who looks ahead forgets the offences not yet decided, which the strict reading knew (art. L. 223-6; doubt D2)."""
    state = m.state
    if state[STRICT] == 1:
        for k in range(len(m.offences)):
            if m.offences[k].day > on:
                m.known[k] = 0
        weigh_again(m, on)
        if state[FULL_DUE] <= on:
            state[FULL_DUE] = NEVER
