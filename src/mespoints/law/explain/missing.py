"""Why points are not back yet: each withdrawal that still weighs, and the points that the licence never held.

What ``returning`` says in one sentence is told here in parts: which delay runs and when it ends, what started it again,
what the right of ten years guarantees (art. L. 223-6), and the articles apart.
"""

from collections.abc import Collection, Mapping
from copy import copy
from typing import NamedTuple

from mespoints.law.acts import Offence
from mespoints.law.capital import FULL
from mespoints.law.comparison import LOST
from mespoints.law.days import Day
from mespoints.law.explain import english_missing, french_missing
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.citing import CODE_OF_2001, cite
from mespoints.law.explain.fields import Gaps
from mespoints.law.explain.ground import MONTHS_OF_FULL_DELAY, ground_of, start_of_full_delay
from mespoints.law.explain.language import Language, language_of
from mespoints.law.explain.movements import OPENINGS, condition, sources
from mespoints.law.explain.returning import ENDS, ReturnGaps, return_of, runs_from_other, sources_of_return
from mespoints.law.explain.standing import Standing
from mespoints.law.restoration import end_of_ten_years
from mespoints.law.results import Movement, Statement

SENTENCES = {"fr": french_missing.SENTENCES, "en": english_missing.SENTENCES}

STILL_MISSING = (
    "alone",
    "ten_years",
    "all",
    "with_others",
    "broken",
    "at_ceiling",
    "to_12",
    "to_12_by_stage",
    "to_ceiling_by_stage",
    "nothing",
)
"""The fates of points that are not back."""
WITHOUT_TEN_YEARS = ("c5", "delit")
"""The classes whose points have no right of ten years (art. L. 223-6, al. 5)."""
WITHOUT_DELAY_TO_BREAK = ("ten_years", "to_12_by_stage", "to_ceiling_by_stage")
"""The fates that no offence changes."""


class Missing(NamedTuple):
    """Some missing points. ``answer``: what is to bring them back, and when; ``more``: what made or limits that delay.

    ``offence``: the id of the one that took them; empty for those of a licence that is lost, or never held.
    """

    offence: str
    points: int
    answer: str
    more: tuple[str, ...]
    articles: tuple[str, ...]


class Account(NamedTuple):
    """All that is missing to 12. ``withdrawn``: the latest first. ``never_held``: None when the licence held them all.

    ``given_back``: what stages gave back of the withdrawals that are listed.
    """

    points: int
    withdrawn: tuple[Missing, ...]
    never_held: Missing | None
    given_back: int


def fates_of(standing: Standing, language: str = "fr") -> dict[str, ReturnGaps]:
    """What becomes of the points of each withdrawal, by the id of its offence, in their order."""
    words, statement = language_of(language), standing.statement
    taken = [movement for movement in statement.movements if movement.cause == "withdrawal" and movement.points]
    return {movement.offence or "": return_of(movement, standing, words) for movement in taken}


def missing_points(standing: Standing, fates: Mapping[str, ReturnGaps], language: str = "fr") -> Account:
    """Every missing point to 12, with its reason; ``fates``: those of ``fates_of``."""
    statement = standing.statement
    if statement.status in LOST:
        lost = lost_points(statement, fates, language)
        return Account(FULL, lost, None, 0)
    waiting = {offence: gaps for offence, gaps in fates.items() if gaps.fate.key in STILL_MISSING}
    withdrawn = told_once(waiting, language)
    held = points_held(standing.lived, waiting)
    never = never_held(FULL - held, standing, language) if held < FULL else None
    return Account(FULL - statement.balance, withdrawn, never, given_back(withdrawn, held, standing.lived))


def given_back(withdrawn: tuple[Missing, ...], held: int, lived: Statement) -> int:
    """What stages gave back of what was withdrawn: never more than they gave, whatever a register taken over says."""
    by_stages = sum(movement.points for movement in lived.movements if movement.cause == "stage")
    taken = sum(one.points for one in withdrawn)
    return min(by_stages, max(0, taken - (held - lived.signed_balance)))


def points_held(lived: Statement, waiting: Collection[str]) -> int:
    """What the balance would be without the withdrawals that are not back: what the licence was given so far.

    ``waiting``: their offences. A balance that is taken over has already lost what came before, whether another
    register gives it or a foreign licence does.
    """
    held, taken = 0, 0
    for movement in lived.movements:
        if movement.offence in waiting:
            taken -= movement.points
        if movement.reason in OPENINGS or movement.cause == "carried_over":
            held = min(movement.ceiling, movement.balance + taken)
        elif movement.balance == movement.ceiling == FULL:
            held = FULL
        elif movement.cause == "probation_step":
            held += movement.points
        elif movement.reason in MONTHS_OF_FULL_DELAY:
            held = movement.balance
    return held


def lost_points(statement: Statement, fates: Mapping[str, ReturnGaps], language: str) -> tuple[Missing, ...]:
    """The points that went with a licence: all that were withdrawn since it was obtained, told together."""
    ended = [gaps for gaps in fates.values() if gaps.fate.key in ENDS.values()]
    together = [gaps for gaps in ended if gaps.fate.movement == ended[-1].fate.movement]
    if not together:
        return ()
    points = sum(gaps.withdrawal.movement.points for gaps in together)
    told = copy(together[-1])
    told.withdrawal = told.withdrawal._replace(movement=told.withdrawal.movement._replace(points=points))
    more = () if statement.status == "banned" else (said("new_licence", language),)
    return (Missing("", -points, answer_of(told), more, (articles_of(told),)),)


