"""Which sentence tells a movement: its reason, and what the dossier adds to it."""

from collections.abc import Callable

from mespoints.law import reasons
from mespoints.law.acts import Stage
from mespoints.law.capital import DECRET_2003_642, TWELVE_POINTS_FROM
from mespoints.law.days import add_months
from mespoints.law.explain.ground import Ground, end_of_probation, end_of_single_point, full_delay, interrupted_by
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.restoration import LOI_2011_267, TEN_YEARS_IN_MONTHS
from mespoints.law.stage import LOI_2011_267_STAGES, STAGE_POINTS


def because_key(ground: Ground) -> str:
    """The key of the sentence that says why a movement happened."""
    key = REASON_NAMES[ground.movement.reason].lower()
    choose = CHOICES.get(ground.movement.reason)
    return key if choose is None else key + choose(ground)


def upcoming_key(ground: Ground) -> str:
    """The key of the same movement still to come: a delay that ends late is told like the others."""
    key = because_key(ground)
    return key.removesuffix("_late") if ground.movement.reason != reasons.FULL_BACK else key


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


def taken(ground: Ground) -> str:
    """The decision often comes after the day on which the offence was established."""
    offence = ground.offence
    return "" if offence is None or offence.final_on != ground.movement.on else "_at_once"


def one_point_back(ground: Ground) -> str:
    """The delay had already passed when the point was taken (doubt D1)."""
    return "_late" if ground.movement.on > end_of_single_point(ground) else ""


def one_point_interrupted(ground: Ground) -> str:
    """The other offence is named when the dossier tells which it is."""
    return "" if interrupted_by(ground) else "_unnamed"


def full_back(ground: Ground) -> str:
    """Two or three years, from a known day or not, ended now or earlier (doubts D1, D5 and D6)."""
    final_on, _, months = full_delay(ground)
    on = ground.movement.on
    if final_on == 0:
        return "_plain"
    if months == 0 or add_months(final_on, months) != on:
        return "_after_probation" if on == end_of_probation(ground) else "_late"
    if months == 24:
        return ""
    return "_before_2011" if final_on < LOI_2011_267 else "_36"


def ten_years_back(ground: Ground) -> str:
    """All the points, or those that the ceiling leaves room for; ended now or earlier."""
    offence, movement = ground.offence, ground.movement
    assert offence is not None
    if movement.points < offence.points and movement.signed_balance == movement.ceiling:
        return "_part"
    return "_late" if movement.on > add_months(offence.final_on or movement.on, TEN_YEARS_IN_MONTHS) else ""


def stage_back(ground: Ground) -> str:
    """Four points, or those that the ceiling leaves room for."""
    return "_part" if ground.movement.points < STAGE_POINTS else ""


def stage_without_points(ground: Ground) -> str:
    """The kind of stage says why it gives none."""
    assert isinstance(ground.act, Stage)
    return f"_{ground.act.kind}"


def stage_too_soon(ground: Ground) -> str:
    """Every two years before the law of 2011."""
    assert isinstance(ground.act, Stage)
    return "_two_years" if ground.act.ended_on < LOI_2011_267_STAGES else ""


def annulment_held_again(ground: Ground) -> str:
    """The licence lives again, for what it still holds."""
    return "" if ground.movement.balance > 0 else "_at_zero"


def annulment_back(ground: Ground) -> str:
    """Without the withdrawal other points may not have come back either."""
    return "_less" if ground.movement.points < 0 else ""


CHOICES: dict[int, Callable[[Ground], str]] = {
    reasons.OBTAINED_WITH_6: obtained_with_6,
    reasons.OBTAINED_WITH_12: obtained_with_12,
    reasons.TAKEN: taken,
    reasons.ONE_POINT_BACK: one_point_back,
    reasons.ONE_POINT_INTERRUPTED: one_point_interrupted,
    reasons.FULL_BACK: full_back,
    reasons.TEN_YEARS_BACK: ten_years_back,
    reasons.STAGE_BACK: stage_back,
    reasons.STAGE_WITHOUT_POINTS: stage_without_points,
    reasons.STAGE_TOO_SOON: stage_too_soon,
    reasons.ANNULMENT_BACK: annulment_back,
    reasons.ANNULMENT_HELD_AGAIN: annulment_held_again,
}

HEADINGS: dict[int, str] = {
    reasons.OBTAINED_WITH_6: "obtained",
    reasons.OBTAINED_WITH_12: "obtained",
    reasons.CARRIED_OVER: "carried_over",
    reasons.CARRIED_OVER_ON_LOST_LICENCE: "carried_over_on_lost_licence",
    reasons.STEP_CLEAN: "step_clean",
    reasons.STEP_REFUSED: "step_refused",
    reasons.PROBATION_CLEAN: "probation_end",
    reasons.PROBATION_CLEAN_REDUCED: "probation_end",
    reasons.PROBATION_NOT_CLEAN: "probation_end",
    reasons.TAKEN: "offence",
    reasons.TAKEN_WITHIN_LIMIT: "offence",
    reasons.LIMIT_REACHED: "offence",
    reasons.NO_POINTS_IN_BAREME: "offence",
    reasons.NOT_HELD_WHEN_COMMITTED: "offence",
    reasons.LOST_BEFORE_DECISION: "offence",
    reasons.ONE_POINT_BACK: "one_point_back",
    reasons.ONE_POINT_INTERRUPTED: "one_point_interrupted",
    reasons.ONE_POINT_AT_CEILING: "one_point_at_ceiling",
    reasons.FULL_BACK: "full_back",
    reasons.TEN_YEARS_BACK: "ten_years_back",
    reasons.STAGE_BACK: "stage",
    reasons.STAGE_WITHOUT_POINTS: "stage",
    reasons.STAGE_TOO_SOON: "stage",
    reasons.STAGE_AT_CEILING: "stage",
    reasons.STAGE_NOT_HELD: "stage",
    reasons.ANNULMENT_BACK: "annulment",
    reasons.ANNULMENT_HELD_AGAIN: "annulment",
    reasons.ANNULMENT_NO_CHANGE: "annulment",
    reasons.LOST_BY_48SI: "lost_by_48si",
    reasons.LETTER_48SI_VOID: "letter_48si",
    reasons.LETTER_48SI_NOT_HELD: "letter_48si",
    reasons.LOST_BY_JUDGE: "lost_by_judge",
    reasons.JUDGE_NOT_HELD: "judge_not_held",
}
