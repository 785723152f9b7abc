"""An invented country, as columns: lives like those of ``country``, the same for one seed whatever the number of cores.

Licences are made by blocks, each from a chance of its own. The letters 48SI are those that the law itself owes.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mespoints.law import causes, kinds, probations
from mespoints.law.capital import DECRET_2003_642, TWELVE_POINTS_FROM
from mespoints.law.days import NEVER, Day
from mespoints.law.letters import L48SI
from mespoints.national.batch import Engine
from mespoints.national.columns import OPENING_ACT, SCHEMA
from mespoints.national.offending import Offences, offences_of
from mespoints.national.plain import question

LICENCES_A_BLOCK = 50_000
YEARS_OF_DRIVING = 60
APPRENTISSAGE_ANTICIPE = 0.25
ANNULLED = 0.0005
"""Withdrawals that a judge annuls; no figure is published."""
SUSPENDED = 0.6
"""Offences of six points after which the prefect suspends."""
NOTIFIED = 0.65
OBTAINED_AGAIN = 0.7
MOST_FALLS = 2
ACTS_AN_OFFENCE = 4
"""Places of acts kept for each offence: itself, a stage, a suspension, its annulment."""

Rows = list[dict[str, Any]]
"""Parts of a block: columns by name, or one value for all."""


class Drivers(NamedTuple):
    """The licences of a block."""

    number: Any
    obtained_on: Any
    probation: Any


def block_of(seed: int, block: int, count: int, on: Day, engine: Engine) -> pa.RecordBatch:
    """The block of so many licences, as it stands on a day."""
    chance = np.random.default_rng([seed, block])
    drivers = drivers_of(chance, block * LICENCES_A_BLOCK, count, on)
    offences = offences_of(chance, drivers.obtained_on, on)
    parts = [openings(drivers), *consequences(chance, offences, on)]
    rows = batch_of(parts, drivers)
    for _ in range(MOST_FALLS):
        parts = after_falls(chance, rows, drivers, on, engine)
        rows = batch_of(parts, drivers) if parts else rows
    return rows


def drivers_of(chance: Any, first: int, count: int, on: Day) -> Drivers:
    """Licences obtained evenly over the years in which people drive."""
    obtained_on = on - chance.integers(1, YEARS_OF_DRIVING * 365, count)
    probation = np.where(chance.random(count) < APPRENTISSAGE_ANTICIPE, probations.AAC, probations.ORDINARY)
    probation[obtained_on < DECRET_2003_642] = probations.NONE
    return Drivers(np.arange(first + 1, first + count + 1), obtained_on, probation)


def openings(drivers: Drivers) -> dict[str, Any]:
    """What each licence opens with."""
    return {
        "owner": np.arange(len(drivers.number)), "day": np.maximum(drivers.obtained_on, TWELVE_POINTS_FROM),
        "kind": kinds.LICENCE_OBTAINED, "began_on": drivers.obtained_on, "act": OPENING_ACT, "grade": drivers.probation,
        "recorded_on": drivers.obtained_on,
    }  # fmt: skip


def consequences(chance: Any, found: Offences, on: Day) -> Rows:
    """The decisions, the stages, the suspensions and the annulments."""
    act = found.place * ACTS_AN_OFFENCE
    decided = {
        "owner": found.owner, "day": found.decided_on, "kind": kinds.DECIDED, "established_on": found.final_on,
        "began_on": found.committed_on, "act": act, "grade": found.grade, "points": found.points,
        "natinf": found.natinf, "recorded_on": found.decided_on,
    }  # fmt: skip
    suspended_on = found.committed_on + chance.integers(1, 15, len(act))
    suspended_until = suspended_on + chance.integers(30, 200, len(act))
    suspended = (found.points == 6) & (chance.random(len(act)) < SUSPENDED) & (suspended_on <= on)
    annulled_on = found.decided_on + chance.integers(200, 900, len(act))
    annulled = (chance.random(len(act)) < ANNULLED) & (annulled_on <= on) & (found.points > 0)
    stages = found.stage_on > 0
    return [
        chosen(decided, found.decided_on <= on),
        chosen({
            "owner": found.owner, "day": found.stage_on + 1, "kind": kinds.STAGE, "established_on": found.stage_on,
            "act": act + 1, "grade": 1, "group": found.stage_on - 1, "recorded_on": found.stage_on + 15,
        }, stages & (found.stage_on < on)),
        chosen({
            "owner": found.owner, "day": suspended_on, "kind": kinds.SUSPENSION, "act": act + 2,
            "until_on": suspended_until, "recorded_on": suspended_on,
        }, suspended),
        chosen({
            "owner": found.owner, "day": annulled_on, "kind": kinds.REVISED, "act": act + 3,
            "grade": causes.WITHDRAWAL_ANNULLED, "group": act, "recorded_on": annulled_on,
        }, annulled),
    ]  # fmt: skip


def chosen(part: dict[str, Any], which: Any) -> dict[str, Any]:
    """Some of the rows of a part."""
    return {name: value[which] if isinstance(value, np.ndarray) else value for name, value in part.items()}


def batch_of(parts: Rows, drivers: Drivers) -> pa.RecordBatch:
    """The parts as columns, each licence's rows in the order of D4."""
    owner = np.concatenate([part["owner"] for part in parts])
    columns = {name: [filled(part, name) for part in parts] for name in SCHEMA.names[1:]}
    whole = {name: np.concatenate(values) for name, values in columns.items()}
    order = np.lexsort((whole["act"], whole["began_on"], whole["established_on"], whole["kind"], whole["day"], owner))
    arrays = [pa.array(drivers.number[owner[order]])]
    arrays += [pa.array(whole[field.name][order], field.type) for field in list(SCHEMA)[1:]]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def filled(part: dict[str, Any], name: str) -> Any:
    """A column of a part; where it says nothing, no group and zeros."""
    return np.broadcast_to(part.get(name, -1 if name == "group" else 0), len(part["owner"]))


