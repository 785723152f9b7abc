"""Text as the envelope shows it: capitals without accents, which the machines of the post read best."""

import unicodedata

WRITTEN_IN_TWO = str.maketrans({
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "\N{LATIN SMALL LETTER DOTLESS I}": "i",
})  # fmt: skip
"""The letters that are no plain letter with an accent."""

SPACED = '.,;:()"/_°º«»&*\N{NO-BREAK SPACE}\t'
TO_SPACE = str.maketrans(dict.fromkeys(SPACED, " "))
TO_SPACE_ABROAD = str.maketrans(dict.fromkeys(SPACED.replace("/", ""), " "))
"""A number of a street may hold a stroke: « 3/5 »."""
JOINING = str.maketrans(dict.fromkeys("-'’", " "))
"""Punctuation that the standard allows inside a name, and not from the street on."""


def capitals(text: str, to_space: dict[int, str] = TO_SPACE) -> str:
    """The text in capitals without accents, its words one space apart; hyphens and apostrophes stay."""
    decomposed = unicodedata.normalize("NFD", text.translate(WRITTEN_IN_TWO).translate(to_space))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.replace("’", "'").upper().split())


def without_signs(text: str) -> str:
    """The same without any punctuation: the lines below the name."""
    return " ".join(capitals(text).translate(JOINING).split())
