"""The two forms of sharing: for whom a code is made; a code, and who uses it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from mespoints.portal.wording import _
from mespoints.register.codes import normal_code


def printable(text: str) -> None:
    """Refuse what could make a line of the journal look like something else. Raises ValidationError."""
    if not text.isprintable():
        raise ValidationError(_("N'écrivez que des lettres, des chiffres et des signes ordinaires."))


class LabelForm(forms.Form):
    """For whom a code is made; only its holder reads it."""

    label = forms.CharField(
        label=gettext_lazy("Pour qui ? (facultatif)"),
        help_text=gettext_lazy("Par exemple : location du 12 juin. Pour vous y retrouver, personne d'autre ne le lit."),
        max_length=60,
        required=False,
        validators=[printable],
        error_messages={"max_length": gettext_lazy("Écrivez 60 signes au plus.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ShareCodeForm(forms.Form):
    """A code, and the name of who uses it, which the holder will read."""

    use_required_attribute = False

    code = forms.CharField(
        label=gettext_lazy("Code de partage"),
        help_text=gettext_lazy("Douze chiffres ou lettres. Les espaces et les tirets ne comptent pas."),
        max_length=60,
        error_messages={"required": gettext_lazy("Indiquez le code que l'on vous a donné.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Votre nom, et celui de votre entreprise ou service"),
        help_text=gettext_lazy("Le titulaire du permis le lira, avec le jour et l'heure."),
        min_length=3,
        max_length=120,
        validators=[printable],
        error_messages={
            "required": gettext_lazy("Indiquez qui vous êtes."),
            "min_length": gettext_lazy("Indiquez qui vous êtes, en toutes lettres."),
            "max_length": gettext_lazy("Écrivez 120 signes au plus."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    def clean_code(self) -> str:
        """The code without what eases its reading."""
        return normal_code(self.cleaned_data["code"])
