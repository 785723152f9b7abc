"""What brings the points of a withdrawal back, or why they are not back yet: one sentence a withdrawal."""

from collections.abc import Callable
from typing import NamedTuple

from mespoints.law import reasons
from mespoints.law.acts import CarriedOver, Dossier, Offence
from mespoints.law.capital import FULL
from mespoints.law.days import NEVER, Day
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.citing import Detail, cite
from mespoints.law.explain.decisions import WHAT_BREAKS_A_DELAY
from mespoints.law.explain.fields import Gaps, full_fact_on, other
from mespoints.law.explain.ground import MONTHS_OF_FULL_DELAY, Ground, find_offence, ground_of
from mespoints.law.explain.language import Language, language_of
from mespoints.law.explain.movements import because, condition, details_of, sources, version_day, with_decision
from mespoints.law.explain.standing import ANNULMENTS, Standing, live_again
from mespoints.law.restoration import end_of_one_point, interrupts
from mespoints.law.results import Movement, Statement

GRAVE_CLASSES = ("c4", "c5", "delit")

ENDS = {
    reasons.LOST_BY_48SI: "ended_by_48si",
    reasons.LOST_BY_JUDGE: "ended_by_judge",
    reasons.BANNED: "ended_by_ban",
    reasons.OBTAINED_WITH_6: "ended_by_new_licence",
    reasons.OBTAINED_WITH_12: "ended_by_new_licence",
}
"""What ends a licence, with the key of its sentence: its points never come back."""


NOT_TAKEN = "not_taken"
"""The key of points that were never taken in the life lived again: its movement says why."""


class Fate(NamedTuple):
    """The key of the sentence (``returns``), and the movement that it tells of; None when nothing is foreseen.

    ``breaker``: the id of the offence that broke the delay of a single point; ``barred_on``: the day it found no room.
    """

    key: str
    movement: Movement | None
    breaker: str | None = None
    barred_on: Day = 0


def returns_of(dossier: Dossier, statement: Statement, language: str = "fr") -> dict[str, str]:
    """What became, or is to become, of the points that each withdrawal took, by the id of its offence."""
    words, standing = language_of(language), live_again(dossier, statement)
    taken = [movement for movement in statement.movements if movement.cause == "withdrawal" and movement.points]
    return {movement.offence or "": tell(return_of(movement, standing, words), language) for movement in taken}


def tell(gaps: "ReturnGaps", language: str) -> str:
    """The sentence of a fate, with its articles, the decision that settles it, and the full stop."""
    if gaps.fate.key == NOT_TAKEN:
        return because(gaps.ground.movement, gaps.ground.dossier, language)
    sentence = gaps.language.returns[gaps.fate.key].format_map(gaps)
    return gaps.language.typeset(f"{sentence} ({sources_of_return(gaps)}).")


def return_of(movement: Movement, standing: Standing, words: Language) -> "ReturnGaps":
    """The fate of the points of a withdrawal, in the life lived again without what a judge undid."""
    undone = standing.undone.get(movement.offence or "")
    if undone is not None:
        key = "annulled" if undone.reason in ANNULMENTS else "suspended"
        return ReturnGaps(Fate(key, undone), movement, standing.dossier, standing.statement, words)
    again, lived = standing.again, standing.lived
    index = next(place for place, one in enumerate(lived.movements) if is_decision_on(one, movement))
    withdrawal, later = lived.movements[index], lived.movements[index + 1 :]
    if withdrawal.points == 0:
        return ReturnGaps(Fate(NOT_TAKEN, withdrawal), withdrawal, again, lived, words)
    fate = settled(withdrawal, later) or expected(withdrawal, later, lived, again)
    return ReturnGaps(fate, withdrawal, again, lived, words)


def is_decision_on(one: Movement, withdrawal: Movement) -> bool:
    """Whether a movement is the decision on the same offence."""
    return one.cause == "withdrawal" and one.offence == withdrawal.offence


def settled(withdrawal: Movement, later: tuple[Movement, ...]) -> Fate | None:
    """How a later movement settled these points, if one did."""
    for movement in later:
        if movement.reason in ENDS:
            return Fate(ENDS[movement.reason], movement)
        if movement.offence == withdrawal.offence and movement.points > 0:
            return Fate("back_alone", movement)
        if movement.reason in MONTHS_OF_FULL_DELAY:
            return Fate("back_with_others", movement)
        if is_filled(movement) and movement.ceiling == FULL:
            return Fate("back_to_12", movement)
    return None


def expected(withdrawal: Movement, later: tuple[Movement, ...], statement: Statement, dossier: Dossier) -> Fate:
    """What is to bring these points back, and what keeps a single point from coming back sooner."""
    coming = next((movement for movement in statement.next if concerns(movement, withdrawal)), None)
    if coming is None:
        filling = next(
            (movement for movement in statement.next if movement.cause == "stage" and is_filled(movement)), None
        )
        return Fate("to_ceiling_by_stage" if filling else "nothing", filling)
    if coming.offence == withdrawal.offence:
        return Fate("alone" if coming.cause == "one_point" else "ten_years", coming)
    if coming.reason not in MONTHS_OF_FULL_DELAY:
        return Fate("to_12_by_stage" if coming.cause == "stage" else "to_12", coming)
    own = [movement for movement in later if movement.offence == withdrawal.offence]
    barred = next((movement for movement in own if movement.reason == reasons.ONE_POINT_AT_CEILING), None)
    if barred is not None:
        return Fate("at_ceiling", coming, barred_on=barred.on)
    noted = next((movement.ground for movement in own if movement.reason == reasons.ONE_POINT_INTERRUPTED), None)
    breaker = noted or breaker_of(withdrawal, statement, dossier)
    if breaker is not None:
        return Fate("broken", coming, breaker)
    return Fate("all" if coming.points == -withdrawal.points else "with_others", coming)


