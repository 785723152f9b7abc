"""What comes of itself on a day: probation, one point, ten years, full restoration (order of D4)."""

from mespoints.law.capital import (
    FULL,
    probation_months,
    reduced_probation_months,
    step_points,
)
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.letters import letter_of_return
from mespoints.law.memory import (
    CARRIED_FINAL,
    CARRIED_LENGTHENED,
    CEILING,
    FULL_DUE,
    FULL_END,
    LAST_FINAL,
    NEXT_OFFENCE,
    OBTAINED_ON,
    PROBATION,
    PROBATION_END,
    PROBATION_OVER,
    STEP_DUE,
    STEPS_PASSED,
    STRICT,
    SUSPENDED,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import is_clean, is_interrupted, note, post
from mespoints.law.restoration import end_of_one_point, lengthens, months_to_full_restoration
from mespoints.law.rows import Cause, Letter, Reason
from mespoints.law.rules import rule


@rule
def find_step_due(m: Memory) -> None:
    """The next day of probation to judge: an anniversary, a reduced end still open, or the end.

    Art. R. 223-1, II (doubts D12 and D13).
    """
    state = m.state
    obtained_on, probation = state[OBTAINED_ON], state[PROBATION]
    months = 12 * (state[STEPS_PASSED] + 1)
    due = state[PROBATION_END]
    if step_points(probation, obtained_on) > 0 and months < probation_months(probation):
        due = min(due, add_months(obtained_on, months))
    if state[TRAINED] == 1:
        due = min(due, add_months(obtained_on, reduced_probation_months(probation)))
    state[STEP_DUE] = due


@rule
def earns_reduced_end(m: Memory) -> bool:
    """Whether the shorter probation of the formation complémentaire is still earned.

    Art. L. 223-1, al. 2: neither a withdrawal nor a suspension up to that end (doubt D13).
    """
    state = m.state
    if state[TRAINED] == 0 or state[SUSPENDED] == 1:
        return False
    return is_clean(m, add_months(state[OBTAINED_ON], reduced_probation_months(state[PROBATION])))


@rule
def end_probation(m: Memory, day: Day, clean_reason: int) -> None:
    """Probation ends with 12 points when it was clean, with its balance otherwise.

    Art. R. 223-1, IV; the full restoration barred until then may come the same day (doubt D5).
    """
    state = m.state
    state[PROBATION_OVER] = 1
    state[PROBATION_END] = day
    state[STEP_DUE] = NEVER
    state[CEILING] = FULL
    if is_clean(m, day):
        points = FULL - state[TOTAL]
        letter = letter_of_return(Cause.PROBATION_END, points)
        post(m, day, Cause.PROBATION_END, points, -1, -1, clean_reason, letter)
    else:
        note(m, day, Cause.PROBATION_END, -1, -1, Reason.PROBATION_NOT_CLEAN)
    weigh_for_full_restoration(m, day)


@rule
def add_step(m: Memory, day: Day) -> None:
    """A year of probation without a withdrawal raises the balance and the ceiling.

    Art. L. 223-1, al. 2, and R. 223-1, II and III (doubt D12).
    """
    state = m.state
    state[STEPS_PASSED] += 1
    if not is_clean(m, day):
        note(m, day, Cause.PROBATION_STEP, -1, -1, Reason.STEP_REFUSED)
        return
    state[CEILING] = min(FULL, state[CEILING] + step_points(state[PROBATION], state[OBTAINED_ON]))
    points = min(step_points(state[PROBATION], state[OBTAINED_ON]), state[CEILING] - state[TOTAL])
    post(m, day, Cause.PROBATION_STEP, points, -1, -1, Reason.STEP_CLEAN, Letter.NONE)


@rule
def judge_probation(m: Memory, day: Day) -> None:
    """An anniversary, a reduced end or the end of probation has come.

    Art. R. 223-1, II and IV (doubts D12 and D13).
    """
    state = m.state
    reduced_end = add_months(state[OBTAINED_ON], reduced_probation_months(state[PROBATION]))
    if day == reduced_end and earns_reduced_end(m):
        end_probation(m, day, Reason.PROBATION_CLEAN_REDUCED)
        return
    if day == reduced_end:
        state[TRAINED] = 0
    if day == state[PROBATION_END]:
        end_probation(m, day, Reason.PROBATION_CLEAN)
        return
    if day == add_months(state[OBTAINED_ON], 12 * (state[STEPS_PASSED] + 1)):
        add_step(m, day)
    find_step_due(m)


@rule
def return_one_point(m: Memory, k: int, day: Day) -> None:
    """The point of an offence that cost exactly one comes back, if its delay was not interrupted.

    Art. L. 223-6, al. 3 (doubts D2, D3 and D11). Never above the ceiling.
    """
    offence = m.offences[k]
    m.one_due[k] = NEVER
    if is_interrupted(m, offence.established_on, end_of_one_point(offence.established_on, 1), False):
        note(m, day, Cause.ONE_POINT, -1, offence.index, Reason.ONE_POINT_INTERRUPTED)
    elif m.state[TOTAL] >= m.state[CEILING]:
        note(m, day, Cause.ONE_POINT, -1, offence.index, Reason.ONE_POINT_AT_CEILING)
    else:
        m.ten_due[k] = NEVER
        post(m, day, Cause.ONE_POINT, 1, -1, offence.index, Reason.ONE_POINT_BACK, Letter.L46D)


@rule
def return_after_ten_years(m: Memory, k: int, day: Day) -> None:
    """The points of a contravention of the first four classes come back after ten years.

    Art. L. 223-6, al. 5 (doubt D7). Never above the ceiling.
    """
    m.ten_due[k] = NEVER
    points = min(m.taken[k], m.state[CEILING] - m.state[TOTAL])
    if points > 0:
        post(m, day, Cause.TEN_YEARS, points, -1, m.offences[k].index, Reason.TEN_YEARS_BACK, Letter.L46B)


@rule
def weigh_for_full_restoration(m: Memory, day: Day) -> None:
    """Find the last withdrawal that counts, the length of its delay and the day it can end.

    Art. L. 223-6, al. 1 and 2; L. 223-1, last alinéa (not during probation). Doubts D1, D2, D5, D6.
    """
    state = m.state
    last, is_lengthened = state[CARRIED_FINAL], state[CARRIED_LENGTHENED] == 1
    can_restore = last > 0
    for k in range(len(m.offences)):
        offence = m.offences[k]
        if m.settled[k] == 1 or offence.began_on < state[OBTAINED_ON]:
            continue
        if m.taken[k] > 0 or (m.known[k] > 0 and offence.established_on <= day):
            last = max(last, offence.established_on)
            is_lengthened = is_lengthened or lengthens(offence.grade)
            can_restore = can_restore or m.taken[k] > 0
    state[LAST_FINAL] = last
    state[FULL_DUE] = NEVER
    if can_restore:
        state[FULL_END] = add_months(last, months_to_full_restoration(last, is_lengthened))
        state[FULL_DUE] = max(state[FULL_END], day)
        if state[PROBATION_OVER] == 0:
            state[FULL_DUE] = max(state[FULL_DUE], state[PROBATION_END])


@rule
def restore_fully(m: Memory, day: Day) -> None:
    """All points come back and every offence withdrawn so far is settled, at 12 points too.

    Art. L. 223-6, al. 1 and 2 (doubt D6). Only the strict reading can find the delay interrupted: in
    the registered one a decided offence committed inside it is itself the last.
    """
    state = m.state
    state[FULL_DUE] = NEVER
    if state[STRICT] == 1 and is_interrupted(m, state[LAST_FINAL], state[FULL_END], True):
        return
    for k in range(state[NEXT_OFFENCE]):
        m.settled[k] = 1
    state[CARRIED_FINAL] = 0
    state[CARRIED_LENGTHENED] = 0
    points = state[CEILING] - state[TOTAL]
    if points > 0:
        post(m, day, Cause.FULL_RESTORATION, points, -1, -1, Reason.FULL_BACK, Letter.L46)
    if state[STRICT] == 1:
        weigh_for_full_restoration(m, day)


@rule
def come_of_itself(m: Memory, day: Day) -> None:
    """Everything that a day brings without any act, in the order of D4 (art. L. 223-1 and L. 223-6)."""
    state = m.state
    if state[STEP_DUE] <= day:
        judge_probation(m, day)
    for k in range(state[NEXT_OFFENCE]):
        if m.one_due[k] <= day:
            return_one_point(m, k, day)
    for k in range(state[NEXT_OFFENCE]):
        if m.ten_due[k] <= day:
            return_after_ten_years(m, k, day)
    if state[FULL_DUE] <= day:
        restore_fully(m, day)
