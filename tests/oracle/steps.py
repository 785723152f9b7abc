"""What happens within a day, in the order of D4. Each step looks at the world and writes movements."""

from datetime import date

from tests.oracle.civil_days import ONE_DAY, add_months
from tests.oracle.facts import FIRST_PROBATION, TWELVE_POINTS_SINCE, CarriedOver, Offence, Stage, probation_of
from tests.oracle.world import Holding, World, order_of_withdrawal

FIRST_STEPS = date(2007, 12, 31)
HEAVY = ("c4", "c5", "delit")


def lose_and_obtain(world: World, day: date) -> None:
    """A 48SI notified, then an annulation, then a new licence; a balance carried over comes with the licence."""
    for letter in world.facts.letters_48si:
        if letter.on == day:
            _notify_48si(world, day, letter.id)
    for letter in world.facts.licences_annulled:
        if letter.on == day:
            _annul_licence(world, day, letter.id)
    if day == max(world.facts.obtained_on, TWELVE_POINTS_SINCE):
        _obtain(world, day, Holding(world.facts.obtained_on, world.facts.probation), None)
    for letter in world.facts.licences_obtained:
        if letter.on == day:
            _obtain(world, day, Holding(day, probation_of(day, letter.probation)), letter.id)
    for carried in world.facts.carried:
        if carried.on == day:
            _carry_over(world, day, carried)


def _annul_licence(world: World, day: date, act: str) -> None:
    if world.holdings:
        last = world.holdings[-1]
        last.annulled_on = day
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


def _notify_48si(world: World, day: date, act: str) -> None:
    holding = world.held()
    stages = [stage for stage in world.facts.stages if stage.ended_on + ONE_DAY == day]
    if holding is not None and world.signed() + sum(stage_gain(world, stage, day) for stage in stages) <= 0:
        holding.ended_on = day
        holding.invalidated_on = day
    world.post(day, "lost", 0, act)


def _obtain(world: World, day: date, new: Holding, act: str | None) -> None:
    old = world.held()
    if old is not None:
        old.ended_on = day
    world.holdings.append(new)
    capital = 12 if new.probation == "none" else 6
    world.post(day, "obtained", capital - world.signed(), act, ceiling=capital)


def withdraw(world: World, day: date) -> None:
    """The withdrawals decided on the day."""
    decided = [one for one in world.facts.offences if one.decided_on == day]
    for one in sorted(decided, key=order_of_withdrawal):
        holding = world.held()
        counts = holding is not None and world.held_on(one.committed_on) is holding and one.id not in world.ignored
        points = world.points_taken(one, day) if counts else 0
        world.post(day, "withdrawal", -points, one.id, letter=_letter_of_withdrawal(world, one, points), about=one.id)


def _letter_of_withdrawal(world: World, one: Offence, points: int) -> str | None:
    holding = world.held()
    if holding is None:
        return None
    before, after = world.signed(), world.signed() - points
    if after <= 0:
        return "48SI"
    ended_on = holding.probation_ended_on
    in_probation = holding.probation != "none" and (ended_on is None or one.committed_on <= ended_on)
    if in_probation and points >= 3:
        return "48N"
    if before > 6 >= after and world.ceiling() == 12:
        return "48M"
    return "48"


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


def normal_end(holding: Holding) -> date:
    """The end of a probation that nothing shortens."""
    return add_months(holding.obtained_on, 24 if holding.probation == "aac" else 36)


def reduced_end(holding: Holding) -> date:
    """The end of a probation that the training shortens."""
    return add_months(holding.obtained_on, 18 if holding.probation == "aac" else 24)


def probation_end(world: World, holding: Holding, day: date) -> date:
    """The end of probation as it can be foreseen on a day."""
    first_of_all = holding is world.holdings[0]
    followed = [
        formation
        for formation in world.facts.formations
        if add_months(holding.obtained_on, 6) <= formation.on <= add_months(holding.obtained_on, 12)
        and date(2019, 1, 1) <= formation.on <= day
    ]
    end = reduced_end(holding)
    offences = [one for one in world.withdrawn() + world.foreseen(day) if one.committed_on <= end]
    suspensions = [
        since for since, _ in world.facts.suspensions if holding.obtained_on <= since <= end and since <= day
    ]
    if first_of_all and followed and not offences and not suspensions and day <= end:
        return end
    return normal_end(holding)


