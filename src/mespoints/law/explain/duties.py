"""The sentences of a duty, and of the status of a licence."""

from mespoints.law.acts import Act, Dossier, Lettre48N, Lettre48SI, Suspension, TitleSurrendered
from mespoints.law.days import Day, add_months
from mespoints.law.explain.citing import DETAILS_OF_DUTY, cite
from mespoints.law.explain.ground import find_act
from mespoints.law.explain.language import Language, language_of
from mespoints.law.explain.movements import has_foreign_licence
from mespoints.law.invalidation import DECRET_2003_642, LETTRE_48SI_FROM, months_before_new_licence
from mespoints.law.results import Deadline, Statement


def because_deadline(deadline: Deadline, dossier: Dossier, language: str = "fr") -> str:
    """One sentence that says what a duty is, when it ends and what opened it, with its articles."""
    words = language_of(language)
    opened_on = opening_day(find_act(dossier, deadline.act))
    sentence = duty_sentence(deadline, dossier, "because", words)
    articles = cite(deadline.articles, DETAILS_OF_DUTY[deadline.duty], opened_on, words)
    filled = sentence.format(long_on=words.long_day(deadline.on), opened=words.day_words(opened_on))
    return words.typeset(f"{filled} ({articles}).")


def deadline_title(deadline: Deadline, language: str = "fr") -> str:
    """The name of a duty."""
    words = language_of(language)
    return words.typeset(words.duties[f"{deadline.duty}.title"])


def deadline_to_do(deadline: Deadline, language: str = "fr") -> str:
    """What to do, with the last day in full letters."""
    words = language_of(language)
    return words.typeset(words.duties[f"{deadline.duty}.to_do"].format(long_on=words.long_day(deadline.on)))


def deadline_otherwise(deadline: Deadline, dossier: Dossier, language: str = "fr") -> str:
    """What happens otherwise; for a new licence, which tests are to be taken again."""
    words = language_of(language)
    sentence = duty_sentence(deadline, dossier, "otherwise", words)
    if deadline.duty == "new_licence":
        until = theory_only_until(opening_day(find_act(dossier, deadline.act)))
        if until is None:
            return words.typeset(words.duties["new_licence_after_a_year.otherwise"])
        sentence = sentence.format(until=words.long_day(until))
    return words.typeset(sentence)


def theory_only_until(surrendered_on: Day) -> Day | None:
    """The last day to ask for a new licence with the theory test alone, after six months of wait; None: never."""
    from mespoints.law import relicensing  # seldom asked for, and the time to start is counted

    may_ask_on = relicensing.first_day_to_ask(surrendered_on, months_before_new_licence(surrendered_on, 0))
    return relicensing.last_day_for_theory_only(relicensing.INVALIDATION, may_ask_on) or None


def duty_sentence(deadline: Deadline, dossier: Dossier, part: str, words: Language) -> str:
    """A sentence about a duty, that of the rule in force when the duty began."""
    of_its_time = f"{deadline.duty}{variant_of_duty(deadline, dossier)}.{part}"
    return words.duties.get(of_its_time, words.duties[f"{deadline.duty}.{part}"])


def variant_of_duty(deadline: Deadline, dossier: Dossier) -> str:
    """The delays that were other before 2004 and 2008, and the year that a second loss costs."""
    opened_on = opening_day(find_act(dossier, deadline.act))
    if deadline.duty == "mandatory_stage" and opened_on < DECRET_2003_642:
        return "_before_2004"
    if deadline.duty == "restitution" and opened_on < LETTRE_48SI_FROM:
        return "_before_2008"
    if deadline.duty == "new_licence" and deadline.on == add_months(opened_on, 12):
        return "_after_a_year"
    return ""


def opening_day(act: Act | None) -> Day:
    """The day of the letter, or of the surrender, that opened a duty."""
    if isinstance(act, TitleSurrendered):
        return act.on
    assert isinstance(act, Lettre48N | Lettre48SI)
    return act.notified_on


def status_words(statement: Statement, dossier: Dossier, language: str = "fr") -> str:
    """The status of the licence in words; a running suspension with its last day."""
    words = language_of(language)
    key, until = statement.status, suspended_until(dossier, statement.on)
    if key == "zero" and has_foreign_licence(statement):
        key = "zero_foreign"
    elif key == "zero" and until is not None:
        key = "zero_suspended"
    return words.typeset(words.statuses[key].format(until="" if until is None else words.day_words(until)))


def suspended_until(dossier: Dossier, on: Day) -> Day | None:
    """The last day of the suspensions that follow one another from a day on; None when there is none."""
    until = None
    for act in sorted((act for act in dossier.acts if isinstance(act, Suspension)), key=lambda act: act.from_on):
        if act.to_on >= on and act.from_on <= (on if until is None else until + 1):
            until = act.to_on if until is None else max(until, act.to_on)
    return until
