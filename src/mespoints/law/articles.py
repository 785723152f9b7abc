"""The articles that a movement or a duty rests on, as ``statement/1`` writes them."""

from mespoints.law import reasons
from mespoints.law.acts import Act, InterdictionDeCirculer, Offence
from mespoints.law.results import WayBack

ARTICLES_OF_REASON: dict[int, tuple[str, ...]] = {
    reasons.OBTAINED_WITH_6: ("R223-1",),
    reasons.OBTAINED_WITH_12: ("R223-1",),
    reasons.CARRIED_OVER: ("L223-11",),
    reasons.CARRIED_OVER_ON_LOST_LICENCE: ("L223-5",),
    reasons.STEP_CLEAN: ("L223-1",),
    reasons.STEP_REFUSED: ("L223-1",),
    reasons.PROBATION_CLEAN: ("R223-1",),
    reasons.PROBATION_CLEAN_REDUCED: ("R223-1", "R223-4-1"),
    reasons.PROBATION_NOT_CLEAN: ("R223-1",),
    reasons.TAKEN: ("L223-1",),
    reasons.TAKEN_WITHIN_LIMIT: ("L223-1", "R223-2"),
    reasons.LIMIT_REACHED: ("R223-2",),
    reasons.NO_POINTS_IN_BAREME: ("L223-1",),
    reasons.NOT_HELD_WHEN_COMMITTED: ("L223-1",),
    reasons.LOST_BEFORE_DECISION: ("L223-5",),
    reasons.ONE_POINT_BACK: ("L223-6",),
    reasons.ONE_POINT_INTERRUPTED: ("L223-6",),
    reasons.ONE_POINT_AT_CEILING: ("L223-6",),
    reasons.FULL_BACK: ("L223-6",),
    reasons.TEN_YEARS_BACK: ("L223-6",),
    reasons.STAGE_BACK: ("L223-6", "R223-8"),
    reasons.STAGE_WITHOUT_POINTS: ("R223-8",),
    reasons.STAGE_TOO_SOON: ("L223-6",),
    reasons.STAGE_AT_CEILING: ("R223-8",),
    reasons.STAGE_NOT_HELD: ("L223-5",),
    reasons.ANNULMENT_BACK: ("L223-1",),
    reasons.ANNULMENT_HELD_AGAIN: ("L223-1",),
    reasons.ANNULMENT_NO_CHANGE: ("L223-1",),
    reasons.LOST_BY_48SI: ("L223-5", "R223-3"),
    reasons.LETTER_48SI_VOID: ("L223-5",),
    reasons.LETTER_48SI_NOT_HELD: ("L223-5",),
    reasons.LOST_BY_JUDGE: ("L224-12",),
    reasons.JUDGE_NOT_HELD: ("L224-12",),
    reasons.FULL_BACK_GRAVE: ("L223-6",),
    reasons.FULL_BACK_BEFORE_2011: ("L223-6",),
    reasons.LETTER_48SI_OVERTAKEN: ("L223-5",),
    reasons.LETTER_48SI_FOREIGN: ("L223-10",),
    reasons.LETTER_48SI_SUSPENDED: ("L223-5", "CJA L521-1"),
    reasons.LETTER_48SI_SUSPENSION_OVER: ("L223-5", "CJA L521-1"),
    reasons.LETTER_48SI_ANNULLED: ("L223-5",),
    reasons.LETTER_48SI_ANNULLED_NEW_LICENCE: ("L223-5",),
    reasons.LETTER_48SI_NOT_IN_FORCE: ("L223-5",),
    reasons.WITHDRAWAL_SUSPENDED: ("L223-1", "CJA L521-1"),
    reasons.WITHDRAWAL_SUSPENDED_HELD_AGAIN: ("L223-1", "CJA L521-1"),
    reasons.WITHDRAWAL_SUSPENDED_NO_CHANGE: ("L223-1", "CJA L521-1"),
    reasons.WITHDRAWAL_SUSPENSION_OVER: ("L223-1", "CJA L521-1"),
    reasons.WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE: ("L223-1", "CJA L521-1"),
    reasons.WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN: ("L223-1", "CJA L521-1"),
    reasons.EXCHANGED: ("L223-5",),
    reasons.EXCHANGE_REFUSED: ("L223-5",),
    reasons.PROBATION_CLEAN_BY_AAC: ("R223-1",),
    reasons.OBTAINED_BY_FOREIGN_HOLDER: ("L223-10",),
    reasons.BANNED: ("L223-10",),
    reasons.BAN_WITHOUT_EFFECT: ("L223-10",),
    reasons.POINTS_AFTER_BAN: ("L223-10",),
    reasons.FRENCH_LICENCE_SAME_POINTS: ("L223-11",),
    reasons.FRENCH_LICENCE_IN_PROBATION: ("L223-11", "L223-1"),
    reasons.FRENCH_LICENCE_WITHOUT_EFFECT: ("L223-11",),
}

ARTICLES_OF_DUTY: dict[str, tuple[str, ...]] = {
    "mandatory_stage": ("R223-4",),
    "restitution": ("L223-5", "R223-3"),
    "new_licence": ("L223-5",),
}


ARTICLES_OF_REMEDY: dict[str, tuple[str, ...]] = {
    "open": ("CJA R421-1",),
    "waiting": ("CRPA L411-2", "CJA R421-2"),
    "filed": ("CJA R421-1",),
    "over": ("CJA R421-1",),
    "unknown": ("CJA R421-1",),
}


def articles_of_way_back(way_back: WayBack) -> tuple[str, ...]:
    """The articles that bar and open the way to a new licence."""
    from mespoints.law.relicensing import ANNULATION  # seldom asked for, and the time to start is counted

    opens = "L224-14" if way_back.cause == ANNULATION else "L223-5"
    return (opens, "R224-20")


def article_of_offence(offence: Offence) -> str | None:
    """The article that the offence breaches: its own, or that of its NATINF in the barème of its day."""
    if offence.article is not None:
        return offence.article
    if offence.natinf is None:
        return None
    from mespoints.law.bareme import find_by_natinf  # the barème is read only when a dossier needs it

    found = find_by_natinf(offence.natinf, offence.committed_on)
    return found[0].article if found else None


def articles_of_movement(reason: int, offence: Offence | None, ground: Act | None) -> tuple[str, ...]:
    """The articles of a movement; a withdrawal adds the one that was breached. ``ground``: the act that explains it."""
    if isinstance(ground, InterdictionDeCirculer):
        return ("L223-10",)
    articles = ARTICLES_OF_REASON[reason]
    if offence is None or reason not in (reasons.TAKEN, reasons.TAKEN_WITHIN_LIMIT):
        return articles
    breached = article_of_offence(offence)
    return articles if breached is None else (*articles, breached)