def concerns(movement: Movement, withdrawal: Movement) -> bool:
    """Whether a movement to come gives these points back, or brings the balance to 12 in another way.

    A full restoration gives back all that was withdrawn, to a ceiling below 12 too when such a one was taken over.
    """
    gives_all = movement.reason in MONTHS_OF_FULL_DELAY or (is_filled(movement) and movement.ceiling == FULL)
    return gives_all or movement.offence == withdrawal.offence


def is_filled(movement: Movement) -> bool:
    """Whether a movement brings the balance up to the ceiling."""
    return movement.points > 0 and movement.balance == movement.ceiling


def breaker_of(withdrawal: Movement, statement: Statement, dossier: Dossier) -> str | None:
    """The first offence committed inside the delay of a single point, which will not come back alone on its day."""
    offence = find_offence(dossier, withdrawal.offence)
    assert offence is not None
    assert offence.final_on is not None
    end = end_of_one_point(offence.final_on)
    if withdrawal.points != -1 or end == NEVER:
        return None
    taken = {movement.offence for movement in statement.movements if movement.cause == "withdrawal" and movement.points}
    inside = [
        (act.committed_on, act.id)
        for act in dossier.acts
        if isinstance(act, Offence) and act.id in taken and interrupts(act.committed_on, offence.final_on, end)
    ]
    return min(inside)[1] if inside else None


class ReturnGaps(Gaps):
    """The gaps of a sentence on what brings points back: those of the movement it tells of, and of the withdrawal."""

    def __init__(
        self, fate: Fate, withdrawal: Movement, dossier: Dossier, statement: Statement, language: Language
    ) -> None:
        """``statement``: the one that the movement stands in."""
        told = ground_of(fate.movement or withdrawal, dossier, statement.on)
        super().__init__(told, language, condition(statement, language))
        self.fate = fate
        self.withdrawal = ground_of(withdrawal, dossier)

    def __getitem__(self, gap: str) -> str:
        """The words of one gap."""
        return OWN_GAPS[gap](self) if gap in OWN_GAPS else super().__getitem__(gap)

    def of_withdrawal(self, gap: str) -> str:
        """A gap that speaks of the withdrawal."""
        return Gaps(self.withdrawal, self.language)[gap]

    def of_points(self, phrase: str) -> str:
        """A phrase agreed with the number of points withdrawn."""
        return self.counted(phrase, self.withdrawal.movement.points)


def breaker(gaps: ReturnGaps) -> str:
    """The day of the offence that broke the delay of a single point."""
    offence = find_offence(gaps.ground.dossier, gaps.fate.breaker)
    assert offence is not None
    return gaps.day(offence.committed_on)


def why(gaps: ReturnGaps) -> str:
    """The delay of a full restoration: how long, and since when."""
    return gaps.language.returns[f"why_{because_key(gaps.ground)}"].format_map(gaps)


def since(gaps: ReturnGaps) -> str:
    """What the delay runs from; the offence is named when it is another one."""
    return gaps.language.returns["since_other"].format_map(gaps) if runs_from_other(gaps) else full_fact_on(gaps)


def runs_from_other(gaps: ReturnGaps) -> bool:
    """Whether the delay runs from another offence of the file than the one whose points are told of."""
    is_own = gaps.ground.movement.ground == gaps.withdrawal.movement.offence
    return not is_own and not isinstance(gaps.ground.behind, CarriedOver)


def grave(gaps: ReturnGaps) -> str:
    """Which offence makes the delay three years: this one, if the sentence has named no other."""
    offence = gaps.withdrawal.offence
    assert offence is not None
    is_own = offence.offence_class in GRAVE_CLASSES and gaps.fate.key != "broken" and not runs_from_other(gaps)
    return gaps.language.returns[f"grave_{offence.offence_class if is_own else 'other'}"]


OWN_GAPS: dict[str, Callable[[ReturnGaps], str]] = {
    "fact_on": lambda gaps: gaps.of_withdrawal("fact_on"),
    "one_point_delay": lambda gaps: gaps.of_withdrawal("one_point_delay"),
    "one_point_within": lambda gaps: gaps.of_withdrawal("one_point_within"),
    "own_points_return": lambda gaps: gaps.of_points("they_return"),
    "own_points_are_back": lambda gaps: gaps.of_points("they_are_back"),
    "they_never_return": lambda gaps: gaps.of_points("they_never_return"),
    "of_them": lambda gaps: gaps.of_points("of_them"),
    "barred": lambda gaps: gaps.day(gaps.fate.barred_on),
    "last": other,
    "breaker": breaker,
    "why": why,
    "since": since,
    "grave": grave,
}


def sources_of_return(gaps: ReturnGaps) -> str:
    """The articles of the movement told of; a broken delay adds its own, and the decision on what breaks it."""
    language, ground = gaps.language, gaps.ground
    if gaps.fate.movement is None:
        return cite(("L223-6",), {}, ground.known_on, language)
    if gaps.fate.key != "broken":
        return sources(because_key(ground), ground, language)
    return with_decision(
        cite(("L223-6",), both_delays(ground, language), version_day(ground), language), WHAT_BREAKS_A_DELAY, language
    )


def both_delays(ground: Ground, language: Language) -> dict[str, Detail]:
    """The alinéa of the full restoration and that of a single point."""
    alinea = details_of(ground).get("L223-6", "")
    return {"L223-6": language.words["alinea"].format(n=f"{alinea} {language.words['and']} 3") if alinea else 3}
