"""Losing and obtaining a licence: letters notified, annulations, bans, new and French licences."""

from datetime import date
from itertools import pairwise

from tests.oracle.civil_days import ONE_DAY, add_months
from tests.oracle.dossiers import probation_of
from tests.oracle.facts import CarriedOver, Letter
from tests.oracle.stages import stage_gain
from tests.oracle.world import Holding, World


def lose_and_obtain(world: World, day: date) -> None:
    """A 48SI or a ban notified, then an annulation, then a new licence; a balance carried over comes with the licence.

    Letters that are undone, and licences given back in an exchange, never were.
    """
    facts = world.facts
    for letter in _of_day(world, facts.letters_48si, day):
        _notify_48si(world, day, letter)
    for letter in _of_day(world, facts.bans, day):
        _ban(world, day, letter.id)
    for letter in _of_day(world, facts.licences_annulled, day):
        _annul_licence(world, day, letter.id)
    _obtain_by_itself(world, day)
    for letter in _of_day(world, facts.licences_obtained, day):
        _obtain(world, day, Holding(day, probation_of(day, letter.probation), day, act=letter.id))
    for letter in _of_day(world, facts.french_licences, day):
        _become_french(world, day, letter)
    for carried in facts.carried:
        if carried.on == day:
            _carry_over(world, day, carried)


def _of_day(world: World, letters: tuple[Letter, ...], day: date) -> list[Letter]:
    return [letter for letter in letters if letter.on == day and letter.id not in world.ignored]


def _annul_licence(world: World, day: date, act: str) -> None:
    if world.holdings:
        last = world.holdings[-1]
        last.annulled_on = last.annulled_on or day
        last.ended_on = last.ended_on or day
    world.post(day, "lost", -world.signed(), act)


def _carry_over(world: World, day: date, carried: CarriedOver) -> None:
    holding = world.held()
    if holding is None:
        world.post(day, "carried_over", 0, carried.id)
        return
    holding.carried = carried
    world.forgotten |= {one.id for one in world.withdrawn()}
    world.post(day, "carried_over", carried.balance - world.signed(), carried.id, ceiling=carried.ceiling)


def _notify_48si(world: World, day: date, letter: Letter) -> None:
    holding = world.held()
    if holding is not None and not holding.foreign and _nothing_left(world, day) and not _risen(world, letter.offence):
        holding.ended_on = day
        holding.invalidated_on = day
        holding.invalidated_by = letter.id
    world.post(day, "lost", 0, letter.id)


def _ban(world: World, day: date, act: str) -> None:
    holding = world.held()
    if holding is not None and holding.foreign and _nothing_left(world, day):
        holding.ended_on = day
        holding.banned_on = day
    world.post(day, "lost", 0, act)


def _nothing_left(world: World, day: date) -> bool:
    """Whether no point is left as a day begins, a stage that takes effect that day included: a second gives nothing."""
    stages = [stage for stage in world.facts.stages if stage.ended_on + ONE_DAY == day]
    return world.signed() + max((stage_gain(world, stage, day) for stage in stages), default=0) <= 0


def _risen(world: World, offence: str) -> bool:
    """Whether the sum has gone above zero since an offence took its points."""
    taken = [
        number
        for number, movement in enumerate(world.history)
        if movement.cause == "withdrawal" and movement.act == offence and movement.points < 0
    ]
    if not taken:
        return False
    since = world.history[taken[0] :]
    return any(before.signed <= 0 < after.signed for before, after in pairwise(since))


def _obtain(world: World, day: date, new: Holding) -> None:
    old = world.held()
    if old is not None:
        old.ended_on = day
    world.holdings.append(new)
    capital = 12 if new.probation == "none" else 6
    world.post(day, "obtained", capital - world.signed(), new.act, ceiling=capital)


def _obtain_by_itself(world: World, day: date) -> None:
    """The first licence of the file, and the points given again a year after the notification of a ban."""
    facts = world.facts
    if day == facts.begins_on:
        since = facts.begins_on if facts.foreign else facts.obtained_on
        _obtain(world, day, Holding(since, facts.probation, since, foreign=facts.foreign))
    last = world.holdings[-1] if world.holdings else None
    if last and last.banned_on and not last.annulled_on and day == add_months(last.banned_on, 12):
        _obtain(world, day, Holding(day, "none", day, foreign=True))


def _become_french(world: World, day: date, letter: Letter) -> None:
    """The same points go on; a probation begins if there is one."""
    holding = world.held()
    if holding is None or not holding.foreign:
        world.post(day, "french_licence", 0, letter.id)
        return
    holding.foreign = False
    holding.probation = letter.probation or "none"
    holding.probation_since = day
    if holding.probation == "none":
        world.post(day, "french_licence", 0, letter.id)
    else:
        world.post(day, "french_licence", min(0, 6 - world.signed()), letter.id, ceiling=6)
