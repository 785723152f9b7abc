"""The stages, and what each gives."""

from datetime import date

from tests.oracle.civil_days import ONE_DAY, add_months
from tests.oracle.facts import FIRST_PROBATION, Stage
from tests.oracle.world import World


def follow_stages(world: World, day: date) -> None:
    """The stages that ended the day before."""
    for stage in world.facts.stages:
        if stage.ended_on + ONE_DAY == day:
            world.post(day, "stage", stage_gain(world, stage, day), stage.id, letter="47")


def stage_gain(world: World, stage: Stage, day: date) -> int:
    """What a stage that takes effect on a day gives."""
    if world.held() is None or stage.kind not in ("volontaire", "probatoire"):
        return 0
    last = last_useful_stage(world)
    if last is not None:
        months = 24 if stage.ended_on < date(2011, 3, 16) else 12
        if stage.started_on < add_months(last, months) + ONE_DAY:
            return 0
    return room_for_stage(world.signed(), world.ceiling(), day)


def last_useful_stage(world: World) -> date | None:
    """The last day of the last stage that gave points, whatever the licence."""
    ends = [movement.on - ONE_DAY for movement in world.history if movement.cause == "stage" and movement.points > 0]
    return max(ends) if ends else None


def room_for_stage(signed: int, ceiling: int, day: date) -> int:
    """Four points within the ceiling, and never beyond eleven before 1 March 2004."""
    top = min(ceiling, 11) if day < FIRST_PROBATION else ceiling
    return max(0, min(4, top - signed))
