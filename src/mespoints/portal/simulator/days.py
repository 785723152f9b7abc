"""A day as people type it, the day first: 12/06/2015, 12.6.2015, 12062015, 12 juin 2015, 2015-06-12."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mespoints.law.days import Day, year_month_day
from mespoints.law.explain.english import MONTHS as ENGLISH_MONTHS
from mespoints.law.explain.french import MONTHS as FRENCH_MONTHS
from mespoints.law.holds import take_day

LONGEST = 40
BETWEEN = re.compile(r"[\s./,\-]+")
EIGHT_DIGITS = re.compile(r"(\d\d)(\d\d)(\d{4})", re.ASCII)
QUANTIEME = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?", re.ASCII)
NUMBER = re.compile(r"\d{1,2}", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
FEWEST_LETTERS = 3


def plain(text: str) -> str:
    """The text in small letters without accents."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


MONTHS = [(plain(name), at % 12 + 1) for at, name in enumerate((*FRENCH_MONTHS, *ENGLISH_MONTHS))]


def typed_day(text: str) -> Day | None:
    """The day that a text means, or None when it means none, or several."""
    text = plain(text).strip()
    if not text or len(text) > LONGEST:
        return None
    joined = EIGHT_DIGITS.fullmatch(text)
    pieces = list(joined.groups()) if joined else BETWEEN.split(text)
    if len(pieces) != 3:
        return None
    if YEAR.fullmatch(pieces[0]):
        pieces.reverse()
    quantieme, month, year = QUANTIEME.fullmatch(pieces[0]), _month(pieces[1]), YEAR.fullmatch(pieces[2])
    if quantieme is None or month is None or year is None:
        return None
    return take_day(f"{year[0]}-{month:02d}-{int(quantieme[1]):02d}")


def _month(text: str) -> int | None:
    """A month by its number, its name, or as many of its first letters as tell it from the others."""
    if NUMBER.fullmatch(text):
        return int(text)
    found = {number for name, number in MONTHS if name.startswith(text) and len(text) >= FEWEST_LETTERS}
    return found.pop() if len(found) == 1 else None


def as_typed(day: Day) -> str:
    """The day as the hint shows it: 12/06/2015."""
    year, month, quantieme = year_month_day(day)
    return f"{quantieme:02d}/{month:02d}/{year:04d}"


class DayField(forms.Field):
    """A day in one field of text: quick with a keyboard, and old years need no turning of a calendar's pages."""

    widget = forms.TextInput
    default_error_messages = {
        "required": gettext_lazy("Indiquez ce jour."),
        "invalid": gettext_lazy("Écrivez ce jour avec son mois et son année, par exemple 12/06/2015."),
    }

    def __init__(self, *, label: str, hint: str = "", required: bool = True) -> None:
        example = gettext_lazy("Jour, mois, année, par exemple 12/06/2015.")
        super().__init__(label=label, help_text=hint or example, required=required)
        self.widget.attrs |= {"inputmode": "decimal", "class": "day", "autocomplete": "off"}

    def to_python(self, value: Any) -> Day | None:
        """The day, or nothing when nothing was typed."""
        text = str(value or "").strip()
        if not text:
            return None
        day = typed_day(text)
        if day is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def prepare_value(self, value: Any) -> Any:
        """What the field shows: a day of ours as one types it, what was typed as it was."""
        return as_typed(value) if isinstance(value, int) else value
