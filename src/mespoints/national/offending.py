"""The offences of invented drivers: few drivers commit most of them, and who has lost points takes care for a time."""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from mespoints.law.days import Day
from mespoints.law.rows import DELIT
from mespoints.national.country import BELOW_FIVE, DECRET_2023_1150, FIRST_ON, KINDS, LICENCES

UNEVENNESS_OF_SMALL, UNEVENNESS = 2.0, 0.1
"""Shapes of the gamma laws of each driver's own rates: offences of one point come to many, the others to few."""
PREVENTED_OF_SMALL, PREVENTED = 1.09, 5.2
"""How many times as many offences there would be if nobody took care, and all led to a withdrawal; likewise."""
FORGOTTEN_DAYS = 1540
"""What was lost weighs on a driver's mind three times less after so long."""
CAREFUL, VERY_CAREFUL = 1.7, 3.1
"""Points in mind from which a driver takes care."""
STILL, HARDLY = 0.15, 0.003
"""The shares of offences committed all the same."""
PAID = 0.82
CLOSED = 0.03
"""Offences that end without a withdrawal."""
STAGE_WHEN_LOW, STAGE_WHEN_VERY_LOW = 0.022, 0.12
DAYS_BETWEEN_STAGES = 368


class Offences(NamedTuple):
    """The offences of a block that lead to a withdrawal, in the order of drivers and days. ``place``: which one of its
    driver's; ``stage_on``: the last day of the stage taken after it, 0 when there is none."""

    owner: Any
    place: Any
    committed_on: Any
    final_on: Any
    decided_on: Any
    natinf: Any
    grade: Any
    points: Any
    stage_on: Any


def offences_of(chance: Any, obtained_on: Any, on: Day) -> Offences:
    """All of them up to a day, those that are still pending on it included."""
    owner, committed_on, which = days_of_offences(chance, obtained_on, on)
    points = np.array([kind.points for kind in KINDS])[which]
    points[np.isin(which, BELOW_FIVE) & (committed_on >= DECRET_2023_1150)] = 0
    grade = np.array([kind.grade for kind in KINDS])[which]
    final_on = committed_on + days_to_end(chance, grade)
    decided_on = final_on + chance.integers(3, 60, len(owner))
    committed, stage_on = with_care(chance, owner, committed_on, decided_on, points)
    kept = committed & (chance.random(len(owner)) >= CLOSED)
    natinf = np.array([kind.natinf for kind in KINDS])[which]
    columns = (owner, places_of(owner), committed_on, final_on, decided_on, natinf, grade, points, stage_on)
    return Offences(*[column[kept] for column in columns])


def days_of_offences(chance: Any, obtained_on: Any, on: Day) -> tuple[Any, Any, Any]:
    """Who offends when, and how: each driver at two rates of their own, that of small offences and that of others."""
    first = np.maximum(obtained_on, FIRST_ON)
    a_year = np.array([kind.a_year for kind in KINDS], float)
    is_small = np.array([kind.points == 1 for kind in KINDS])
    parts = []
    small = (a_year * is_small, UNEVENNESS_OF_SMALL, PREVENTED_OF_SMALL)
    for often, shape, prevented in (small, (a_year * ~is_small, UNEVENNESS, PREVENTED)):
        rate = chance.gamma(shape, prevented / shape, len(first)) * often.sum() / LICENCES
        owner = np.repeat(np.arange(len(first)), chance.poisson(rate * (on - first) / 365.25))
        days = first[owner] + (chance.random(len(owner)) * (on - first)[owner]).astype(np.int64)
        parts.append((owner, days, chance.choice(len(KINDS), len(owner), p=often / often.sum())))
    owner, days, which = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((days, owner))
    return owner[order], days[order], which[order]


def places_of(owner: Any) -> Any:
    """Which one of its driver's each offence is, from 0."""
    first = np.searchsorted(owner, owner)
    return np.arange(len(owner)) - first


def days_to_end(chance: Any, grade: Any) -> Any:
    """How long until the réalité of an offence is established (art. L. 223-1, al. 4)."""
    paid = np.where(
        chance.random(len(grade)) < PAID, chance.integers(4, 60, len(grade)), chance.integers(90, 200, len(grade))
    )
    before_a_judge = chance.integers(60, 400, len(grade))
    return np.where(grade == DELIT, before_a_judge + 30, np.where(grade == 5, before_a_judge, paid))


def with_care(chance: Any, owner: Any, committed_on: Any, decided_on: Any, points: Any) -> tuple[Any, Any]:
    """Which offences are committed all the same, and the stages: first offences of all, then second ones, and so on."""
    committed, stage_on = np.zeros(len(owner), bool), np.zeros(len(owner), np.int64)
    place = places_of(owner)
    count = int(owner.max(initial=-1)) + 1
    lost, last_on, last_stage = np.zeros(count), np.zeros(count), np.zeros(count)
    order = np.argsort(place, kind="stable")
    bounds = np.searchsorted(place[order], np.arange(int(place.max(initial=-1)) + 2))
    for start, end in pairwise(bounds):
        at = order[start:end]
        who = owner[at]
        mind = lost[who] * np.exp((last_on[who] - committed_on[at]) / FORGOTTEN_DAYS)
        share = np.where(mind < CAREFUL, 1.0, np.where(mind < VERY_CAREFUL, STILL, HARDLY))
        committed[at] = chance.random(len(at)) < share
        lost[who] = mind + points[at] * committed[at]
        last_on[who] = committed_on[at]
        often = np.where(lost[who] < VERY_CAREFUL, STAGE_WHEN_LOW, STAGE_WHEN_VERY_LOW) * (lost[who] >= CAREFUL)
        ended_on = decided_on[at] + chance.integers(10, 200, len(at))
        taken = committed[at] & (chance.random(len(at)) < often) & (ended_on - last_stage[who] > DAYS_BETWEEN_STAGES)
        stage_on[at] = np.where(taken, ended_on, 0)
        last_stage[who] = np.where(taken, ended_on, last_stage[who])
        lost[who] -= np.where(taken, 3, 0)
    return committed, stage_on