def after_falls(chance: Any, rows: pa.RecordBatch, drivers: Drivers, on: Day, engine: Engine) -> Rows:
    """The whole block again with the letters 48SI that the law owes and nobody sent yet, and what follows them.

    Empty when it owes none. Who is notified drives no more until another licence is obtained.
    """
    moved = engine.answer(rows, question(on, NEVER, strict=False), movements=True).movements
    falls = moved.filter(pc.equal(moved["letter"], L48SI))
    owner = falls["licence"].to_numpy() - drivers.number[0]
    last = np.concatenate([owner[1:] != owner[:-1], [True]])[: len(owner)]  # the last fall of each
    owner, fell_on, offence = owner[last], falls["day"].to_numpy()[last], falls["offence"].to_numpy()[last]
    notified_on = fell_on + chance.integers(5, 60, len(owner))
    named = set(zip(*lettered(rows, drivers), strict=True))
    is_new = np.array([pair not in named for pair in zip(owner.tolist(), offence.tolist(), strict=True)], bool)
    told = is_new & (chance.random(len(owner)) < NOTIFIED) & (notified_on <= on)
    if not told.any():
        return []
    again_on = notified_on + chance.integers(200, 900, len(owner))
    again = told & (chance.random(len(owner)) < OBTAINED_AGAIN) & (again_on <= on)
    free = first_free_acts(rows, drivers)[owner]
    letter = {
        "owner": owner, "day": notified_on, "kind": kinds.LETTRE_48SI, "act": free, "group": offence,
        "recorded_on": notified_on + 5,
    }  # fmt: skip
    licence = {
        "owner": owner, "day": again_on, "kind": kinds.LICENCE_OBTAINED, "began_on": again_on,
        "act": free + 1, "grade": probations.ORDINARY, "recorded_on": again_on,
    }  # fmt: skip
    lost_from, lost_until = np.full(len(drivers.number), NEVER), np.full(len(drivers.number), NEVER)
    lost_from[owner[told]] = notified_on[told]
    lost_until[owner[again]] = again_on[again]
    return [still_driving(rows, drivers, lost_from, lost_until), chosen(letter, told), chosen(licence, again)]


def first_free_acts(rows: pa.RecordBatch, drivers: Drivers) -> Any:
    """The first place of an act that nothing has, for each licence."""
    free = np.zeros(len(drivers.number), np.int64)
    np.maximum.at(free, rows["licence"].to_numpy() - drivers.number[0], rows["act"].to_numpy() + ACTS_AN_OFFENCE)
    return free


def lettered(rows: pa.RecordBatch, drivers: Drivers) -> tuple[list[int], list[int]]:
    """The licences that a letter 48SI was sent for, and the offences that these name."""
    sent = rows.filter(pc.equal(rows["kind"], kinds.LETTRE_48SI))
    return (sent["licence"].to_numpy() - drivers.number[0]).tolist(), sent["group"].to_pylist()


def still_driving(rows: pa.RecordBatch, drivers: Drivers, lost_from: Any, lost_until: Any) -> dict[str, Any]:
    """The rows without the offences committed while no licence was held."""
    owner = rows["licence"].to_numpy() - drivers.number[0]
    part = {"owner": owner, **{name: rows[name].to_numpy() for name in SCHEMA.names[1:]}}
    began_on = part["began_on"]
    is_offence = part["kind"] == kinds.DECIDED
    return chosen(part, ~(is_offence & (began_on > lost_from[owner]) & (began_on < lost_until[owner])))
