"""The rows that the fold reads and writes, the words they are made of, and its working memory.

Rows hold ints alone, so that the same fold runs as plain Python or compiled. Ids, articles and
sentences are attached afterwards, from tables (``law.statement``, ``law.explain``).
"""

from enum import IntEnum
from typing import NamedTuple

from mespoints.law.days import Day


class Row(NamedTuple):
    """One fact, ready to fold. The first five fields are its place in the order of D4.

    ``established_on``: ``final_on`` of an offence, ``ended_on`` of a stage, ``last_final_on`` of a balance
    carried over (0: none). ``began_on``: ``committed_on`` of an offence, the day a licence was obtained.
    ``act``: place of the act in the dossier, -1 for the opening licence. ``grade``: class of an offence
    (1 to 5, 6 for a délit), ``law.probations`` of a licence, 1 for a stage that can give points, 1 for a carried
    delay that is lengthened. ``points``: of an offence, or the carried balance. ``group``: episode (-1: none),
    ``started_on`` of a stage, the carried ceiling.
    """

    day: Day
    kind: int
    established_on: Day
    began_on: Day
    act: int
    grade: int
    points: int
    group: int


DELIT = 6
"""The grade of a délit, above the five classes of contravention."""


class Reason(IntEnum):
    """The precise ground of a movement, or of the absence of one; ``law.explain`` words each."""

    OBTAINED_WITH_6 = 1
    OBTAINED_WITH_12 = 2
    CARRIED_OVER = 3
    CARRIED_OVER_ON_LOST_LICENCE = 4
    STEP_CLEAN = 5
    STEP_REFUSED = 6
    PROBATION_CLEAN = 7
    PROBATION_CLEAN_REDUCED = 8
    PROBATION_NOT_CLEAN = 9
    TAKEN = 10
    TAKEN_WITHIN_LIMIT = 11
    LIMIT_REACHED = 12
    NO_POINTS_IN_BAREME = 13
    NOT_HELD_WHEN_COMMITTED = 14
    LOST_BEFORE_DECISION = 15
    ONE_POINT_BACK = 16
    ONE_POINT_INTERRUPTED = 17
    ONE_POINT_AT_CEILING = 18
    FULL_BACK = 19
    TEN_YEARS_BACK = 20
    STAGE_BACK = 21
    STAGE_WITHOUT_POINTS = 22
    STAGE_TOO_SOON = 23
    STAGE_AT_CEILING = 24
    STAGE_NOT_HELD = 25
    ANNULMENT_BACK = 26
    ANNULMENT_HELD_AGAIN = 27
    ANNULMENT_NO_CHANGE = 28
    LOST_BY_48SI = 29
    LETTER_48SI_VOID = 30
    LETTER_48SI_NOT_HELD = 31
    LOST_BY_JUDGE = 32
    JUDGE_NOT_HELD = 33


class MovementRow(NamedTuple):
    """One movement as ints. ``total``: the signed sum after it. ``act`` and ``offence``: places in the
    dossier (-1: none) of the act that moved it, and of the offence whose points come or go."""

    day: Day
    cause: int
    points: int
    total: int
    ceiling: int
    act: int
    offence: int
    reason: int
    letter: int
