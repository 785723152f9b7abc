"""The days of probation: its yearly steps, its reduced end and its end. Art. L. 223-1 and R. 223-1."""

from mespoints.law import causes, probations, reasons
from mespoints.law.capital import (
    FULL,
    probation_end_by_aac,
    reduced_probation_months,
    step_points,
)
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.memory import (
    AAC_ON,
    CEILING,
    PROBATION,
    PROBATION_END,
    PROBATION_FROM,
    PROBATION_OVER,
    STEP_DUE,
    STEPS_PASSED,
    SUSPENDED,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import note, post, spoilt_by
from mespoints.law.returns import run_full_delay
from mespoints.law.rules import rule


@rule
def find_step_due(m: Memory) -> None:
    """The next day of probation to judge: an anniversary, a reduced end still open, or the end.

    Art. R. 223-1, II (doubts D12 and D13).
    """
    state = m.state
    began_on = state[PROBATION_FROM]
    due = state[PROBATION_END]
    if step_points(state[PROBATION], began_on) > 0:
        due = min(due, add_months(began_on, 12 * (state[STEPS_PASSED] + 1)))
    if state[TRAINED] == 1:
        due = min(due, reduced_end(m))
    state[STEP_DUE] = due


@rule
def reduced_end(m: Memory) -> Day:
    """The end of a probation that the formation complémentaire shortens.

    Art. R. 223-1, II, al. 3 and 4, and V: not before category B was obtained by apprentissage anticipé (doubts D13,
    D20).
    """
    state = m.state
    return max(add_months(state[PROBATION_FROM], reduced_probation_months(state[PROBATION])), state[AAC_ON])


@rule
def earns_reduced_end(m: Memory) -> bool:
    """Whether the shorter probation of the formation complémentaire is still earned.

    Art. L. 223-1, al. 2: neither a withdrawal nor a suspension up to that end (doubt D13).
    """
    state = m.state
    if state[TRAINED] == 0 or state[SUSPENDED] == 1:
        return False
    return spoilt_by(m, reduced_end(m)) < 0


@rule
def end_probation(m: Memory, day: Day, clean_reason: int) -> None:
    """Probation ends with 12 points when it was clean, with its balance otherwise.

    Art. R. 223-1, II, al. 5, and IV; the full restoration barred until then may come the same day (doubt D5).
    """
    state = m.state
    state[PROBATION_OVER] = 1
    state[PROBATION_END] = day
    state[STEP_DUE] = NEVER
    state[CEILING] = FULL
    spoiler = spoilt_by(m, day)
    if spoiler < 0:
        points = FULL - state[TOTAL]
        post(m, day, causes.PROBATION_END, points, -1, -1, clean_reason)
    else:
        note(m, day, causes.PROBATION_END, -1, -1, reasons.PROBATION_NOT_CLEAN, spoiler)
    run_full_delay(m, day)


@rule
def add_step(m: Memory, day: Day) -> None:
    """A year of probation without a withdrawal raises the balance and the ceiling.

    Art. L. 223-1, al. 2, and R. 223-1, II and III (doubt D12).
    """
    state = m.state
    state[STEPS_PASSED] += 1
    spoiler = spoilt_by(m, day)
    if spoiler >= 0:
        note(m, day, causes.PROBATION_STEP, -1, -1, reasons.STEP_REFUSED, spoiler)
        return
    step = step_points(state[PROBATION], state[PROBATION_FROM])
    state[CEILING] = min(FULL, state[CEILING] + step)
    points = max(0, min(step, state[CEILING] - state[TOTAL]))
    post(m, day, causes.PROBATION_STEP, points, -1, -1, reasons.STEP_CLEAN)


@rule
def shorten_by_aac(m: Memory, day: Day) -> None:
    """Category B obtained by apprentissage anticipé shortens the running probation to two years, or ends it.

    Art. R. 223-1, II and V: from then on a clean year gives three points (doubt D20).
    """
    state = m.state
    if state[PROBATION_OVER] == 0 and state[PROBATION] == probations.ORDINARY:
        state[PROBATION] = probations.AAC
        state[AAC_ON] = day
        state[PROBATION_END] = probation_end_by_aac(state[PROBATION_FROM], day)
        find_step_due(m)


@rule
def judge_probation(m: Memory, day: Day) -> None:
    """An anniversary, a reduced end or the end of probation has come.

    Art. R. 223-1, II and IV (doubts D12 and D13).
    """
    state = m.state
    if day == reduced_end(m):
        if earns_reduced_end(m):
            end_probation(m, day, reasons.PROBATION_CLEAN_REDUCED)
            return
        state[TRAINED] = 0
    if day == state[PROBATION_END]:
        is_cut_short = state[AAC_ON] == day
        end_probation(m, day, reasons.PROBATION_CLEAN_BY_AAC if is_cut_short else reasons.PROBATION_CLEAN)
        return
    if day == add_months(state[PROBATION_FROM], 12 * (state[STEPS_PASSED] + 1)):
        add_step(m, day)
    find_step_due(m)
