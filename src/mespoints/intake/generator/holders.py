"""The holder of an invented licence."""

import random
from typing import Any

from mespoints.intake.generator.names import FAMILY_NAMES, given_names_of
from mespoints.intake.generator.places import FRANCE, INHABITANTS, OTHER_COUNTRIES, STREETS, TOWNS, Town
from mespoints.law.days import Day, iso, year_month_day

OLDEST = 92
LONGEST_HELD = 60
BORN_ELSEWHERE = 0.09
BIRTH_DAY_UNKNOWN = 0.002
HAS_ADDRESS_ON_LINE = 0.35
DAYS_A_YEAR = 365.25
HOW_MANY_NAMES = (1, 1, 1, 2, 2, 2, 2, 2, 3, 3)


def days_of_life(chance: random.Random, on: Day) -> tuple[Day, Day]:
    """The day of birth and that of the first licence, seen on a day: most are 18 to 25 then, none is over 92 now."""
    held = LONGEST_HELD * chance.random() ** 1.15
    age = 18 + min(chance.expovariate(0.3), OLDEST - 18 - held, 40)
    obtained_on = on - int(held * DAYS_A_YEAR) - 1
    return obtained_on - int(age * DAYS_A_YEAR) - 1, obtained_on


def holder_of(chance: random.Random, born_on: Day, number: int) -> dict[str, Any]:
    """The ``holder`` of ``intake/1``."""
    sex = "female" if chance.random() < 0.48 else "male"
    year = year_month_day(born_on)[0]
    given_names = chance.sample(given_names_of(year, sex), chance.choice(HOW_MANY_NAMES))
    family_name = chance.choice(FAMILY_NAMES)
    home = town_of(chance)
    holder: dict[str, Any] = {"family_name": family_name, "given_names": given_names, "sex": sex}
    if sex == "female" and chance.random() < 0.35:
        holder["usage_name"] = chance.choice(FAMILY_NAMES)
    holder |= birth_of(chance, born_on)
    street = f"{chance.randrange(1, 200)} {chance.choice(STREETS)}"
    holder |= {"address": [street, f"{home.postal_code} {home.name}"], "departement": home.departement}
    if chance.random() < HAS_ADDRESS_ON_LINE:
        holder["email"] = f"titulaire.{number}@example.org"
    return holder


def birth_of(chance: random.Random, born_on: Day) -> dict[str, str]:
    """Where and when, as the civil status says it."""
    birth_date = iso(born_on)
    if chance.random() < BORN_ELSEWHERE:
        day = birth_date[:8] + "00" if chance.random() < BIRTH_DAY_UNKNOWN / BORN_ELSEWHERE else birth_date
        return {"birth_date": day, "birth_place": "", "birth_country": chance.choice(OTHER_COUNTRIES)}
    town = town_of(chance)
    return {"birth_date": birth_date, "birth_place": town.insee, "birth_country": FRANCE}


def town_of(chance: random.Random) -> Town:
    """A town, the more often the more people live there."""
    return chance.choices(TOWNS, cum_weights=INHABITANTS)[0]
