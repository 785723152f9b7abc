"""What a sentence is told from: the acts behind a movement, and the days that they say.

A movement names its acts by their ids (``Movement.act``, ``offence`` and ``ground``); they are looked up here.
"""

from typing import NamedTuple

from mespoints.law import reasons
from mespoints.law.acts import (
    Act,
    CarriedOver,
    Dossier,
    FormationComplementaire,
    FrenchLicence,
    InterdictionDeCirculer,
    LicenceExchanged,
    LicenceObtained,
    Offence,
)
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.invalidation import ban_ends_on
from mespoints.law.restoration import end_of_one_point
from mespoints.law.results import Movement
from mespoints.law.rows import DELIT
from mespoints.law.withdrawal import derogates, episode_limit

MONTHS_OF_FULL_DELAY = {reasons.FULL_BACK: 24, reasons.FULL_BACK_GRAVE: 36, reasons.FULL_BACK_BEFORE_2011: 36}
"""The delay of a full restoration, by its reason (art. L. 223-6, al. 1 and 2)."""


class Ground(NamedTuple):
    """A movement with the acts that it names. ``known_on``: later acts were not known when it was found.

    ``act``: what moved it. ``offence``: whose points come or go. ``behind``: what explains it, see ``Movement.ground``.
    """

    movement: Movement
    dossier: Dossier
    act: Act | None
    offence: Offence | None
    behind: Act | None
    known_on: Day


def ground_of(movement: Movement, dossier: Dossier, known_on: Day | None = None) -> Ground:
    """The movement with its acts, looked up by their ids; ``known_on``: its own day if not given."""
    return Ground(
        movement,
        dossier,
        find_act(dossier, movement.act),
        find_offence(dossier, movement.offence),
        find_act(dossier, movement.ground),
        movement.on if known_on is None else known_on,
    )


def find_act(dossier: Dossier, act_id: str | None) -> Act | None:
    """The act with this id, or None."""
    for act in dossier.acts:
        if act.id == act_id:
            return act
    return None


def find_offence(dossier: Dossier, act_id: str | None) -> Offence | None:
    """The offence with this id, or None."""
    act = find_act(dossier, act_id)
    return act if isinstance(act, Offence) else None


def start_of_full_delay(ground: Ground) -> tuple[Day, str | None]:
    """The day that the delay of a full restoration runs from, and what established that offence.

    None for a balance carried over: its file says when the last offence was established, not how.
    """
    behind = ground.behind
    if isinstance(behind, CarriedOver):
        assert behind.last_final_on is not None
        return behind.last_final_on, None
    assert isinstance(behind, Offence)
    assert behind.final_on is not None
    return behind.final_on, behind.final_by


def end_of_full_delay(ground: Ground) -> Day:
    """The quantième on which the delay of a full restoration ends (doubt D3)."""
    return add_months(start_of_full_delay(ground)[0], MONTHS_OF_FULL_DELAY[ground.movement.reason])


def is_found_late(ground: Ground) -> bool:
    """Whether the act that a full restoration counts from was decided, or taken over, on its very day (doubt D1)."""
    behind = ground.behind
    return ground.movement.on == (behind.on if isinstance(behind, CarriedOver) else getattr(behind, "decided_on", 0))


def end_of_single_point(ground: Ground) -> Day:
    """The quantième on which the delay of a single point ends."""
    offence = ground.offence
    return NEVER if offence is None or offence.final_on is None else end_of_one_point(offence.final_on)


def probation_of(ground: Ground) -> str:
    """The probation of the licence that a movement opens."""
    if isinstance(ground.act, LicenceObtained | FrenchLicence):
        return ground.act.probation
    return ground.dossier.licence.probation


def days_obtained(ground: Ground) -> list[Day]:
    """The days on which a licence was obtained, the known ones, in order."""
    acts = [act for act in ground.dossier.acts if isinstance(act, LicenceObtained | FrenchLicence)]
    return sorted({ground.dossier.licence.obtained_on, *(act.on for act in acts if act.on <= ground.known_on)})


def handed_back(ground: Ground) -> set[Day]:
    """The days on which a licence was obtained that was handed back since for the former one (doubt D19)."""
    obtained = [act.on for act in ground.dossier.acts if isinstance(act, LicenceObtained)]
    exchanges = [act.on for act in ground.dossier.acts if isinstance(act, LicenceExchanged)]
    return {max((day for day in obtained if day < on), default=0) for on in exchanges if on <= ground.known_on}


def licence_not_yet_held(ground: Ground) -> Day:
    """The day on which the licence was obtained that an offence came before; 0 when no licence tells."""
    offence = ground.offence
    assert offence is not None
    after = [day for day in days_obtained(ground) if day > offence.committed_on]
    kept = [day for day in after if day not in handed_back(ground)]
    return max(kept or after, default=0)


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


def ban_over(ground: Ground) -> Day:
    """The day on which the last ban that was over by the movement was notified; 0: none."""
    bans = [act.notified_on for act in ground.dossier.acts if isinstance(act, InterdictionDeCirculer)]
    return max((day for day in bans if ban_ends_on(day) <= ground.movement.on), default=0)


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
