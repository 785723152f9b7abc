"""The fields of the desk: a day, a day of birth, a text. Each says what was found when it is not what it expects."""

import re
from typing import Any

from django import forms

from mespoints.register.civil_status import take_birth_date

FRENCH_DAY = re.compile(r"(?:(?:(\d{1,2})[/. ])?(\d{1,2})[/. ])?(\d{4})", re.ASCII)
LONGEST_FOUND = 20


class DayInput(forms.DateInput):
    """The browser's own field for a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"class": "day"})


class DayField(forms.DateField):
    """A day, as browsers send it or as people type it."""

    def to_python(self, value: Any) -> Any:
        """The day; what cannot be one is named."""
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise not_a_day(value, "un jour comme 12/06/2015") from error


def day_field(label: str, *, required: bool = True) -> forms.DateField:
    """A day that has to be told, unless it is not ``required``."""
    return DayField(
        label=label, required=required, widget=DayInput(), input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"required": "Indiquez ce jour."},
    )  # fmt: skip


class BirthField(forms.CharField):
    """A day of birth, read as ``YYYY-MM-DD`` with "00" for what nobody knows; typed and shown as the French do."""

    def to_python(self, value: Any) -> str:
        """31/01/1980, 00/01/1980 or 1980; 1980-01-31 too."""
        typed = super().to_python(value) or ""
        match = FRENCH_DAY.fullmatch(typed)
        day, month, year = match.groups() if match else (None, None, None)
        found = take_birth_date(f"{year}-{int(month or 0):02d}-{int(day or 0):02d}" if year else typed)
        if typed and found is None:
            raise not_a_day(typed, "un jour comme 31/01/1980 (00 pour un jour ou un mois inconnu)")
        return found or ""

    def prepare_value(self, value: Any) -> Any:
        """As people type it."""
        return french_birth(value) if value and take_birth_date(value) else value


def birth_field(*, required: bool = True) -> forms.CharField:
    """The day of birth of a holder."""
    return BirthField(
        label="Né(e) le", required=required, max_length=LONGEST_FOUND,
        help_text="31/01/1980 ; 00 pour un jour ou un mois inconnu.",
        error_messages={"required": "Indiquez le jour de naissance."},
        widget=forms.TextInput({"autocomplete": "off", "class": "day"}),
    )  # fmt: skip


def french_birth(birth_date: str) -> str:
    """« 31/01/1980 », its unknown parts as 00."""
    return "/".join(reversed(birth_date.split("-")))


def not_a_day(found: object, expected: str) -> forms.ValidationError:
    """What was found in the place of what was expected."""
    return forms.ValidationError(f"Trouvé « {str(found)[:LONGEST_FOUND]} », attendu {expected}.", "invalid")


def text_field(label: str, hint: str = "", longest: int = 200) -> forms.CharField:
    """A text that may be left out."""
    attrs = {"autocomplete": "off", "spellcheck": "false"}
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=longest, widget=forms.TextInput(attrs=attrs)
    )
