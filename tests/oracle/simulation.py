"""The points licence told a second time, from the raw facts and day by day, to find where the engine disagrees.

The dossier is replayed in the order of D4; nothing is shared with the engine. Where the published format leaves a
doubt, the simulation takes the most literal reading:

Movements of 0 points
1. A 48SI, with or without effect, is a movement ``lost`` of 0 points: no cause is named for it.
2. Every stage, withdrawal, annulled withdrawal or annulation without effect is a movement of 0 points of its own cause.
3. A probation step barred by an offence is a ``probation_step`` of 0 points; likewise in ``next``.
4. A single point or ten years that give nothing (interrupted, lapsed, at the ceiling) give no movement at all.
5. An offence closed, a 48N, a suspension, a training or a title handed in gives no movement, even without effect.
6. An offence decided before the licence was obtained is a movement of 0 points dated before ``obtained``.
7. An offence whose withdrawal is annulled before its decision is a ``withdrawal`` of 0 points on ``decided_on``.
8. ``act`` names the act of the dossier; it is null for one point, ten years, steps and restorations.

Order and limits
9. A balance carried over comes with the licence: after a new licence, before the withdrawals of its day.
10. An offence committed on the very day the licence was obtained counts "since" it: it bars steps and the reduction.
11. On the last day of probation the end has been posted: ``probation_ends_on`` is null, the ceiling is 12.
12. An offence committed on the day a licence is lost is not on that licence; on the day one is obtained, it is.
13. ``ceiling`` stays what it was after a loss; ``probation_ends_on`` is then null.
14. A licence obtained before 1992-12-01 has its ``obtained`` movement on that day; offences before count on it.

Full restoration (D5, D6)
15. It wipes what was withdrawn by its day; an offence already final and decided later opens a group of its own.
16. Its day is the latest of: end of the delay, last ``decided_on`` of the group, end of probation.
17. In strict the delay runs from an offence final and not yet decided, and weighs it, without waiting for its decision.
18. A full restoration goes to the ceiling, which is 12 unless a balance was carried over with less.
19. It is barred during probation at all times, also before 16 March 2011.
20. An offence wiped by a full restoration still interrupts the six months of an older single point decided later.

Single points, ten years, episodes
21. A single point barred by the ceiling on its day is lost for D11, and may still come back after ten years.
22. A single point given back is not given again after ten years; interrupted, it comes back then.
23. The limit of an episode looks at the members decided by the day (registered), or ever decided (strict).
24. "The 9-point délit" is any ``delit`` of exactly 9 points, whatever its day.
25. An episode is under the limit of 6 when all its known members are contraventions committed before 2003-07-12.

Strict reading
26. An offence decided later blocks even if a loss will make it move nothing; one without ``final_on`` never does.
27. A withdrawal annulled later blocks until the day of its annulment, and no longer interrupts from then on.
28. Foreseen offences end the display of a reduced probation even before they are committed; other acts wait their day.
29. ``next`` starts from the strict balance of ``on`` and then forgets offences not decided; no missed day is made good.

Stage
30. The two-year wait and the limit of 11 are those of the new stage's ``ended_on`` and of the day it takes effect.
31. ``gain`` is 0 while a wait runs; ``balance_after`` is the balance with that gain, now.
32. ``allowed_from`` is null once its day has come; it is for a stage of two days.
33. ``useful_on`` follows the balance of ``next``: first day allowed with room under the ceiling at the end of that day.
34. A 48SI is weighed with the whole gain of the stage of its day; when that is not enough, the stage gives nothing.

Probation
35. ``licence_obtained`` with probation ``none`` gives 12 points; a training shortens only the dossier's first licence.
36. A suspension that began before the licence was obtained does not stop the reduction; one begun on its last day does.
37. A balance carried over neither stops steps nor makes the end unclean; a step adds to its ceiling, at most to 12.
38. It forgets earlier offences for D6 only; they still bar steps, and come back by one point or ten years.
39. A delay carried over and already past restores on the day of the carrying over.

Duties
40. A mandatory stage is done on the last day of the stage; one stage closes every 48N notified by its first day.
41. A 48N opens a duty whatever its offence did; it is closed if the licence then held is gone, or there was none.
42. A title handed in before the 48SI does not count; restitution survives an annulation, not a new licence.
43. "Falls from 2003-06-13 on" is tested on the later fall; a fall is the last passage from above zero to zero or less.
44. Duties are sorted by day, then name; the earliest surrender after the 48SI starts the wait.

Pending
45. In the order of the file, from ``committed_on`` on, nominal points, whatever licence they bear on.
46. A withdrawal annulled before its decision no longer waits for anything.
47. ``closed_on`` itself is already without the offence; a day before ``final_on`` waits for ``final``.

Other
48. ``recorded_on`` is without effect.
49. An annulation sets the sum to 0 even without a licence; a status ``annulled`` lasts until a new licence.
50. A 48SI that falls by an annulled withdrawal is judged again on its own day, without the offence.

Suspended, annulled, exchanged (D16 to D19)
51. A life is lived again from its first day, without the acts undone on that day, whenever that set of acts changes.
52. Acts of one day that begin something, exchanges included, are taken in the order of the file; exchanges come there.
53. "The sum has gone from zero to above zero" (D17) is read in the life as it is lived again, not in what was shown.
54. A letter annulled or suspended while it had taken nothing stays so, should another life let it take a licence.
55. Without ``letter``, of two suspended letters the one suspended last; none if none is and none took a licence.
56. An exchange gives back whatever licence the life without the present one holds, even one never invalidated.
57. A letter annulled while a new licence is held still counts as an invalidation for the year of art. L. 223-5.
58. The end of a withdrawal's suspension owes a 48SI or a ban even if it gives points and still leaves none.
59. The ten days run from the last day on which the end of a suspension took a licence held, whatever letter took it.

Foreign licences, category B (D20, D21)
60. What was committed before a foreign licence had points does not count; what is on the day a ban ends does.
61. A training after category B came by apprentissage anticipé shortens the probation to eighteen months too.
62. An annulation judiciaire during a ban bars the twelve points of its end.

Remedies and way back (D22, D24)
63. A letter without effect, or that fell with a withdrawal, has its remedies; an early contentieux is in time.
64. An answer notified after the silence is looked at within the delay as it runs for both remedies.
65. Three years held are counted to the first annulation; a new text serves whoever can still ask on its first day.
"""