def told_once(waiting: Mapping[str, ReturnGaps], language: str) -> tuple[Missing, ...]:
    """Every withdrawal that waits, the latest first; what comes back on one day is told at length once."""
    told: list[Missing] = []
    long: set[Movement | None] = set()
    for offence, gaps in reversed(list(waiting.items())):
        one = missing_of(offence, gaps, language)
        is_again = gaps.fate.key == "with_others" and gaps.fate.movement in long
        told.append(one._replace(answer=same_day(gaps, language)) if is_again else one)
        long.add(gaps.fate.movement)
    return tuple(told)


def same_day(gaps: ReturnGaps, language: str) -> str:
    """That these points come back with those told of just before."""
    assert gaps.fate.movement is not None
    own = gaps["own_points_return"]
    return said("same_day", language, own_points_return=own, on=gaps.fate.movement.on)


def missing_of(offence: str, gaps: ReturnGaps, language: str) -> Missing:
    """The points of one withdrawal."""
    backstop, articles = backstop_of(gaps, language), [articles_of(gaps)]
    if backstop:
        articles.append(cite(("L223-6",), {"L223-6": 5}, max(CODE_OF_2001, gaps.ground.known_on), gaps.language))
    more = (restarted_by(gaps, language), backstop, said("only_stage", language) if gaps.fate.key == "nothing" else "")
    points = -gaps.withdrawal.movement.points
    return Missing(offence, points, answer_of(gaps), tuple(filter(None, more)), tuple(articles))


def articles_of(gaps: ReturnGaps) -> str:
    """The articles of the return, and the decision that settles it."""
    return gaps.language.typeset(sources_of_return(gaps))


def answer_of(gaps: ReturnGaps) -> str:
    """What is to bring the points back, without its articles."""
    return gaps.language.typeset(f"{gaps.language.returns[gaps.fate.key].format_map(gaps)}.")


def restarted_by(gaps: ReturnGaps, language: str) -> str:
    """The later offence that the delay of a full restoration counts from; empty when it counts from this one."""
    coming, own = gaps.fate.movement, gaps.withdrawal.offence
    if coming is None or coming.reason not in MONTHS_OF_FULL_DELAY or not runs_from_other(gaps):
        return ""
    last = gaps.ground.behind
    assert isinstance(last, Offence)
    assert own is not None
    assert own.final_on is not None
    last_on = start_of_full_delay(gaps.ground)[0]
    if last_on <= own.final_on:
        return ""
    return said("restarted", language, own=own.final_on, last=last_on, committed=last.committed_on)


def backstop_of(gaps: ReturnGaps, language: str) -> str:
    """The day of the right of ten years, when it is not the one that comes first; or that there is none."""
    offence = gaps.withdrawal.offence
    assert offence is not None
    assert offence.final_on is not None
    if gaps.fate.key in WITHOUT_DELAY_TO_BREAK:
        return ""
    if offence.offence_class in WITHOUT_TEN_YEARS:
        return said(f"no_backstop_{offence.offence_class}", language)
    ends_on, coming = end_of_ten_years(offence.final_on), gaps.fate.movement
    if coming is None or ends_on <= coming.on:
        return ""
    key = "backstop_one" if gaps.withdrawal.movement.points == -1 else "backstop_many"
    return said(key, language, on=ends_on, fact_on=gaps.of_withdrawal("fact_on"))


def never_held(points: int, standing: Standing, language: str) -> Missing:
    """The points that the licence was not given: in probation, since, or before the file was taken over."""
    words, lived = language_of(language), standing.lived
    coming = [m for m in lived.next if m.points > 0 and (m.cause.startswith("probation") or is_full(m))]
    told = [upcoming_parts(movement, standing, words) for movement in coming]
    articles = dict.fromkeys(cited for _sentence, cited in told)
    sentences = [sentence for sentence, _cited in told] or [said("none_foreseen", language)]
    return Missing("", points, why_never_held(lived, language), tuple(sentences), tuple(articles))


def why_never_held(lived: Statement, language: str) -> str:
    """Why the licence does not hold all its points, withdrawals apart."""
    carried = [movement.on for movement in lived.movements if movement.cause == "carried_over"]
    if carried and carried[-1] >= lived.obtained_on:
        return said("carried_over", language, on=carried[-1])
    return said("in_probation" if lived.ceiling < FULL else "not_earned", language)


def is_full(movement: Movement) -> bool:
    """Whether a movement brings the balance to 12."""
    return movement.balance == movement.ceiling == FULL


def upcoming_parts(movement: Movement, standing: Standing, words: Language) -> tuple[str, str]:
    """The sentence of a movement to come, and its articles."""
    ground = ground_of(movement, standing.again, standing.lived.on)
    key = because_key(ground)
    sentence = words.upcoming.get(key, words.because[key])
    gaps = Gaps(ground, words, condition(standing.lived, words))
    return words.typeset(f"{sentence.format_map(gaps)}."), words.typeset(sources(key, ground, words))


def said(key: str, language: str, **gaps: Day | str) -> str:
    """One sentence of the table, its gaps filled; a day in words."""
    words = language_of(language)
    filled = {name: words.day_words(gap) if isinstance(gap, int) else gap for name, gap in gaps.items()}
    return words.typeset(SENTENCES[language][key].format(**filled))
