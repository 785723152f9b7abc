"""What a language brings to the sentences: its dates, its numbers, and its sentences with their gaps.

One instance a language (``french.FRENCH``, ``english.ENGLISH``); only the one asked for is imported.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from mespoints.law.days import Day

Sentences = dict[str, str]


class Language(NamedTuple):
    """``because``, ``upcoming``, ``headings``, ``duties``, ``stages`` and ``statuses`` hold sentences with gaps
    in braces, by key (see ``choice``); the functions and the other tables fill the gaps.

    ``phrases``: for a number of points, its singular and its plural. ``facts``: how an offence became final, with its
    article and the word that joins it to its day.
    """

    day_words: Callable[[Day], str]
    long_day: Callable[[Day], str]
    two_days: Callable[[Day, Day], str]
    points_words: Callable[[int], str]
    is_plural: Callable[[int], bool]
    article_words: Callable[[str], str]
    typeset: Callable[[str], str]
    durations: dict[int, str]
    facts: dict[str, tuple[str, str]]
    phrases: dict[str, tuple[str, str]]
    words: Sentences
    because: Sentences
    upcoming: Sentences
    headings: Sentences
    duties: Sentences
    stages: Sentences
    statuses: Sentences


@cache
def language_of(code: str) -> Language:
    """The language with this code: "fr" or "en"."""
    if code == "en":
        from mespoints.law.explain.english import ENGLISH

        return ENGLISH
    assert code == "fr", code
    from mespoints.law.explain.french import FRENCH

    return FRENCH
