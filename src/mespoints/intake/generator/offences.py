"""The offences of an invented licence: when they were committed, and how each ended."""

import math
import random
from itertools import accumulate
from typing import Any, NamedTuple

from mespoints.intake.generator import rates
from mespoints.law.bareme import BaremeRow, find_by_natinf
from mespoints.law.days import Day, add_months, iso

CODES = tuple(code for code, _, _ in rates.OFFENCES)
OFTEN = tuple(accumulate(often for _, often, _ in rates.OFFENCES))
OFTEN_IF_CAREFUL = tuple(accumulate(often if code in rates.SMALL else 0 for code, often, _ in rates.OFFENCES))
SEEN_BY = {code: source for code, _, source in rates.OFFENCES}
DELIT = "delit"

Document = dict[str, Any]


class Told(NamedTuple):
    """An offence as the file tells it. ``decided_on``: 0 when it is pending, or ended without a withdrawal."""

    act: Document
    committed_on: Day
    final_on: Day
    decided_on: Day
    offence_class: str
    points: int


def offences_of(chance: random.Random, obtained_on: Day, on: Day) -> list[Told]:
    """All of them, in the order in which they were committed."""
    found: list[Told] = []
    for day in days_of_offences(chance, max(obtained_on, add_months(on, -12 * rates.YEARS_KEPT)), on):
        limit = rates.CAREFUL_NOVICE if day - obtained_on < rates.NOVICE_DAYS else rates.CAREFUL
        share = lost_before(found, day) / limit
        if chance.random() >= caution(share):
            codes = OFTEN if share < 1 else OFTEN_IF_CAREFUL
            found.append(offence(chance, f"i{len(found) + 1}", codes, day, on))
    return found


def lost_before(found: list[Told], day: Day) -> int:
    """About what a driver knows to have lost: the points of the offences since the last long time without any."""
    lost, next_day = 0, day
    for told in reversed(found):
        if next_day - told.committed_on > rates.FORGOTTEN_DAYS:
            break
        lost, next_day = lost + (told.points if told.decided_on else 0), told.committed_on
    return lost


def caution(share: float) -> float:
    """The share of offences that a driver no longer commits, from the points lost against what makes one careful."""
    return 0.0 if share < 1 else rates.CAREFULNESS if share < rates.NEARLY_ALL else rates.GREATER_CAREFULNESS


def days_of_offences(chance: random.Random, first: Day, on: Day) -> list[Day]:
    """The days on which one driver offends, at a rate of their own."""
    own_rate = chance.gammavariate(rates.UNEVENNESS, 1 / rates.UNEVENNESS)
    change = min(max(first, rates.SMALL_SPEEDING_UNTIL), on)
    days: list[Day] = []
    for start, end, a_year in ((first, change, rates.OFFENCES_A_YEAR_BEFORE), (change, on, rates.OFFENCES_A_YEAR)):
        count = how_many(chance, own_rate * a_year * (end - start) / 365.25)
        days += [chance.randrange(start, end) for _ in range(count)]
    return sorted(days)


def how_many(chance: random.Random, expected: float) -> int:
    """A number of independent events (Poisson's law)."""
    count, left, floor = 0, chance.random(), math.exp(-expected)
    while left > floor:
        count += 1
        left *= chance.random()
    return count


def offence(chance: random.Random, name: str, often: tuple[int, ...], committed_on: Day, on: Day) -> Told:
    """One offence, and its end when it is known on a day."""
    code = chance.choices(CODES, cum_weights=often)[0]
    row = price_of(code, committed_on)
    if row is None:
        code = rates.INSTEAD
        row = price_of(code, committed_on)
    assert row is not None  # « INSTEAD » is in the barème since 2001
    act: Document = {"act": "offence", "id": name, "natinf": code, "committed_on": iso(committed_on)}
    act["source"] = SEEN_BY[code]
    final_on, final_by = end_of(chance, row.offence_class, committed_on)
    decided_on = final_on + chance.randrange(3, 60)
    if chance.random() < rates.CLOSED:
        if final_on <= on:
            closed_by = "relaxe" if row.offence_class == DELIT else "redevable"
            act |= {"closed_on": iso(final_on), "closed_by": closed_by}
        return Told(act, committed_on, 0, 0, row.offence_class, row.points)
    if decided_on > on:
        return Told(act, committed_on, 0, 0, row.offence_class, row.points)
    act |= {"final_on": iso(final_on), "final_by": final_by, "decided_on": iso(decided_on)}
    return Told(act, committed_on, final_on, decided_on, row.offence_class, row.points)


def end_of(chance: random.Random, offence_class: str, committed_on: Day) -> tuple[Day, str]:
    """When and how the réalité of an offence is established (art. L. 223-1, al. 4)."""
    if offence_class == DELIT:
        if chance.random() < 0.5:
            return committed_on + chance.randrange(60, 240), "composition_penale"
        return committed_on + chance.randrange(90, 600), "condamnation"
    if offence_class == "c5":
        return committed_on + chance.randrange(60, 400), "condamnation"
    if chance.random() < rates.PAID:
        return committed_on + chance.randrange(4, 60), "paiement"
    return committed_on + chance.randrange(90, 200), "titre_executoire"


def price_of(code: str, committed_on: Day) -> BaremeRow | None:
    """The row of the barème for a code on a day, or None."""
    return next(iter(find_by_natinf(code, committed_on)), None)
