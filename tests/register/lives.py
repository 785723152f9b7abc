"""Random lives learned by a register in memory: late, out of order, in parcels, with nights in between."""

import random
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, NamedTuple

from mespoints.law.reading import read_dossier
from mespoints.register.books import Book, BookMovement, Opening
from mespoints.register.ledger import AppendRefused, Origin, append, settle
from tests.oracle.histories import procedural_history, random_history

FIRST_DAYS = (date(1992, 12, 1), date(2017, 11, 18))
"""From when a licence holds points out of twelve, a foreign one last."""

Told = dict[str, Any]


class Event(NamedTuple):
    """What the register is told on a day; None for a night, in which time alone acts."""

    on: date
    acts: list[Told] | None


class Step(NamedTuple):
    """What stood before one delivery, or one night, and its day."""

    on: date
    rows: list[BookMovement]
    total: int


def random_life(seed: int) -> Told:
    """A life of one kind or the other, by its seed."""
    rng = random.Random(seed)
    return procedural_history(rng) if seed % 2 else random_history(rng)


def open_book(dossier: Told) -> Book:
    """A licence just opened, with no act."""
    opening = read_dossier({**dossier, "acts": []}).licence
    on = date.fromordinal(opening.obtained_on).isoformat()
    return Book(Opening(1, "000000000001", on, opening.probation, opening.territory, opening.foreign, on))


def begins_on(dossier: Told) -> date:
    """The first day on which the licence holds points."""
    licence = dossier["licence"]
    return max(date.fromisoformat(licence["obtained_on"]), FIRST_DAYS[bool(licence.get("foreign"))])


def last_day_of(act: Told) -> date:
    """The last day that an act names: it cannot be learned before, if things are learned as they happen."""
    days = [value for key, value in act.items() if key.endswith("_on") or key in ("on", "from")]
    return max(date.fromisoformat(day) for day in days)


def in_any_order(rng: random.Random, dossier: Told) -> list[Event]:
    """The acts in any order and in a few parcels, on days that have nothing to do with theirs."""
    acts = rng.sample(dossier["acts"], len(dossier["acts"]))
    cuts = sorted(rng.randint(0, len(acts)) for _ in range(4))
    day, events = begins_on(dossier), []
    for start, end in zip([0, *cuts], [*cuts, len(acts)], strict=True):
        day += timedelta(days=rng.choice((0, 1, 200, 2000)))
        events.append(Event(day, acts[start:end]))
    return events


def as_they_happen(rng: random.Random, dossier: Told) -> list[Event]:
    """Each act within days, sometimes months or years, of what it tells."""
    days: dict[date, list[Told]] = {}
    for act in dossier["acts"]:
        late = rng.choice((0, 1, 3, 10, 40, 200, 900))
        days.setdefault(max(begins_on(dossier), last_day_of(act)) + timedelta(days=late), []).append(act)
    return [Event(day, acts) for day, acts in sorted(days.items())]


def events_of(seed: int, dossier: Told) -> list[Event]:
    """A way of learning a life, with nights here and there: always the same for a seed."""
    rng = random.Random(seed)
    events = [Event(begins_on(dossier), [])]
    for event in (in_any_order if seed % 3 else as_they_happen)(rng, dossier):
        between = events[-1].on + (event.on - events[-1].on) // 2
        if rng.random() < 0.4:
            events.append(Event(between, None))
        events.append(event)
    return [*events, Event(events[-1].on + timedelta(days=rng.choice((0, 1, 400, 4000))), None)]


def learn(book: Book, events: list[Event]) -> Iterator[Step]:
    """Let the book learn a life; what stood before each step. An act that names another one waits for it."""
    waiting: list[Told] = []
    for on, acts in events:
        if acts is None:
            yield from night(book, on)
            continue
        waiting += acts
        yield from deliver(book, waiting, on)
    assert not waiting, waiting


def night(book: Book, on: date) -> Iterator[Step]:
    """What time alone brought."""
    before = Step(on, deepcopy(book.movements), book.total)
    settle(book, on)
    yield before


def deliver(book: Book, waiting: list[Told], on: date) -> Iterator[Step]:
    """All that waits in one parcel; act by act when something in it names what has not come yet."""
    if not waiting and book.standing:
        return  # an append of nothing posts nothing
    before = Step(on, deepcopy(book.movements), book.total)
    try:
        append(book, waiting, Origin("test", "", on))
        waiting.clear()
        yield before
    except AppendRefused:
        for act in list(waiting):
            before = Step(on, deepcopy(book.movements), book.total)
            try:
                append(book, [act], Origin("test", "", on))
            except AppendRefused:
                continue
            waiting.remove(act)
            yield before
