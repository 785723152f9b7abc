"""The probation: its end, which a training or a category B may bring nearer, and its yearly steps."""

from datetime import date

from tests.oracle.civil_days import add_months
from tests.oracle.facts import Offence
from tests.oracle.world import Holding, World

FIRST_STEPS = date(2007, 12, 31)


def by_aac_since(world: World, holding: Holding, day: date) -> date | None:
    """The day on which category B by apprentissage anticipé came into a running ordinary probation."""
    days = [act.on for act in world.facts.categories_by_aac if holding.probation_since <= act.on <= day]
    return min(days) if days and holding.probation == "ordinary" else None


def normal_end(world: World, holding: Holding, day: date) -> date:
    """The end of a probation that no training shortens."""
    since = by_aac_since(world, holding, day)
    if since is not None:
        return max(since, add_months(holding.probation_since, 24))
    return add_months(holding.probation_since, 24 if holding.probation == "aac" else 36)


def reduced_end(world: World, holding: Holding, day: date) -> date:
    """The end of a probation that the training shortens."""
    since = by_aac_since(world, holding, day)
    if since is not None:
        return max(since, add_months(holding.probation_since, 18))
    return add_months(holding.probation_since, 18 if holding.probation == "aac" else 24)


def probation_end(world: World, holding: Holding, day: date) -> date:
    """The end of probation as it can be foreseen on a day."""
    first_of_all = holding is world.holdings[0]
    followed = [
        formation
        for formation in world.facts.formations
        if add_months(holding.probation_since, 6) <= formation.on <= add_months(holding.probation_since, 12)
        and date(2019, 1, 1) <= formation.on <= day
    ]
    end = reduced_end(world, holding, day)
    offences = [one for one in spoiling(world, holding, day) if one.committed_on <= end]
    suspensions = [
        since for since, _ in world.facts.suspensions if holding.probation_since <= since <= end and since <= day
    ]
    if first_of_all and followed and not offences and not suspensions and day <= end:
        return end
    return normal_end(world, holding, day)


def spoiling(world: World, holding: Holding, day: date) -> list[Offence]:
    """The offences that led to a withdrawal and that were committed since the probation began."""
    return [one for one in world.withdrawn() + world.foreseen(day) if one.committed_on >= holding.probation_since]


def pass_probation(world: World, day: date) -> None:
    """An anniversary of probation, or its end."""
    holding = world.held()
    if holding is None or holding.probation == "none" or holding.probation_ended_on is not None:
        return
    offences = [one for one in spoiling(world, holding, day) if one.committed_on <= day]
    if day == probation_end(world, holding, day):
        holding.probation_ended_on = day
        world.post(day, "probation_end", 0 if offences else 12 - world.signed(), ceiling=12, letter="46")
        return
    three_points = holding.probation == "aac" or by_aac_since(world, holding, day) is not None
    years = (12,) if three_points else (12, 24)
    since = holding.probation_since
    if since >= FIRST_STEPS and day in [add_months(since, months) for months in years]:
        if offences:
            world.post(day, "probation_step", 0)
            return
        step = 3 if three_points else 2
        ceiling = min(12, world.ceiling() + step)
        world.post(day, "probation_step", max(0, min(step, ceiling - world.signed())), ceiling=ceiling)
