"""The stage that a novice owed before the probation existed: art. L. 223-6 and R. 223-4, from 2000 to 2004."""

from mespoints.law.days import Day, add_months, day_of
from mespoints.law.rules import rule

NOVICE_POINTS = 4
NOVICE_MONTHS = 24
DECRET_2000_1038 = day_of(2000, 10, 25)
DECRET_2003_642 = day_of(2004, 3, 1)


@rule
def is_novice_rule_in_force(committed_on: Day) -> bool:
    """The stage of the novices waited for its decree, and gave way to the one of probation on 1 March 2004.

    Art. R. 258-1 of the former code (décret 2000-1038), then art. R. 223-4, version of 1 June 2001. The law of 18
    June 1999 needed the decree for its three months; that of 12 June 2003 needed the one of 1 March 2004.
    """
    return DECRET_2000_1038 <= committed_on < DECRET_2003_642


@rule
def owes_novice_stage(points: int, committed_on: Day, obtained_on: Day) -> bool:
    """Who had held the licence for less than two years and lost at least four points at once owed a stage.

    Art. L. 223-6, al. 2, and R. 223-4, version of 1 June 2001. The texts do not say on which day the two years are
    looked at, and the decree speaks of the driver to whom the letter « est adressée »: the day of the offence is
    taken, because the stage replaced its fine.
    """
    is_novice = obtained_on <= committed_on < add_months(obtained_on, NOVICE_MONTHS)
    return is_novice_rule_in_force(committed_on) and is_novice and points >= NOVICE_POINTS
