"""The decision on an offence: the points it takes, and the delays that start. Art. L. 223-1, al. 4, and R. 223-2."""

from mespoints.law import causes, reasons
from mespoints.law.days import Day
from mespoints.law.letters import letter_of_withdrawal
from mespoints.law.memory import (
    CEILING,
    ENDED_BY,
    FIRST_WITHDRAWN,
    FOREIGN,
    HELD,
    HOLD,
    NEXT_OFFENCE,
    OBTAINED_ON,
    ONE_DUE,
    PROBATION_END,
    PROBATION_FROM,
    STRICT,
    TEN_DUE,
    TOTAL,
    Memory,
)
from mespoints.law.posting import note, post_with_letter
from mespoints.law.restoration import end_of_one_point, end_of_ten_years, returns_after_ten_years
from mespoints.law.returns import run_full_delay, weigh_offence
from mespoints.law.rows import DELIT, Row
from mespoints.law.rules import rule
from mespoints.law.withdrawal import counts_on_licence, derogates, episode_limit, points_within_limit


@rule
def limit_on(m: Memory, k: int, day: Day) -> int:
    """The limit of an episode by what is known of it on a day (art. R. 223-2; doubts D2 and D10)."""
    episode = m.offences[k].group
    has_delit = False
    has_derogation = False
    for j in range(len(m.offences)):
        offence = m.offences[j]
        if offence.group == episode and (m.state[STRICT] == 1 or offence.day <= day):
            has_delit = has_delit or offence.grade == DELIT
            has_derogation = has_derogation or derogates(offence.grade, offence.points, offence.began_on)
    return episode_limit(m.offences[k].began_on, has_delit, has_derogation)


@rule
def points_in_episode(m: Memory, k: int, day: Day, already: list[int]) -> int:
    """The points that an offence of an episode costs within its limit (art. R. 223-2; doubt D10).

    ``already``: what each offence before it, in the order of the withdrawals, has taken.
    """
    offence = m.offences[k]
    spent = 0
    for j in range(k):
        if m.offences[j].group == offence.group:
            spent += already[j]
    return points_within_limit(offence.points, limit_on(m, k, day), spent)


@rule
def know_whole_file(m: Memory) -> None:
    """In the strict reading every offence of the file is known from the first day (doubt D2; art. L. 223-6)."""
    for k in range(len(m.offences)):
        row = m.offences[k]
        m.known[k] = row.points if row.group < 0 else points_in_episode(m, k, row.day, m.known)


@rule
def withdraw(m: Memory, row: Row) -> None:
    """The minister's decision takes the points of an offence from the licence it was committed on.

    Art. L. 223-1, al. 4, and R. 223-2 (doubts D1, D10, D14 and D15).
    """
    state = m.state
    k = state[NEXT_OFFENCE]
    state[NEXT_OFFENCE] += 1
    if not counts_on_licence(row.began_on, state[OBTAINED_ON], state[HOLD] == HELD):
        leave_licence_alone(m, row)
        return
    taken = row.points if row.group < 0 else points_in_episode(m, k, row.day, m.taken)
    m.taken[k] = taken
    if taken == 0:
        reason = reasons.NO_POINTS_IN_BAREME if row.points == 0 else reasons.LIMIT_REACHED
        note(m, row.day, causes.WITHDRAWAL, row.act, row.act, reason)
        return
    if state[FIRST_WITHDRAWN] < 0 and row.began_on >= state[PROBATION_FROM]:
        state[FIRST_WITHDRAWN] = row.act
    reason = reasons.TAKEN if taken == row.points else reasons.TAKEN_WITHIN_LIMIT
    letter = letter_owed(m, row, taken)
    post_with_letter(m, row.day, causes.WITHDRAWAL, -taken, row.act, row.act, reason, letter, -1)
    start_delays(m, k, taken)


@rule
def leave_licence_alone(m: Memory, row: Row) -> None:
    """An offence of another licence, or decided after its licence was lost, moves nothing (art. L. 223-1; D15)."""
    state = m.state
    is_late = state[HOLD] > HELD and row.began_on >= state[OBTAINED_ON]
    reason = reasons.LOST_BEFORE_DECISION if is_late else reasons.NOT_HELD_WHEN_COMMITTED
    note(m, row.day, causes.WITHDRAWAL, row.act, row.act, reason, state[ENDED_BY] if is_late else -1)


@rule
def letter_owed(m: Memory, row: Row, taken: int) -> int:
    """The letter that a withdrawal owes, as the licence stands before it (art. R. 223-3, III, and R. 223-4; D14)."""
    state = m.state
    in_probation = state[PROBATION_FROM] <= row.began_on <= state[PROBATION_END]
    return letter_of_withdrawal(taken, state[TOTAL] - taken, state[CEILING], in_probation, state[FOREIGN] == 1)


@rule
def start_delays(m: Memory, k: int, taken: int) -> None:
    """Every delay runs from the day the offence was established, never ending before the decision.

    Art. L. 223-6, al. 1 to 3 and 5 (doubt D1).
    """
    row, state = m.offences[k], m.state
    if taken == 1:
        m.one_due[k] = max(end_of_one_point(row.established_on), row.day)
        state[ONE_DUE] = min(state[ONE_DUE], m.one_due[k])
    if returns_after_ten_years(row.grade):
        m.ten_due[k] = max(end_of_ten_years(row.established_on), row.day)
        state[TEN_DUE] = min(state[TEN_DUE], m.ten_due[k])
    weigh_offence(m, k)
    run_full_delay(m, row.day)
