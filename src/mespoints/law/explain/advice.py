"""The advice on a stage: now or later, for how many points, and what waiting gives."""

from collections.abc import Callable

from mespoints.law.days import Day, add_months
from mespoints.law.explain.language import Language, language_of
from mespoints.law.explain.movements import condition, has_foreign_licence
from mespoints.law.forecast import coming_standing, day_of_more, gain_after_pending, gain_on
from mespoints.law.results import Statement
from mespoints.law.stage import LOI_2011_267_STAGES, first_day_of_next_stage

SHORT_WAIT_IN_MONTHS = 3
"""A wait this short is worth saying before anyone pays for a stage."""

ADVISED = ("useful", "little_to_gain", "too_soon")
"""The advices after which it is told what waiting gives."""


AT_ZERO = ("zero", "zero_not_enough", "too_soon_at_zero")
"""The advices that tell what threatens the licence."""


def stage_advice(statement: Statement, language: str = "fr") -> str:
    """Whether a stage is worth it now or later, and when the points would come back without one."""
    words = language_of(language)
    gaps = AdviceGaps(statement, words)
    return words.typeset(" ".join(words.stages[key].format_map(gaps) for key in advice_keys(statement)))


def advice_keys(statement: Statement) -> list[str]:
    """The keys of the sentences of an advice, in their order; what waiting gives is not told to who may not wait."""
    key, may_wait = advice_key(statement), not must_follow_one(statement)
    keys = [key]
    if key in ("little_to_gain", "at_ceiling") and may_wait:
        keys += more_later_keys(statement)
    if key in (*ADVISED, "zero", "zero_foreign"):
        keys += pending_keys(statement)
    if key in ADVISED and may_wait:
        keys.append(waiting_key(statement))
    return keys


def pending_threat(statement: Statement, language: str = "fr") -> str:
    """What the pending offences may cost who still holds points, if that is every point; else empty."""
    if statement.balance == 0 or statement.status not in ("valid", "suspended"):
        return ""
    words = language_of(language)
    gaps = AdviceGaps(statement, words)
    return words.typeset(" ".join(words.stages[key].format_map(gaps) for key in pending_keys(statement)))


def must_follow_one(statement: Statement) -> bool:
    """Whether a stage is a duty (art. R. 223-4)."""
    return any(deadline.duty == "mandatory_stage" for deadline in statement.deadlines)


def advice_key(statement: Statement) -> str:
    """The key of the advice: its reason, whether it has a useful day, and what a foreign licence is threatened with."""
    key = ground_of_advice(statement)
    return f"{key}_foreign" if key in AT_ZERO and has_foreign_licence(statement) else key


def ground_of_advice(statement: Statement) -> str:
    """The reason of the advice, made precise by what the statement foresees."""
    stage = statement.stage
    if statement.status == "banned":
        return "banned"
    if stage.reason == "zero" and stage.balance_after == 0:
        return "zero_not_enough"
    if stage.reason == "little_to_gain" and stage.gain == 0:
        return "nothing_to_gain"
    if stage.reason == "at_ceiling" and stage.useful_on is not None:
        return "at_ceiling_until"
    is_overtaken = stage.matched_on == effect_of(stage.useful_on)
    if stage.reason == "too_soon" and statement.balance == 0 and stage.useful_on is not None:
        return "too_soon_at_zero"
    if stage.reason in ADVISED and is_overtaken:
        return "too_soon_for_nothing" if stage.reason == "too_soon" else "overtaken"
    return stage.reason


def effect_of(begun_on: Day | None) -> Day | None:
    """The day on which a stage of two days takes effect (art. R. 223-5 and R. 223-8, III)."""
    return None if begun_on is None else begun_on + 2


def more_later_keys(statement: Statement) -> list[str]:
    """A stage that would give more later: once the ceiling has risen, once a pending offence has cost its points."""
    keys, more_on = [], day_of_more(statement)
    if more_on is not None:
        is_barred = statement.stage.gain > 0 and first_day_of_next_stage(statement.on + 1) > more_on
        keys.append("more_later_if_not_now" if is_barred else "more_later")
    if gain_after_pending(statement) > statement.stage.gain:
        keys.append("more_if_pending" if len(statement.pending) == 1 else "more_if_several_pending")
    return keys


