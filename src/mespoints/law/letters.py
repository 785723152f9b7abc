"""Which letter a movement owes: art. L. 223-3, R. 223-3 and R. 223-4. Doubt D14."""

from mespoints.law.capital import FULL
from mespoints.law.rows import Cause, Letter
from mespoints.law.rules import rule

HALF = FULL // 2
QUARTER = FULL // 4


@rule
def letter_of_withdrawal(taken: int, total: int, ceiling: int, committed_in_probation: bool) -> int:
    """48SI at zero; 48N for three points in probation; 48M on reaching half; 48 otherwise.

    Art. R. 223-3, III, and R. 223-4 (doubt D14). ``total``: signed sum after the withdrawal.
    """
    if taken == 0:
        return Letter.NONE
    if total <= 0:
        return Letter.L48SI
    if committed_in_probation and taken >= QUARTER:
        return Letter.L48N
    if ceiling == FULL and total <= HALF < total + taken:
        return Letter.L48M
    return Letter.L48


@rule
def letter_of_return(cause: int, points: int) -> int:
    """46 for all the points, 46D for one, 46B after ten years, 47 after a stage; none without points.

    Art. L. 223-6 and R. 223-8, III (doubt D14).
    """
    if points == 0:
        return Letter.NONE
    if cause == Cause.FULL_RESTORATION or cause == Cause.PROBATION_END:
        return Letter.L46
    if cause == Cause.ONE_POINT:
        return Letter.L46D
    if cause == Cause.TEN_YEARS:
        return Letter.L46B
    if cause == Cause.STAGE:
        return Letter.L47
    if cause == Cause.WITHDRAWAL_ANNULLED:
        return Letter.RECTIFICATIF
    return Letter.NONE
