"""The capital of points and the probation: art. L. 223-1, R. 223-1 and R. 223-4-1.

Doubts D3 (the last day of probation is inside it), D12 (steps) and D13 (formation complémentaire).
"""

from mespoints.law import probations
from mespoints.law.days import Day, add_months, day_of
from mespoints.law.rules import rule

FULL = 12
"""The greatest number of points of a licence (art. R. 223-1, I)."""

TWELVE_POINTS_FROM = day_of(1992, 12, 1)
DECRET_2003_642 = day_of(2004, 3, 1)
YEARLY_STEPS_FROM = day_of(2007, 12, 31)
FORMATION_FROM = day_of(2019, 1, 1)
FOREIGN_LICENCES_FROM = day_of(2017, 11, 18)


@rule
def opens_on(obtained_on: Day, is_foreign: bool) -> Day:
    """The first day on which a licence holds points out of 12.

    Art. R. 255 of the former code, version of 1 December 1992: an older licence holds 12 that day. A foreign licence
    holds 12 since 18 November 2017 (art. L. 223-10, I; doubt D21).
    """
    return max(obtained_on, FOREIGN_LICENCES_FROM if is_foreign else TWELVE_POINTS_FROM)


@rule
def has_default_probation(obtained_on: Day) -> bool:
    """A licence obtained from 1 March 2004 on begins with a probation.

    Art. L. 223-1, al. 2, and R. 223-1, II; loi 2003-495, art. 11, VI (licences issued from then on).
    """
    return obtained_on >= DECRET_2003_642


@rule
def initial_points(probation: int) -> int:
    """Six points during probation, twelve without one.

    Art. L. 223-1, al. 2, and R. 223-1, I and II.
    """
    return FULL if probation == probations.NONE else FULL // 2


@rule
def probation_months(probation: int) -> int:
    """Three years, two after apprentissage anticipé de la conduite.

    Art. L. 223-1, al. 2, and R. 223-1, V. Zero without probation.
    """
    if probation == probations.NONE:
        return 0
    return 24 if probation == probations.AAC else 36


@rule
def reduced_probation_months(probation: int) -> int:
    """Two years, eighteen months after apprentissage anticipé, for who followed the training.

    Art. R. 223-1, II, al. 3 and 4, since 1 January 2019 (doubt D13).
    """
    return 18 if probation == probations.AAC else 24


@rule
def probation_end_by_aac(began_on: Day, category_b_on: Day) -> Day:
    """Category B obtained by apprentissage anticipé on a running probation makes it two years, or ends it at once.

    Art. R. 223-1, V: at once when the two years have passed.
    """
    return max(add_months(began_on, probation_months(probations.AAC)), category_b_on)


@rule
def step_points(probation: int, obtained_on: Day) -> int:
    """Two points a year of clean probation, three after apprentissage anticipé.

    Art. R. 223-1, II, since 31 December 2007; licences obtained before have none (loi 2007-297,
    art. 23, V; doubt D12).
    """
    if obtained_on < YEARLY_STEPS_FROM:
        return 0
    return 3 if probation == probations.AAC else 2


@rule
def training_counts(training_on: Day, obtained_on: Day, is_first_licence: bool) -> bool:
    """The formation complémentaire falls between the 6th and the 12th month of a first licence.

    Art. L. 223-1, al. 2, and R. 223-4-1, since 1 January 2019 (doubt D13).
    """
    return (
        is_first_licence
        and training_on >= FORMATION_FROM
        and add_months(obtained_on, 6) <= training_on <= add_months(obtained_on, 12)
    )
