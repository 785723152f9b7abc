"""The way back to a licence for who has lost theirs, as far as the dossier tells it. The rules: ``law.relicensing``."""

from mespoints.law.acts import Dossier, LicenceAnnulled, TitleSurrendered
from mespoints.law.days import Day
from mespoints.law.memory import (
    ANNULLED,
    ENDED_BY,
    FELL_ON,
    HOLD,
    INVALIDATED,
    INVALIDATED_ON,
    OBTAINED_ON,
    PREVIOUS_FALL,
    Memory,
)
from mespoints.law.relicensing import WayBack, after_annulation, after_invalidation
from mespoints.law.revisions import in_force_since


def way_back_on(dossier: Dossier, m: Memory, on: Day) -> WayBack | None:
    """The days of the way back, None while the licence is held or while a day that they run from is not known."""
    state = m.state
    if state[HOLD] == INVALIDATED:
        surrendered_on = surrendered_since(dossier, in_force_since(m), on)
        if surrendered_on is None:
            return None
        falls = state[FELL_ON], state[PREVIOUS_FALL]
        return after_invalidation(surrendered_on, *falls, state[OBTAINED_ON], state[INVALIDATED_ON])
    if state[HOLD] == ANNULLED and state[ENDED_BY] >= 0:
        act = dossier.acts[state[ENDED_BY]]
        if isinstance(act, LicenceAnnulled) and act.ban_months is not None:
            return after_annulation(act.on, act.ban_months, state[OBTAINED_ON])
    return None


def surrendered_since(dossier: Dossier, notified_on: Day, on: Day) -> Day | None:
    """The first day on which the title was handed in after a 48SI, None while it is not (art. L. 223-5, I)."""
    surrenders = [act.on for act in dossier.acts if isinstance(act, TitleSurrendered)]
    return min((day for day in surrenders if notified_on <= day <= on), default=None)
