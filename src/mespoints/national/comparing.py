"""A country replayed under two laws: who gains, who loses, and what the years come to on each side.

The facts stay those of the file: what people would have done otherwise is not guessed. One thing follows the law of
the side alone: a licence obtained after a loss that no longer happens was never asked for, and its row is left out.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from mespoints.law import causes, kinds, reasons
from mespoints.law.days import NEVER, Day
from mespoints.national.batch import Engine, Folded
from mespoints.national.columns import OPENING_ACT, SCHEMA
from mespoints.national.plain import question
from mespoints.national.reform_file import CostChange, Reform, Side
from mespoints.national.replaying import cores_here, in_order
from mespoints.national.years import Years, no_years, year_of, years_of

YEARS_SHOWN = 10
LOST = (reasons.LOST_BY_48SI, reasons.LOST_BY_JUDGE)


class Compared(NamedTuple):
    """What a reform changes. ``gain``, ``lose``: licences with more, or fewer, points on the day; ``gained``,
    ``lost``: by how many in all; ``losses``: licences not held any more, before and after."""

    licences: int
    gain: int
    lose: int
    gained: int
    lost: int
    losses: tuple[int, int]
    before: Years
    after: Years

    def plus(self, other: "Compared") -> "Compared":
        """Two batches together."""
        losses = (self.losses[0] + other.losses[0], self.losses[1] + other.losses[1])
        return Compared(
            self.licences + other.licences, self.gain + other.gain, self.lose + other.lose, self.gained + other.gained,
            self.lost + other.lost, losses, self.before.plus(other.before), self.after.plus(other.after),
        )  # fmt: skip


def nothing(on: Day) -> Compared:
    """Before the first batch."""
    years = no_years(year_of(on) - YEARS_SHOWN + 1, year_of(on))
    return Compared(0, 0, 0, 0, 0, (0, 0), years, years)


def compare(
    batches: Iterable[pa.RecordBatch], reform: Reform, on: Day, engines: tuple[Engine, Engine], *,
    strict: bool = False, cores: int = 0, tell: Callable[[Compared], None] | None = None,
) -> Compared:  # fmt: skip
    """Replay batches of ``acts/1`` under both laws, as of a day; each engine has the law of its side.

    Raises what the batches raise.
    """

    def compare_some(batch: pa.RecordBatch) -> Compared:
        before, after = (
            lived(batch, side, engine, on, strict=strict)
            for side, engine in zip((reform.before, reform.after), engines, strict=True)
        )
        return compared(before, after, on)

    total = nothing(on)
    for some in in_order(compare_some, batches, cores or cores_here()):
        total = total.plus(some)
        if tell is not None:
            tell(total)
    return total


def compared(before: Folded, after: Folded, on: Day) -> Compared:
    """Two answers about the same licences."""
    change = shown(after) - shown(before)
    first, last = year_of(on) - YEARS_SHOWN + 1, year_of(on)
    years = [years_of(folded.every_movement(), first, last) for folded in (before, after)]
    losses = [
        sum(status in ("invalidated", "annulled") for status in folded.balances["status"].to_pylist())
        for folded in (before, after)
    ]
    return Compared(
        len(change), int((change > 0).sum()), int((change < 0).sum()), int(change[change > 0].sum()),
        -int(change[change < 0].sum()), (losses[0], losses[1]), years[0], years[1],
    )  # fmt: skip


def shown(folded: Folded) -> Any:
    """The balance of each licence as its driver is shown it; 0 when it holds none yet."""
    return folded.balances["balance"].fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)


def lived(batch: pa.RecordBatch, side: Side, engine: Engine, on: Day, *, strict: bool) -> Folded:
    """A batch under the law of a side, without the licences that nobody would have asked for."""
    asked = question(on, NEVER, strict=strict)
    rows = costing(batch, side.costs)
    folded = engine.answer(rows, asked, movements=True)
    never_lost = obtained_without_a_loss(folded.movements)
    if not never_lost:
        return folded
    numbers, act = rows["licence"].to_numpy(), rows["act"].to_numpy()
    wanted = np.isin(numbers, [number for number, _ in never_lost])
    left_out = np.zeros(len(rows), bool)
    for place in np.flatnonzero(wanted & (rows["kind"].to_numpy() == kinds.LICENCE_OBTAINED)).tolist():
        left_out[place] = (int(numbers[place]), int(act[place])) in never_lost
    return engine.answer(rows.filter(pa.array(~left_out)), asked, movements=True)


def obtained_without_a_loss(movements: pa.RecordBatch) -> set[tuple[int, int]]:
    """The licences obtained again, each with the act that says so, while the former one was still held."""
    numbers, cause, reason, act = (movements[name].to_numpy() for name in ("licence", "cause", "reason", "act"))
    again = (cause == causes.OBTAINED) & (act != OPENING_ACT)
    if not again.any():
        return set()
    change = np.isin(reason, LOST).astype(np.int64) - again
    summed = np.cumsum(change)
    first = np.searchsorted(numbers, numbers)
    since_opening = summed - (summed[first] - change[first])
    found = again & (since_opening < 0)
    return set(zip(numbers[found].tolist(), act[found].tolist(), strict=True))


def costing(batch: pa.RecordBatch, costs: tuple[CostChange, ...]) -> pa.RecordBatch:
    """The acts with what their offences cost by a reform."""
    if not costs:
        return batch
    natinf, began_on, kind = (batch[name].to_numpy() for name in ("natinf", "began_on", "kind"))
    was_points, was_grade = batch["points"].to_numpy(), batch["grade"].to_numpy()
    points, grade = was_points.copy(), was_grade.copy()
    for cost in costs:
        chosen = (kind == kinds.DECIDED) & (began_on >= cost.from_on)
        if cost.natinf:
            chosen &= np.isin(natinf, cost.natinf)
        for wanted, was in ((cost.of_points, was_points), (cost.of_grade, was_grade)):
            chosen &= wanted is None or was == wanted
        points[chosen] = points[chosen] if cost.points is None else cost.points
        grade[chosen] = grade[chosen] if cost.grade is None else cost.grade
    changed = {"points": pa.array(points), "grade": pa.array(grade)}
    return pa.RecordBatch.from_arrays([changed.get(name, batch[name]) for name in SCHEMA.names], schema=SCHEMA)