def pending_keys(statement: Statement) -> list[str]:
    """Pending offences that would take every point left."""
    lost = lost_if_withdrawn(statement)
    if lost == 0 or statement.signed_balance > lost:
        return []
    is_saved = statement.stage.gain > 0 and statement.signed_balance + statement.stage.gain > lost
    if is_saved and statement.balance == 0:
        return []
    key = "pending_to_zero" if is_saved else "pending_to_zero_anyway"
    return [key if len(statement.pending) == 1 else f"several_{key}"]


def waiting_key(statement: Statement) -> str:
    """What waiting gives: as much soon, as much later, or never."""
    matched_on = statement.stage.matched_on
    if matched_on is None:
        return "never_otherwise"
    if matched_on <= add_months(statement.on, SHORT_WAIT_IN_MONTHS):
        return "soon_otherwise"
    return "otherwise" if matched_on == back_to_twelve_on(statement) else "otherwise_as_much"


class AdviceGaps:
    """What ``str.format_map`` asks for the gaps of one sentence: a day, a number of points, or a few words."""

    def __init__(self, statement: Statement, words: Language) -> None:
        self.statement = statement
        self.words = words

    def __getitem__(self, gap: str) -> str:
        if gap in DAYS:
            day = DAYS[gap](self.statement)
            assert day is not None  # a sentence is chosen only if its days exist
            return self.words.day_words(day)
        if gap in COUNTS:
            return self.words.points_words(COUNTS[gap](self.statement))
        if gap == "rhythm":
            is_yearly = self.statement.on >= LOI_2011_267_STAGES
            return self.words.stages["once_a_year" if is_yearly else "once_in_two_years"]
        return condition(self.statement, self.words)


def last_stage_on(statement: Statement) -> Day | None:
    """The last day of the stage that bars another until ``allowed_from``; None when none does."""
    ended = [movement.on - 1 for movement in (*statement.movements, *statement.next) if movement.cause == "stage"]
    barring = [day for day in ended if first_day_of_next_stage(day) == statement.stage.allowed_from]
    return max(barring, default=None)


def back_to_twelve_on(statement: Statement) -> Day | None:
    """The first coming day on which the balance is 12, or None."""
    return next((movement.on for movement in statement.next if movement.signed_balance == 12), None)


def lost_if_withdrawn(statement: Statement) -> int:
    """What the pending offences would cost together."""
    return -sum(pending.points for pending in statement.pending)


def useful_day(statement: Statement) -> Day:
    """The day on which the next useful stage can begin."""
    assert statement.stage.useful_on is not None
    return statement.stage.useful_on


def day_of_higher_gain(statement: Statement) -> Day:
    """The day on which a stage would give more than now."""
    day = day_of_more(statement)
    assert day is not None
    return day


DAYS: dict[str, Callable[[Statement], Day | None]] = {
    "useful_on": useful_day,
    "effective_on": lambda statement: effect_of(useful_day(statement)),
    "matched_on": lambda statement: statement.stage.matched_on,
    "more_on": day_of_more,
    "again_on": lambda statement: first_day_of_next_stage(statement.on + 1),
    "allowed_from": lambda statement: statement.stage.allowed_from,
    "last_stage": last_stage_on,
}

COUNTS: dict[str, Callable[[Statement], int]] = {
    "gain": lambda statement: statement.stage.gain,
    "balance_after": lambda statement: statement.stage.balance_after,
    "ceiling": lambda statement: statement.ceiling,
    "lost": lost_if_withdrawn,
    "useful_gain": lambda statement: gain_on(statement, useful_day(statement)),
    "useful_ceiling": lambda statement: coming_standing(statement, useful_day(statement))[1],
    "more_gain": lambda statement: gain_on(statement, day_of_higher_gain(statement)),
    "more_ceiling": lambda statement: coming_standing(statement, day_of_higher_gain(statement))[1],
    "pending_gain": gain_after_pending,
}
