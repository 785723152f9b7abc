"""The French sentences of what brings the points of a withdrawal back, with their gaps (``returning``)."""

RETURNS = {
    "alone": "Ce point revient le {on} : {one_point_delay} après {fact_on}, {if_clean}",
    "ten_years": "{they_return} le {on} : dix ans après {fact_on}, si votre permis est toujours valable",
    "all": "{own_points_return} le {on} {if_clean} : {why}",
    "with_others": "{own_points_return} avec tous les autres le {on} {if_clean} : {why}",
    "broken": (
        "Ce point ne revient pas seul, car une autre infraction, commise le {breaker} {one_point_within} {fact_on}, "
        "entraîne un retrait ; il revient avec tous les autres le {on} {if_clean} : {why}"
    ),
    "at_ceiling": (
        "Ce point n'est pas revenu seul le {barred}, car le solde était au plafond ; "
        "il revient avec tous les autres le {on} {if_clean} : {why}"
    ),
    "to_12": "Le solde doit être de nouveau de 12 points le {on}, {if_clean}",
    "to_12_by_stage": "Le stage suivi porte le solde à 12 points le {on}",
    "to_ceiling_by_stage": "Le stage suivi porte le solde à {ceiling}, son plafond, le {on}",
    "nothing": "Aucun retour {of_them} n'est prévu dans les douze ans qui viennent",
    "back_alone": "{own_points_are_back} le {on}",
    "back_with_others": "{own_points_are_back} le {on}, avec tous les autres",
    "back_to_12": "Il n'y a plus rien à attendre : le solde est remonté à 12 points le {on}",
    "annulled": "Le retrait est annulé depuis le {on} : c'est comme s'il n'avait jamais eu lieu",
    "suspended": "Un juge a suspendu le retrait le {on} : il ne compte pas, en attendant le jugement",
    "ended_by_48si": "{they_never_return} : la lettre 48SI notifiée le {on} a invalidé ce permis",
    "ended_by_judge": "{they_never_return} : un juge a annulé ce permis le {on}",
    "ended_by_ban": (
        "{they_never_return} : une interdiction de circuler en France est notifiée le {on}, "
        "et 12 points sont donnés de nouveau le {points_again}"
    ),
    "ended_by_new_licence": "{they_never_return} : le permis obtenu le {on} a remplacé celui-ci",
    "why_full_back": "deux ans après {since}",
    "why_full_back_grave": "trois ans après {since}, et non deux, car {grave}",
    "why_full_back_before_2011": "trois ans après {since}, délai des infractions établies avant le 1er janvier 2011",
    "why_full_back_after_probation": (
        "c'est la fin de la période probatoire, pendant laquelle le délai de {full_length} ouvert par {since} "
        "ne rend pas de points"
    ),
    "since_other": "{full_fact_on} pour l'infraction du {last}",
    "grave_c4": "cette infraction est une contravention de la quatrième classe",
    "grave_c5": "cette infraction est une contravention de la cinquième classe",
    "grave_delit": "cette infraction est un délit",
    "grave_other": "l'une des infractions est un délit ou une contravention de la quatrième ou de la cinquième classe",
}
