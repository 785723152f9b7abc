"""What became of the duty that a letter opened: the stage of a 48N, the title of a 48SI.

Code de la route, art. R. 223-4, R. 223-8, IV, and L. 223-5.
"""

from typing import NamedTuple

from mespoints.law.acts import Dossier, Lettre48N, Lettre48SI, LicenceObtained, Stage
from mespoints.law.days import Day
from mespoints.law.deadlines import after_invalidation, stage_answers_48n
from mespoints.law.invalidation import mandatory_stage_last_day
from mespoints.law.memory import HELD, HOLD, INVALIDATED_ON, LETTER_ACT, OBTAINED_ON
from mespoints.law.play import play
from mespoints.law.undone import withdrawals_undone

RUNNING, MISSED, FULFILLED, UNDONE, ENDED = "running", "missed", "fulfilled", "undone", "ended"
"""The duty runs; its delay is over and it was not done; it was done; the decision that it comes from is annulled, or
suspended for now; it has no object: the licence was not held when the delay ended, or another one was obtained."""


class DutyStanding(NamedTuple):
    """What became of a duty on a day: one of the words above; ``last_on``: the last day to do it, 0 when it has none.

    ``stage``: the one that fulfilled a 48N in time, None otherwise.
    """

    word: str
    last_on: Day
    stage: Stage | None = None


def stage_in_time(dossier: Dossier, letter: Lettre48N, on: Day) -> Stage | None:
    """The stage that answers a 48N within its delay: it takes the place of the fine, which is refunded.

    Art. R. 223-8, IV, and L. 223-6, al. 4. A stage that ends later answers the letter and refunds nothing.
    """
    last_on = min(on, mandatory_stage_last_day(letter.notified_on))
    stages = [act for act in dossier.acts if isinstance(act, Stage)]
    return next((stage for stage in stages if stage_answers_48n(stage, letter.notified_on, last_on)), None)


def stage_duty(dossier: Dossier, letter: Lettre48N, on: Day) -> DutyStanding:
    """What became of the stage that a 48N orders; not following it within the delay is punished.

    Art. R. 223-4, II. A licence lost once the delay was over takes nothing away from that.
    """
    last_on, stage = mandatory_stage_last_day(letter.notified_on), stage_in_time(dossier, letter, on)
    if letter.offence in withdrawals_undone(dossier, on):
        return DutyStanding(UNDONE, last_on)
    if stage is not None:
        return DutyStanding(FULFILLED, last_on, stage)
    if on <= last_on:
        return DutyStanding(RUNNING, last_on)
    state = play(dossier, last_on, strict=False).memory.state
    is_held = state[HOLD] == HELD and state[OBTAINED_ON] <= letter.notified_on
    return DutyStanding(MISSED if is_held else ENDED, last_on)


def title_duty(dossier: Dossier, letter: Lettre48SI, on: Day) -> DutyStanding:
    """What became of the title that a 48SI orders to hand in within ten jours francs; keeping it is punished.

    Art. L. 223-5, III.
    """
    memory = play(dossier, on, strict=False).memory
    state = memory.state
    if state[INVALIDATED_ON] and dossier.acts[state[LETTER_ACT]].id == letter.id:
        (duty,) = after_invalidation(dossier, memory, on)
        if duty.duty != "restitution":
            return DutyStanding(FULFILLED, 0)
        return DutyStanding(RUNNING if on <= duty.on else MISSED, duty.on)
    others = (act for act in dossier.acts if isinstance(act, LicenceObtained))
    return DutyStanding(ENDED if any(letter.notified_on <= act.on <= on for act in others) else UNDONE, 0)
