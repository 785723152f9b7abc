"""The French sentences of a movement, with their gaps. The article and the full stop are added after them.

Keys: ``choice.because_key``, ``choice.upcoming_key``. The gaps are filled by ``fields``.
"""

BECAUSE = {
    "obtained_with_6": (
        "Votre permis commence avec 6 points le {on}, jour où vous l'avez obtenu, "
        "et une période probatoire de {probation_length} s'ouvre"
    ),
    "obtained_with_6_again": (
        "Votre nouveau permis commence avec 6 points le {on}, quel que soit le solde de l'ancien, "
        "et une période probatoire de {probation_length} s'ouvre"
    ),
    "obtained_with_12": "Votre permis commence avec 12 points le {on}, sans période probatoire",
    "obtained_with_12_again": (
        "Votre nouveau permis commence avec 12 points le {on}, quel que soit le solde de l'ancien, "
        "sans période probatoire"
    ),
    "obtained_with_12_before_2004": (
        "Votre permis commence avec 12 points le {on} : la période probatoire n'existe "
        "que pour les permis obtenus depuis le 1er mars 2004"
    ),
    "obtained_with_12_in_1992": (
        "Votre permis, obtenu le {obtained}, porte 12 points le {on}, "
        "jour où le nombre maximal de points est passé à 12"
    ),
    "carried_over": "Le solde de {balance} est repris d'un autre fichier ou d'un permis étranger le {on}",
    "carried_over_on_lost_licence": (
        "Le solde d'un autre fichier n'est pas repris le {on} : vous ne déteniez pas de permis valable ce jour-là"
    ),
    "step_clean": "{more} le {on} : {years} de permis sans infraction ayant entraîné un retrait",
    "step_refused": (
        "Pas de points supplémentaires le {on} : une infraction commise depuis l'obtention du permis "
        "a entraîné un retrait"
    ),
    "probation_clean": (
        "La période probatoire se termine le {on}, sans infraction ayant entraîné un retrait : "
        "votre permis porte désormais 12 points"
    ),
    "probation_clean_reduced": (
        "La période probatoire se termine dès le {on}, grâce à la formation complémentaire du {training} "
        "et sans infraction ayant entraîné un retrait : votre permis porte désormais 12 points"
    ),
    "probation_not_clean": (
        "La période probatoire se termine le {on} : le solde ne change pas, car une infraction commise "
        "depuis l'obtention du permis a entraîné un retrait, mais le plafond est désormais de 12 points"
    ),
    "taken": (
        "{withdrawn} le {on}, jour de la décision : l'infraction du {committed} est établie "
        "depuis le {final} par {fact}"
    ),
    "taken_at_once": "{withdrawn} le {on} : l'infraction du {committed} est établie ce jour-là par {fact}",
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
    "lost_before_decision": (
        "Aucun point retiré : le {on}, jour de la décision, vous aviez déjà perdu le permis "
        "détenu le {committed}, jour de l'infraction"
    ),
    "one_point_back": "Ce point revient le {on} : {one_point_delay} après {fact_on}",
    "one_point_back_late": (
        "Ce point revient le jour où il est retiré, le {on} : le délai {of_one_point_delay} qui suit "
        "{fact_on} était déjà passé, sans nouvelle infraction ayant entraîné un retrait"
    ),
    "one_point_interrupted": (
        "Ce point ne revient pas le {on} : une autre infraction, commise le {other} "
        "{one_point_within} {fact_on}, a entraîné un retrait"
    ),
    "one_point_interrupted_unnamed": (
        "Ce point ne revient pas le {on} : une autre infraction, commise "
        "{one_point_within} {fact_on}, a entraîné un retrait"
    ),
    "one_point_at_ceiling": "Ce point n'ajoute rien le {on} : le solde est déjà au plafond de {ceiling}",
    "full_back": (
        "Le solde revient à 12 points le {on} : deux ans après {full_fact_on}, "
        "sans nouvelle infraction ayant entraîné un retrait"
    ),
    "full_back_36": (
        "Le solde revient à 12 points le {on} : trois ans après {full_fact_on}, sans nouvelle infraction ayant "
        "entraîné un retrait ; il faut trois ans et non deux quand l'une des infractions est un délit "
        "ou une contravention de la quatrième ou de la cinquième classe"
    ),
    "full_back_before_2011": (
        "Le solde revient à 12 points le {on} : trois ans après {full_fact_on}, sans nouvelle infraction ayant "
        "entraîné un retrait ; trois ans est le délai des infractions établies avant le 1er janvier 2011"
    ),
    "full_back_after_probation": (
        "Le solde revient à 12 points le {on}, à la fin de la période probatoire : le délai sans nouvelle infraction "
        "ouvert par {full_fact_on} s'est achevé pendant cette période, où il ne rend pas de points"
    ),
    "full_back_late": (
        "Le solde revient à 12 points le {on} : le délai sans nouvelle infraction ouvert par {full_fact_on} "
        "était déjà passé"
    ),
    "full_back_plain": (
        "Le solde revient à 12 points le {on} : le délai sans nouvelle infraction ayant entraîné un retrait est passé"
    ),
    "ten_years_back": "{they_return} le {on} : dix ans après {fact_on}",
    "ten_years_back_late": (
        "{they_return} le jour du retrait, le {on} : le délai de dix ans qui suit {fact_on} était déjà passé"
    ),
    "ten_years_back_part": ("{they_return} le {on}, dans la limite du plafond de {ceiling} : dix ans après {fact_on}"),
    "stage_back": "{given} le {on}, lendemain du stage {stage_days}",
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
        "Aucun point rendu par le stage {stage_days} : il commence trop tôt après le précédent, "
        "car un stage ne rend des points qu'une fois par an"
    ),
    "stage_too_soon_two_years": (
        "Aucun point rendu par le stage {stage_days} : il commence trop tôt après le précédent, "
        "car un stage ne rendait alors des points que tous les deux ans"
    ),
    "stage_at_ceiling": (
        "Aucun point rendu par le stage {stage_days} : le solde était déjà de {balance}, "
        "et un stage ne peut pas le porter plus haut"
    ),
    "stage_not_held": (
        "Aucun point rendu par le stage {stage_days} : le {on}, jour où il prend effet, "
        "vous ne déteniez pas de permis valable"
    ),
    "annulment_back": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : "
        "le solde devient celui que vous auriez sans lui, soit {more}"
    ),
    "annulment_back_less": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : "
        "le solde devient celui que vous auriez sans lui, soit {fewer}"
    ),
    "annulment_held_again": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : sans lui votre permis n'aurait pas été "
        "invalidé, il redevient donc valable, avec {balance}"
    ),
    "annulment_held_again_at_zero": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : sans lui votre permis n'aurait pas été "
        "invalidé alors, mais d'autres retraits laissent le solde nul"
    ),
    "annulment_no_change": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : le solde est le même avec ou sans lui"
    ),
    "lost_by_48si": (
        "La lettre 48SI, notifiée le {on} alors que le solde était nul, invalide votre permis : "
        "vous perdez le droit de conduire"
    ),
    "letter_48si_void": ("La lettre 48SI notifiée le {on} ne change rien : il vous restait des points ce jour-là"),
    "letter_48si_not_held": (
        "La lettre 48SI notifiée le {on} ne change rien : vous ne déteniez pas de permis valable ce jour-là"
    ),
    "lost_by_judge": (
        "Un juge annule votre permis le {on} : il ne porte plus de points et vous perdez le droit de conduire"
    ),
    "judge_not_held": (
        "L'annulation prononcée par un juge le {on} ne change pas le solde : "
        "vous ne déteniez pas de permis valable ce jour-là"
    ),
}

