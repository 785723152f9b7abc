"""Points that come back of themselves: one point, ten years, full restoration. Art. L. 223-6."""

from mespoints.law import causes, reasons
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.memory import (
    CAN_RESTORE,
    CARRIED_ACT,
    CARRIED_FINAL,
    CARRIED_LENGTHENED,
    CEILING,
    FIRST_OFFENCE,
    FULL_DUE,
    FULL_END,
    IS_LENGTHENED,
    LAPSED,
    LAST_ACT,
    LAST_FINAL,
    NEXT_OFFENCE,
    OBTAINED_ON,
    ONE_DUE,
    PROBATION_END,
    SETTLED,
    TEN_DUE,
    TOTAL,
    Memory,
)
from mespoints.law.posting import interrupted_by, note, post
from mespoints.law.restoration import LOI_2011_267, end_of_one_point, lengthens, months_to_full_restoration
from mespoints.law.rules import rule

OF_ONE_FULL_DELAY = (LAST_FINAL, IS_LENGTHENED, CAN_RESTORE, CARRIED_FINAL, CARRIED_LENGTHENED)
"""What a full restoration, or the end of a licence, forgets."""


@rule
def return_one_point(m: Memory, k: int, day: Day) -> None:
    """The point of an offence that cost exactly one comes back, if its delay was not interrupted.

    Art. L. 223-6, al. 3 (doubts D2, D3 and D11). Never above the ceiling.
    """
    offence = m.offences[k]
    m.one_due[k] = NEVER
    breaker = interrupted_by(m, offence.established_on, end_of_one_point(offence.established_on), 0)
    if breaker >= 0:
        note(m, day, causes.ONE_POINT, -1, offence.act, reasons.ONE_POINT_INTERRUPTED, breaker)
    elif m.state[TOTAL] >= m.state[CEILING]:
        note(m, day, causes.ONE_POINT, -1, offence.act, reasons.ONE_POINT_AT_CEILING)
    else:
        m.ten_due[k] = NEVER
        post(m, day, causes.ONE_POINT, 1, -1, offence.act, reasons.ONE_POINT_BACK)


@rule
def return_after_ten_years(m: Memory, k: int, day: Day) -> None:
    """The points of a contravention of the first four classes come back after ten years.

    Art. L. 223-6, al. 5 (doubt D7). Never above the ceiling.
    """
    m.ten_due[k] = NEVER
    points = min(m.taken[k], m.state[CEILING] - m.state[TOTAL])
    if points > 0:
        post(m, day, causes.TEN_YEARS, points, -1, m.offences[k].act, reasons.TEN_YEARS_BACK)


@rule
def return_one_points(m: Memory, day: Day) -> None:
    """Every single point due on a day, in the order of the withdrawals (art. L. 223-6, al. 3)."""
    state = m.state
    state[ONE_DUE] = NEVER
    for k in range(state[FIRST_OFFENCE], state[NEXT_OFFENCE]):
        if m.one_due[k] <= day:
            return_one_point(m, k, day)
        elif m.one_due[k] < state[ONE_DUE]:
            state[ONE_DUE] = m.one_due[k]


@rule
def return_ten_years(m: Memory, day: Day) -> None:
    """All that is due after ten years on a day, until the balance is back to 12 (art. L. 223-6, al. 5)."""
    state = m.state
    state[TEN_DUE] = NEVER
    for k in range(state[LAPSED], state[NEXT_OFFENCE]):
        if m.ten_due[k] <= day:
            return_after_ten_years(m, k, day)
    for k in range(state[LAPSED], state[NEXT_OFFENCE]):
        state[TEN_DUE] = min(state[TEN_DUE], m.ten_due[k])


@rule
def weigh_offence(m: Memory, k: int) -> None:
    """An offence weighs for the full restoration: by its réalité, the last one, and by its gravity.

    Art. L. 223-6, al. 1 and 2 (doubt D6).
    """
    state = m.state
    offence = m.offences[k]
    if offence.established_on >= state[LAST_FINAL]:
        state[LAST_FINAL], state[LAST_ACT] = offence.established_on, offence.act
    if lengthens(offence.grade):
        state[IS_LENGTHENED] = 1
    if m.taken[k] > 0:
        state[CAN_RESTORE] = 1


@rule
def run_full_delay(m: Memory, day: Day) -> None:
    """The delay of the full restoration, and the first day on which it can give its points.

    Art. L. 223-6, al. 1 and 2; L. 223-1, last alinéa (not during probation: its end is past once it is over). Doubts
    D1, D5 and D6.
    """
    state = m.state
    if state[CAN_RESTORE] == 0:
        return
    months = months_to_full_restoration(state[LAST_FINAL], state[IS_LENGTHENED] == 1)
    state[FULL_END] = add_months(state[LAST_FINAL], months)
    state[FULL_DUE] = max(state[FULL_END], day, state[PROBATION_END])


@rule
def weigh_again(m: Memory, day: Day) -> None:
    """Weigh afresh the balance carried over and every offence known that is not settled.

    Art. L. 223-6, al. 1 and 2. In the strict reading an offence already final weighs before its
    decision (doubts D2 and D6).
    """
    state = m.state
    state[LAST_FINAL], state[LAST_ACT] = state[CARRIED_FINAL], state[CARRIED_ACT]
    state[IS_LENGTHENED] = state[CARRIED_LENGTHENED]
    state[CAN_RESTORE] = 1 if state[CARRIED_FINAL] > 0 else 0
    for k in range(state[SETTLED], len(m.offences)):
        is_known = m.taken[k] > 0 or (m.known[k] > 0 and m.offences[k].established_on <= day)
        if is_known and m.offences[k].began_on >= state[OBTAINED_ON]:
            weigh_offence(m, k)
    run_full_delay(m, day)


@rule
def settle(m: Memory) -> None:
    """No offence decided so far weighs any more for the full restoration (art. L. 223-6; doubt D6)."""
    state = m.state
    state[SETTLED] = state[NEXT_OFFENCE]
    state[FULL_DUE] = NEVER
    for place in OF_ONE_FULL_DELAY:
        state[place] = 0


@rule
def reason_of_full_delay(last_final_on: Day, is_lengthened: bool) -> int:
    """Why all points come back: after two years, after three for a grave offence, or three by the former rule.

    Art. L. 223-6, al. 1 and 2 (doubt D6).
    """
    if months_to_full_restoration(last_final_on, is_lengthened) == 24:
        return reasons.FULL_BACK
    return reasons.FULL_BACK_BEFORE_2011 if last_final_on < LOI_2011_267 else reasons.FULL_BACK_GRAVE


@rule
def restore_fully(m: Memory, day: Day) -> None:
    """All points come back and every offence withdrawn so far is settled, at 12 points too.

    Art. L. 223-6, al. 1 and 2 (doubt D6). Only the strict reading can find the delay interrupted: in
    the registered one a decided offence committed inside it is itself the last.
    """
    state = m.state
    state[FULL_DUE] = NEVER
    if interrupted_by(m, state[LAST_FINAL], state[FULL_END], state[SETTLED]) >= 0:
        return
    reason, ground = reason_of_full_delay(state[LAST_FINAL], state[IS_LENGTHENED] == 1), state[LAST_ACT]
    settle(m)
    points = state[CEILING] - state[TOTAL]
    if points > 0:
        post(m, day, causes.FULL_RESTORATION, points, -1, -1, reason, ground)
    weigh_again(m, day)
