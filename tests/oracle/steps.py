"""What happens within a day, in the order of D4. Each step looks at the world and writes movements."""

from datetime import date

from tests.oracle.civil_days import add_months
from tests.oracle.facts import Offence
from tests.oracle.world import World, order_of_withdrawal

HEAVY = ("c4", "c5", "delit")


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
        return "interdiction" if holding.foreign else "48SI"
    ended_on = holding.probation_ended_on
    begun = holding.probation != "none" and one.committed_on >= holding.probation_since
    in_probation = begun and (ended_on is None or one.committed_on <= ended_on)
    if in_probation and points >= 3:
        return "48N"
    if before > 6 >= after and world.ceiling() == 12:
        return "48M"
    return "48"


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
