"""The law in words: one plain sentence for each movement, duty, advice and status, in French or in English.

Sentences are looked up by a key (``choice``) in the tables of a language, and their gaps filled from the
dossier (``ground``, ``fields``). Nothing here decides anything: it tells what ``law.statement`` found.
"""

from typing import TYPE_CHECKING

from mespoints.law.days import Day
from mespoints.law.explain.advice import must_follow_one, pending_threat, stage_advice
from mespoints.law.explain.duties import (
    because_deadline,
    deadline_otherwise,
    deadline_title,
    deadline_to_do,
    status_words,
)
from mespoints.law.explain.language import language_of
from mespoints.law.explain.movements import because, cause_words, upcoming

if TYPE_CHECKING:
    from mespoints.law.acts import Dossier
    from mespoints.law.comparison import Outcome
    from mespoints.law.results import Statement
    from mespoints.law.suppositions import Scenario

__all__ = [
    "article_words",
    "because",
    "because_deadline",
    "cause_words",
    "day_words",
    "deadline_otherwise",
    "deadline_title",
    "deadline_to_do",
    "long_day",
    "must_follow_one",
    "outcome_words",
    "pending_threat",
    "points_words",
    "returns_of",
    "scenario_words",
    "stage_advice",
    "status_words",
    "upcoming",
]


def day_words(day: Day, language: str = "fr") -> str:
    """« 22 avril 2025 », "22 April 2025"."""
    return language_of(language).day_words(day)


def long_day(day: Day, language: str = "fr") -> str:
    """« mardi 22 avril 2025 », "Tuesday 22 April 2025"."""
    return language_of(language).long_day(day)


def points_words(count: int, language: str = "fr") -> str:
    """« 1 point », « 2 points »."""
    return language_of(language).points_words(count)


def article_words(article: str, language: str = "fr") -> str:
    """« art. L. 223-6 » out of ``L223-6``."""
    return language_of(language).article_words(article)


def returns_of(dossier: "Dossier", statement: "Statement", language: str = "fr") -> dict[str, str]:
    """For each offence withdrawn, what brings its points back and when, or why not yet."""
    from mespoints.law.explain.returning import returns_of  # seldom asked for, and the time to start is counted

    return returns_of(dossier, statement, language)


def scenario_words(scenario: "Scenario", dossier: "Dossier", language: str = "fr") -> str:
    """A short heading: « Si vous payez l'amende de l'infraction du 2 novembre 2024 le 5 décembre 2024 »."""
    from mespoints.law.explain.scenarios import scenario_words

    return scenario_words(scenario, dossier, language)


def outcome_words(outcome: "Outcome", dossier: "Dossier", on: Day, language: str = "fr") -> str:
    """What becomes of the licence in a scenario: one or two sentences, and what moves nothing with its reason."""
    from mespoints.law.explain.scenarios import outcome_words

    return outcome_words(outcome, dossier, on, language)
