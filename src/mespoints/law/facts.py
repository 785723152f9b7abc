"""What an act does to a licence: obtained, lost, carried over, a stage; ``law.taking`` withdraws points."""

from mespoints.law import causes, kinds, probations, reasons
from mespoints.law.capital import initial_points, probation_months, training_counts
from mespoints.law.days import NEVER, Day, add_months
from mespoints.law.invalidation import letter_takes_licence
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
    SUSPENDED,
    TEN_DUE,
    TOTAL,
    TRAINED,
    Memory,
)
from mespoints.law.posting import note, post
from mespoints.law.probation import find_step_due
from mespoints.law.returns import settle, weigh_again
from mespoints.law.rows import Row
from mespoints.law.rules import rule
from mespoints.law.stage import first_day_allowed, stage_gain
from mespoints.law.taking import withdraw

OF_ONE_HOLDING = (INVALIDATED_ON, HAS_WITHDRAWAL, TRAINED, SUSPENDED, STEPS_PASSED, FELL_ON, PROBATION_END)
"""What a new licence forgets of the former."""


@rule
def end_holding(m: Memory, hold: int) -> None:
    """What ran for the licence held so far ends; ``hold``: what comes after (art. L. 223-5; doubt D9)."""
    m.state[HOLD] = hold
    m.state[STEP_DUE] = NEVER
    m.state[PROBATION_OVER] = 1
    settle(m)
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
    is_first = state[HOLD] == NOT_YET
    state[OBTAINED_ON] = row.began_on
    end_holding(m, HELD)
    for place in OF_ONE_HOLDING:
        state[place] = 0
    state[PROBATION] = row.grade
    state[IS_FIRST] = 1 if is_first else 0
    points = initial_points(row.grade)
    state[CEILING] = points
    if row.grade != probations.NONE:
        state[PROBATION_OVER] = 0
        state[PROBATION_END] = add_months(row.began_on, probation_months(row.grade))
        find_step_due(m)
    reason = reasons.OBTAINED_WITH_12 if row.grade == probations.NONE else reasons.OBTAINED_WITH_6
    post(m, row.day, causes.OBTAINED, points - state[TOTAL], row.act, -1, reason)


@rule
def carry_over(m: Memory, row: Row) -> None:
    """The balance of another register or licence replaces this one, with its running delay.

    Art. L. 223-11; format ``dossier/1``: ``last_final_on`` sets the delay of the full restoration and
    nothing else: the steps of a running probation, single points and ten years go on.
    """
    state = m.state
    if state[HOLD] != HELD:
        note(m, row.day, causes.CARRIED_OVER, row.act, -1, reasons.CARRIED_OVER_ON_LOST_LICENCE)
        return
    settle(m)
    state[CEILING] = row.group
    state[CARRIED_FINAL] = row.delay_from
    state[CARRIED_LENGTHENED] = row.grade
    post(m, row.day, causes.CARRIED_OVER, row.points - state[TOTAL], row.act, -1, reasons.CARRIED_OVER)
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
        note(m, row.day, causes.LOST, row.act, -1, reasons.LETTER_48SI_NOT_HELD)
    elif letter_takes_licence(state[TOTAL], coming_stage(m, row.day)):
        end_holding(m, INVALIDATED)
        state[INVALIDATED_ON] = row.day
        note(m, row.day, causes.LOST, row.act, -1, reasons.LOST_BY_48SI)
    else:
        note(m, row.day, causes.LOST, row.act, -1, reasons.LETTER_48SI_VOID)


@rule
def annul_licence(m: Memory, row: Row) -> None:
    """The judge annuls the licence, an invalidated one too: the sum goes to zero (art. L. 224-12; D9)."""
    state = m.state
    if state[HOLD] == HELD or state[HOLD] == INVALIDATED:
        end_holding(m, ANNULLED)
        post(m, row.day, causes.LOST, -state[TOTAL], row.act, -1, reasons.LOST_BY_JUDGE)
    else:
        note(m, row.day, causes.LOST, row.act, -1, reasons.JUDGE_NOT_HELD)


@rule
def follow_training(m: Memory, row: Row) -> None:
    """The formation complémentaire opens a shorter probation (art. R. 223-4-1; doubt D13)."""
    state = m.state
    if state[PROBATION_OVER] == 0 and training_counts(row.day, state[OBTAINED_ON], state[IS_FIRST] == 1):
        state[TRAINED] = 1
        find_step_due(m)


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
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_NOT_HELD)
    elif row.grade == 0:
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_WITHOUT_POINTS)
    elif gain == 0:
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_AT_CEILING)
    elif is_too_soon(m, row):
        note(m, row.day, causes.STAGE, row.act, -1, reasons.STAGE_TOO_SOON)
    else:
        state[LAST_STAGE] = row.established_on
        post(m, row.day, causes.STAGE, gain, row.act, -1, reasons.STAGE_BACK)


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
