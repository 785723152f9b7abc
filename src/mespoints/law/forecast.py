"""What comes by itself after a day, and whether a stage is worth it (art. L. 223-6, al. 4; R. 223-8)."""

from mespoints.law import causes, kinds
from mespoints.law.acts import Dossier, InterdictionDeCirculer, Stage
from mespoints.law.days import Day, add_months
from mespoints.law.fold import advance, ahead_of, look_ahead, next_day
from mespoints.law.memory import CEILING, ENDED_BY, HELD, HOLD, LAST_STAGE, NEXT_ROW, TOTAL, Memory
from mespoints.law.play import end_of_ban, stage_row
from mespoints.law.results import StageAdvice, Statement
from mespoints.law.rows import MovementRow, Row
from mespoints.law.rules import rule
from mespoints.law.stage import DECRET_2003_642, STAGE_POINTS, first_day_of_next_stage, stage_gain

MONTHS_AHEAD = 144
"""How far a forecast looks: twelve years (format ``statement/1``)."""


def forecast(dossier: Dossier, m: Memory, on: Day) -> list[MovementRow]:
    """What comes after ``on`` if nothing new happens; a stage that ended on ``on`` counts, and a ban ends."""
    ahead = look_ahead(m, on, rows_to_come(dossier, m, on), add_months(on, MONTHS_AHEAD))
    return told(ahead)


def first_coming(dossier: Dossier, m: Memory, on: Day) -> list[MovementRow]:
    """The first row of ``forecast`` alone, or none: a register that folds millions needs no other."""
    limit = add_months(on, MONTHS_AHEAD)
    ahead = ahead_of(m, on, rows_to_come(dossier, m, on))
    while not told(ahead) and (day := next_day(ahead)) <= limit:
        advance(ahead, day, kinds.OF_ITSELF)
    return told(ahead)[:1]


def rows_to_come(dossier: Dossier, m: Memory, on: Day) -> list[Row]:
    """The rows after ``on`` that count all the same: a stage that ended on that day, the end of a ban."""
    coming = []
    for place, act in enumerate(dossier.acts):
        if isinstance(act, Stage) and act.ended_on == on:
            coming.append(stage_row(act, place))
        elif isinstance(act, InterdictionDeCirculer) and place == m.state[ENDED_BY]:
            coming.append(end_of_ban(act, place))
    return sorted(coming)


def told(ahead: Memory) -> list[MovementRow]:
    """What a forecast tells: not what does not come, save the end of probation, which raises the ceiling."""
    return [row for row in ahead.movements if is_told(row)]


@rule
def is_told(row: MovementRow) -> bool:
    """Whether a forecast tells a movement: points that move, or a ceiling that rises (format ``statement/1``)."""
    return row.points != 0 or row.cause == causes.PROBATION_END


def first_useful_day(m: Memory, ahead: list[MovementRow], start: Day) -> Day | None:
    """The first day, from ``start`` on, on which the balance stands below what a stage may reach."""
    days = sorted({start, max(start, DECRET_2003_642), *[row.day for row in ahead if row.day > start]})
    for day in days:
        total, ceiling = standing_at(m, ahead, day)
        if stage_gain(total, ceiling, day) > 0:
            return day
    return None


def standing_at(m: Memory, ahead: list[MovementRow], day: Day) -> tuple[int, int]:
    """The sum and the ceiling on a day to come."""
    passed = [row for row in ahead if row.day <= day]
    return (passed[-1].total, passed[-1].ceiling) if passed else (m.state[TOTAL], m.state[CEILING])


def day_of_match(m: Memory, ahead: list[MovementRow], on: Day, begun_on: Day) -> Day | None:
    """The first day from which waiting gives as much as a stage of two days begun on a day to come, or None.

    Both are what comes if nothing else happens (art. L. 223-6). The stage is counted from the day it takes effect.
    """
    stage = stage_row(Stage("", begun_on, begun_on + 1, "volontaire", None), -1)
    today = [row for row in m.rows[m.state[NEXT_ROW] :] if row.kind == kinds.STAGE and row.day == on + 1]
    with_stage = look_ahead(m, on, [*today, stage], add_months(on, MONTHS_AHEAD)).movements
    matched_on = None
    for day in sorted({stage.day, *[row.day for row in (*ahead, *with_stage) if row.day > stage.day]}):
        if standing_at(m, ahead, day)[0] < standing_at(m, with_stage, day)[0]:
            matched_on = None
        elif matched_on is None:
            matched_on = day
    return matched_on


def advise_stage(m: Memory, ahead: list[MovementRow], on: Day) -> StageAdvice:
    """What a stage would give as the licence stands, from which day one is allowed, and when one gains anything.

    A stage that ended on ``on`` and gives points tomorrow already opens its year.
    """
    total, ceiling, last = m.state[TOTAL], m.state[CEILING], m.state[LAST_STAGE]
    if ahead and ahead[0].cause == causes.STAGE:
        last = on
    allowed_from = first_day_of_next_stage(last)
    binding = allowed_from if allowed_from > on else None
    if m.state[HOLD] != HELD:
        return StageAdvice(0, binding, None, max(0, total), "not_held")
    gain = stage_gain(total, ceiling, on) if binding is None else 0
    useful_on = first_useful_day(m, ahead, max(on, allowed_from))
    reason = reason_of_advice(total, ceiling, gain, binding is not None)
    matched_on = None if useful_on is None else day_of_match(m, ahead, on, useful_on)
    return StageAdvice(gain, binding, useful_on, max(0, total + gain), reason, matched_on)


def reason_of_advice(total: int, ceiling: int, gain: int, is_too_soon: bool) -> str:
    """The word that the sentence of the advice is built on."""
    if total >= ceiling:
        return "at_ceiling"
    if is_too_soon:
        return "too_soon"
    if total <= 0:
        return "zero"
    return "useful" if gain == STAGE_POINTS else "little_to_gain"


def gain_on(statement: Statement, day: Day) -> int:
    """What a stage would give on a day of the statement or after it, as the balance goes by itself."""
    total, ceiling = coming_standing(statement, day)
    return stage_gain(total, ceiling, day)


def coming_standing(statement: Statement, day: Day) -> tuple[int, int]:
    """The sum and the ceiling on the day of the statement or after it."""
    passed = [movement for movement in statement.next if movement.on <= day]
    last = passed[-1] if passed else statement
    return last.signed_balance, last.ceiling


def day_of_more(statement: Statement) -> Day | None:
    """The first day to come on which a stage would give more than now: the ceiling has risen. None: there is none."""
    days = [movement.on for movement in statement.next]
    return next((day for day in days if gain_on(statement, day) > statement.stage.gain), None)


def gain_after_pending(statement: Statement) -> int:
    """What a stage would give if every pending offence took its points; 0 when no point would be left."""
    total = statement.signed_balance + sum(pending.points for pending in statement.pending)
    return stage_gain(total, statement.ceiling, statement.on) if total > 0 else 0