from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle import steps
from tests.oracle.civil_days import ONE_DAY, add_months
from tests.oracle.dossiers import BAREME, read_facts
from tests.oracle.duties import open_duties, stage_advice
from tests.oracle.facts import days_that_matter, facts_known_on
from tests.oracle.licences import lose_and_obtain
from tests.oracle.probation import pass_probation, probation_end
from tests.oracle.remedies import remedies, way_back
from tests.oracle.stages import follow_stages
from tests.oracle.undoing import undo
from tests.oracle.world import Movement, World

MONTHS_AHEAD = 144


class BeforeTheLicenceError(ValueError):
    """A statement asked for a day on which there was no licence yet."""


def simulate(
    dossier: dict[str, Any], on: str, reading: str = "registered", bareme: Path = BAREME, *, every_day: bool = False
) -> dict[str, Any]:
    """The statement of a valid dossier on a day. Walking every day is only slower."""
    facts = read_facts(dossier, bareme)
    day = date.fromisoformat(on)
    if day < facts.begins_on:
        raise BeforeTheLicenceError(on)
    world = World(facts, reading)
    walk(world, _days_until(world, date.min, day, every_day=every_day))
    coming = what_comes(world, day, every_day=every_day)
    signed = world.signed()
    return {
        "on": on,
        "reading": reading,
        "balance": max(0, signed),
        "signed_balance": signed,
        "ceiling": world.ceiling(),
        "status": status(world, day),
        "probation_ends_on": probation_ends_on(world, day),
        "movements": [_as_dict(movement, letter=True) for movement in world.shown],
        "pending": pending(world, day),
        "next": [_as_dict(movement, letter=False) for movement in coming],
        "deadlines": open_duties(world, day),
        "stage": stage_advice(world, coming, day),
        "remedies": remedies(world, day),
        "way_back": way_back(world, day),
    }


def _days_until(world: World, after: date, until: date, *, every_day: bool = False) -> list[date]:
    days = [day for day in days_that_matter(world.facts) if after < day <= until]
    if every_day and days:
        return [date.fromordinal(number) for number in range(days[0].toordinal(), until.toordinal() + 1)]
    return days


def walk(world: World, days: list[date]) -> None:
    """Go through the days, each in the order of D4."""
    for day in days:
        lose_and_obtain(world, day)
        steps.withdraw(world, day)
        undo(world, day, relive)
        end_day(world, day)


def end_day(world: World, day: date) -> None:
    """What comes after the decisions of a day."""
    follow_stages(world, day)
    pass_probation(world, day)
    steps.give_back_one_points(world, day)
    steps.give_back_after_ten_years(world, day)
    steps.restore_in_full(world, day)


def relive(world: World, day: date, ignored: frozenset[str]) -> World:
    """The same life until the withdrawals of a day, as if the ignored acts had never been."""
    other = World(world.facts, world.reading, ignored)
    for earlier in _days_until(other, date.min, day - ONE_DAY):
        lose_and_obtain(other, earlier)
        steps.withdraw(other, earlier)
        end_day(other, earlier)
    lose_and_obtain(other, day)
    steps.withdraw(other, day)
    return other


def what_comes(world: World, on: date, *, every_day: bool = False) -> list[Movement]:
    """What comes by itself within twelve years, when nothing new happens."""
    future = world.copy()
    future.facts = facts_known_on(world.facts, on)
    walk(future, _days_until(future, on, add_months(on, MONTHS_AHEAD), every_day=every_day))
    return future.shown[len(world.shown) :]


def status(world: World, on: date) -> str:
    """The first status that applies."""
    last = world.holdings[-1]
    if last.annulled_on is not None:
        return "annulled"
    if last.invalidated_on is not None:
        return "invalidated"
    if last.banned_on is not None:
        return "banned"
    if world.signed() <= 0:
        return "zero"
    if any(since <= on <= until for since, until in world.facts.suspensions):
        return "suspended"
    return "valid"


def probation_ends_on(world: World, on: date) -> str | None:
    """The end of the probation that still runs."""
    holding = world.held()
    if holding is None or holding.probation == "none" or holding.probation_ended_on is not None:
        return None
    return probation_end(world, holding, on).isoformat()


def pending(world: World, on: date) -> list[dict[str, Any]]:
    """The offences committed, and not yet decided or closed."""
    waiting = []
    for one in world.facts.offences:
        closed = one.closed_on is not None and one.closed_on <= on
        decided = one.decided_on is not None and one.decided_on <= on
        if one.committed_on <= on and not closed and not decided and one.id not in world.ignored:
            final = one.final_on is not None and one.final_on <= on
            waiting.append({"act": one.id, "points": -one.points, "waits_for": "decision" if final else "final"})
    return waiting


def _as_dict(movement: Movement, *, letter: bool) -> dict[str, Any]:
    found = {
        "on": movement.on.isoformat(),
        "cause": movement.cause,
        "points": movement.points,
        "balance": max(0, movement.signed),
        "act": movement.act,
    }
    return found | {"letter": movement.letter} if letter else found
