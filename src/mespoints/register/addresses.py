"""The département of an address: the préfecture that follows its holder."""

import re
from collections.abc import Sequence

from mespoints.law.holds import Holds
from mespoints.register.civil_status import take_matching

CORSICA_SOUTH = ("200", "201")
OVERSEAS = ("97", "98")
NUMBER = re.compile(r"0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[4678]")

DEPARTEMENT = Holds(take_matching(NUMBER), "le numéro d'un département ou d'une collectivité")


def departement_of(lines: Sequence[str]) -> str:
    """The département of the postcode on the last line, or before « France »; empty when there is none."""
    town = lines[-2:-1] if lines and is_france(lines[-1]) else lines[-1:]
    postcode = town[0][:5] if town else ""
    if not (len(postcode) == 5 and postcode.isascii() and postcode.isdigit()):
        return ""
    if postcode.startswith("20"):
        return "2A" if postcode.startswith(CORSICA_SOUTH) else "2B"
    return postcode[:3] if postcode.startswith(OVERSEAS) else postcode[:2]


def is_france(line: str) -> bool:
    """Whether a line is the name of the country alone."""
    return "".join(filter(str.isalpha, line)).upper() == "FRANCE"


def departement_told(given: str, lines: Sequence[str], before: str) -> str:
    """The département of an address: the one that is told, else that of its postcode, else the one before."""
    found = given or departement_of(lines)
    return found if NUMBER.fullmatch(found) else before
