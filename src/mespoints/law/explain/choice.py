"""Which sentence tells a movement: its reason, and what the dossier adds to it."""

from collections.abc import Callable

from mespoints.law import reasons
from mespoints.law.acts import InterdictionDeCirculer, Lettre48SI, Offence, Stage
from mespoints.law.capital import DECRET_2003_642, FOREIGN_LICENCES_FROM, TWELVE_POINTS_FROM, opens_on
from mespoints.law.days import add_months
from mespoints.law.explain.ground import (
    MONTHS_OF_FULL_DELAY,
    Ground,
    days_obtained,
    end_of_full_delay,
    end_of_single_point,
    is_found_late,
    licence_not_yet_held,
)
from mespoints.law.novice import owes_novice_stage
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.restoration import TEN_YEARS_IN_MONTHS
from mespoints.law.stage import LOI_2011_267_STAGES, STAGE_POINTS


def because_key(ground: Ground) -> str:
    """The key of the sentence that says why a movement happened."""
    reason = ground.movement.reason
    if reason in MONTHS_OF_FULL_DELAY and ground.movement.on > end_of_full_delay(ground):
        return "full_back_late" if is_found_late(ground) else "full_back_after_probation"
    key = REASON_NAMES[reason].lower()
    choose = CHOICES.get(reason)
    return key if choose is None else key + choose(ground)


def obtained_with_6(ground: Ground) -> str:
    """A new licence says that the former balance is forgotten."""
    return "" if ground.act is None else "_again"


def obtained_with_12(ground: Ground) -> str:
    """Twelve points at once: in 1992, before probation existed, or by exchange."""
    if ground.act is not None:
        return "_again"
    obtained_on = ground.dossier.licence.obtained_on
    if obtained_on < TWELVE_POINTS_FROM:
        return "_in_1992"
    return "_before_2004" if obtained_on < DECRET_2003_642 else ""


def foreign_points(ground: Ground) -> str:
    """The law gave points to the holders of foreign licences one day, those already in France included."""
    return "_in_2017" if ground.dossier.licence.obtained_on < FOREIGN_LICENCES_FROM else ""


def step_refused(ground: Ground) -> str:
    """A single point counts against the probation even once it is back."""
    return "_by_one_point" if isinstance(ground.behind, Offence) and ground.behind.points == 1 else ""


def taken(ground: Ground) -> str:
    """The decision often comes after the day on which the offence was established; a novice owed a stage."""
    offence, movement = ground.offence, ground.movement
    assert offence is not None
    held_since = max(day for day in days_obtained(ground) if day <= offence.committed_on)
    at_once = "_at_once" if offence.final_on == movement.on else ""
    novice = "_novice" if owes_novice_stage(-movement.points, offence.committed_on, held_since) else ""
    return at_once + novice


def not_held_when_committed(ground: Ground) -> str:
    """The licence came after the offence, or its points did: in 1992, in 2017, after a ban."""
    offence, licence = ground.offence, ground.dossier.licence
    assert offence is not None
    opening = opens_on(licence.obtained_on, licence.foreign)
    obtained_on = licence_not_yet_held(ground)
    if obtained_on > licence.obtained_on or (obtained_on > 0 and opening == obtained_on and not licence.foreign):
        return ""
    return "_before_points" if min(offence.committed_on, ground.movement.on) < opening else "_before_ban_end"


def lost(ground: Ground) -> str:
    """What ended the licence: a 48SI, a judge, a ban of driving in France; or there was none yet."""
    behind = ground.behind
    if behind is None:
        return "_yet"
    if isinstance(behind, Lettre48SI):
        return ""
    return "_banned" if isinstance(behind, InterdictionDeCirculer) else "_annulled"


def one_point_back(ground: Ground) -> str:
    """The delay had already passed when the point was taken (doubt D1)."""
    return "_late" if ground.movement.on > end_of_single_point(ground) else ""


def ten_years_back(ground: Ground) -> str:
    """All the points, or those that the ceiling leaves room for; ended now or earlier."""
    offence, movement = ground.offence, ground.movement
    assert offence is not None
    if movement.points < offence.points and movement.signed_balance == movement.ceiling:
        return "_part"
    return "_late" if movement.on > add_months(offence.final_on or movement.on, TEN_YEARS_IN_MONTHS) else ""


def stage_back(ground: Ground) -> str:
    """Four points, or those that the ceiling leaves room for; before a 48SI, counted from zero or below."""
    movement = ground.movement
    if movement.points < STAGE_POINTS:
        return "_part"
    return "_before_48si" if movement.signed_balance <= STAGE_POINTS else ""


def stage_without_points(ground: Ground) -> str:
    """The kind of stage says why it gives none."""
    assert isinstance(ground.act, Stage)
    return f"_{ground.act.kind}"


def stage_too_soon(ground: Ground) -> str:
    """Every two years before the law of 2011."""
    assert isinstance(ground.act, Stage)
    return "_two_years" if ground.act.ended_on < LOI_2011_267_STAGES else ""


def revised(ground: Ground) -> str:
    """Without the withdrawal other points may not have come back either; the sum may stay at zero."""
    if ground.movement.points < 0:
        return "_less"
    return "" if ground.movement.balance > 0 else "_still_at_zero"


def held_again(ground: Ground) -> str:
    """The licence lives again, for what it still holds."""
    return "" if ground.movement.balance > 0 else "_at_zero"


def suspension_over(ground: Ground) -> str:
    """The points are taken again, unless what happened meanwhile makes it otherwise."""
    if ground.movement.points >= 0:
        return "_more" if ground.movement.points else "_no_change"
    return "" if ground.movement.balance > 0 else "_at_zero"


def step_clean(ground: Ground) -> str:
    """A balance carried over in probation may be full already."""
    return "" if ground.movement.points > 0 else "_at_ceiling"


CHOICES: dict[int, Callable[[Ground], str]] = {
    reasons.OBTAINED_WITH_6: obtained_with_6,
    reasons.OBTAINED_WITH_12: obtained_with_12,
    reasons.OBTAINED_BY_FOREIGN_HOLDER: foreign_points,
    reasons.STEP_CLEAN: step_clean,
    reasons.STEP_REFUSED: step_refused,
    reasons.TAKEN: taken,
    reasons.NOT_HELD_WHEN_COMMITTED: not_held_when_committed,
    reasons.LOST_BEFORE_DECISION: lost,
    reasons.ONE_POINT_BACK: one_point_back,
    reasons.TEN_YEARS_BACK: ten_years_back,
    reasons.STAGE_BACK: stage_back,
    reasons.STAGE_WITHOUT_POINTS: stage_without_points,
    reasons.STAGE_TOO_SOON: stage_too_soon,
    reasons.STAGE_NOT_HELD: lost,
    reasons.CARRIED_OVER_ON_LOST_LICENCE: lost,
    reasons.LETTER_48SI_NOT_HELD: lost,
    reasons.JUDGE_NOT_HELD: lost,
    reasons.ANNULMENT_BACK: revised,
    reasons.ANNULMENT_HELD_AGAIN: held_again,
    reasons.LETTER_48SI_SUSPENDED: held_again,
    reasons.LETTER_48SI_ANNULLED: held_again,
    reasons.WITHDRAWAL_SUSPENDED: revised,
    reasons.WITHDRAWAL_SUSPENDED_HELD_AGAIN: held_again,
    reasons.WITHDRAWAL_SUSPENSION_OVER: suspension_over,
}
