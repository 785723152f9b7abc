"""The French words of a file: its acts, its letters and what happened to them, where they came from."""

from mespoints.letters import steps, stopping
from mespoints.letters.models import NOT_NOTIFIED, NOTIFIED, SENT, TO_EXAMINE
from mespoints.letters.taken_over import TAKEN_OVER

ACTS = {
    "offence": "Infraction",
    "stage": "Stage",
    "stage_annulled": "Attestation de stage retirée",
    "formation_complementaire": "Formation post-permis",
    "suspension": "Suspension du permis",
    "lettre_48si": "Lettre 48SI notifiée",
    "lettre_48si_suspended": "48SI suspendue par un juge",
    "lettre_48si_annulled": "48SI annulée",
    "lettre_48n": "Lettre 48N notifiée",
    "withdrawal_annulled": "Retrait annulé",
    "withdrawal_suspended": "Retrait suspendu par un juge",
    "title_surrendered": "Titre remis",
    "licence_annulled": "Annulation judiciaire",
    "licence_obtained": "Nouveau permis",
    "licence_exchanged": "Permis rendu contre l'ancien",
    "category_b_by_aac": "Catégorie B par apprentissage anticipé",
    "interdiction_de_circuler": "Interdiction de circuler notifiée",
    "french_licence": "Permis français",
    "recours": "Recours",
    "recours_rejected": "Recours rejeté",
    "carried_over": "Solde repris",
    "category": "Catégorie",
    "restriction": "Restriction",
    "retention": "Rétention",
    "suspension_letter": "Lettre de suspension notifiée",
    "medical_validity": "Aptitude médicale",
    "title_issued": "Titre délivré",
    "title_lost": "Titre déclaré perdu",
    "title_stolen": "Titre déclaré volé",
    "address": "Adresse déclarée",
    "carte_grise_address": "Adresse de carte grise",
    "death": "Décès",
    "death_annulled": "Décès retiré (enregistré par erreur)",
    "civil_status_corrected": "État civil rectifié",
    "letter_receipt": "Accusé de la poste",
}
"""By kind of act."""

CIVIL_STATUS = {
    "family_name": "Nom de naissance",
    "usage_name": "Nom d'usage",
    "given_names": "Prénoms",
    "sex": "Sexe",
    "birth_date": "Jour de naissance",
    "birth_place": "Commune de naissance",
    "birth_country": "Pays de naissance",
}
"""By key of the civil status."""

SEXES = {"female": "féminin", "male": "masculin"}

PROOFS = {
    "acte_de_naissance": "acte de naissance de moins de trois mois",
    "decision": "jugement, décret, ou changement de nom ou de prénom en mairie",
    "certificat_de_vie": "certificat de vie",
}
"""What proves who the holder is, or that they live."""

STEPS = {
    steps.DISPATCHED: "remise au service postal",
    steps.DEPOSITED: "déposée sur le compte en ligne",
    steps.ALERTED: "courriel d'alerte envoyé",
    steps.NOT_ALERTED: "courriel d'alerte refusé",
    steps.READ: "lue pour la première fois",
    "posted": "postée",
    "presented": "présentée",
    "collected": "retirée",
    "refused": "refusée",
    "unclaimed": "non réclamée, renvoyée",
    "npai": "n'habite pas à l'adresse indiquée",
    "lost": "perdue par la poste",
    steps.NOTIFIED: "notifiée",
    steps.NOT_NOTIFIED: "non notifiée",
    steps.TO_EXAMINE: "à vérifier par un agent",
    steps.SEEN: "vérifiée par un agent",
    steps.PUT_ASIDE: "mise en attente",
    steps.STOPPED: "arrêtée",
}
"""By step of a letter."""

WHY = {
    stopping.DEATH: "décès enregistré",
    stopping.ABOVE_ZERO: "solde redevenu supérieur à zéro",
    stopping.NOTHING_TO_TAKE: "elle n'aurait plus rien changé",
    stopping.CORRECTED: "une correction a changé ce qu'elle annonçait",
    stopping.WITHDRAWAL_ANNULLED: "retrait annulé",
    stopping.WITHDRAWAL_SUSPENDED: "retrait suspendu par un juge",
    TAKEN_OVER: "antérieure à ce service",
}
"""Why a letter was stopped or put aside; another word is a sentence already."""

OUTCOMES = {
    SENT: "envoyée",
    NOTIFIED: "notifiée",
    NOT_NOTIFIED: "non notifiée",
    TO_EXAMINE: "à vérifier",
    "": "en cours",
}
"""What a sending came to."""

RECIPIENTS = {
    "procureur": "procureur de la République (stage non suivi)",
    "prefet": "préfet (titre non remis)",
    "comptable": "comptable (amende à rembourser)",
}
"""Who was told of a duty."""
