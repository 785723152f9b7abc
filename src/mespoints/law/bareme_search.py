"""Finding an offence in the barème with the words of a person: no accents, capitals or hyphens needed."""

import re
import unicodedata

from mespoints.law.bareme import all_rows
from mespoints.law.bareme_rows import BaremeRow
from mespoints.law.bareme_words import label_of_row
from mespoints.law.days import Day

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
HYPHEN = re.compile("[-\u2010\u2011\u2012\u2013]")
HYPHEN_OF_NUMBER = re.compile(rf"(?<=\d){HYPHEN.pattern}(?=\d)")

WHOLE, BEGINNING, ELSEWHERE, NOT_FOUND = range(4)
"""How well a word was found, best first: a code or a word of the label; the beginning of one or of the article."""


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
    return [WHOLE if word in row.natinf else rank_of_word(word, article, label, paragraph) for word in asked]


def rank_of_word(word: str, article: str, label: str, paragraph: list[str]) -> int:
    """How well a word is found in what is not a code; ``article`` is tried with its letter and without."""
    tokens = label.split()
    if word in tokens:
        return WHOLE
    if article.startswith(word) or article[1:].startswith(word):
        return BEGINNING
    if word.isdigit():
        return ELSEWHERE if word in paragraph else NOT_FOUND
    if any(token.startswith(word) for token in tokens):
        return BEGINNING
    return ELSEWHERE if word in label or word in article or word in paragraph else NOT_FOUND


def spelled_both_ways(label: str) -> str:
    """A label with its words apart, then with those that a hyphen joins in one: demi tour and demitour."""
    return f"{folded(label)} {folded(HYPHEN.sub('', label))}"


def folded(text: str) -> str:
    """The letters and digits of a text: small, without accents, the hyphens of numbers dropped, the rest as spaces."""
    number = HYPHEN_OF_NUMBER.sub("", text.casefold().translate(LIGATURES))
    kept = (letter for letter in unicodedata.normalize("NFKD", number) if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in kept)
