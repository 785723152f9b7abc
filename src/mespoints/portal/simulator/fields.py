"""The fields of a form, made from what ``law.shapes`` says that each key may hold."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mespoints.law.holds import DAY, FLAG, ID, TEXT, Holds
from mespoints.portal.simulator.choices import choices_of
from mespoints.portal.simulator.days import DayField
from mespoints.portal.simulator.words import words_of
from mespoints.portal.wording import _

LONGEST_TEXT = 120
LARGEST_NUMBER = 999
FEW, FEW_NUMBERS = 5, 13
"""As many answers as are read at a glance; more of them fold in a list."""
CHOOSE = gettext_lazy("Choisissez une réponse.")

Pairs = list[tuple[str, str]]
Named = Callable[[str], Pairs]
"""The acts of the history that a key may name."""


def field_of(kind: str, key: str, holds: Holds, *, is_required: bool, named: Named) -> forms.Field:
    """The field that asks for a key of a kind of act."""
    words = words_of(kind, key)
    label, hint = _(words.label), _(words.hint) if words.hint else ""
    if holds is DAY:
        return DayField(label=label, hint=hint, required=is_required)
    if holds is FLAG:
        return forms.BooleanField(label=label, help_text=hint, required=False)
    if holds is TEXT:
        return text(label=label, hint=hint, is_required=is_required)
    if holds is not ID and not choices_of(kind, key):
        return number(holds, label=label, hint=hint, is_required=is_required)
    pairs = named(key) if holds is ID else answers(kind, key, holds)
    return choice(pairs, label=label, hint=hint, is_required=is_required)


def answers(kind: str, key: str, holds: Holds) -> Pairs:
    """The words that a key may hold, as the page says them."""
    return [(value, _(said)) for value, said in choices_of(kind, key).items() if holds.take(value) is not None]


def number(holds: Holds, *, label: str, hint: str = "", is_required: bool = True) -> forms.Field:
    """A number among those that the law takes: chosen when they are few, else typed."""
    taken = [number for number in range(LARGEST_NUMBER + 1) if holds.take(number) is not None]
    if len(taken) <= FEW_NUMBERS:
        pairs = [(str(number), str(number)) for number in taken]
        return choice(pairs, label=label, hint=hint, is_required=is_required)
    bounds = _("Indiquez un nombre de %(low)d à %(high)d.") % {"low": taken[0], "high": taken[-1]}
    return forms.IntegerField(
        label=label,
        help_text=hint or bounds,
        required=is_required,
        min_value=taken[0],
        max_value=taken[-1],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "day"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), bounds),
    )


def text(*, label: str, hint: str = "", is_required: bool = False) -> forms.CharField:
    """A line of text, which the browser does not remember."""
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, required=is_required, max_length=LONGEST_TEXT, widget=widget)


def choice(
    pairs: Pairs, *, label: str, hint: str = "", is_required: bool = True, as_list: bool | None = None
) -> forms.ChoiceField:
    """One answer out of a few side by side, or out of a list that unfolds. ``as_list``: None lets
    their number decide."""
    errors = {"required": CHOOSE, "invalid_choice": CHOOSE}
    is_list = (len(pairs) > FEW or not is_required) if as_list is None else as_list
    nothing = _("Choisissez") if is_required else _("Je ne sais pas")
    choices = [("", nothing), *pairs] if is_list else pairs
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        required=is_required,
        choices=choices,
        widget=forms.Select() if is_list else forms.RadioSelect(),
        error_messages=errors,
    )


def without_empty(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers that were given."""
    return {key: value for key, value in answers.items() if value not in (None, "", False)}
