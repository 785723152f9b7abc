"""The days of probation: its yearly steps, its reduced end and its end. Art. L. 223-1 and R. 223-1."""

from mespoints.law import causes, reasons
from mespoints.law.capital import (
    FULL,
    probation_months,
    reduced_probation_months,
    step_points,
)
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.memory import (
    CEILING,
    OBTAINED_ON,
    PROBATION,
    PROBATION_END,
    PROBATION_OVER,
    STEP_DUE,
    STEPS_PASSED,
    SUSPENDED,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import is_clean, note, post
from mespoints.law.returns import run_full_delay
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
    if months < probation_months(probation) and step_points(probation, obtained_on) > 0:
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
        post(m, day, causes.PROBATION_END, points, -1, -1, clean_reason)
    else:
        note(m, day, causes.PROBATION_END, -1, -1, reasons.PROBATION_NOT_CLEAN)
    run_full_delay(m, day)


@rule
def add_step(m: Memory, day: Day) -> None:
    """A year of probation without a withdrawal raises the balance and the ceiling.

    Art. L. 223-1, al. 2, and R. 223-1, II and III (doubt D12).
    """
    state = m.state
    state[STEPS_PASSED] += 1
    if not is_clean(m, day):
        note(m, day, causes.PROBATION_STEP, -1, -1, reasons.STEP_REFUSED)
        return
    step = step_points(state[PROBATION], state[OBTAINED_ON])
    state[CEILING] = min(FULL, state[CEILING] + step)
    points = max(0, min(step, state[CEILING] - state[TOTAL]))
    post(m, day, causes.PROBATION_STEP, points, -1, -1, reasons.STEP_CLEAN)


@rule
def judge_probation(m: Memory, day: Day) -> None:
    """An anniversary, a reduced end or the end of probation has come.

    Art. R. 223-1, II and IV (doubts D12 and D13).
    """
    state = m.state
    if state[TRAINED] == 1 and day == add_months(state[OBTAINED_ON], reduced_probation_months(state[PROBATION])):
        if earns_reduced_end(m):
            end_probation(m, day, reasons.PROBATION_CLEAN_REDUCED)
            return
        state[TRAINED] = 0
    if day == state[PROBATION_END]:
        end_probation(m, day, reasons.PROBATION_CLEAN)
        return
    if day == add_months(state[OBTAINED_ON], 12 * (state[STEPS_PASSED] + 1)):
        add_step(m, day)
    find_step_due(m)
