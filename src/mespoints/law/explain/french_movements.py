"""The French sentences of a movement, with their gaps. The article and the full stop are added after them.

Keys: ``choice.because_key``. The gaps are filled by ``fields``. Here: points that come and go.
"""

BECAUSE = {
    "step_clean": "{more} le {on} : {years} de période probatoire sans infraction ayant entraîné un retrait",
    "step_clean_at_ceiling": (
        "Pas de points supplémentaires le {on}, après {years} de période probatoire sans infraction ayant entraîné "
        "un retrait : le solde est déjà de {balance}"
    ),
    "step_refused": (
        "Pas de points supplémentaires le {on} : une infraction qui entraîne un retrait a été commise le {other}, "
        "pendant la période probatoire"
    ),
    "step_refused_by_one_point": (
        "Pas de points supplémentaires le {on} : une infraction qui coûte 1 point a été commise le {other}, "
        "pendant la période probatoire, et le retour de ce point n'y change rien"
    ),
    "probation_clean": (
        "La période probatoire se termine le {on}, sans infraction ayant entraîné un retrait : "
        "votre permis porte désormais 12 points"
    ),
    "probation_clean_reduced": (
        "La période probatoire se termine dès le {on}, grâce à la formation complémentaire du {training} "
        "et sans infraction ayant entraîné un retrait : votre permis porte désormais 12 points"
    ),
    "probation_clean_by_aac": (
        "La période probatoire, qui a duré deux ans ou plus, se termine le {on}, jour où vous obtenez la catégorie B "
        "par l'apprentissage anticipé de la conduite, et sans infraction ayant entraîné un retrait : "
        "votre permis porte désormais 12 points"
    ),
    "probation_not_clean": (
        "La période probatoire se termine le {on} : le solde ne change pas, car une infraction qui entraîne "
        "un retrait a été commise le {other}, mais le plafond est désormais de 12 points"
    ),
    "taken": (
        "{withdrawn} le {on}, jour de la décision : l'infraction du {committed} est établie "
        "depuis le {final} par {fact}"
    ),
    "taken_at_once": "{withdrawn} le {on} : l'infraction du {committed} est établie ce jour-là par {fact}",
    "taken_novice": (
        "{withdrawn} le {on}, jour de la décision : l'infraction du {committed} est établie depuis le {final} "
        "par {fact} ; vous aviez votre permis depuis moins de deux ans, un stage était donc obligatoire"
    ),
    "taken_at_once_novice": (
        "{withdrawn} le {on} : l'infraction du {committed} est établie ce jour-là par {fact} ; "
        "vous aviez votre permis depuis moins de deux ans, un stage était donc obligatoire"
    ),
    "taken_within_limit": (
        "{withdrawn} sur {in_bareme} le {on} pour l'infraction du {committed} : "
        "des infractions commises au même moment ne coûtent ensemble que {limit} au plus"
    ),
    "limit_reached": (
        "Aucun point retiré le {on} pour l'infraction du {committed} : "
        "les infractions commises au même moment ont déjà coûté {limit}, le maximum"
    ),
    "no_points_in_bareme": (
        "Aucun point retiré le {on} : le {committed}, jour de l'infraction, le barème n'en prévoyait pas pour elle"
    ),
    "not_held_when_committed": (
        "Aucun point retiré le {on} : le {committed}, jour de l'infraction, "
        "vous n'aviez pas encore le permis obtenu le {obtained}"
    ),
    "not_held_when_committed_before_points": (
        "Aucun point retiré le {on} pour l'infraction du {committed} : "
        "votre permis ne porte de points sur 12 qu'à partir du {opening}"
    ),
    "not_held_when_committed_before_ban_end": (
        "Aucun point retiré le {on} pour l'infraction du {committed} : elle est antérieure aux 12 points "
        "que vous avez reçus le {points_given_again}, après l'interdiction de circuler en France"
    ),
    "lost_before_decision": (
        "Aucun point retiré pour l'infraction du {committed} : le {on}, jour de la décision, "
        "votre permis n'était plus valable depuis la lettre 48SI notifiée le {loss}"
    ),
    "lost_before_decision_annulled": (
        "Aucun point retiré pour l'infraction du {committed} : le {on}, jour de la décision, "
        "votre permis n'était plus valable depuis son annulation par un juge le {loss}"
    ),
    "lost_before_decision_banned": (
        "Aucun point retiré pour l'infraction du {committed} : le {on}, jour de la décision, "
        "vous n'aviez plus de points depuis l'interdiction de circuler en France notifiée le {loss}"
    ),
    "one_point_back": "Ce point revient le {on} : {one_point_delay} après {fact_on}",
    "one_point_back_late": (
        "Ce point revient le jour où il est retiré, le {on} : le délai {of_one_point_delay} qui suit "
        "{fact_on} était déjà passé, sans nouvelle infraction ayant entraîné un retrait"
    ),
    "one_point_interrupted": (
        "Ce point ne revient pas le {on} : une autre infraction, commise le {other} "
        "{one_point_within} {fact_on}, entraîne un retrait"
    ),
    "one_point_at_ceiling": "Ce point n'ajoute rien le {on} : le solde est déjà au plafond de {ceiling}",
    "full_back": (
        "Le solde revient à 12 points le {on} : deux ans après {full_fact_on}, "
        "sans nouvelle infraction ayant entraîné un retrait"
    ),
    "full_back_grave": (
        "Le solde revient à 12 points le {on} : trois ans après {full_fact_on}, sans nouvelle infraction ayant "
        "entraîné un retrait ; il faut trois ans et non deux quand l'une des infractions est un délit "
        "ou une contravention de la quatrième ou de la cinquième classe"
    ),
    "full_back_before_2011": (
        "Le solde revient à 12 points le {on} : trois ans après {full_fact_on}, sans nouvelle infraction ayant "
        "entraîné un retrait ; trois ans est le délai des infractions établies avant le 1er janvier 2011"
    ),
    "full_back_after_probation": (
        "Le solde revient à 12 points le {on}, à la fin de la période probatoire : le délai de {full_length} "
        "sans nouvelle infraction, ouvert par {full_fact_on}, s'est achevé pendant cette période, "
        "où il ne rend pas de points"
    ),
    "full_back_late": (
        "Le solde revient à 12 points le {on} : le délai de {full_length} sans nouvelle infraction, "
        "ouvert par {full_fact_on}, était déjà passé"
    ),
    "ten_years_back": "{they_return} le {on} : dix ans après {fact_on}",
    "ten_years_back_late": (
        "{they_return} le jour du retrait, le {on} : le délai de dix ans qui suit {fact_on} était déjà passé"
    ),
    "ten_years_back_part": ("{they_return} le {on}, dans la limite du plafond de {ceiling} : dix ans après {fact_on}"),
    "stage_back": "{given} le {on}, lendemain du stage {stage_days}",
    "stage_back_before_48si": (
        "{given} le {on}, lendemain du stage {stage_days} : la perte de tous vos points n'était pas encore notifiée, "
        "et ils s'ajoutent à un solde tombé à zéro ou plus bas, désormais de {balance}"
    ),
    "stage_back_part": (
        "{given} le {on}, lendemain du stage {stage_days} : "
        "un stage en rend 4 au plus, sans que le solde dépasse alors {balance}"
    ),
    "stage_without_points_alternative": (
        "Aucun point rendu : le stage {stage_days} a été suivi comme alternative aux poursuites"
    ),
    "stage_without_points_composition_penale": (
        "Aucun point rendu : le stage {stage_days} a été suivi dans le cadre d'une composition pénale"
    ),
    "stage_without_points_peine": "Aucun point rendu : le stage {stage_days} a été imposé par un jugement",
    "stage_too_soon": (
        "Aucun point rendu par le stage {stage_days} : il commence trop tôt après le stage terminé "
        "le {earlier_stage_end}, car un stage ne rend des points qu'une fois par an ; "
        "le premier jour possible était le {first_day_possible}"
    ),
    "stage_too_soon_two_years": (
        "Aucun point rendu par le stage {stage_days} : il commence trop tôt après le stage terminé "
        "le {earlier_stage_end}, car un stage ne rendait alors des points que tous les deux ans ; "
        "le premier jour possible était le {first_day_possible}"
    ),
    "stage_at_ceiling": (
        "Aucun point rendu par le stage {stage_days} : le solde était déjà de {balance}, "
        "et un stage ne peut pas le porter plus haut"
    ),
    "stage_not_held": (
        "Aucun point rendu par le stage {stage_days} : le {on}, jour où il prend effet, "
        "votre permis n'était plus valable depuis la lettre 48SI notifiée le {loss}"
    ),
    "stage_not_held_annulled": (
        "Aucun point rendu par le stage {stage_days} : le {on}, jour où il prend effet, "
        "votre permis n'était plus valable depuis son annulation par un juge le {loss}"
    ),
    "stage_not_held_banned": (
        "Aucun point rendu par le stage {stage_days} : le {on}, jour où il prend effet, "
        "vous n'aviez plus de points depuis l'interdiction de circuler en France notifiée le {loss}"
    ),
    "stage_not_held_yet": (
        "Aucun point rendu par le stage {stage_days} : le {on}, jour où il prend effet, "
        "vous n'aviez pas encore de permis qui porte des points sur 12"
    ),
}
