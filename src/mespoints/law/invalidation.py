"""The loss of a licence for lack of points: art. L. 223-1, al. 3, L. 223-5 and R. 223-3. Doubt D9."""

from mespoints.law.days import Day, add_months, day_of
from mespoints.law.holidays import jours_francs
from mespoints.law.rules import rule

LOI_2003_495 = day_of(2003, 6, 13)
DECRET_2003_642 = day_of(2004, 3, 1)
LETTRE_48SI_FROM = day_of(2008, 1, 1)


@rule
def letter_takes_licence(total: int, coming_stage: int) -> bool:
    """A 48SI takes the licence unless the sum stands above zero when its day begins.

    Art. L. 223-5 and R. 223-8, III: a stage that takes effect that day is counted (doubt D9; CE,
    17 February 2016, n° 380684).
    """
    return total + coming_stage <= 0


@rule
def ban_ends_on(notified_on: Day) -> Day:
    """The day on which the holder of a foreign licence has points again: a year after the ban was notified.

    Art. L. 223-10, II (doubt D21: the year runs from the notification).
    """
    return add_months(notified_on, 12)


def restitution_last_day(notified_on: Day, territory: str) -> Day:
    """The last day to hand in the title: ten jours francs from the notification of the 48SI.

    Art. R. 223-3, III; one week, not pushed to a working day, before 1 January 2008 (art. R. 223-3, IV).
    """
    if notified_on < LETTRE_48SI_FROM:
        return notified_on + 7
    return jours_francs(notified_on, 10, territory)


@rule
def months_before_new_licence(fell_on: Day, previous_fall: Day) -> int:
    """Six months from the surrender of the title, a year after a second loss within five years.

    Art. L. 223-5, II; the year since 13 June 2003. ``previous_fall``: 0 when there is none.
    """
    repeated = previous_fall > 0 and fell_on >= LOI_2003_495 and fell_on <= add_months(previous_fall, 60)
    return 12 if repeated else 6


@rule
def mandatory_stage_last_day(notified_on: Day) -> Day:
    """The stage of a 48N is due within four months of the letter, three before 1 March 2004.

    Art. R. 223-4, not pushed to a working day.
    """
    return add_months(notified_on, 4 if notified_on >= DECRET_2003_642 else 3)
