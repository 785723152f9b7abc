"""What a language brings to the sentences: its dates, its numbers, and its sentences with their gaps.

One instance a language (``french.FRENCH``, ``english.ENGLISH``); only the one asked for is imported.
"""

from functools import cache

from mespoints.law.days import Day

Sentences = dict[str, str]

OTHER_CODES = {
    "CJA": "code de justice administrative",
    "CRPA": "code des relations entre le public et l'administration",
}
"""The codes other than the Code de la route, by what stands before their articles."""


class Language:
    """``because``, ``upcoming``, ``headings``, ``returns``, ``duties``, ``stages`` and ``statuses`` hold sentences
    with gaps in braces, by key (see ``choice``); the methods and the other tables fill the gaps.

    ``phrases``: for a number of points, its singular and its plural. ``facts``: how an offence became final, with its
    article; and the same with the word that joins it to its day.
    """

    durations: dict[int, str]
    facts: dict[str, tuple[str, str]]
    phrases: dict[str, tuple[str, str]]
    words: Sentences
    because: Sentences
    upcoming: Sentences
    headings: Sentences
    returns: Sentences
    duties: Sentences
    stages: Sentences
    statuses: Sentences

    def day_words(self, day: Day) -> str:
        """A day with its year."""
        raise NotImplementedError

    def long_day(self, day: Day) -> str:
        """A day with its weekday and its year."""
        raise NotImplementedError

    def two_days(self, first: Day, last: Day) -> str:
        """The days of a stage, as they follow its name."""
        raise NotImplementedError

    def is_plural(self, count: int) -> bool:
        """Whether a word that goes with a number takes its plural."""
        raise NotImplementedError

    def points_words(self, count: int) -> str:
        """A number of points; both languages spell them alike."""
        return f"{count} points" if self.is_plural(count) else f"{count} point"

    def article_words(self, article: str) -> str:
        """« art. L. 223-6 » out of ``L223-6``; English cites articles as French texts do, other codes by their name."""
        code, _, number = article.rpartition(" ")
        if code in OTHER_CODES:
            return f"{OTHER_CODES[code]}, {self.article_words(number)}"
        return f"art. {article[0]}. {article[1:]}" if article[1:2].isdigit() else f"art. {article}"

    def typeset(self, sentence: str) -> str:
        """The sentence with the spaces that its language wants."""
        return sentence


@cache
def language_of(code: str) -> Language:
    """The language with this code: "fr" or "en"."""
    if code == "en":
        from mespoints.law.explain.english import ENGLISH

        return ENGLISH
    assert code == "fr", code
    from mespoints.law.explain.french import FRENCH

    return FRENCH
