"""Which letter a movement owes: art. L. 223-3, R. 223-3 and R. 223-4. Doubt D14."""

from mespoints.law.capital import FULL
from mespoints.law.rules import rule

NONE = 0
L48 = 1
L48N = 2
L48M = 3
L48SI = 4
L46 = 5
L46B = 6
L46D = 7
L47 = 8
RECTIFICATIF = 9
INTERDICTION = 10

LETTER_NAMES = (None, "48", "48N", "48M", "48SI", "46", "46B", "46D", "47", "rectificatif", "interdiction")
"""The words of ``statement/1``, by number."""

HALF = FULL // 2
QUARTER = FULL // 4


@rule
def letter_of_fall(is_foreign: bool) -> int:
    """No points left: the 48SI, or for the holder of a foreign licence the ban.

    Art. R. 223-3, III, al. 3, and L. 223-10, II (doubt D21).
    """
    return INTERDICTION if is_foreign else L48SI


@rule
def letter_of_withdrawal(taken: int, total: int, ceiling: int, committed_in_probation: bool, is_foreign: bool) -> int:
    """48SI at zero; 48N for three points in probation; 48M on reaching half; 48 otherwise.

    Art. R. 223-3, III, al. 2, and R. 223-4 (doubt D14). ``total``: signed sum after the withdrawal.
    """
    if taken == 0:
        return NONE
    if total <= 0:
        return letter_of_fall(is_foreign)
    if committed_in_probation and taken >= QUARTER:
        return L48N
    if ceiling == FULL and total <= HALF < total + taken:
        return L48M
    return L48


LETTER_OF_CAUSE = (
    NONE, NONE, NONE, NONE, L46, NONE, L46D, L46, L46B, L47, RECTIFICATIF, NONE,
    RECTIFICATIF, RECTIFICATIF, RECTIFICATIF, RECTIFICATIF, NONE,
)  # fmt: skip
"""The letter of every cause of ``law.causes`` but a withdrawal: 46 for all the points, 46D for one, 46B after ten
years, 47 after a stage, a rectificatif after what a judge or an exchange undoes."""


@rule
def letter_of_return(cause: int, points: int) -> int:
    """What a movement other than a withdrawal owes; nothing when no point moved.

    Art. L. 223-6 and R. 223-8, III (doubt D14).
    """
    return LETTER_OF_CAUSE[cause] if points != 0 else NONE
