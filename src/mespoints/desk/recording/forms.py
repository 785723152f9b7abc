"""The form of each kind of entry, made from the keys of its event in the feed: no key more, no key less."""

from datetime import date
from typing import Any

from django import forms

from mespoints.desk.fields import birth_field, day_field
from mespoints.desk.files.words import CIVIL_STATUS, PROOFS, SEXES
from mespoints.desk.recording.entries import Typed
from mespoints.desk.recording.kinds import Kind
from mespoints.register.administrative import CATEGORIES

LABELS = {
    "on": "Jour du fait",
    "from": "À compter du",
    "to": "Jusqu'au (compris)",
    "started_on": "Commencé le",
    "ended_on": "Fini le (second jour)",
    "notified_on": "Notifiée le",
    "attestation": "Numéro de l'attestation retirée",
    "case": "Cas de l'attestation",
    "measure": "Mesure (cas 3)",
    "category": "Catégorie",
    "codes": "Codes, séparés par des virgules",
    "lines": "Adresse, une ligne par ligne (à l'étranger, le pays en dernier)",
    "departement": "Département",
    "email": "Adresse électronique",
    "suspension": "Numéro de l'arrêté de suspension",
    "form": "Lettre",
    "death": "Décès enregistré par erreur",
    "proof": "Preuve",
    "reason": "Motif, que le titulaire lira",
    **CIVIL_STATUS,
}
CHOICES: dict[str, list[tuple[str, str]]] = {
    "case": [
        ("1", "1 : volontaire (points)"),
        ("2", "2 : obligatoire, lettre 48N (points dans la limite du plafond)"),
        ("3", "3 : alternative aux poursuites ou composition pénale (sans point)"),
        ("4", "4 : peine complémentaire (sans point)"),
    ],
    "measure": [("", "—"), ("alternative", "alternative aux poursuites"), ("composition_penale", "composition pénale")],
    "category": [(category, category) for category in CATEGORIES],
    "form": [("1F", "1F"), ("3F", "3F, après une rétention")],
    "proof": list(PROOFS.items()),
    "sex": list(SEXES.items()),
    "death": [],
}
HINTS = {
    "given_names": "Dans l'ordre de l'état civil, séparés par des virgules.",
    "birth_place": "Code INSEE (44109) ; rien si la naissance est à l'étranger.",
    "birth_country": "Code INSEE : 99100 pour la France.",
}
LONGEST_TEXT = 700
DAYS = frozenset(("on", "from", "to", "started_on", "ended_on", "notified_on"))
NUMBERS = frozenset(("case",))
LISTS = {"codes": ",", "given_names": ",", "lines": "\n"}


class EntryForm(forms.Form):
    """The fields of one kind, then the paper that proves it and the day it came."""

    use_required_attribute = False

    def __init__(self, kind: Kind, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"received_on": today}, auto_id="saisie_%s")
        self.kind = kind
        for key in kind.shape.keys:
            self.fields[key] = field_of(key, required=key in kind.shape.required)
        self.fields["piece"] = forms.CharField(
            label=f"Numéro de la pièce ({kind.piece})", max_length=60, widget=forms.TextInput({"autocomplete": "off"}),
            help_text="Lettres sans accent, chiffres et . _ / - ; la même pièce ne s'enregistre qu'une fois.",
        )  # fmt: skip
        self.fields["received_on"] = day_field("Pièce reçue le")

    def typed(self) -> Typed:
        """What a sound form says, as the line of a feed writes it."""
        given = self.cleaned_data
        values = {key: value_of(key, given[key]) for key in self.kind.shape.keys if given[key] not in ("", None)}
        return Typed(self.kind, given["piece"], values, given["received_on"])


def field_of(key: str, *, required: bool) -> forms.Field:
    """The field of one key."""
    label = LABELS[key]
    if key in DAYS:
        return day_field(label, required=required)
    if key == "birth_date":
        return birth_field(required=required)
    if key in CHOICES:
        choices = CHOICES[key] if required or CHOICES[key][0][0] == "" else [("", "toutes"), *CHOICES[key]]
        return forms.ChoiceField(label=label, choices=choices, required=required)
    widget = forms.Textarea({"rows": 4}) if key == "lines" else forms.TextInput({"autocomplete": "off"})
    return forms.CharField(
        label=label, required=required, widget=widget, help_text=HINTS.get(key, ""), max_length=LONGEST_TEXT
    )


def value_of(key: str, given: Any) -> Any:
    """The JSON value of what a field holds."""
    if key in DAYS:
        return given.isoformat()
    if key in LISTS:
        return [item.strip() for item in given.split(LISTS[key]) if item.strip()]
    return int(given) if key in NUMBERS else given
