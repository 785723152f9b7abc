"""When the printing house produces what it is given: on a working day, before the hour at which it closes its day."""

from datetime import date

from mespoints.law.days import weekday
from mespoints.law.holidays import SATURDAY, is_holiday
from mespoints.law.letter_forms import ACKNOWLEDGED, REGISTERED, letter_form
from mespoints.law.letters import LETTER_NAMES
from mespoints.letters.countries import FRANCE

FRANKINGS = {REGISTERED: "recommande", ACKNOWLEDGED: "recommande_ar"}
SIMPLE_FRANKING = "lettre_verte"
"""The classes of franking, as the manifest names them."""

REGISTERED_ABROAD = "recommande_inter"
SIMPLE_ABROAD = "lettre_inter"
"""Those of letters that leave France: registered, the international letter always has an avis de réception here."""

NO_FRANKING = "depot"
"""Instead of one, for a letter that is deposited on a compte personnel."""


def production_day(on: date, *, is_closed: bool) -> date:
    """The day on which what is given now is produced: the next working day once the day is closed, or is none."""
    day = on.toordinal() + (1 if is_closed else 0)
    while weekday(day) >= SATURDAY or is_holiday(day, "metropole"):
        day += 1
    return date.fromordinal(day)


def franking_of(letter: str, on: date, country: str = FRANCE) -> str:
    """The class of franking of a letter posted on a day (art. R. 223-3, III, R. 223-4, I, and L. 223-10, II).

    ``country``: where it goes; ``letter``: of another kind than those that movements owe, it is simple.
    """
    form = letter_form(LETTER_NAMES.index(letter), on.toordinal()) if letter in LETTER_NAMES else 0
    if country != FRANCE:
        return REGISTERED_ABROAD if form in FRANKINGS else SIMPLE_ABROAD
    return FRANKINGS.get(form, SIMPLE_FRANKING)


def is_registered(franking: str) -> bool:
    """Whether a class of franking is registered, so that the post tells what becomes of the letter."""
    return franking == REGISTERED_ABROAD or franking in FRANKINGS.values()
