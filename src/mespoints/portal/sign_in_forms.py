"""The two forms of sign-in, and what they say when a number does not fit."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext, gettext_lazy, ngettext

from mespoints.identity.limits import Verdict
from mespoints.identity.neph import Check, Outcome, normal_neph

_PLAIN = {"autocapitalize": "characters", "spellcheck": "false"}


class NephForm(forms.Form):
    """The NEPH alone, which finishes the matching of an identity."""

    use_required_attribute = False

    neph = forms.CharField(
        label=gettext_lazy("NEPH (numéro de dossier du permis de conduire)"),
        help_text=gettext_lazy("De 5 à 19 chiffres ou lettres. Les espaces ne comptent pas."),
        max_length=60,
        error_messages={"required": gettext_lazy("Indiquez votre NEPH.")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "inputmode": "text", **_PLAIN}),
    )

    def clean_neph(self) -> str:
        """The NEPH as the register writes it."""
        neph = normal_neph(self.cleaned_data["neph"])
        if neph is None:
            raise forms.ValidationError(gettext("Le NEPH compte de 5 à 19 chiffres ou lettres. Vérifiez-le."))
        return neph


class CodeForm(NephForm):
    """The NEPH and the confidential code."""

    code = forms.CharField(
        label=gettext_lazy("Code confidentiel"),
        help_text=gettext_lazy(
            "Il figure sur la lettre reçue avec le permis au format carte, sur les lettres 48N, 48M et 48SI "
            "et sur le relevé intégral."
        ),
        max_length=130,  # the longest code of a feed, 64 signs, each followed by a space
        error_messages={"required": gettext_lazy("Indiquez votre code confidentiel.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", **_PLAIN}),
    )


def code_refusal(check: Check, *, franceconnect: bool) -> str:
    """What to do after a NEPH and a code that did not open."""
    if check.outcome is Outcome.NETWORK_FULL:
        refusal = gettext("Trop d'essais depuis votre connexion à internet. Réessayez dans une heure.")
    elif check.outcome is Outcome.CLOSED:
        refusal = gettext("Trop d'essais avec ce numéro : le code ne peut plus servir. Demandez un nouveau code.")
    elif check.locked_until is not None:
        refusal = _locked(check.locked_until)
    else:
        refusal = gettext("Ce numéro ou ce code ne convient pas.") + " " + _tries(check.tries_left)
    other_way = gettext("Vous pouvez aussi vous connecter avec FranceConnect.")
    return f"{refusal} {other_way}" if franceconnect else refusal


def neph_refusal(verdict: Verdict) -> str:
    """What to do after a NEPH that is not that of the identity."""
    if verdict.closed:
        refusal = gettext("Trop d'essais. Réessayez demain.")
    elif verdict.locked_until is not None:
        refusal = _locked(verdict.locked_until)
    else:
        refusal = gettext("Ce NEPH ne correspond pas à votre identité.") + " " + _tries(verdict.tries_left)
    other_way = gettext("Vous pouvez aussi vous connecter avec votre NEPH et votre code confidentiel.")
    return f"{refusal} {other_way}"


def _tries(count: int) -> str:
    return ngettext("Il vous reste %(count)d essai.", "Il vous reste %(count)d essais.", count) % {"count": count}


def _locked(until: datetime) -> str:
    at = time_format(timezone.localtime(until), "TIME_FORMAT")
    return gettext("Trop d'essais avec ce numéro. Réessayez à partir de %(at)s.") % {"at": at}
