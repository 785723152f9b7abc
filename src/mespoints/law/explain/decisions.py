"""The decisions of the Conseil d'État that settle what a sentence tells."""

from typing import NamedTuple

from mespoints.law import reasons
from mespoints.law.days import Day, day_of
from mespoints.law.explain.ground import Ground
from mespoints.law.explain.language import Language


class Decision(NamedTuple):
    """The day of a decision, and its number; "" when none is known."""

    on: Day
    number: str

    def words(self, language: Language) -> str:
        """« Conseil d'État, 4 décembre 2017, n° 402423 »."""
        key = "decision_numbered" if self.number else "decision"
        return language.words[key].format(day=language.day_words(self.on), number=self.number)


WHAT_BREAKS_A_DELAY = Decision(day_of(2017, 12, 4), "402423")
"""The day of commission breaks a delay, not the day the offence is established."""

ONE_GRAVE_OFFENCE = Decision(day_of(2016, 11, 21), "392555")
"""Three years as soon as one of the offences is grave, not the last alone."""

SIMULTANEOUS = Decision(day_of(2023, 6, 20), "460902")
"""Offences committed within a few minutes are successive, not simultaneous."""

DAY_OF_DECISION = Decision(day_of(2023, 9, 29), "461479")
"""Points are lost on the day of the decision; a stage before the 48SI is notified adds to what is left."""

BEFORE_NOTIFICATION = Decision(day_of(2016, 2, 17), "380684")
"""A loss of every point is opposable once notified: points that came back before count."""

AFTER_NOTIFICATION = Decision(day_of(2025, 4, 17), "492072")
"""The points of a stage are refused once the 48SI has been notified."""

SINGLE_POINT_IN_PROBATION = Decision(day_of(2016, 6, 15), "393522")
"""A single point that came back still bars the yearly points of probation."""

TITRE_ANNULLED = Decision(day_of(2021, 3, 10), "444670")
"""The titre exécutoire annulled, the points come back; a conviction may take them again."""

STILL_AT_ZERO = Decision(day_of(2021, 4, 27), "416233")
"""An unlawful withdrawal given back changes nothing to the loss when the sum stays at zero."""

NEVER_TWO_LICENCES = Decision(day_of(2016, 7, 22), "")
"""Nobody holds two licences: the new one is exchanged for the former, whose sum must not be nil."""

DECISIONS_OF_REASON: dict[int, Decision] = {
    reasons.ONE_POINT_INTERRUPTED: WHAT_BREAKS_A_DELAY,
    reasons.FULL_BACK_GRAVE: ONE_GRAVE_OFFENCE,
    reasons.TAKEN_WITHIN_LIMIT: SIMULTANEOUS,
    reasons.LIMIT_REACHED: SIMULTANEOUS,
    reasons.LETTER_48SI_VOID: BEFORE_NOTIFICATION,
    reasons.LETTER_48SI_ANNULLED_NEW_LICENCE: NEVER_TWO_LICENCES,
    reasons.EXCHANGED: NEVER_TWO_LICENCES,
    reasons.EXCHANGE_REFUSED: NEVER_TWO_LICENCES,
}

DECISIONS_OF_SENTENCE: dict[str, Decision] = {
    "taken": DAY_OF_DECISION,
    "taken_novice": DAY_OF_DECISION,
    "step_refused_by_one_point": SINGLE_POINT_IN_PROBATION,
    "stage_back_before_48si": DAY_OF_DECISION,
    "stage_not_held": AFTER_NOTIFICATION,
    "annulment_back_still_at_zero": STILL_AT_ZERO,
}
"""Those that settle one of the sentences of a reason alone, by its key (``choice.because_key``)."""

OF_ANNULMENT = (reasons.ANNULMENT_BACK, reasons.ANNULMENT_HELD_AGAIN)


def decision_on(key: str, ground: Ground) -> Decision | None:
    """The decision that settles a sentence, if there is one."""
    found = DECISIONS_OF_SENTENCE.get(key) or DECISIONS_OF_REASON.get(ground.movement.reason)
    if found is not None:
        return found
    is_of_titre = ground.offence is not None and ground.offence.final_by == "titre_executoire"
    return TITRE_ANNULLED if is_of_titre and ground.movement.reason in OF_ANNULMENT else None
