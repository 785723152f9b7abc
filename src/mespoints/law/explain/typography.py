"""Where a line of French may not end: the no-break spaces of a sentence, for whoever lays it out."""

import re

NO_BREAK = "\u00a0"
JOINER = "\u2060"
BOUND = re.compile(
    r" (?:(?<=\d )(?=points?\b|euros\b|\d{3}\b|[A-Za-zéû]{3,9} \d{4}\b)"
    r"|(?<=art\. )|(?<=[DLR]\. )(?=\d)|(?<=al\. )(?=\d)|(?<=para\. )(?=\d)|(?=[?!:;»])|(?<=« ))"
)
"""The spaces of « art. L. 223-6, al. 2 », « 4 points », « 7 500 euros », « 3 mars 2027 », and of French signs."""

ARTICLE = re.compile(rf"\.{NO_BREAK}\d{{3}}(?:-\d+)+")
"""The number of an article, once its letter is bound to it: browsers break « 223-8 » after its hyphen."""


def unbroken(text: str) -> str:
    """The text, of which no line ends inside an article, a number and what it counts, or a day and its month."""
    return ARTICLE.sub(joined, BOUND.sub(NO_BREAK, text))


def joined(article: re.Match[str]) -> str:
    """« 223-3-1 » with what keeps its lines whole after each hyphen; it is neither seen nor searched for."""
    return article[0].replace("-", f"-{JOINER}")
