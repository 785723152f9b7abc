"""Names as two administrations write them, brought to one spelling. Nothing approximate: equal or not."""

import unicodedata
from collections.abc import Sequence

# Letters that NFKD leaves whole; upper() makes SS of ß.
_LIGATURES = str.maketrans({"Œ": "OE", "Æ": "AE", "œ": "OE", "æ": "AE", "ẞ": "SS"})


def name_key(name: str) -> str:
    """The letters of a name alone: no accent, apostrophe, hyphen, dot or space, in capitals.

    N'DIAYE, N DIAYE and NDIAYE give one key, so do LE-GALL and LEGALL.
    """
    letters = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).upper()
    return "".join(letter for letter in letters if letter.isalnum())


def same_name(one: str, other: str) -> bool:
    """Whether two family names are the same; an empty name is the same as nothing."""
    key = name_key(one)
    return bool(key) and key == name_key(other)


def same_given_names(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both lists hold the same names in the same order, however they are split."""
    key = "".join(map(name_key, one))
    return bool(key) and key == "".join(map(name_key, other))


def given_names_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the first given name is the same and one list begins the other.

    Registers often hold only the first name, and JEAN PIERRE where another has JEAN-PIERRE.
    """
    return _begins(one, other) or _begins(other, one)


def _begins(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the whole of ``short`` is some leading names of ``long``, cut between two names."""
    return any(same_given_names(short, long[:count]) for count in range(1, len(long) + 1))
