"""What the driver must do and may do: the open duties, and what a stage would give."""

from datetime import date, timedelta
from typing import Any

from tests.oracle.civil_days import ONE_DAY, add_months, last_of_jours_francs
from tests.oracle.facts import FIRST_PROBATION
from tests.oracle.stages import last_useful_stage, room_for_stage
from tests.oracle.world import Holding, Movement, World

ONE_STAGE_A_YEAR = date(2011, 3, 16)


def open_duties(world: World, on: date) -> list[dict[str, str]]:
    """The duties open on a day, by day."""
    duties = mandatory_stages(world, on)
    last = world.holdings[-1]
    wait = wait_for_licence(world, last, on)
    if wait is not None:
        duties.append((add_months(*wait), "new_licence"))
    elif last.invalidated_on is not None:
        duties.append((last_day_of_restitution(world, last), "restitution"))
    return [{"on": day.isoformat(), "duty": duty} for day, duty in sorted(duties)]


def mandatory_stages(world: World, on: date) -> list[tuple[date, str]]:
    """The stages that the lettres 48N ordered and that nothing has closed."""
    duties = []
    for letter in world.facts.letters_48n:
        followed = any(
            stage.kind == "probatoire" and letter.on <= stage.started_on and stage.ended_on <= on
            for stage in world.facts.stages
        )
        holding = world.held_on(letter.on)
        lost = holding is None or holding.ended_on is not None
        if letter.on <= on and not followed and not lost and letter.offence not in world.ignored:
            months = 3 if letter.on < FIRST_PROBATION else 4
            duties.append((add_months(letter.on, months), "mandatory_stage"))
    return duties


def in_force_since(world: World, holding: Holding) -> date:
    """The notification of the letter that took a licence, or the day on which the end of a suspension took it again."""
    assert holding.invalidated_on is not None
    return max(holding.invalidated_on, world.taken_again_on)


def last_day_of_restitution(world: World, holding: Holding) -> date:
    """The last day to hand the title in."""
    since = in_force_since(world, holding)
    if since < date(2008, 1, 1):
        return since + timedelta(days=7)
    return last_of_jours_francs(since, 10, world.facts.territory)


def wait_for_licence(world: World, holding: Holding, on: date) -> tuple[date, int] | None:
    """The day on which the title of an invalidated licence was handed in, and the months to wait from it."""
    if holding.invalidated_on is None:
        return None
    since = in_force_since(world, holding)
    surrenders = [letter.on for letter in world.facts.surrenders if since <= letter.on <= on]
    if not surrenders:
        return None
    fall = fall_to_zero(world, holding)
    earlier = [fall_to_zero(world, other) for other in world.holdings if other.invalidated_on and other is not holding]
    again = fall >= date(2003, 6, 13) and any(fall <= add_months(before, 60) for before in earlier)
    return min(surrenders), 12 if again else 6


def fall_to_zero(world: World, holding: Holding) -> date:
    """The day on which the sum came to zero or below for the last time before the invalidation."""
    assert holding.invalidated_on is not None
    fall = holding.invalidated_on
    before = 1
    for movement in world.history:
        if movement.holding != world.holdings.index(holding) or movement.on > holding.invalidated_on:
            continue
        if before > 0 >= movement.signed:
            fall = movement.on
        before = movement.signed
    return fall


def stage_advice(world: World, coming: list[Movement], on: date) -> dict[str, Any]:
    """What a stage gives now, and the first day on which one gives anything."""
    allowed_from = first_day_allowed(world)
    if allowed_from is not None and allowed_from <= on:
        allowed_from = None
    signed = world.signed()
    gain = 0
    if world.held() is not None and allowed_from is None:
        gain = room_for_stage(signed, world.ceiling(), on)
    useful_on = first_useful_day(world, coming, allowed_from or on)
    return {
        "gain": gain,
        "allowed_from": allowed_from.isoformat() if allowed_from else None,
        "useful_on": useful_on.isoformat() if useful_on else None,
        "balance_after": max(0, signed + gain),
    }


def first_day_allowed(world: World) -> date | None:
    """The first day of a stage of two days that the last useful one does not bar."""
    last = last_useful_stage(world)
    if last is None:
        return None
    after_two_years = add_months(last, 24) + ONE_DAY
    after_one_year = add_months(last, 12) + ONE_DAY
    # A stage of two days begun on 15 March 2011 ends on the first day of the new rule.
    return min(after_two_years, max(after_one_year, ONE_STAGE_A_YEAR - ONE_DAY))


def first_useful_day(world: World, coming: list[Movement], since: date) -> date | None:
    """The first day from which on there is room for points, as the balance goes by itself."""
    if world.held() is None:
        return None
    days = {since, FIRST_PROBATION} | {movement.on for movement in coming}
    for day in sorted(day for day in days if day >= since):
        past = [movement for movement in coming if movement.on <= day]
        signed = past[-1].signed if past else world.signed()
        ceiling = past[-1].ceiling if past else world.ceiling()
        if room_for_stage(signed, ceiling, day) > 0:
            return day
    return None
