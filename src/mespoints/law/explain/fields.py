"""The gaps of a sentence, filled when it asks for them: one small function a gap."""

from collections.abc import Callable

from mespoints.law.acts import (
    Lettre48SI,
    Lettre48SISuspended,
    LicenceObtained,
    Offence,
    Stage,
    WithdrawalSuspended,
)
from mespoints.law.capital import opens_on
from mespoints.law.days import Day, add_months
from mespoints.law.explain.ground import (
    MONTHS_OF_FULL_DELAY,
    Ground,
    ban_over,
    days_obtained,
    find_offence,
    licence_not_yet_held,
    limit_of_episode,
    probation_of,
    start_of_full_delay,
    training_on,
)
from mespoints.law.explain.language import Language
from mespoints.law.invalidation import ban_ends_on
from mespoints.law.restoration import months_to_one_point
from mespoints.law.stage import first_day_allowed


class Gaps:
    """What ``str.format_map`` asks for the gaps of one sentence."""

    def __init__(self, ground: Ground, language: Language, if_clean: str = "") -> None:
        """``if_clean``: the condition under which a coming movement comes."""
        self.ground = ground
        self.language = language
        self.if_clean = if_clean

    def __getitem__(self, gap: str) -> str:
        """The words of one gap."""
        return GAPS[gap](self)

    def day(self, day: Day | None) -> str:
        """A day in words; every sentence that has the gap has the day."""
        assert day is not None
        return self.language.day_words(day)

    def counted(self, phrase: str, count: int) -> str:
        """A phrase agreed with a number of points."""
        count = abs(count)
        singular, plural = self.language.phrases[phrase]
        return (plural if self.language.is_plural(count) else singular).format(n=count)

    def points(self, count: int) -> str:
        """« 1 point », « 2 points »."""
        return self.language.points_words(count)

    def one_point_months(self) -> int:
        """The delay of a single point on the day its offence was established."""
        offence = self.ground.offence
        assert offence is not None
        assert offence.final_on is not None
        return months_to_one_point(offence.final_on)


def committed(gaps: Gaps) -> str:
    """The day of the offence."""
    assert gaps.ground.offence is not None
    return gaps.day(gaps.ground.offence.committed_on)


def final(gaps: Gaps) -> str:
    """The day on which the offence was established."""
    assert gaps.ground.offence is not None
    return gaps.day(gaps.ground.offence.final_on)


def fact(gaps: Gaps) -> str:
    """What established the offence."""
    assert gaps.ground.offence is not None
    return gaps.language.facts[gaps.ground.offence.final_by or ""][0]


def fact_on(gaps: Gaps) -> str:
    """What established the offence, and when."""
    assert gaps.ground.offence is not None
    return f"{gaps.language.facts[gaps.ground.offence.final_by or ''][1]} {final(gaps)}"


def full_fact_on(gaps: Gaps) -> str:
    """What opened the delay of a full restoration, and when."""
    final_on, final_by = start_of_full_delay(gaps.ground)
    words = gaps.language
    opening = words.words["carried_fact_on"] if final_by is None else words.facts[final_by][1]
    return f"{opening} {gaps.day(final_on)}"


def in_bareme(gaps: Gaps) -> str:
    """What the barème takes for the offence, as a number."""
    assert gaps.ground.offence is not None
    return str(gaps.ground.offence.points)


def other(gaps: Gaps) -> str:
    """The day of the offence that broke a delay, or spoilt a probation."""
    assert isinstance(gaps.ground.behind, Offence)
    return gaps.day(gaps.ground.behind.committed_on)


def stage_days(gaps: Gaps) -> str:
    """The days of the stage."""
    assert isinstance(gaps.ground.act, Stage)
    return gaps.language.two_days(gaps.ground.act.started_on, gaps.ground.act.ended_on)


def earlier_stage_end(gaps: Gaps) -> str:
    """The last day of the stage that bars another."""
    assert isinstance(gaps.ground.behind, Stage)
    return gaps.day(gaps.ground.behind.ended_on)


def first_day_possible(gaps: Gaps) -> str:
    """The first day on which the stage that came too soon could have begun."""
    earlier, stage = gaps.ground.behind, gaps.ground.act
    assert isinstance(earlier, Stage)
    assert isinstance(stage, Stage)
    return gaps.day(first_day_allowed(earlier.ended_on, stage.ended_on))


def loss(gaps: Gaps) -> str:
    """The day on which the licence was lost: that of the letter or of the judgment."""
    behind = gaps.ground.behind
    return gaps.day(getattr(behind, "notified_on", None) or getattr(behind, "on", None))


