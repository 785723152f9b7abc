"""What a sentence is told from: the acts behind a movement, the licence held, the delay that ran out.

The fold keeps no more than a movement needs; what the sentence adds is looked up again here, in the dossier.
"""

from typing import NamedTuple

from mespoints.law.acts import (
    Act,
    CarriedOver,
    Dossier,
    FormationComplementaire,
    Licence,
    LicenceObtained,
    Offence,
    WithdrawalAnnulled,
)
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.restoration import LOI_2011_267, end_of_one_point, interrupts
from mespoints.law.results import Movement
from mespoints.law.rows import DELIT
from mespoints.law.withdrawal import derogates, episode_limit

GRAVE_CLASSES = ("c4", "c5", "delit")


FullDelay = tuple[Day, str | None, int]
"""The delay behind a full restoration: the day it runs from (0: not found), what established that offence (None
for a balance carried over, whose file does not say), and 24 or 36 months (0: not found)."""


class Ground(NamedTuple):
    """A movement with the acts that it names. ``known_on``: later acts were not known when it was found."""

    movement: Movement
    dossier: Dossier
    act: Act | None
    offence: Offence | None
    known_on: Day


def ground_of(movement: Movement, dossier: Dossier, known_on: Day | None = None) -> Ground:
    """The movement with its act and its offence, looked up by their ids; ``known_on``: its own day if not given."""
    act = find_act(dossier, movement.act)
    offence = find_act(dossier, movement.offence)
    if offence is None and isinstance(act, WithdrawalAnnulled):
        offence = find_act(dossier, act.offence)
    known_on = movement.on if known_on is None else known_on
    return Ground(movement, dossier, act, offence if isinstance(offence, Offence) else None, known_on)


def find_act(dossier: Dossier, act_id: str | None) -> Act | None:
    """The act with this id, or None."""
    for act in dossier.acts:
        if act.id == act_id:
            return act
    return None


def holding_on(dossier: Dossier, on: Day) -> Licence:
    """The last licence obtained on or before a day, whatever the order of the file; the opening one before that."""
    opening = dossier.licence
    obtained = [(opening.obtained_on, -1, opening.probation)]
    obtained += [(a.on, place, a.probation) for place, a in enumerate(dossier.acts) if isinstance(a, LicenceObtained)]
    last_on, _, probation = max((one for one in obtained if one[0] <= on), default=obtained[0])
    return opening._replace(obtained_on=last_on, probation=probation)


def training_on(ground: Ground) -> Day:
    """The day of the last formation complémentaire before the movement."""
    return max(
        (
            act.on
            for act in ground.dossier.acts
            if isinstance(act, FormationComplementaire) and act.on <= ground.movement.on
        ),
        default=0,
    )


def offences_established(dossier: Dossier, on: Day) -> list[Offence]:
    """The offences of the licence held on a day that were established by then, and not annulled since."""
    annulled = {act.offence for act in dossier.acts if isinstance(act, WithdrawalAnnulled) and act.on <= on}
    obtained_on = holding_on(dossier, on).obtained_on
    return [
        act
        for act in dossier.acts
        if isinstance(act, Offence)
        and act.points > 0
        and act.id not in annulled
        and (act.final_on or NEVER) <= on
        and act.committed_on >= obtained_on
    ]


def offences_withdrawn(dossier: Dossier, on: Day) -> list[Offence]:
    """Those of them whose points a decision had taken."""
    return [act for act in offences_established(dossier, on) if (act.decided_on or NEVER) <= on]


def interrupted_by(ground: Ground) -> Offence | None:
    """The first offence committed inside the delay of a single point, among those already decided."""
    offence = ground.offence
    if offence is None or offence.final_on is None:
        return None
    end = end_of_one_point(offence.final_on)
    inside = [
        other
        for other in offences_withdrawn(ground.dossier, ground.known_on)
        if interrupts(other.committed_on, offence.final_on, end)
    ]
    return min(inside, key=lambda other: other.committed_on, default=None)


def limit_of_episode(ground: Ground) -> int:
    """The greatest number of points that the episode of an offence can cost (art. R. 223-2; doubt D10)."""
    offence = ground.offence
    assert offence is not None
    together = [
        act
        for act in ground.dossier.acts
        if isinstance(act, Offence) and act.episode == offence.episode and (act.decided_on or NEVER) <= ground.known_on
    ]
    has_delit = any(act.offence_class == "delit" for act in together)
    has_derogation = any(
        derogates(DELIT, act.points, act.committed_on) for act in together if act.offence_class == "delit"
    )
    return episode_limit(offence.committed_on, has_delit, has_derogation)


def full_delay(ground: Ground) -> FullDelay:
    """The delay of art. L. 223-6, al. 1 and 2, found again: first the one that ends on the day of the movement."""
    on, known_on, dossier = ground.movement.on, ground.known_on, ground.dossier
    floor = max((act.on for act in dossier.acts if isinstance(act, CarriedOver) and act.on <= known_on), default=0)
    withdrawn = [act for act in offences_withdrawn(dossier, known_on) if (act.decided_on or 0) >= floor]
    starts = sorted(delay_starts(dossier, withdrawn, floor), reverse=True)
    # In the strict reading of doubt D2, an offence established and not decided yet is the last one too.
    undecided = delay_starts(dossier, offences_established(dossier, known_on), NEVER)
    for final_on, final_by in (*starts, *sorted(undecided, reverse=True)):
        for months in (24, 36):
            if add_months(final_on, months) == on:
                return final_on, final_by or None, months
    if not starts:
        return 0, None, 0
    final_on, final_by = starts[0]
    return final_on, final_by or None, months_of_late_delay(final_on, withdrawn)


def delay_starts(dossier: Dossier, offences: list[Offence], floor: Day) -> list[tuple[Day, str]]:
    """The days on which a delay may have begun, with what established the offence ("" for a carried balance)."""
    starts = [(act.final_on, act.final_by or "") for act in offences if act.final_on]
    starts += [
        (act.last_final_on, "")
        for act in dossier.acts
        if isinstance(act, CarriedOver) and act.on == floor and act.last_final_on
    ]
    return starts


def months_of_late_delay(final_on: Day, withdrawn: list[Offence]) -> int:
    """How long a delay was that ended before its movement, by the offences; 0 when they do not tell."""
    last_is_grave = any(act.final_on == final_on and act.offence_class in GRAVE_CLASSES for act in withdrawn)
    if final_on < LOI_2011_267 or last_is_grave:
        return 36
    return 0 if any(act.offence_class in GRAVE_CLASSES for act in withdrawn) else 24


def end_of_single_point(ground: Ground) -> Day:
    """The quantième on which the delay of a single point ends."""
    offence = ground.offence
    return NEVER if offence is None or offence.final_on is None else end_of_one_point(offence.final_on)


def end_of_probation(ground: Ground) -> Day:
    """The planned end of the probation of the licence held; the day it was obtained without one."""
    held = holding_on(ground.dossier, ground.known_on)
    return add_months(held.obtained_on, {"ordinary": 36, "aac": 24}.get(held.probation, 0))
