"""Who writes, what is missing, the files that show it; and what finds the claim again."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy

from mespoints.portal.asking.forms import MOST_LINES, departement_field, line, typed_lines, typed_neph
from mespoints.portal.claims.forms import ReplyForm, SeveralFiles
from mespoints.portal.simulator.days import DayField
from mespoints.portal.wording import _
from mespoints.requests.models import Claimant

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_TOGETHER = 6_000_000
"""Bytes of the files of one sending: whoever sends them did not sign in."""
MOST_OF_A_REQUEST = MOST_TOGETHER + 100_000


class LightReplyForm(ReplyForm):
    """A text and files, which are light together."""

    attached = forms.Field(
        label=gettext_lazy("Pièces jointes"),
        help_text=gettext_lazy(
            "Trois au plus, en PDF, JPEG ou PNG, de 4 mégaoctets chacune et de 6 mégaoctets ensemble au plus."
        ),
        required=False,
        widget=SeveralFiles(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def clean(self) -> None:
        """Each file, then their weight."""
        super().clean()
        if sum(len(one.content) for one in self.judged) > MOST_TOGETHER:
            self.add_error("attached", _("Vos fichiers dépassent 6 mégaoctets ensemble. Envoyez-en de plus petits."))


class NotInFileForm(LightReplyForm):
    """The same, and who writes; a file at least."""

    departement = departement_field()
    given_names = line(gettext_lazy("Prénoms"), gettext_lazy("Indiquez vos prénoms."), autocomplete="given-name")
    family_name = line(
        gettext_lazy("Nom de naissance"), gettext_lazy("Indiquez votre nom de naissance."), autocomplete="family-name"
    )
    birth_place = line(
        gettext_lazy("Commune de naissance"), gettext_lazy("Indiquez votre commune de naissance."),
        gettext_lazy("Avec le pays, si c'est à l'étranger."),
    )  # fmt: skip
    neph = line(
        gettext_lazy("NEPH (numéro de dossier du permis de conduire)"), "",
        gettext_lazy("S'il est écrit sur votre permis ou sur une lettre."), required=False,
    )  # fmt: skip
    reply_to = forms.CharField(
        label=gettext_lazy("Où vous écrire, si besoin"),
        help_text=gettext_lazy("Votre adresse électronique, ou votre adresse postale en cinq lignes au plus."),
        max_length=300,
        error_messages={"required": gettext_lazy("Indiquez une adresse électronique ou postale.")},
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )
    field_order = ("given_names", "family_name", "birth_place", "neph", "departement", "reply_to", "text", "attached")

    def __init__(
        self, data: Any = None, files: "MultiValueDict[str, UploadedFile[Any]] | None" = None, *, today: date
    ) -> None:
        """``today``: nobody is born later."""
        super().__init__(data, files)
        self.fields["born_on"] = DayField(label=_("Date de naissance"))
        self.order_fields(["given_names", "family_name", "born_on", *self.field_order[2:]])
        self.today = today

    def clean_neph(self) -> str:
        """The NEPH as the register writes it, or nothing."""
        return typed_neph(self.cleaned_data["neph"])

    def clean(self) -> None:
        """A person already born, an address that is short, a file that shows it."""
        super().clean()
        born = self.cleaned_data.get("born_on")
        if born is not None and born >= self.today.toordinal():
            self.add_error("born_on", _("Choisissez un jour passé."))
        if len(typed_lines(self.cleaned_data.get("reply_to", ""))) > MOST_LINES:
            self.add_error("reply_to", _("Cinq lignes au plus."))
        if not self.sent:
            self.add_error(
                "attached", _("Joignez au moins un fichier : la copie de votre permis, ou ce qui montre qu'il existe.")
            )

    def claimant(self) -> Claimant:
        """Who writes, not saved yet."""
        told = self.cleaned_data
        return Claimant(
            family_name=told["family_name"], given_names=told["given_names"].split(),
            born_on=date.fromordinal(told["born_on"]), birth_place=told["birth_place"], neph=told["neph"],
            reply_to=typed_lines(told["reply_to"]),
        )  # fmt: skip


class FollowForm(forms.Form):
    """The reference and the day of birth; whether they are right is told together."""

    use_required_attribute = False

    reference = line(
        gettext_lazy("Référence de la réclamation"), gettext_lazy("Indiquez la référence."),
        gettext_lazy("Elle commence par R. Les tirets et les espaces ne comptent pas."),
    )  # fmt: skip

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["born_on"] = DayField(label=_("Date de naissance"))
