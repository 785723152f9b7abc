"""What an act does to a licence: obtained, lost, carried over, points withdrawn, a stage."""

from mespoints.law import causes, kinds, letters, probations
from mespoints.law.capital import initial_points, probation_months, training_counts
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.invalidation import letter_takes_licence
from mespoints.law.letters import letter_of_withdrawal
from mespoints.law.memory import (
    ANNULLED,
    CARRIED_FINAL,
    CARRIED_LENGTHENED,
    CEILING,
    FELL_ON,
    FIRST_OFFENCE,
    HAS_WITHDRAWAL,
    HELD,
    HOLD,
    INVALIDATED,
    INVALIDATED_ON,
    IS_FIRST,
    LAPSED,
    LAST_STAGE,
    NEXT_OFFENCE,
    NEXT_ROW,
    NOT_YET,
    OBTAINED_ON,
    ONE_DUE,
    PREVIOUS_FALL,
    PROBATION,
    PROBATION_END,
    PROBATION_OVER,
    STEP_DUE,
    STEPS_PASSED,
    STRICT,
    SUSPENDED,
    TEN_DUE,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import note, post
from mespoints.law.restoration import end_of_one_point, end_of_ten_years
from mespoints.law.returns import find_step_due, run_full_delay, settle, weigh_again, weigh_offence
from mespoints.law.rows import DELIT, Reason, Row
from mespoints.law.rules import rule
from mespoints.law.stage import first_day_allowed, stage_gain
from mespoints.law.withdrawal import counts_on_licence, derogates, episode_limit, points_within_limit

OF_ONE_HOLDING = (INVALIDATED_ON, HAS_WITHDRAWAL, TRAINED, SUSPENDED, STEPS_PASSED, FELL_ON, PROBATION_END)
"""What a new licence forgets of the former."""


@rule
def end_holding(m: Memory, hold: int, day: Day) -> None:
    """What ran for the licence held so far ends; ``hold``: what comes after (art. L. 223-5; doubt D9)."""
    m.state[HOLD] = hold
    m.state[STEP_DUE] = NEVER
    m.state[PROBATION_OVER] = 1
    settle(m, day)
    m.state[FIRST_OFFENCE] = m.state[LAPSED] = m.state[NEXT_OFFENCE]
    m.state[ONE_DUE] = m.state[TEN_DUE] = NEVER


@rule
def obtain_licence(m: Memory, row: Row) -> None:
    """A licence opens a new holding, with its own points and probation, and ends the former.

    Art. L. 223-1, al. 2, and R. 223-1, II.
    """
    state = m.state
    if state[INVALIDATED_ON] > 0:
        state[PREVIOUS_FALL] = state[FELL_ON]
    state[OBTAINED_ON] = row.began_on
    end_holding(m, HELD, row.day)
    for place in OF_ONE_HOLDING:
        state[place] = 0
    state[PROBATION] = row.grade
    state[IS_FIRST] = 1 if row.index < 0 else 0
    points = initial_points(row.grade)
    state[CEILING] = points
    if row.grade != probations.NONE:
        state[PROBATION_OVER] = 0
        state[PROBATION_END] = add_months(row.began_on, probation_months(row.grade))
        find_step_due(m)
    reason = Reason.OBTAINED_WITH_12 if row.grade == probations.NONE else Reason.OBTAINED_WITH_6
    post(m, row.day, causes.OBTAINED, points - state[TOTAL], row.index, -1, reason, letters.NONE)


@rule
def carry_over(m: Memory, row: Row) -> None:
    """The balance of another register or licence replaces this one, with its running delay.

    Art. L. 223-11; format ``dossier/1``: ``last_final_on`` sets the delay of the full restoration and
    nothing else: the steps of a running probation, single points and ten years go on.
    """
    state = m.state
    if state[HOLD] != HELD:
        note(m, row.day, causes.CARRIED_OVER, row.index, -1, Reason.CARRIED_OVER_ON_LOST_LICENCE)
        return
    settle(m, row.day)
    state[CEILING] = row.group
    state[CARRIED_FINAL] = row.established_on
    state[CARRIED_LENGTHENED] = row.grade
    post(m, row.day, causes.CARRIED_OVER, row.points - state[TOTAL], row.index, -1, Reason.CARRIED_OVER, letters.NONE)
    weigh_again(m, row.day)


@rule
def coming_stage(m: Memory, day: Day) -> int:
    """What a stage that takes effect on this day would give to the sum as its day begins.

    Art. R. 223-8, III (doubt D9).
    """
    for i in range(m.state[NEXT_ROW], len(m.rows)):
        row = m.rows[i]
        if row.day > day:
            return 0
        if row.kind == kinds.STAGE and not is_too_soon(m, row):
            gain = stage_gain(m.state[TOTAL], m.state[CEILING], day) * row.grade
            if gain > 0:
                return gain
    return 0


@rule
def receive_48si(m: Memory, row: Row) -> None:
    """The notified 48SI takes the licence, unless the sum stands above zero (art. L. 223-5; doubt D9)."""
    state = m.state
    if state[HOLD] != HELD:
        note(m, row.day, causes.LOST, row.index, -1, Reason.LETTER_48SI_NOT_HELD)
    elif letter_takes_licence(state[TOTAL], coming_stage(m, row.day)):
        end_holding(m, INVALIDATED, row.day)
        state[INVALIDATED_ON] = row.day
        note(m, row.day, causes.LOST, row.index, -1, Reason.LOST_BY_48SI)
    else:
        note(m, row.day, causes.LOST, row.index, -1, Reason.LETTER_48SI_VOID)


@rule
def annul_licence(m: Memory, row: Row) -> None:
    """The judge annuls the licence, an invalidated one too: the sum goes to zero (art. L. 224-12; D9)."""
    state = m.state
    if state[HOLD] == HELD or state[HOLD] == INVALIDATED:
        end_holding(m, ANNULLED, row.day)
        post(m, row.day, causes.LOST, -state[TOTAL], row.index, -1, Reason.LOST_BY_JUDGE, letters.NONE)
    else:
        note(m, row.day, causes.LOST, row.index, -1, Reason.JUDGE_NOT_HELD)


@rule
def follow_training(m: Memory, row: Row) -> None:
    """The formation complémentaire opens a shorter probation (art. R. 223-4-1; doubt D13)."""
    state = m.state
    if state[PROBATION_OVER] == 0 and training_counts(row.day, state[OBTAINED_ON], state[IS_FIRST] == 1):
        state[TRAINED] = 1
        find_step_due(m)


@rule
def limit_on(m: Memory, k: int, day: Day) -> int:
    """The limit of an episode by what is known of it on a day (art. R. 223-2; doubts D2 and D10)."""
    episode = m.offences[k].group
    has_delit = False
    has_derogation = False
    for offence in m.offences:
        if offence.group == episode and (m.state[STRICT] == 1 or offence.day <= day):
            has_delit = has_delit or offence.grade == DELIT
            has_derogation = has_derogation or derogates(offence.grade, offence.points, offence.began_on)
    return episode_limit(m.offences[k].began_on, has_delit, has_derogation)


@rule
def points_of(m: Memory, k: int, day: Day, already: list[int]) -> int:
    """The points that an offence costs once its episode is limited (art. R. 223-2; doubt D10).

    ``already``: what each offence before it, in the order of the withdrawals, has taken.
    """
    offence = m.offences[k]
    if offence.group < 0:
        return offence.points
    spent = 0
    for j in range(k):
        if m.offences[j].group == offence.group:
            spent += already[j]
    return points_within_limit(offence.points, limit_on(m, k, day), spent)


@rule
def know_whole_file(m: Memory) -> None:
    """In the strict reading every offence of the file is known from the first day (doubt D2; art. L. 223-6)."""
    for k in range(len(m.offences)):
        m.known[k] = points_of(m, k, m.offences[k].day, m.known)


@rule
def withdraw(m: Memory, row: Row) -> None:
    """The minister's decision takes the points of an offence from the licence it was committed on.

    Art. L. 223-1, al. 4, and R. 223-2 (doubts D1, D10, D14 and D15).
    """
    state = m.state
    k = state[NEXT_OFFENCE]
    state[NEXT_OFFENCE] += 1
    if not counts_on_licence(row.began_on, state[OBTAINED_ON], state[HOLD] == HELD):
        is_late = state[HOLD] > HELD and row.began_on >= state[OBTAINED_ON]
        reason = Reason.LOST_BEFORE_DECISION if is_late else Reason.NOT_HELD_WHEN_COMMITTED
        note(m, row.day, causes.WITHDRAWAL, row.index, row.index, reason)
        return
    taken = points_of(m, k, row.day, m.taken)
    m.taken[k] = taken
    if taken == 0:
        reason = Reason.NO_POINTS_IN_BAREME if row.points == 0 else Reason.LIMIT_REACHED
        note(m, row.day, causes.WITHDRAWAL, row.index, row.index, reason)
        return
    state[HAS_WITHDRAWAL] = 1
    letter = letter_of_withdrawal(taken, state[TOTAL] - taken, state[CEILING], row.began_on <= state[PROBATION_END])
    reason = Reason.TAKEN if taken == row.points else Reason.TAKEN_WITHIN_LIMIT
    post(m, row.day, causes.WITHDRAWAL, -taken, row.index, row.index, reason, letter)
    start_delays(m, k, taken)


@rule
def start_delays(m: Memory, k: int, taken: int) -> None:
    """Every delay runs from the day the offence was established, never ending before the decision.

    Art. L. 223-6, al. 1 to 3 and 5 (doubt D1).
    """
    row = m.offences[k]
    m.one_due[k] = max(end_of_one_point(row.established_on, taken), row.day)
    m.ten_due[k] = max(end_of_ten_years(row.established_on, row.grade), row.day)
    m.state[ONE_DUE] = min(m.state[ONE_DUE], m.one_due[k])
    m.state[TEN_DUE] = min(m.state[TEN_DUE], m.ten_due[k])
    weigh_offence(m, k)
    run_full_delay(m, row.day)


@rule
def is_too_soon(m: Memory, row: Row) -> bool:
    """A stage begun within the year of the last one that gave points (art. L. 223-6, al. 4; doubt D8)."""
    last = m.state[LAST_STAGE]
    return last > 0 and row.group < first_day_allowed(last, row.established_on)


@rule
def follow_stage(m: Memory, row: Row) -> None:
    """A stage gives its points the day after it ended (art. L. 223-6, al. 4, and R. 223-8; doubt D8)."""
    state = m.state
    gain = stage_gain(state[TOTAL], state[CEILING], row.day)
    if state[HOLD] != HELD:
        note(m, row.day, causes.STAGE, row.index, -1, Reason.STAGE_NOT_HELD)
    elif row.grade == 0:
        note(m, row.day, causes.STAGE, row.index, -1, Reason.STAGE_WITHOUT_POINTS)
    elif gain == 0:
        note(m, row.day, causes.STAGE, row.index, -1, Reason.STAGE_AT_CEILING)
    elif is_too_soon(m, row):
        note(m, row.day, causes.STAGE, row.index, -1, Reason.STAGE_TOO_SOON)
    else:
        state[LAST_STAGE] = row.established_on
        post(m, row.day, causes.STAGE, gain, row.index, -1, Reason.STAGE_BACK, letters.L47)


@rule
def take_in(m: Memory, row: Row) -> None:
    """One fact, by its kind (format ``dossier/1``)."""
    if row.kind == kinds.DECIDED:
        withdraw(m, row)
    elif row.kind == kinds.STAGE:
        follow_stage(m, row)
    elif row.kind == kinds.LICENCE_OBTAINED:
        obtain_licence(m, row)
    elif row.kind == kinds.LETTRE_48SI:
        receive_48si(m, row)
    elif row.kind == kinds.SUSPENSION:
        m.state[SUSPENDED] = 1
    elif row.kind == kinds.FORMATION:
        follow_training(m, row)
    elif row.kind == kinds.LICENCE_ANNULLED:
        annul_licence(m, row)
    elif row.kind == kinds.CARRIED_OVER:
        carry_over(m, row)
    elif m.state[HOLD] != NOT_YET:
        weigh_again(m, row.day)
