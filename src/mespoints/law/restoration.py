"""Points that come back of themselves: art. L. 223-6, al. 1 to 3 and 5.

Doubts D1, D3 (limits of a delay), D5, D6 (full restoration), D7 (ten years) and D11 (one point).
"""

from mespoints.law.days import NEVER, Day, add_months, day_of
from mespoints.law.rules import rule

LOI_2007_297 = day_of(2007, 1, 1)
LOI_2011_267 = day_of(2011, 1, 1)
NO_SUCH_RULE = 0
TEN_YEARS_IN_MONTHS = 120


@rule
def months_to_one_point(final_on: Day) -> int:
    """A single lost point returns after six months.

    Art. L. 223-6, al. 3. One year before the law of 14 March 2011 (loi 2011-267, art. 138); no such
    rule before that of 5 March 2007 (loi 2007-297, art. 23, VIII).
    """
    if final_on >= LOI_2011_267:
        return 6
    if final_on >= LOI_2007_297:
        return 12
    return NO_SUCH_RULE


@rule
def lengthens(grade: int) -> bool:
    """A contravention of the 4th or 5th class, or a délit, makes the delay three years.

    Art. L. 223-6, al. 2; CE, 21 November 2016, n° 392555.
    """
    return grade >= 4


@rule
def months_to_full_restoration(last_final_on: Day, is_lengthened: bool) -> int:
    """All points come back after two years, three when one of the offences is grave.

    Art. L. 223-6, al. 1 and 2, since the law of 14 March 2011; three years before (offences
    established before 1 January 2011, loi 2011-267, art. 138). Doubt D6.
    """
    if is_lengthened or last_final_on < LOI_2011_267:
        return 36
    return 24


@rule
def interrupts(committed_on: Day, starts_after: Day, ends_on: Day) -> bool:
    """An offence interrupts a delay when it is committed inside it, its last day included.

    Art. L. 223-6; CE, 4 December 2017, n° 402423 (commission, not establishment). Doubt D3.
    """
    return starts_after < committed_on <= ends_on


@rule
def end_of_one_point(final_on: Day) -> Day:
    """The quantième on which the point of an offence that cost exactly one comes back.

    Art. L. 223-6, al. 3 (doubts D3 and D11). NEVER when no such rule held.
    """
    months = months_to_one_point(final_on)
    return NEVER if months == NO_SUCH_RULE else add_months(final_on, months)


@rule
def returns_after_ten_years(grade: int) -> bool:
    """The points of a contravention of the first four classes come back after ten years.

    Art. L. 223-6, al. 5 (doubt D7: whatever established the offence).
    """
    return grade <= 4


@rule
def end_of_ten_years(final_on: Day) -> Day:
    """The quantième on which they come back (art. L. 223-6, al. 5; doubts D3 and D7)."""
    return add_months(final_on, TEN_YEARS_IN_MONTHS)