def letter(gaps: Gaps) -> str:
    """The day on which the 48SI in question was notified."""
    assert isinstance(gaps.ground.behind, Lettre48SI)
    return gaps.day(gaps.ground.behind.notified_on)


def named_offence(gaps: Gaps) -> str:
    """The day of the offence that a 48SI names."""
    assert isinstance(gaps.ground.act, Lettre48SI)
    offence = find_offence(gaps.ground.dossier, gaps.ground.act.offence)
    assert offence is not None
    return gaps.day(offence.committed_on)


def suspended(gaps: Gaps) -> str:
    """The day on which a judge suspended a decision."""
    assert isinstance(gaps.ground.act, Lettre48SISuspended | WithdrawalSuspended)
    return gaps.day(gaps.ground.act.on)


def new_licence(gaps: Gaps) -> str:
    """The day on which the licence handed back was obtained."""
    assert isinstance(gaps.ground.behind, LicenceObtained)
    return gaps.day(gaps.ground.behind.on)


def probation_length(gaps: Gaps) -> str:
    """How long the probation of the licence obtained is planned to last."""
    return gaps.language.durations[24 if probation_of(gaps.ground) == "aac" else 36]


def years(gaps: Gaps) -> str:
    """How many years the probation has lasted, on an anniversary."""
    passed = [
        months
        for obtained_on in days_obtained(gaps.ground)
        for months in (12, 24)
        if add_months(obtained_on, months) == gaps.ground.movement.on
    ]
    return gaps.language.durations[passed[-1]]


def obtained(gaps: Gaps) -> str:
    """The day on which the licence was obtained that an offence came before."""
    return gaps.day(licence_not_yet_held(gaps.ground))


def opening(gaps: Gaps) -> str:
    """The first day on which the licence that the dossier opens with holds points out of 12."""
    licence = gaps.ground.dossier.licence
    return gaps.day(opens_on(licence.obtained_on, licence.foreign))


def fewer(gaps: Gaps) -> str:
    """Points that go, where they were expected to come."""
    return gaps.language.words["fewer"].format(n=gaps.points(abs(gaps.ground.movement.points)))


def class_words(gaps: Gaps) -> str:
    """The class of the offence."""
    assert gaps.ground.offence is not None
    return gaps.language.words[f"class_{gaps.ground.offence.offence_class}"]


GAPS: dict[str, Callable[[Gaps], str]] = {
    "on": lambda gaps: gaps.day(gaps.ground.movement.on),
    "balance": lambda gaps: gaps.points(gaps.ground.movement.balance),
    "ceiling": lambda gaps: gaps.points(gaps.ground.movement.ceiling),
    "withdrawn": lambda gaps: gaps.counted("withdrawn", gaps.ground.movement.points),
    "given": lambda gaps: gaps.counted("given", gaps.ground.movement.points),
    "more": lambda gaps: gaps.counted("more", gaps.ground.movement.points),
    "they_return": lambda gaps: gaps.counted("they_return", gaps.ground.movement.points),
    "short": lambda gaps: gaps.points(gaps.ground.movement.points),
    "limit": lambda gaps: gaps.points(limit_of_episode(gaps.ground)),
    "one_point_delay": lambda gaps: gaps.language.durations[gaps.one_point_months()],
    "of_one_point_delay": lambda gaps: gaps.language.words[f"of_{gaps.one_point_months()}"],
    "one_point_within": lambda gaps: gaps.language.words[f"within_{gaps.one_point_months()}"],
    "training": lambda gaps: gaps.day(training_on(gaps.ground)),
    "if_clean": lambda gaps: gaps.if_clean,
    "committed": committed,
    "final": final,
    "fact": fact,
    "fact_on": fact_on,
    "full_fact_on": full_fact_on,
    "in_bareme": in_bareme,
    "other": other,
    "stage_days": stage_days,
    "earlier_stage_end": earlier_stage_end,
    "first_day_possible": first_day_possible,
    "loss": loss,
    "letter": letter,
    "named_offence": named_offence,
    "suspended": suspended,
    "new_licence": new_licence,
    "ban": lambda gaps: gaps.day(ban_over(gaps.ground)),
    "points_again": lambda gaps: gaps.day(ban_ends_on(gaps.ground.movement.on)),
    "points_given_again": lambda gaps: gaps.day(ban_ends_on(ban_over(gaps.ground))),
    "full_length": lambda gaps: gaps.language.durations[MONTHS_OF_FULL_DELAY[gaps.ground.movement.reason]],
    "opening_licence": lambda gaps: gaps.day(gaps.ground.dossier.licence.obtained_on),
    "opening": opening,
    "probation_length": probation_length,
    "years": years,
    "obtained": obtained,
    "fewer": fewer,
    "class_words": class_words,
}
