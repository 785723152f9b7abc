"""The choice of a way to ask, and what the ready letter says of its writer."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from mespoints.identity.neph import normal_neph
from mespoints.portal.simulator.days import DayField
from mespoints.portal.wording import _
from mespoints.requests.letter import Asking
from mespoints.requests.pieces import COUNTER, EMAIL, LOST, POST, SUSPENDED, VALID
from mespoints.requests.prefectures import prefectures

CHANNELS = {"courrier": POST, "courriel": EMAIL, "guichet": COUNTER}
STATES = {"valide": VALID, "suspendu": SUSPENDED, "perdu": LOST}
"""The words of the address, and those of ``requests.pieces``."""
MOST_LINES = 5
WRITTEN = re.compile(r"[A-Za-z\u00c0-\u024f0-9 .,'\u2019()/°-]+")
"""What the typefaces of the letter can print."""


def listed_departements() -> list[tuple[str, str]]:
    """The choices of a département, none first."""
    return [("", _("Choisissez")), *((code, f"{code} · {one.name}") for code, one in prefectures().items())]


def departement_field() -> forms.ChoiceField:
    """The choice of the préfecture that answers."""
    return forms.ChoiceField(
        label=gettext_lazy("Votre département"),
        help_text=gettext_lazy("Celui de votre domicile : sa préfecture vous répond."),
        choices=listed_departements,
        error_messages={
            "required": gettext_lazy("Choisissez votre département."),
            "invalid_choice": gettext_lazy("Choisissez votre département."),
        },
    )


def typed_neph(typed: str) -> str:
    """The NEPH as the register writes it, or nothing. Raises ValidationError for what cannot be one."""
    neph = normal_neph(typed) if typed else ""
    if neph is None:
        raise forms.ValidationError(_("Le NEPH compte de 5 à 19 chiffres ou lettres. Vérifiez-le."))
    return neph


def typed_lines(text: str) -> list[str]:
    """The lines of an address, the empty ones left out."""
    return [stripped for one in text.splitlines() if (stripped := one.strip())]


class ChoiceForm(forms.Form):
    """How, where, and how the title stands. Nothing here says who asks: it may stand in an address."""

    use_required_attribute = False

    canal = forms.ChoiceField(
        label=gettext_lazy("Comment voulez-vous demander ?"),
        choices=[
            ("courrier", gettext_lazy("Par courrier")),
            ("courriel", gettext_lazy("Par courrier électronique")),
            ("guichet", gettext_lazy("Au guichet")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choisissez comment demander."),
            "invalid_choice": gettext_lazy("Choisissez comment demander."),
        },
    )
    departement = departement_field()
    permis = forms.ChoiceField(
        label=gettext_lazy("Votre permis"),
        choices=[
            ("valide", gettext_lazy("Je l'ai")),
            ("suspendu", gettext_lazy("Il est suspendu")),
            ("perdu", gettext_lazy("Je l'ai perdu")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Dites si vous avez votre permis."),
            "invalid_choice": gettext_lazy("Dites si vous avez votre permis."),
        },
    )

    def __init__(self, data: Any) -> None:
        """Bound once something was chosen."""
        super().__init__(
            data if data.keys() & {"canal", "departement", "permis"} else None, initial={"permis": "valide"}
        )


def line(label: Any, missing: Any, hint: Any = "", autocomplete: str = "off", **more: Any) -> forms.CharField:
    """A line that the letter prints."""
    return forms.CharField(
        label=label, help_text=hint, max_length=60, error_messages={"required": missing},
        widget=forms.TextInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"}), **more,
    )  # fmt: skip


class LetterForm(forms.Form):
    """Who writes. It goes into the letter, and nowhere else."""

    use_required_attribute = False

    given_names = line(gettext_lazy("Prénoms"), gettext_lazy("Indiquez vos prénoms."), autocomplete="given-name")
    family_name = line(
        gettext_lazy("Nom de naissance"), gettext_lazy("Indiquez votre nom de naissance."), autocomplete="family-name"
    )
    birth_place = line(gettext_lazy("Commune de naissance"), gettext_lazy("Indiquez votre commune de naissance."))
    address = forms.CharField(
        label=gettext_lazy("Adresse"),
        help_text=gettext_lazy("Cinq lignes au plus, la dernière avec le code postal et la commune."),
        max_length=300,
        error_messages={"required": gettext_lazy("Indiquez votre adresse.")},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address", "spellcheck": "false"}),
    )
    neph = line(
        gettext_lazy("NEPH (numéro de dossier du permis de conduire)"), "",
        gettext_lazy("Si vous le connaissez : il évite toute confusion."), required=False,
    )  # fmt: skip

    def __init__(self, data: Any = None, *, today: date) -> None:
        """``today``: nobody is born later."""
        super().__init__(data)
        born = DayField(label=_("Date de naissance"))
        order = ["given_names", "family_name", "born_on", "birth_place", "address", "neph"]
        self.fields["born_on"] = born
        self.order_fields(order)
        self.today = today

    def clean_neph(self) -> str:
        """The NEPH as the register writes it, or nothing."""
        return typed_neph(self.cleaned_data["neph"])

    def clean(self) -> None:
        """What can be printed, of a person already born."""
        for name in ("given_names", "family_name", "birth_place", "address"):
            lines = str(self.cleaned_data.get(name) or "x").split("\n")
            if not all(WRITTEN.fullmatch(one.strip() or " ") for one in lines):
                self.add_error(name, _("Un caractère ne peut pas être imprimé. N'employez que des lettres latines."))
        if len(self.lines()) > MOST_LINES:
            self.add_error("address", _("Cinq lignes au plus."))
        born = self.cleaned_data.get("born_on")
        if born is not None and born >= self.today.toordinal():
            self.add_error("born_on", _("Choisissez un jour passé."))

    def lines(self) -> list[str]:
        """The lines of the address."""
        return typed_lines(str(self.cleaned_data.get("address") or ""))

    def asking(self, licence_state: str) -> Asking:
        """What the letter says."""
        told = self.cleaned_data
        return Asking(
            told["given_names"], told["family_name"], date.fromordinal(told["born_on"]), told["birth_place"],
            self.lines(), told["neph"], licence_state,
        )  # fmt: skip
