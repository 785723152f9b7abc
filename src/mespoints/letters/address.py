"""The address as the window of the envelope shows it: standard AFNOR NF Z10-011.

At most six lines of 38 characters: the addressee, what completes the place, the street, the postcode and the town.
Everything is in capitals, without accents, as the machines of the post read best. Nothing is ever cut: an address
that does not fit is a refusal with its reason, for somebody to look at.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

MOST_LINES = 6
MOST_CHARACTERS = 38
CIVILITIES = {"female": "MME", "male": "M"}

WRITTEN_IN_TWO = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O"})
"""The letters that are no plain letter with an accent."""

TO_SPACE = str.maketrans(dict.fromkeys('.,;:()"/_°º«»&*\N{NO-BREAK SPACE}\t', " "))
JOINING = str.maketrans(dict.fromkeys("-'’", " "))
"""Punctuation that the standard allows inside a name, and not from the street on."""

LOCALITY = re.compile(r"[0-9]{5} [A-Z0-9][A-Z0-9 ]*")
PLAIN = re.compile(r"[A-Z0-9' -]+")


class AddressBlock(NamedTuple):
    """An address that fits the window, line by line, as it is printed."""

    lines: tuple[str, ...]


class AddressRefusal(NamedTuple):
    """Why an address does not fit. ``line``: its number in the block, 0 for the block as a whole.

    ``reason``: in French, for the agent who has to mend it; it repeats nothing of the address.
    """

    line: int
    reason: str


def address_block(
    sex: str, given_name: str, family_name: str, address: Sequence[str], usage_name: str = ""
) -> AddressBlock | AddressRefusal:
    """The block of a person at an address in France, or why it does not fit (NF Z10-011).

    ``address``: what comes below the name, the last line being « code postal, commune ». A name too long for one line
    takes two, the given name on the first.
    """
    below = [line for line in map(without_signs, address) if line]
    if not below:
        return AddressRefusal(0, "l'adresse est vide")
    lines = [*name_lines(sex, given_name, usage_name or family_name), *below]
    if len(lines) > MOST_LINES:
        return AddressRefusal(0, f"{len(lines)} lignes, {MOST_LINES} au plus")
    for place, line in enumerate(lines, 1):
        refusal = refuse_line(place, line)
        if refusal is not None:
            return refusal
    return checked_locality(lines)


def name_block(sex: str, given_name: str, family_name: str, usage_name: str = "") -> AddressBlock:
    """The name alone, for a letter that goes through no window."""
    return AddressBlock(tuple(name_lines(sex, given_name, usage_name or family_name)))


def name_lines(sex: str, given_name: str, name: str) -> list[str]:
    """« MME CAMILLE ROUSSEL » on one line, or on two when it is too long."""
    first, last = f"{CIVILITIES[sex]} {capitals(given_name)}", capitals(name)
    whole = f"{first} {last}"
    return [whole] if len(whole) <= MOST_CHARACTERS else [first, last]


def refuse_line(place: int, line: str) -> AddressRefusal | None:
    """Why one line does not fit, or None."""
    if len(line) > MOST_CHARACTERS:
        return AddressRefusal(place, f"ligne {place} : {len(line)} caractères, {MOST_CHARACTERS} au plus")
    if not PLAIN.fullmatch(line):
        return AddressRefusal(place, f"ligne {place} : un caractère n'est ni une lettre latine ni un chiffre")
    return None


def checked_locality(lines: list[str]) -> AddressBlock | AddressRefusal:
    """The block when its last line is a postcode and a town of France, or the refusal."""
    if not LOCALITY.fullmatch(lines[-1]):
        reason = f"ligne {len(lines)} : un code postal de cinq chiffres suivi de la commune est attendu"
        return AddressRefusal(len(lines), reason)
    return AddressBlock(tuple(lines))


def capitals(text: str) -> str:
    """The text in capitals without accents, its words one space apart; hyphens and apostrophes stay."""
    decomposed = unicodedata.normalize("NFD", text.translate(WRITTEN_IN_TWO).translate(TO_SPACE))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.replace("’", "'").upper().split())


def without_signs(text: str) -> str:
    """The same without any punctuation: the lines below the name."""
    return " ".join(capitals(text).translate(JOINING).split())
