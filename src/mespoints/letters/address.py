"""The address as the window of the envelope shows it: standard AFNOR NF Z10-011.

At most six lines of 38 characters: the addressee, what completes the place, the street, the postcode and the town; the
country last, when it is not France. Everything is in capitals, without accents, as the machines of the post read best.
Nothing is ever cut: an address that does not fit is a refusal with its reason, for somebody to look at.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mespoints.letters.capitals import TO_SPACE_ABROAD, capitals, without_signs
from mespoints.letters.countries import country_named

MOST_LINES = 6
MOST_CHARACTERS = 38
CIVILITIES = {"female": "MME", "male": "M"}

LOCALITY = re.compile(r"[0-9]{5} [A-Z0-9][A-Z0-9 ]*")
PLAIN = re.compile(r"[A-Z0-9'/ -]+")
"""Below the name a French address has none of these signs left; one abroad keeps those of its postcode and numbers."""

AT_HOME = "FRANCE"
EXPECTED = "un code postal de cinq chiffres suivi de la commune est attendu, ou un pays"


class AddressBlock(NamedTuple):
    """An address that fits the window, line by line, as it is printed."""

    lines: tuple[str, ...]


class AddressRefusal(NamedTuple):
    """Why an address does not fit. ``line``: its number in the block, 0 for the block as a whole.

    ``reason``: in French, for the agent who has to mend it; it repeats nothing of the address but the name of a country
    that is not known.
    """

    line: int
    reason: str


def address_block(
    sex: str, given_name: str, family_name: str, address: Sequence[str], usage_name: str = ""
) -> AddressBlock | AddressRefusal:
    """The block of a person at an address, or why it does not fit (NF Z10-011).

    ``address``: what comes below the name, the last line being « code postal, commune », or a country under its French
    name after an address in that country's own form (Universal Postal Union, S42). A name too long for one line takes
    two, the given name on the first.
    """
    below = lines_below(address)
    if not below:
        return AddressRefusal(0, "l'adresse est vide")
    lines = [*name_lines(sex, given_name, usage_name or family_name), *below]
    if len(lines) > MOST_LINES:
        return AddressRefusal(0, f"{len(lines)} lignes, {MOST_LINES} au plus")
    for place, line in enumerate(lines, 1):
        refusal = refuse_line(place, line)
        if refusal is not None:
            return refusal
    return checked_end(lines, len(below))


def lines_below(address: Sequence[str]) -> list[str]:
    """What is printed below the name: « France » is left out, another country is on the last line under its name."""
    filled = [line for line in address if without_signs(line)]
    country = country_named(filled[-1]) if filled else None
    if country is not None:
        return [*(capitals(line, TO_SPACE_ABROAD) for line in filled[:-1]), country.line]
    below = [without_signs(line) for line in filled]
    return below[:-1] if below[-1:] == [AT_HOME] else below


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


def checked_end(lines: list[str], below: int) -> AddressBlock | AddressRefusal:
    """The block when it ends with a town of France, or with a country after a town; or the refusal.

    ``below``: how many of the lines are the address.
    """
    place, last = len(lines), lines[-1]
    if LOCALITY.fullmatch(last):
        return AddressBlock(tuple(lines))
    if country_named(last) is not None:
        missing = AddressRefusal(place, f"ligne {place} : une ville est attendue avant le pays")
        return AddressBlock(tuple(lines)) if below > 1 else missing
    is_maybe_country = below > 1 and not has_digit(last) and has_digit(lines[-2])
    found = f"« {last} » n'est pas un pays de la liste ; " if is_maybe_country else ""
    return AddressRefusal(place, f"ligne {place} : {found}{EXPECTED}")


def has_digit(line: str) -> bool:
    """Whether a line holds a digit: what comes after a postcode, and has none, is meant for a country."""
    return any(character.isdigit() for character in line)