UPCOMING = {
    "step_clean": "Le {on}, vous recevrez {more} {if_clean} : cela fera {years} de permis",
    "probation_clean": "Le {on}, votre période probatoire se terminera, et votre permis portera 12 points {if_clean}",
    "probation_clean_reduced": (
        "Le {on}, votre période probatoire se terminera grâce à la formation complémentaire du {training}, "
        "et votre permis portera 12 points, {if_clean}, et si votre droit de conduire n'est pas suspendu"
    ),
    "probation_not_clean": (
        "Le {on}, votre période probatoire se terminera : le solde ne changera pas, mais le plafond passera à 12 points"
    ),
    "one_point_back": "Le {on}, vous retrouverez 1 point {if_clean} : ce sera {one_point_delay} après {fact_on}",
    "full_back": "Le {on}, votre solde reviendra à 12 points {if_clean} : ce sera deux ans après {full_fact_on}",
    "full_back_36": (
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
        "le délai ouvert par {full_fact_on} s'achève pendant cette période, où il ne rend pas de points"
    ),
    "full_back_plain": "Le {on}, votre solde reviendra à 12 points {if_clean}",
    "ten_years_back": (
        "Le {on}, vous retrouverez {short} si votre permis est toujours valable : ce sera dix ans après {fact_on}"
    ),
    "ten_years_back_part": (
        "Le {on}, vous retrouverez {short} si votre permis est toujours valable, dans la limite du plafond "
        "de {ceiling} : ce sera dix ans après {fact_on}"
    ),
    "stage_back": "Le {on}, le stage {stage_days} vous rendra {short}",
    "stage_back_part": "Le {on}, le stage {stage_days} vous rendra {short}, sans que le solde dépasse alors {balance}",
}

HEADINGS = {
    "obtained": "Permis obtenu",
    "obtained_again": "Nouveau permis obtenu",
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
    "lost_by_48si": "Permis invalidé (lettre 48SI)",
    "letter_48si": "Lettre 48SI sans effet",
    "lost_by_judge": "Permis annulé par un juge",
    "judge_not_held": "Annulation sans effet sur le solde",
}

WORDS = {
    "no_offence": "si vous ne commettez pas d'infraction d'ici là",
    "no_letter": "si la lettre 48SI n'est pas notifiée avant",
    "no_pending": "si aucune infraction en attente n'entraîne de retrait",
    "carried_fact_on": "la dernière infraction connue au moment de la reprise du solde, établie le",
    "fewer": "{n} de moins",
    "of_6": "de six mois",
    "of_12": "d'un an",
    "within_6": "dans les six mois qui suivent",
    "within_12": "dans l'année qui suit",
    "alinea": "al. {n}",
    "and": "et",
    "former_code": "ancien code de la route, art. L. 11 et suivants",
    "class_c1": "1re classe",
    "class_c2": "2e classe",
    "class_c3": "3e classe",
    "class_c4": "4e classe",
    "class_c5": "5e classe",
    "class_delit": "délit",
    "class_contravention": "contravention",
}
