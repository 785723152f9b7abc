"""The French sentences of a movement still to come, the headings, and the words that fill gaps."""

UPCOMING = {
    "step_clean": "Le {on}, vous recevrez {more} {if_clean} : cela fera {years} de période probatoire",
    "probation_clean": "Le {on}, votre période probatoire se terminera, et votre permis portera 12 points {if_clean}",
    "probation_clean_reduced": (
        "Le {on}, votre période probatoire se terminera grâce à la formation complémentaire du {training}, "
        "et votre permis portera 12 points, {if_clean}, et si votre droit de conduire n'est pas suspendu"
    ),
    "probation_not_clean": (
        "Le {on}, votre période probatoire se terminera : le solde ne changera pas, car une infraction qui entraîne "
        "un retrait a été commise le {other}, mais le plafond passera à 12 points"
    ),
    "points_after_ban": (
        "Le {on}, vous aurez de nouveau 12 points pour conduire en France : ce sera un an après l'interdiction "
        "de circuler notifiée le {ban}"
    ),
    "one_point_back": "Le {on}, vous retrouverez 1 point {if_clean} : ce sera {one_point_delay} après {fact_on}",
    "full_back": "Le {on}, votre solde reviendra à 12 points {if_clean} : ce sera deux ans après {full_fact_on}",
    "full_back_grave": (
        "Le {on}, votre solde reviendra à 12 points {if_clean} : ce sera trois ans après {full_fact_on}, "
        "délai qui vaut quand l'une des infractions est un délit ou une contravention de la quatrième "
        "ou de la cinquième classe"
    ),
    "full_back_before_2011": (
        "Le {on}, votre solde reviendra à 12 points {if_clean} : ce sera trois ans après {full_fact_on}, "
        "délai des infractions établies avant le 1er janvier 2011"
    ),
    "full_back_after_probation": (
        "Le {on}, à la fin de votre période probatoire, votre solde reviendra à 12 points {if_clean} : "
        "le délai de {full_length} ouvert par {full_fact_on} s'achève pendant cette période, "
        "où il ne rend pas de points"
    ),
    "ten_years_back": (
        "Le {on}, vous retrouverez {short} si votre permis est toujours valable : ce sera dix ans après {fact_on}"
    ),
    "ten_years_back_part": (
        "Le {on}, vous retrouverez {short} si votre permis est toujours valable, dans la limite du plafond "
        "de {ceiling} : ce sera dix ans après {fact_on}"
    ),
    "stage_back": "Le {on}, le stage {stage_days} vous rendra {short}",
    "stage_back_before_48si": (
        "Le {on}, le stage {stage_days} vous rendra {short}, ce qui portera le solde à {balance}, "
        "si la perte de tous vos points n'est pas notifiée avant"
    ),
    "stage_back_part": "Le {on}, le stage {stage_days} vous rendra {short}, sans que le solde dépasse alors {balance}",
}

HEADINGS = {
    "obtained": "Permis obtenu",
    "obtained_again": "Nouveau permis obtenu",
    "foreign_points": "Points d'un permis étranger",
    "points_after_ban": "Fin de l'interdiction de circuler",
    "french_licence": "Permis français après un permis étranger",
    "french_licence_without_effect": "Permis français sans reprise de points",
    "carried_over": "Solde repris",
    "carried_over_on_lost_licence": "Solde non repris",
    "step_clean": "Une année de période probatoire",
    "step_refused": "Une année de période probatoire",
    "probation_end": "Fin de la période probatoire",
    "offence": "Infraction ({class_words})",
    "one_point_back": "Retour d'un point",
    "one_point_interrupted": "Point non rendu",
    "one_point_at_ceiling": "Point non rendu",
    "full_back": "Retour à 12 points",
    "ten_years_back": "Retour de points après dix ans",
    "stage": "Stage de sensibilisation",
    "annulment": "Retrait annulé",
    "withdrawal_suspended": "Retrait suspendu par un juge",
    "withdrawal_suspension_over": "Fin de la suspension d'un retrait",
    "letter_48si_suspended": "Lettre 48SI suspendue par un juge",
    "letter_48si_suspension_over": "Fin de la suspension de la lettre 48SI",
    "letter_48si_annulled": "Lettre 48SI annulée",
    "letter_48si_not_in_force": "Décision sans effet sur le permis",
    "exchanged": "Échange du nouveau permis contre l'ancien",
    "exchange_refused": "Échange de permis impossible",
    "banned": "Interdiction de circuler en France",
    "ban_without_effect": "Interdiction de circuler sans effet",
    "lost_by_48si": "Permis invalidé (lettre 48SI)",
    "letter_48si": "Lettre 48SI sans effet",
    "lost_by_judge": "Permis annulé par un juge",
    "judge_not_held": "Annulation sans effet sur le solde",
}

WORDS = {
    "no_offence": "si vous ne commettez pas d'infraction d'ici là",
    "no_letter": "si la lettre 48SI n'est pas notifiée avant",
    "no_ban": "si l'interdiction de circuler en France n'est pas notifiée avant",
    "no_pending": "si aucune infraction en attente n'entraîne de retrait",
    "carried_fact_on": "la dernière infraction connue au moment de la reprise du solde, établie le",
    "fewer": "{n} de moins",
    "of_6": "de six mois",
    "of_12": "d'un an",
    "within_6": "dans les six mois qui suivent",
    "within_12": "dans l'année qui suit",
    "alinea": "al. {n}",
    "last_alinea": "dernier al.",
    "and": "et",
    "decision": "Conseil d'État, {day}",
    "decision_numbered": "Conseil d'État, {day}, n°\N{NO-BREAK SPACE}{number}",
    "articles_and_decision": "{articles} ; {decision}",
    "former_code": "ancien code de la route, art. L. 11 et suivants",
    "class_c1": "1re classe",
    "class_c2": "2e classe",
    "class_c3": "3e classe",
    "class_c4": "4e classe",
    "class_c5": "5e classe",
    "class_delit": "délit",
    "class_contravention": "contravention",
}