def pass_probation(world: World, day: date) -> None:
    """An anniversary of probation, or its end."""
    holding = world.held()
    if holding is None or holding.probation == "none" or holding.probation_ended_on is not None:
        return
    offences = [one for one in world.withdrawn() + world.foreseen(day) if one.committed_on <= day]
    if day == probation_end(world, holding, day):
        holding.probation_ended_on = day
        world.post(day, "probation_end", 0 if offences else 12 - world.signed(), ceiling=12, letter="46")
        return
    steps = (12,) if holding.probation == "aac" else (12, 24)
    if holding.obtained_on >= FIRST_STEPS and day in [add_months(holding.obtained_on, months) for months in steps]:
        if offences:
            world.post(day, "probation_step", 0)
            return
        step = 3 if holding.probation == "aac" else 2
        ceiling = min(12, world.ceiling() + step)
        world.post(day, "probation_step", max(0, min(step, ceiling - world.signed())), ceiling=ceiling)


def give_back_one_points(world: World, day: date) -> None:
    """The single points whose six or twelve months are over."""
    if world.held() is None:
        return
    for movement in world.withdrawals():
        one = world.offence(movement.act)
        assert one.final_on is not None
        assert one.decided_on is not None
        if movement.points != -1 or one.final_on < date(2007, 1, 1):
            continue
        end = add_months(one.final_on, 6 if one.final_on >= date(2011, 1, 1) else 12)
        others = [other for other in world.withdrawn() + world.foreseen(day) if other.id != one.id]
        interrupted = any(one.final_on < other.committed_on <= end for other in others)
        points = min(1, world.ceiling() - world.signed())
        if day == max(end, one.decided_on) and not interrupted and points > 0:
            world.post(day, "one_point", points, letter="46D", about=one.id)


def give_back_after_ten_years(world: World, day: date) -> None:
    """The points of the contraventions of the first four classes that are ten years old."""
    if world.held() is None:
        return
    for movement in world.withdrawals():
        one = world.offence(movement.act)
        assert one.final_on is not None
        assert one.decided_on is not None
        since = world.history[world.history.index(movement) :]
        lapsed = any(later.signed >= 12 for later in since)
        returned = sum(later.points for later in since if later.cause == "one_point" and later.about == one.id)
        points = min(-movement.points - returned, world.ceiling() - world.signed())
        due = max(add_months(one.final_on, 120), one.decided_on)
        if day == due and one.category in ("c1", "c2", "c3", "c4") and not lapsed and points > 0:
            world.post(day, "ten_years", points, letter="46B", about=one.id)


def restore_in_full(world: World, day: date) -> None:
    """Twelve points when the delay that runs from the last offence is over, outside probation."""
    holding = world.held()
    if holding is None or (holding.probation != "none" and holding.probation_ended_on is None):
        return
    weighing = [one for one in world.withdrawn() if one.id not in world.forgotten]
    carried = holding.carried if holding.carried and holding.carried.last_final_on else None
    if not weighing and carried is None:
        return
    foreseen = world.foreseen(day)
    known = weighing + [one for one in foreseen if one.final_on is not None and one.final_on <= day]
    starts = [one.final_on for one in known if one.final_on is not None]
    if carried is not None and carried.last_final_on is not None:
        starts.append(carried.last_final_on)
    last = max(starts)
    heavy = any(one.category in HEAVY for one in known) or (carried is not None and carried.lengthened)
    end = add_months(last, 36 if heavy or last < date(2011, 1, 1) else 24)
    not_before = [one.decided_on for one in weighing if one.decided_on is not None]
    not_before += [carried.on] if carried is not None else []
    not_before += [holding.probation_ended_on] if holding.probation_ended_on is not None else []
    interrupted = any(last < one.committed_on <= end for one in foreseen)
    if day == max([end, *not_before]) and not interrupted:
        world.forgotten |= {one.id for one in weighing}
        holding.carried = None
        if world.signed() < world.ceiling():
            world.post(day, "full_restoration", world.ceiling() - world.signed(), letter="46")
