"""The way back to a licence for who has lost theirs, as far as the dossier tells it. The rules: ``law.relicensing``."""

from mespoints.law.acts import Dossier, LicenceAnnulled, TitleSurrendered
from mespoints.law.days import Day
from mespoints.law.memory import (
    ANNULLED,
    FELL_ON,
    HOLD,
    INVALIDATED,
    INVALIDATED_ON,
    OBTAINED_ON,
    PREVIOUS_FALL,
    Memory,
)
from mespoints.law.relicensing import after_annulation, after_invalidation
from mespoints.law.results import WayBack
from mespoints.law.undone import in_force_since


def way_back_on(dossier: Dossier, m: Memory, on: Day) -> WayBack | None:
    """The days of the way back, None while the licence is held or while a day that they run from is not known."""
    state = m.state
    if state[HOLD] == INVALIDATED:
        surrendered_on = surrendered_since(dossier, in_force_since(m), on)
        if surrendered_on is None:
            return None
        falls = state[FELL_ON], state[PREVIOUS_FALL]
        return after_invalidation(surrendered_on, *falls, state[OBTAINED_ON], state[INVALIDATED_ON])
    if state[HOLD] == ANNULLED:
        return after_judgments(dossier, state[OBTAINED_ON], on)
    return None


def after_judgments(dossier: Dossier, obtained_on: Day, on: Day) -> WayBack | None:
    """The way back once every ban set since a licence was obtained is over; None while one is not known."""
    annulations = [a for a in dossier.acts if isinstance(a, LicenceAnnulled) and obtained_on < a.on <= on]
    lost_on = min((one.on for one in annulations), default=on)
    bans = [(one.on, one.ban_months) for one in annulations if one.ban_months is not None]
    if not bans or len(bans) < len(annulations):
        return None
    return max((after_annulation(*ban, obtained_on, lost_on) for ban in bans), key=lambda way: way.may_ask_on)


def surrendered_since(dossier: Dossier, notified_on: Day, on: Day) -> Day | None:
    """The first day on which the title was handed in after a 48SI, None while it is not (art. L. 223-5, I)."""
    surrenders = [act.on for act in dossier.acts if isinstance(act, TitleSurrendered)]
    return min((day for day in surrenders if notified_on <= day <= on), default=None)
