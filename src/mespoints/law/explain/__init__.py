"""The law in words: one plain sentence for each movement, duty, advice and status, in French or in English.

Sentences are looked up by a key (``choice``) in the tables of a language, and their gaps filled from the
dossier (``ground``, ``fields``). Nothing here decides anything: it tells what ``law.statement`` found.
"""

from mespoints.law.days import Day
from mespoints.law.explain.duties import (
    because_deadline,
    deadline_otherwise,
    deadline_title,
    deadline_to_do,
    stage_advice,
    status_words,
)
from mespoints.law.explain.language import language_of
from mespoints.law.explain.movements import because, cause_words, upcoming

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
    "points_words",
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
