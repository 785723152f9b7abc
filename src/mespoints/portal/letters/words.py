"""The plain words for a letter, for each step of its life, for why it was not sent. Their English: the catalogue."""

from django.utils.translation import gettext_noop

from mespoints.letters import steps, stopping
from mespoints.letters.taken_over import TAKEN_OVER

TITLES = {
    "48": gettext_noop("Lettre 48, des points retirés"),
    "48M": gettext_noop("Lettre 48M, la moitié des points ou moins"),
    "48N": gettext_noop("Lettre 48N, un stage obligatoire"),
    "48SI": gettext_noop("Lettre 48SI, plus aucun point"),
    "interdiction": gettext_noop("Interdiction de circuler en France"),
    "46": gettext_noop("Lettre 46, tous vos points"),
    "46D": gettext_noop("Lettre 46D, un point rendu"),
    "46B": gettext_noop("Lettre 46B, des points rendus après dix ans"),
    "47": gettext_noop("Lettre 47, les points d'un stage"),
    "rectificatif": gettext_noop("Lettre rectificative"),
}

HAPPENED = {
    steps.DISPATCHED: gettext_noop("remise au service postal"),
    steps.DEPOSITED: gettext_noop("déposée sur votre compte en ligne"),
    steps.ALERTED: gettext_noop("courriel d'alerte envoyé"),
    steps.NOT_ALERTED: gettext_noop("courriel d'alerte refusé par votre messagerie : vérifiez votre adresse"),
    steps.READ: gettext_noop("lue pour la première fois"),
    "posted": gettext_noop("postée"),
    "presented": gettext_noop("présentée à votre adresse"),
    "collected": gettext_noop("retirée"),
    "refused": gettext_noop("refusée"),
    "unclaimed": gettext_noop("non réclamée, renvoyée"),
    "npai": gettext_noop("renvoyée : « n'habite pas à l'adresse indiquée »"),
    "lost": gettext_noop("perdue par la poste"),
    steps.NOTIFIED: gettext_noop("notifiée"),
    steps.NOT_NOTIFIED: gettext_noop("non notifiée"),
    steps.TO_EXAMINE: gettext_noop("à vérifier par un agent"),
    steps.SEEN: gettext_noop("vérifiée par un agent"),
    steps.PUT_ASIDE: gettext_noop("mise en attente"),
    steps.STOPPED: gettext_noop("arrêtée"),
}
"""A step, by the word of ``steps.KINDS``."""

WHY_STOPPED = {
    stopping.DEATH: gettext_noop("Elle n'a pas été envoyée : le décès du titulaire a été enregistré."),
    stopping.ABOVE_ZERO: gettext_noop("Elle n'a pas été envoyée : votre solde est redevenu supérieur à zéro."),
    stopping.NOTHING_TO_TAKE: gettext_noop("Ce service ne l'a pas envoyée : elle n'aurait plus rien changé."),
    stopping.CORRECTED: gettext_noop("Elle n'a pas été envoyée : une correction a changé ce qu'elle annonçait."),
    stopping.WITHDRAWAL_ANNULLED: gettext_noop("Elle n'a pas été envoyée : le retrait est annulé."),
    TAKEN_OVER: gettext_noop("Elle est antérieure à ce service, qui n'a pas eu à l'envoyer."),
}
STOPPED = gettext_noop("Elle n'a pas été envoyée.")

WHY_PUT_ASIDE = {
    stopping.WITHDRAWAL_SUSPENDED: gettext_noop("Elle attend : un juge a suspendu le retrait."),
}
PUT_ASIDE = gettext_noop("Elle n'a pas encore pu partir : une adresse ou un renseignement du dossier est à compléter.")

SOURCES = {
    "declared": gettext_noop("à l'adresse déclarée"),
    "carte_grise": gettext_noop("à l'adresse de la carte grise du véhicule"),
}
"""How the address of a letter was known."""
