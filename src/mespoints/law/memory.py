"""The working memory of the fold: what is true of a licence while its rows are read.

A list of ints, one place for each name below, so that plain and compiled runs share it.
"""

from typing import NamedTuple

from mespoints.law import kinds
from mespoints.law.days import NEVER, Day
from mespoints.law.rows import MovementRow, Row

# The places of ``Memory.state``.
STRICT = 0  # 1 in the strict reading (D2)
HOLD = 1  # one of the five below
TOTAL = 2  # the signed sum of all movements
CEILING = 3  # the ceiling of the licence held
OBTAINED_ON = 4  # the day the licence held was obtained
PROBATION = 5  # its Probation
PROBATION_END = 6  # the last day of its probation, planned, or true once over; 0 without probation
PROBATION_OVER = 7  # 1 when there is none or it has ended
IS_FIRST = 8  # 1 for the first licence obtained (art. R. 223-4-1)
STEPS_PASSED = 9  # anniversaries of probation already judged
STEP_DUE = 10  # the next anniversary or end of probation
FIRST_WITHDRAWN = 11  # place of the act of the first offence on this licence that cost points; -1: none
TRAINED = 12  # 1 after a formation complémentaire that counts
SUSPENDED = 13  # 1 once a suspension has begun on this licence
LAST_FINAL = 14  # the greatest final_on that weighs for the full restoration (D6); 0: none
FULL_END = 15  # the quantième on which its delay ends
FULL_DUE = 16  # the first day on which the full restoration can come
CARRIED_FINAL = 17  # last_final_on of a balance carried over; 0: none
CARRIED_LENGTHENED = 18  # 1 when a c4, c5 or délit weighs in it
LAST_STAGE = 19  # the last day of the last stage that gave points, across licences; 0: none
FELL_ON = 20  # the day the sum last fell to zero or below; 0: never
PREVIOUS_FALL = 21  # the fall of the last invalidation of an earlier licence; 0: none
INVALIDATED_ON = 22  # the day the 48SI in force was notified; 0: none
NEXT_OFFENCE = 23  # how many offences have been decided
NEXT_ROW = 24  # how many rows have been read
SETTLED = 25  # how many decided offences no longer weigh for the full restoration (D6)
ONE_DUE = 26  # the first day on which a single point can come back
TEN_DUE = 27  # the first day on which points can come back after ten years
FIRST_OFFENCE = 28  # how many offences were decided before the licence held was obtained
LAPSED = 29  # how many decided offences no longer await their ten years (D7)
IS_LENGTHENED = 30  # 1 when a c4, c5 or délit weighs for the full restoration
CAN_RESTORE = 31  # 1 when something withdrawn, or carried over, awaits the full restoration
LAST_ACT = 32  # place of the act that LAST_FINAL comes from; -1: none
CARRIED_ACT = 33  # place of the act of the balance carried over; -1: none
LAST_STAGE_ACT = 34  # place of the act of LAST_STAGE; -1: none
ENDED_BY = 35  # place of the act that ended the last holding; -1: none, or the opening licence
LETTER_ACT = 36  # place of the act of the last 48SI that took a licence; -1: none
RISEN = 37  # how many offences had been decided when the sum last rose above zero
PROBATION_FROM = 38  # the day the probation began: that of the licence, or of the French one that follows a foreign one
AAC_ON = 39  # the day category B was obtained by apprentissage anticipé during the probation; 0: not so
FOREIGN = 40  # 1 while the licence held is one of another State
STATE_SIZE = 41

PLACES_OF_ACTS = (FIRST_WITHDRAWN, LAST_ACT, CARRIED_ACT, LAST_STAGE_ACT, ENDED_BY, LETTER_ACT)

NOTHING_DUE = (STEP_DUE, FULL_DUE, ONE_DUE, TEN_DUE)
BEFORE_ANY_ROW = tuple(
    NEVER if place in NOTHING_DUE else -1 if place in PLACES_OF_ACTS else 1 if place == PROBATION_OVER else 0
    for place in range(STATE_SIZE)
)

# The values of ``state[HOLD]``.
NOT_YET = 0
HELD = 1
INVALIDATED = 2
ANNULLED = 3
BANNED = 4


class Memory(NamedTuple):
    """What the fold knows. ``facts``: every row, in the order of D4. ``rows``: those that stand; ``offences``: the
    decided ones among them. The lists that follow have one place for each offence. ``taken``: points really withdrawn
    so far. ``known``: points that it costs by the whole file, in the strict reading; 0 in the registered one.
    ``one_due``, ``ten_due``: the day on which its point, or its points, come back (NEVER: not awaited).
    ``movements``: what was written.

    ``revisions``: the decisions that undo others, and the ends of suspensions (``law.undone``). For each, ``undoes``:
    the place of the act that it undoes; ``waits``: that of the letter that it will undo once licences are exchanged
    (doubt D19); -1: none."""

    facts: list[Row]
    rows: list[Row]
    offences: list[Row]
    state: list[int]
    taken: list[int]
    known: list[int]
    one_due: list[Day]
    ten_due: list[Day]
    movements: list[MovementRow]
    revisions: list[Row]
    undoes: list[int]
    waits: list[int]


def new_memory(facts: list[Row], revisions: list[Row]) -> Memory:
    """Room for these rows, given in their order; ``fold.begin`` makes it ready for the first one."""
    count = sum(row.kind == kinds.DECIDED for row in facts)
    taken, known, one_due, ten_due = ([0] * count for _ in range(4))
    undoes, waits = [-1] * len(revisions), [-1] * len(revisions)
    return Memory(facts, [], [], list(BEFORE_ANY_ROW), taken, known, one_due, ten_due, [], revisions, undoes, waits)
