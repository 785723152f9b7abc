"""How many points an offence really costs: art. L. 223-1, al. 4, L. 223-2 and R. 223-2.

Doubts D10 (simultaneous offences) and D15 (which licence).
"""

from mespoints.law.days import Day, day_of
from mespoints.law.rows import DELIT
from mespoints.law.rules import rule

DECRET_2003_642_CUMUL = day_of(2003, 7, 12)
LOI_2025_622 = day_of(2025, 7, 11)


@rule
def derogates(grade: int, points: int, committed_on: Day) -> bool:
    """The délit of driving under drugs and alcohol together takes nine points.

    Art. L. 235-1, IV, al. 2, since 11 July 2025, by derogation from art. L. 223-2 (doubt D10).
    """
    return grade == DELIT and points == 9 and committed_on >= LOI_2025_622


@rule
def episode_limit(committed_on: Day, has_delit: bool, has_derogation: bool) -> int:
    """Simultaneous offences take eight points at most.

    Art. L. 223-2, III, and R. 223-2: eight since 12 July 2003; before, six for contraventions alone.
    Nine when the episode holds the délit of art. L. 235-1 (doubt D10).
    """
    if has_derogation:
        return 9
    if committed_on < DECRET_2003_642_CUMUL and not has_delit:
        return 6
    return 8


@rule
def points_within_limit(points: int, limit: int, spent: int) -> int:
    """What the limit of an episode leaves to take, in the order of the withdrawals.

    Art. R. 223-2 (doubt D10).
    """
    return min(points, max(0, limit - spent))


@rule
def counts_on_licence(committed_on: Day, obtained_on: Day, is_held: bool) -> bool:
    """An offence counts only on the licence held when it was committed, while that licence lasts.

    Art. L. 223-1 (doubt D15). ``is_held``: on the day of the decision.
    """
    return is_held and committed_on >= obtained_on
