"""How long recording takes, as measured by this service: what a driver who sees nothing yet wants to know."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext_noop

from mespoints.law.explain import day_words
from mespoints.portal.wording import _
from mespoints.register.lags import Lag

SEEN_AT_LEAST = 50
"""Fewer facts than this prove nothing, and might be somebody's."""

AFTER = {
    "paiement": gettext_noop("%(days)s après un paiement"),
    "titre_executoire": gettext_noop("%(days)s après une amende majorée"),
    "condamnation": gettext_noop("%(days)s après un jugement définitif"),
    "stage": gettext_noop("%(days)s après un stage"),
}


class UsualLag(NamedTuple):
    """``measured``: the sentence of what this service has measured; empty as long as it has seen too little."""

    measured: str


def usual_lag(lags: Mapping[str, Lag], language: str) -> UsualLag:
    """The delays measured over twelve months, out of those seen ``SEEN_AT_LEAST`` times."""
    parts = [_(words) % {"days": days_words(lags[event].days)} for event, words in AFTER.items() if event in lags]
    if not parts:
        return UsualLag("")
    measured_on = max(lag.measured_on for lag in lags.values())
    sentence = _("Ici, sur douze mois, un fait sur deux était enregistré au plus tard %(delays)s (mesure du %(day)s).")
    told = {"delays": ", ".join(parts), "day": day_words(measured_on.toordinal(), language)}
    return UsualLag(sentence % told)


def days_words(days: int) -> str:
    """« 18 jours », « un jour » at least."""
    return _("%(days)d jours") % {"days": days} if days > 1 else _("un jour")
