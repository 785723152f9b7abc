"""The sentences of a movement: why it happened, how it is to come, and its short heading."""

from mespoints.law import reasons
from mespoints.law.acts import Dossier
from mespoints.law.days import Day
from mespoints.law.explain.choice import because_key
from mespoints.law.explain.citing import CODE_OF_2001, DETAILS, Detail, cite
from mespoints.law.explain.decisions import Decision, decision_on
from mespoints.law.explain.fields import Gaps
from mespoints.law.explain.ground import MONTHS_OF_FULL_DELAY, Ground, ground_of, start_of_full_delay
from mespoints.law.explain.headings import HEADINGS
from mespoints.law.explain.labels import label_of
from mespoints.law.explain.language import Language, language_of
from mespoints.law.results import Movement, Statement
from mespoints.law.stage import LOI_2011_267_STAGES

OF_FOREIGN_LICENCE = (reasons.OBTAINED_BY_FOREIGN_HOLDER, reasons.POINTS_AFTER_BAN)
OPENINGS = (
    *OF_FOREIGN_LICENCE,
    reasons.OBTAINED_WITH_6,
    reasons.OBTAINED_WITH_12,
    reasons.FRENCH_LICENCE_SAME_POINTS,
    reasons.FRENCH_LICENCE_IN_PROBATION,
)
OF_ONE_POINT = (reasons.ONE_POINT_BACK, reasons.ONE_POINT_INTERRUPTED, reasons.ONE_POINT_AT_CEILING)


def because(movement: Movement, dossier: Dossier, language: str = "fr") -> str:
    """One sentence that says why a movement happened, with its articles and the decision that settles it."""
    words = language_of(language)
    ground = ground_of(movement, dossier)
    key = because_key(ground)
    return finish(words.because[key], key, Gaps(ground, words))


def upcoming(movement: Movement, dossier: Dossier, statement: Statement, language: str = "fr") -> str:
    """The same for a movement still to come, with the condition under which it comes.

    A movement that has no sentence of its own in the future (none that the law brings by itself) is told as it is.
    """
    words = language_of(language)
    ground = ground_of(movement, dossier, statement.on)
    key = because_key(ground)
    if key not in words.upcoming:
        return because(movement, dossier, language)
    return finish(words.upcoming[key], key, Gaps(ground, words, condition(statement, words)))


def condition(statement: Statement, words: Language) -> str:
    """No offence until then; the forecast leaves aside the loss still to come and the pending offences."""
    conditions = [words.words["no_offence"]]
    if statement.status == "zero":
        conditions.append(words.words["no_ban" if has_foreign_licence(statement) else "no_letter"])
    if statement.pending:
        conditions.append(words.words["no_pending"])
    *first, last = conditions
    return f"{', '.join(first)} {words.words['and']} {last}" if first else last


def has_foreign_licence(statement: Statement) -> bool:
    """Whether the licence held is one of another State: its holder is banned from driving, not sent a 48SI."""
    openings = [movement.reason for movement in statement.movements if movement.reason in OPENINGS]
    return openings[-1] in OF_FOREIGN_LICENCE


def finish(sentence: str, key: str, gaps: Gaps) -> str:
    """Fill the gaps, add the articles, the decision and the full stop."""
    return gaps.language.typeset(f"{sentence.format_map(gaps)} ({sources(key, gaps.ground, gaps.language)}).")


def sources(key: str, ground: Ground, language: Language) -> str:
    """The articles of a sentence, and the decision that settles it; no decision is about the former code.

    That points wait for the end of probation is the last alinéa of art. L. 223-1, since the law of 14 March 2011.
    """
    cited, details = ground.movement.articles, details_of(ground)
    if key == "full_back_after_probation" and ground.movement.on >= LOI_2011_267_STAGES:
        cited, details = (*cited, "L223-1"), details | {"L223-1": language.words["last_alinea"]}
    articles = cite(cited, details, version_day(ground), language)
    decision = decision_on(key, ground) if ground.movement.on >= CODE_OF_2001 else None
    return articles if decision is None else with_decision(articles, decision, language)


def with_decision(articles: str, decision: Decision, language: Language) -> str:
    """« art. L. 223-6, al. 2 ; Conseil d'État, 21 novembre 2016, n° 392555 »."""
    return language.words["articles_and_decision"].format(articles=articles, decision=decision.words(language))


def details_of(ground: Ground) -> dict[str, Detail]:
    """The alinéa or paragraph of each article."""
    return DETAILS.get(ground.movement.reason, {})


def version_day(ground: Ground) -> Day:
    """The day that selects the version of the text: the réalité of the offence for the delays that it opened."""
    movement, offence = ground.movement, ground.offence
    if movement.on < CODE_OF_2001:
        return movement.on
    if movement.reason in OF_ONE_POINT and offence is not None and offence.final_on is not None:
        return max(CODE_OF_2001, offence.final_on)
    if movement.reason in MONTHS_OF_FULL_DELAY:
        return max(CODE_OF_2001, start_of_full_delay(ground)[0])
    return movement.on


def cause_words(movement: Movement, dossier: Dossier, language: str = "fr") -> str:
    """A short heading: what happened, in a few words; an offence by its label."""
    words = language_of(language)
    ground = ground_of(movement, dossier)
    heading = HEADINGS[movement.reason]
    if heading == "offence" and ground.offence is not None:
        label = label_of(ground.offence, language)
        if label is not None:
            return label
    if heading == "obtained" and ground.act is not None:
        heading = "obtained_again"
    return words.typeset(words.headings[heading].format_map(Gaps(ground, words)))
