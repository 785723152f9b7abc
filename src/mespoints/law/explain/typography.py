"""Where a line of French may not end: the no-break spaces of a sentence, for whoever lays it out."""

import re

NO_BREAK = "\u00a0"
BOUND = re.compile(
    r" (?:(?<=\d )(?=points?\b|euros\b|\d{3}\b|[A-Za-zéû]{3,9} \d{4}\b)"
    r"|(?<=art\. )|(?<=[DLR]\. )(?=\d)|(?<=al\. )(?=\d)|(?<=para\. )(?=\d)|(?=[?!:;»])|(?<=« ))"
)
"""The spaces of « art. L. 223-6, al. 2 », « 4 points », « 7 500 euros », « 3 mars 2027 », and of French signs."""


def unbroken(text: str) -> str:
    """The text, of which no line ends inside an article, a number and what it counts, or a day and its month."""
    return BOUND.sub(NO_BREAK, text)
