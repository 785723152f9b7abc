"""The way back to a licence: art. L. 223-5, II, L. 224-14, R. 224-20 and R. 224-21.

``cause`` is INVALIDATION (no points left) or ANNULATION (by a judge). The days are those of the surrender of the
title for the one, of the annulation for the other.
"""

from mespoints.law.days import Day, add_months, day_of
from mespoints.law.invalidation import months_before_new_licence
from mespoints.law.results import WayBack
from mespoints.law.rules import rule

INVALIDATION = 1
ANNULATION = 2

NO_EXAMINATION_KNOWN = 0
MEDICAL_AND_PSYCHOTECHNICAL = 1
WITH_ANALYSES = 2

NOT_KNOWN: Day = 0
"""Instead of a day: there is none, or the version of the law that would give it was not read."""

POINTS_FROM = day_of(1992, 7, 1)
CODE_OF_2001 = day_of(2001, 6, 1)
LOI_2003_495 = day_of(2003, 6, 13)
DECRET_2003_642 = day_of(2003, 7, 12)
LOI_2007_297 = day_of(2007, 3, 7)
DECRET_2007_753 = day_of(2007, 5, 10)


@rule
def examinations(cause: int, on: Day) -> int:
    """Who lost a licence must be found fit by a medical and a psychotechnical examination.

    Art. L. 223-5, II, L. 224-14 and R. 224-21; clinical and biological analyses are added since 13 June 2003. After an
    invalidation since 1 July 1992 (art. L. 11-5 of the former code, loi 89-469), after an annulation as far as the
    text was read: since 1 June 2001.
    """
    if on >= LOI_2003_495:
        return WITH_ANALYSES
    known_from = POINTS_FROM if cause == INVALIDATION else CODE_OF_2001
    return MEDICAL_AND_PSYCHOTECHNICAL if on >= known_from else NO_EXAMINATION_KNOWN


@rule
def first_day_of_new_licence(surrendered_on: Day, fell_on: Day, previous_fall: Day) -> Day:
    """The first day of a new licence after an invalidation: six months or a year from the surrender of the title.

    Art. L. 223-5, II.
    """
    if surrendered_on < POINTS_FROM:
        return NOT_KNOWN
    return add_months(surrendered_on, months_before_new_licence(fell_on, previous_fall))


@rule
def first_day_to_ask(surrendered_on: Day, months: int) -> Day:
    """The first day to ask for a new licence after an invalidation: at once, at the end of the wait before 2007.

    Art. L. 223-5, II: since 7 March 2007 the wait bars « obtenir » a licence and no longer « solliciter » it. A wait
    still running on that day was opened by it.
    """
    if surrendered_on < POINTS_FROM:
        return NOT_KNOWN
    return min(add_months(surrendered_on, months), max(surrendered_on, LOI_2007_297))


@rule
def last_day_for_theory_only(cause: int, may_ask_on: Day) -> Day:
    """The last day to ask for a new licence with the theory test alone: in less than nine months.

    Art. R. 224-20, al. 2: three months before 10 May 2007; for an annulation since 1 June 2001, for an invalidation
    since 12 July 2003. Practice agrees that the nine months after an invalidation run from the surrender of the
    title; the text has them run from the day one may ask, which is that day since 2007. A delay still running when
    the text changed takes the new text.
    """
    opened = CODE_OF_2001 if cause == ANNULATION else DECRET_2003_642
    in_three_months = add_months(may_ask_on, 3) - 1
    if may_ask_on == NOT_KNOWN or in_three_months < opened:
        return NOT_KNOWN
    if in_three_months < DECRET_2007_753:
        return in_three_months
    return add_months(may_ask_on, 9) - 1


@rule
def may_sit_theory_only(held_since: Day, lost_on: Day, ban_months: int) -> bool:
    """Who held the licence for three years and is barred for less than a year is spared the practical test.

    Art. R. 224-20, al. 1 and 2. ``held_since``: the day that licence was obtained; ``lost_on``: the day its loss became
    opposable, or the day of the annulation. The year of wait after a second invalidation counts as such a ban.
    """
    return add_months(held_since, 36) <= lost_on and ban_months < 12


def after_invalidation(surrendered_on: Day, fell_on: Day, previous_fall: Day, held_since: Day, lost_on: Day) -> WayBack:
    """The way back once the title was handed in (art. L. 223-5, II, and R. 224-20).

    ``fell_on``, ``previous_fall``: the days on which all the points went, this time and the time before (or 0).
    """
    months = months_before_new_licence(fell_on, previous_fall)
    may_ask_on = first_day_to_ask(surrendered_on, months)
    may_obtain_on = first_day_of_new_licence(surrendered_on, fell_on, previous_fall)
    spared = may_sit_theory_only(held_since, lost_on, months)
    until = last_day_for_theory_only(INVALIDATION, may_ask_on) if spared else NOT_KNOWN
    return WayBack(
        INVALIDATION, surrendered_on, may_ask_on, may_obtain_on, examinations(INVALIDATION, surrendered_on), until
    )


def after_annulation(annulled_on: Day, ban_months: int, held_since: Day, lost_on: Day) -> WayBack:
    """The way back once the ban that the judge fixed is over (art. L. 224-14 and R. 224-20).

    ``ban_months``: 0 when the judge fixed none. The ban bars asking for a licence, not only obtaining it. ``lost_on``:
    the day of the first annulation, when this one came upon a licence already lost.
    """
    may_ask_on = add_months(annulled_on, ban_months)
    spared = may_sit_theory_only(held_since, lost_on, ban_months)
    until = last_day_for_theory_only(ANNULATION, may_ask_on) if spared else NOT_KNOWN
    return WayBack(ANNULATION, annulled_on, may_ask_on, may_ask_on, examinations(ANNULATION, annulled_on), until)
