"""The forms of the licence, of a file to load, and of the day to look at."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mespoints.law.days import Day, iso, parse_day
from mespoints.law.shapes import LICENCE
from mespoints.portal.simulator.choices import CHOICES
from mespoints.portal.simulator.days import DayField
from mespoints.portal.simulator.fields import choice, field_of, without_empty
from mespoints.portal.simulator.history import MOST_BYTES, Document, History
from mespoints.portal.wording import _


class LicenceForm(forms.Form):
    """The licence that the history opens with."""

    use_required_attribute = False

    def __init__(self, today: Day, history: History | None = None, data: Mapping[str, Any] | None = None) -> None:
        self.today = today
        licence = history.document["licence"] if history else {}
        super().__init__(data, prefix="licence", initial=_initial(licence))
        for key in ("obtained_on", "probation", "territory", "foreign"):
            self.fields[key] = field_of("licence", key, LICENCE.keys[key], is_required=True, named=lambda _key: [])
        self.fields["probation"] = choice(_probations(), label=_("Période probatoire"), as_list=False)

    def first_fields(self) -> list[forms.BoundField]:
        """The one question that everybody answers."""
        return [self["obtained_on"]]

    def folded_fields(self) -> list[forms.BoundField]:
        """What is usual for most."""
        return [self[key] for key in self.fields if key != "obtained_on"]

    def is_unfolded(self) -> bool:
        """Whether one of these is not as usual, or is wrong."""
        usual = _initial({})
        return any(
            field.errors or field.value() not in (usual.get(field.name), None, False) for field in self.folded_fields()
        )

    def clean_obtained_on(self) -> Day:
        """A licence to come holds no points yet."""
        on: Day = self.cleaned_data["obtained_on"]
        if on > self.today:
            raise forms.ValidationError(_("Ce jour est à venir : indiquez celui où vous avez obtenu votre permis."))
        return on

    def licence(self) -> Document:
        """The licence as ``dossier/1`` writes it."""
        given = without_empty(self.cleaned_data)
        unsaid = {"probation": USUAL, "territory": "metropole"}
        said = {key: value for key, value in given.items() if unsaid.get(key) != value}
        return said | {"obtained_on": iso(said["obtained_on"])}


USUAL = "usual"
"""The probation of the time, which the format leaves out."""


def _probations() -> list[tuple[str, str]]:
    """The usual one first, which few people need to think about."""
    usual = (USUAL, _("Le cas ordinaire : trois ans, aucune pour un permis d'avant mars 2004"))
    return [usual, *((word, _(CHOICES["probation"][word])) for word in ("aac", "none"))]


def _initial(licence: Document) -> dict[str, Any]:
    """The answers that a licence already gives."""
    if not licence:
        return {"probation": USUAL, "territory": "metropole"}
    probation = licence.get("probation", USUAL)
    named = {"probation": USUAL if probation == "ordinary" else probation}
    return {"territory": "metropole"} | licence | named | {"obtained_on": parse_day(licence["obtained_on"])}


class LoadForm(forms.Form):
    """A history kept from a former visit, as a file or as its text."""

    use_required_attribute = False

    file = forms.FileField(
        label=gettext_lazy("Fichier"),
        help_text=gettext_lazy("Celui que cette page vous a donné, ou votre relevé au format dossier/1."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Ou son texte"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocomplete": "off"}),
    )

    def raw(self) -> bytes:
        """What was given, the file first; nothing when there is nothing."""
        file = self.cleaned_data["file"]
        given: bytes = file.read(MOST_BYTES + 1) if file else b""
        return given or self.cleaned_data["text"].encode()


class DayForm(forms.Form):
    """The day to look at, and what is counted of what was learned later."""

    use_required_attribute = False

    def __init__(self, initial: dict[str, Any], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix="day", initial=initial)
        self.fields["on"] = DayField(label=_("Jour"), required=False)
        self.fields["reading"] = choice(_readings(), label=_("Ce qui est su ce jour-là"), as_list=False)


def _readings() -> list[tuple[str, str]]:
    """The two readings of the law, in plain words."""
    return [
        (
            "registered",
            _("Comme le relevé : un retrait compte du jour de sa décision, et des points déjà rendus restent rendus"),
        ),
        (
            "strict",
            _("Tout est su d'avance : une infraction empêche les retours dès le jour où elle est commise"),
        ),
    ]
