"""The codes of a licence in plain words: those that the Union harmonises, and the French ones as far as they are known.

Directive 2006/126/CE, annexe I, since the directive (UE) 2015/653; arrêté du 20 avril 2012. A sub-code that is not here
is told by the words of its code.
"""

import re

from django.utils.translation import gettext_noop

from mespoints.portal.wording import _, labelled

WORDS = {
    "01": gettext_noop("correction ou protection de la vue"),
    "01.01": gettext_noop("lunettes"),
    "01.02": gettext_noop("lentilles de contact"),
    "01.05": gettext_noop("cache sur un œil"),
    "01.06": gettext_noop("lunettes ou lentilles de contact"),
    "01.07": gettext_noop("aide optique particulière"),
    "02": gettext_noop("appareil auditif, ou aide à la communication"),
    "03": gettext_noop("prothèse ou orthèse d'un membre"),
    "03.01": gettext_noop("prothèse ou orthèse d'un bras"),
    "03.02": gettext_noop("prothèse ou orthèse d'une jambe"),
    "10": gettext_noop("boîte de vitesses adaptée"),
    "10.02": gettext_noop("boîte de vitesses automatique"),
    "15": gettext_noop("embrayage adapté"),
    "20": gettext_noop("freins adaptés"),
    "25": gettext_noop("accélérateur adapté"),
    "31": gettext_noop("pédales adaptées ou protégées"),
    "32": gettext_noop("frein et accélérateur combinés"),
    "33": gettext_noop("frein, accélérateur et direction combinés"),
    "35": gettext_noop("commandes adaptées (feux, essuie-glaces, avertisseur)"),
    "40": gettext_noop("direction adaptée"),
    "42": gettext_noop("rétroviseurs ou vision de côté adaptés"),
    "43": gettext_noop("siège du conducteur adapté"),
    "44": gettext_noop("moto adaptée"),
    "45": gettext_noop("moto avec side-car seulement"),
    "46": gettext_noop("tricycles seulement"),
    "47": gettext_noop("véhicules de plus de deux roues, qui tiennent debout d'eux-mêmes"),
    "50": gettext_noop("un seul véhicule, désigné par son numéro"),
    "61": gettext_noop("de jour seulement"),
    "62": gettext_noop("près du domicile seulement, dans le rayon ou la ville indiqués"),
    "63": gettext_noop("sans passager"),
    "64": gettext_noop("sans dépasser la vitesse indiquée"),
    "65": gettext_noop("accompagné d'un titulaire de la même catégorie"),
    "66": gettext_noop("sans remorque"),
    "67": gettext_noop("pas d'autoroute"),
    "68": gettext_noop("pas d'alcool du tout"),
    "69": gettext_noop("véhicule équipé d'un éthylotest antidémarrage"),
    "70": gettext_noop("permis obtenu en échange d'un permis étranger"),
    "71": gettext_noop("duplicata d'un permis"),
    "73": gettext_noop("dans la catégorie B, quadricycles à moteur seulement (B1)"),
    "78": gettext_noop("boîte automatique seulement"),
    "79": gettext_noop("certains véhicules seulement, indiqués entre parenthèses"),
    "80": gettext_noop("dans la catégorie A, tricycles seulement avant 24 ans"),
    "81": gettext_noop("dans la catégorie A, motos seulement avant 21 ans"),
    "95": gettext_noop("qualification de conducteur professionnel, jusqu'au jour indiqué sur le titre"),
    "96": gettext_noop("remorque de plus de 750 kg, l'ensemble pesant de plus de 3 500 à 4 250 kg"),
    "97": gettext_noop("dans la catégorie C1, pas les véhicules soumis au chronotachygraphe"),
}
"""A code or a sub-code, without what a card adds to it between brackets."""
NATIONAL = gettext_noop("mention propre à la France : la préfecture vous dit ce qu'elle veut dire")
NOT_KNOWN = gettext_noop("la préfecture vous dit ce que ce code veut dire")
CODE = re.compile(r"\s*(\d{1,3})(?:\.(\d{1,2}))?", re.ASCII)
FIRST_NATIONAL = 100


def code_words(code: str) -> str:
    """« 01.06 : lunettes ou lentilles de contact »: a code as the card writes it, and what it means."""
    return labelled(code, _(meaning_of(code)))


def meaning_of(code: str) -> str:
    """What a code means, in French: itself, else the code that it is a part of."""
    found = CODE.match(code)
    if found is None:
        return NOT_KNOWN
    main, sub = found[1].zfill(2), (found[2] or "").zfill(2)
    if int(main) >= FIRST_NATIONAL:
        return NATIONAL
    return WORDS.get(f"{main}.{sub}") or WORDS.get(main, NOT_KNOWN)
