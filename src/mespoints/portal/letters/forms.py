"""The forms of the compte personnel: an e-mail address, and the three conditions of art. R. 223-3-1, I, each ticked."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

CONDITIONS = ("keeps_address", "accepts_terms", "knows_delays")


class AddressForm(forms.Form):
    """The e-mail address that alerts go to."""

    use_required_attribute = False

    email = forms.EmailField(
        label=gettext_lazy("Votre adresse électronique"),
        help_text=gettext_lazy("Par exemple : nom@exemple.fr. Elle ne sert qu'à vous prévenir d'un dépôt."),
        max_length=254,
        error_messages={
            "required": gettext_lazy("Indiquez votre adresse électronique."),
            "invalid": gettext_lazy("Cette adresse n'est pas complète. Vérifiez-la."),
            "max_length": gettext_lazy("Cette adresse est trop longue. Vérifiez-la."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class EmailCodeForm(forms.Form):
    """The code that was sent to an address."""

    use_required_attribute = False

    code = forms.CharField(
        label=gettext_lazy("Le code reçu par courriel"),
        help_text=gettext_lazy("Six chiffres. Il sert vingt minutes."),
        max_length=20,
        error_messages={"required": gettext_lazy("Indiquez le code reçu par courriel.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        """The figures, without spaces."""
        return "".join(self.cleaned_data["code"].split())


def condition(label: "StrPromise", missing: "StrPromise") -> forms.BooleanField:
    """A condition to tick, and what is said when it is not."""
    return forms.BooleanField(label=label, error_messages={"required": missing})


class CompteForm(AddressForm):
    """What opens a compte."""

    keeps_address = condition(
        gettext_lazy("Je communique cette adresse électronique et je la tiendrai à jour."),
        gettext_lazy("Cochez cette case : sans adresse à jour, personne ne peut vous prévenir."),
    )
    accepts_terms = condition(
        gettext_lazy("J'accepte les conditions générales ci-dessus."),
        gettext_lazy("Cochez cette case si vous acceptez les conditions générales : la loi le demande."),
    )
    knows_delays = condition(
        gettext_lazy("J'atteste avoir lu comment se comptent les délais de recours."),
        gettext_lazy("Cochez cette case après avoir lu comment se comptent les délais : la loi le demande."),
    )
