"""Finding an offence in the barème with the words of a person: no accents, capitals or hyphens needed."""

import re
import unicodedata

from mespoints.law.bareme import all_rows
from mespoints.law.bareme_rows import BaremeRow
from mespoints.law.bareme_words import label_of_row
from mespoints.law.days import Day

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
HYPHEN = re.compile("[-\u2010\u2011\u2012\u2013]")
HYPHEN_OF_NUMBER = re.compile(rf"(?<=\d){HYPHEN.pattern}(?=\d)")

EXACT, WHOLE_WORD, BEGINNING, INSIDE, PARAGRAPH = range(5)
"""How well a word was found, best first: a code or an article, a word of the label, a part of one, a paragraph."""
NOT_FOUND = 99


def search_bareme(words: str, on: Day, language: str = "fr") -> list[BaremeRow]:
    """The rows that hold on a day and contain all the words, best first; all those of the day without words.

    A word is looked for in the label, the article, the paragraph and the NATINF codes. A number is matched whole, or
    as the beginning of an article's: ``20`` is not found in 2001.
    """
    asked = folded(words).split()
    ranked = [(ranks_of_row(row, asked, language), row) for row in all_rows() if row.holds_on(on)]
    found = [(sum(ranks), row) for ranks, row in ranked if NOT_FOUND not in ranks]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def ranks_of_row(row: BaremeRow, asked: list[str], language: str) -> list[int]:
    """How well each word is found in a row."""
    article = folded(row.article).replace(" ", "")
    label, paragraph = spelled_both_ways(label_of_row(row, language)), folded(row.paragraph).split()
    return [
        EXACT if word in row.natinf or word in (article, article[1:]) else rank_of_word(word, article, label, paragraph)
        for word in asked
    ]


def rank_of_word(word: str, article: str, label: str, paragraph: list[str]) -> int:
    """How well a word is found in what is not a code."""
    tokens = label.split()
    if word in tokens:
        return WHOLE_WORD
    if article[1:].startswith(word):
        return BEGINNING
    if not word.isdigit():
        if any(token.startswith(word) for token in tokens) or article.startswith(word):
            return BEGINNING
        if word in label or word in article:
            return INSIDE
    return PARAGRAPH if word in paragraph else NOT_FOUND


def spelled_both_ways(label: str) -> str:
    """A label with its words apart, then with those that a hyphen joins in one: demi tour and demitour."""
    return f"{folded(label)} {folded(HYPHEN.sub('', label))}"


def folded(text: str) -> str:
    """The letters and digits of a text: small, without accents, the hyphens of numbers dropped, the rest as spaces."""
    number = HYPHEN_OF_NUMBER.sub("", text.translate(LIGATURES))
    plain = unicodedata.normalize("NFKD", number).casefold()
    kept = (letter for letter in plain if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in kept)
