"""Days and places of birth as FranceConnect and the register hold them.

A place is the code officiel géographique (COG) of a commune, or only a country (99xxx). What this module cannot
map is UNMAPPED, never EQUAL: the person is then asked for the NEPH. INSEE's tables of commune and country events
are not loaded; the few families of codes below are those that many living people bear.
"""

import re
from enum import Enum

FRANCE = "99100"
ALGERIA = "99352"

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_COG = re.compile(r"(2[AB]|\d{2})\d{3}")
# Communes born in by arrondissement: code of the town, first and last code of its arrondissements.
_TOWNS = (("75056", 75101, 75120), ("69123", 69381, 69389), ("13055", 13201, 13216))
_CORSICA = ("20", "2A", "2B")
# Seine and Seine-et-Oise were split into these on 1 January 1968.
_AROUND_PARIS = ("75", "78", "91", "92", "93", "94", "95")
_BEFORE_THE_SPLIT = "1968"
# The French departments of Algeria, whose codes were given anew to the departments around Paris.
_FRENCH_ALGERIA = ("91", "92", "93", "94")
_INDEPENDENCE = "1963"


class Place(Enum):
    """How two places of birth compare."""

    EQUAL = "equal"
    CONTRADICTED = "contradicted"
    UNMAPPED = "unmapped"


def known_date(birthdate: str, idp_birthdate: str) -> str | None:
    """The day of birth with its unknown parts as 00; ``None`` when the claim is not a date.

    FranceConnect fills an unknown day or month with 01 in ``birthdate``; ``idp_birthdate`` says so.
    Without it, 1970-01-01 is a real day.
    """
    if len(birthdate) != 10 or not _DATE.fullmatch(birthdate):
        return None
    year, month, day = birthdate.split("-")
    raw = idp_birthdate if _DATE.fullmatch(idp_birthdate) else birthdate
    raw_year, raw_month, raw_day = [*raw.split("-"), "00", "00"][:3]
    if raw_year != year:
        return birthdate
    if raw_month == "00" and month == day == "01":
        return f"{year}-00-00"
    if raw_month == month and raw_day == "00" and day == "01":
        return f"{year}-{month}-00"
    return birthdate


def register_dates(birth_date: str) -> tuple[str, ...]:
    """The days of birth that a register may hold for a person born on ``birth_date``: equal, or known in part.

    An unknown part of ``birth_date`` may stand as 01 in a register that filled it.
    """
    year, month, _ = birth_date.split("-")
    dates = (birth_date, birth_date.replace("-00", "-01"), f"{year}-{month}-00", f"{year}-00-00")
    return tuple(dict.fromkeys(dates))


def is_whole(birth_date: str) -> bool:
    """Whether day, month and year are all known."""
    return not birth_date.endswith("-00")


def compare_places(place: str, country: str, other_place: str, other_country: str, birth_date: str) -> Place:
    """How two places of birth compare, each a commune (in France) or a country."""
    if place and other_place:
        return _compare_communes(place, other_place, birth_date)
    if not country or not other_country:
        return Place.UNMAPPED
    if country == other_country:
        # The country alone says it all abroad; in France a commune is missing.
        return Place.UNMAPPED if country == FRANCE else Place.EQUAL
    if FRANCE not in (country, other_country):
        return Place.UNMAPPED
    return _compare_with_abroad(place or other_place, {country, other_country}, birth_date)


def _compare_communes(cog: str, other: str, birth_date: str) -> Place:
    """Two communes: the same code, the same town, the same Corsican commune, or not known to be one."""
    if not (_COG.fullmatch(cog) and _COG.fullmatch(other)):
        return Place.UNMAPPED
    if cog == other or _town(cog) == other or _town(other) == cog:
        return Place.EQUAL
    here, there = cog[:2], other[:2]
    if here in _CORSICA and there in _CORSICA:
        return Place.EQUAL if "20" in (here, there) and cog[2:] == other[2:] else Place.UNMAPPED
    split = here in _AROUND_PARIS and there in _AROUND_PARIS and birth_date < _BEFORE_THE_SPLIT
    # Within one department the two communes may have merged: the tables would tell.
    return Place.UNMAPPED if here == there or split else Place.CONTRADICTED


def _town(cog: str) -> str | None:
    """The town whose arrondissement bears this code."""
    if not cog.isdigit():
        return None
    return next((town for town, first, last in _TOWNS if first <= int(cog) <= last), None)


def _compare_with_abroad(cog: str, countries: set[str], birth_date: str) -> Place:
    """France on one side, a country on the other: only French Algeria may be both."""
    algerian = ALGERIA in countries and birth_date < _INDEPENDENCE
    return Place.UNMAPPED if algerian and (not cog or cog[:2] in _FRENCH_ALGERIA) else Place.CONTRADICTED
