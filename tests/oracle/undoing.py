"""Decisions suspended, annulled, in force again; licences exchanged: each time the whole life is lived again."""

from collections.abc import Callable
from datetime import date

from tests.oracle.civil_days import ONE_DAY
from tests.oracle.facts import Undoing
from tests.oracle.world import Movement, World

Relive = Callable[[World, date, frozenset[str]], World]


def undo(world: World, day: date, relive: Relive) -> None:
    """What ends, then what begins on a day, each in the order of the file."""
    for act in world.facts.undoings:
        if act.until is not None and act.until + ONE_DAY == day:
            _end(world, day, act, relive)
    for act in world.facts.undoings:
        if act.on == day:
            if act.kind == "licence_exchanged":
                _exchange(world, day, relive)
            else:
                _begin(world, act)
            _live_again(world, day, act, relive)


def _end(world: World, day: date, act: Undoing, relive: Relive) -> None:
    """From this day on the suspended decision is in force again."""
    before = world.held()
    world.undone.pop(act.id, None)
    _live_again(world, day, act, relive)
    held = world.held()
    if act.kind == "withdrawal_suspended" and held is not None and world.signed() <= 0:
        world.shown[-1].letter = "interdiction" if held.foreign else "48SI"
    if before is not None and held is None:
        world.taken_again_on = day


def _begin(world: World, act: Undoing) -> None:
    """From this act on a decision never was, unless its licence has been replaced by the one now held."""
    target = act.target or _letter_meant(world)
    if target is None:
        return
    if act.kind == "lettre_48si_annulled":
        world.annulled_letters |= {target}
    lost = [holding for holding in world.holdings if holding.invalidated_by == target]
    if act.bears_on_letter and lost and world.held() is not None:
        return
    world.undone[act.id] = target


def _letter_meant(world: World) -> str | None:
    """The suspended letter if one is, else the last that took a licence."""
    kinds = {act.id: act.kind for act in world.facts.undoings}
    suspended = [target for act, target in world.undone.items() if kinds[act] == "lettre_48si_suspended"]
    taken = [holding.invalidated_by for holding in world.holdings if holding.invalidated_by]
    named = suspended or taken
    return named[-1] if named else None


def _live_again(world: World, day: date, act: Undoing, relive: Relive) -> None:
    """Live the life again if other acts are undone than before, and show the difference."""
    ignored = frozenset(world.undone.values()) | world.dropped
    before = world.signed()
    if ignored != world.ignored:
        world.take_over(relive(world, day, ignored))
    points = world.signed() - before
    world.shown.append(
        Movement(
            on=day,
            cause=act.kind,
            points=points,
            signed=world.signed(),
            ceiling=world.ceiling(),
            holding=len(world.holdings) - 1,
            act=act.id,
            letter="rectificatif" if points != 0 else None,
        )
    )


def _exchange(world: World, day: date, relive: Relive) -> None:
    """The former licence, if it would be held with points without the annulled letters and the present licence."""
    held = world.held()
    if held is not None and held.act is not None:
        dropped = world.dropped | world.annulled_letters | {held.act}
        other = relive(world, day, frozenset(world.undone.values()) | dropped)
        if other.held() is not None and other.signed() > 0:
            world.dropped = dropped
