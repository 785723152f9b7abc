"""The French sentences of a duty, of the advice on a stage, and of a status."""

DUTIES = {
    "mandatory_stage.title": "Stage obligatoire",
    "mandatory_stage.to_do": (
        "Suivez un stage de sensibilisation à la sécurité routière au plus tard le {long_on} ; "
        "vous pourrez ensuite demander le remboursement de l'amende."
    ),
    "mandatory_stage.otherwise": (
        "Sans ce stage, vous risquez une amende de 750 euros au plus et la suspension de votre permis "
        "pour trois ans au plus."
    ),
    "mandatory_stage.because": (
        "Un stage est obligatoire au plus tard le {long_on}, quatre mois après la lettre 48N notifiée le {opened} : "
        "une infraction commise pendant la période probatoire vous a coûté au moins 3 points"
    ),
    "mandatory_stage_before_2004.because": (
        "Un stage est obligatoire au plus tard le {long_on}, trois mois après la lettre notifiée le {opened} : "
        "une infraction commise moins de deux ans après l'obtention du permis vous a coûté au moins 4 points"
    ),
    "restitution.title": "Permis à remettre au préfet",
    "restitution.to_do": (
        "Ne conduisez plus et remettez votre permis au préfet de votre département de résidence "
        "au plus tard le {long_on}."
    ),
    "restitution.otherwise": (
        "Refuser de le remettre, ou conduire malgré l'injonction, est un délit puni de deux ans d'emprisonnement "
        "et de 4 500 euros d'amende au plus."
    ),
    "restitution.because": (
        "Le permis est à remettre au plus tard le {long_on}, dix jours francs après la lettre 48SI notifiée "
        "le {opened} : ni le jour de la notification ni celui du terme ne comptent"
    ),
    "restitution_before_2008.because": (
        "Le permis est à remettre au plus tard le {long_on}, une semaine après la lettre notifiée le {opened}"
    ),
    "new_licence.title": "Nouveau permis possible",
    "new_licence.to_do": (
        "Un nouveau permis peut être obtenu à partir du {long_on}, à condition d'être reconnu apte après un examen "
        "médical et psychotechnique, à vos frais."
    ),
    "new_licence.otherwise": (
        "Si vous aviez ce permis depuis au moins trois ans et si vous faites la demande au plus tard le {until}, "
        "seule l'épreuve théorique est à repasser ; sinon, toutes les épreuves le sont."
    ),
    "new_licence_after_a_year.otherwise": "Toutes les épreuves du permis sont à repasser.",
    "new_licence.because": (
        "Un nouveau permis peut être obtenu à partir du {long_on}, six mois après la remise de l'ancien le {opened}"
    ),
    "new_licence_after_a_year.because": (
        "Un nouveau permis peut être obtenu à partir du {long_on}, un an après la remise de l'ancien le {opened} : "
        "c'est la deuxième perte de tous les points en cinq ans"
    ),
}

STAGES = {
    "useful": "Un stage suivi maintenant vous rendrait {gain} : votre solde passerait à {balance_after}.",
    "little_to_gain": (
        "Un stage suivi maintenant ne vous rendrait que {gain}, sur 4 possibles : votre solde passerait à "
        "{balance_after}, et un autre stage ne pourrait en rendre que s'il commence le {again_on} ou après."
    ),
    "overtaken": (
        "Un stage suivi maintenant ne servirait à rien : il prendrait effet le {effective_on}, et sans lui vous devez "
        "avoir au moins autant de points ce jour-là {if_clean}."
    ),
    "too_soon": (
        "Un stage ne rend des points qu'{rhythm}, et le dernier s'est terminé le {last_stage} : le prochain peut vous "
        "rendre {useful_gain} s'il commence le {useful_on} ou après."
    ),
    "too_soon_for_nothing": (
        "Un stage ne rend des points qu'{rhythm}, et le dernier s'est terminé le {last_stage} : le prochain ne "
        "pourrait en rendre que s'il commence le {allowed_from} ou après, et vos points doivent être revenus "
        "d'eux-mêmes avant qu'il prenne effet, {if_clean}."
    ),
    "too_soon_at_zero": (
        "Votre solde est nul, et un stage ne rend des points qu'{rhythm} : le dernier s'est terminé le {last_stage}, "
        "et le prochain ne peut en rendre que s'il commence le {useful_on} ou après, et si la lettre 48SI n'est pas "
        "notifiée d'ici là."
    ),
    "nothing_to_gain": "Un stage ne vous rendrait aucun point : il ne peut pas porter le solde au-dessus de 11 points.",
    "at_ceiling_until": (
        "Un stage ne vous rendrait aucun point aujourd'hui : votre solde est au plafond de {ceiling}. "
        "S'il commence le {useful_on} ou après, il pourra vous rendre {useful_gain} : le plafond sera alors "
        "de {useful_ceiling}."
    ),
    "at_ceiling": "Un stage ne vous rendrait aucun point : votre solde est déjà au plafond de {ceiling}.",
    "not_held": "Votre permis n'est plus valable : un stage ne peut plus y rendre de points.",
    "banned": "Tant que dure l'interdiction de circuler en France, un stage ne peut pas vous rendre de points.",
    "zero": (
        "Votre solde est nul, mais la lettre 48SI n'est pas encore notifiée : un stage de deux jours terminé au plus "
        "tard la veille de sa notification vous rendrait {gain}, porterait le solde à {balance_after} "
        "et garderait votre permis valable."
    ),
    "zero_not_enough": (
        "Votre solde est nul, et un stage suivi maintenant ne suffirait pas à le rendre positif : "
        "le permis perdra sa validité quand la lettre 48SI vous sera notifiée."
    ),
    "too_soon_at_zero_foreign": (
        "Votre solde est nul, et un stage ne rend des points qu'{rhythm} : le dernier s'est terminé le {last_stage}, "
        "et le prochain ne peut en rendre que s'il commence le {useful_on} ou après, et si l'interdiction de circuler "
        "en France n'est pas notifiée d'ici là."
    ),
    "zero_foreign": (
        "Votre solde est nul, mais l'interdiction de circuler en France n'est pas encore notifiée : un stage de deux "
        "jours terminé au plus tard la veille de sa notification vous rendrait {gain}, porterait le solde à "
        "{balance_after} et vous l'éviterait."
    ),
    "zero_not_enough_foreign": (
        "Votre solde est nul, et un stage suivi maintenant ne suffirait pas à le rendre positif : l'interdiction de "
        "circuler en France prendra effet quand elle vous sera notifiée."
    ),
    "more_later": (
        "Sans stage d'ici là, un stage commencé le {more_on} ou après pourrait vous rendre {more_gain} : le plafond "
        "sera alors de {more_ceiling}."
    ),
    "more_later_if_not_now": (
        "Si rien ne presse, mieux vaut attendre le {more_on} : le plafond sera alors de {more_ceiling}, et un stage "
        "pourrait vous rendre {more_gain}, à moins qu'un autre en ait rendu dans l'année."
    ),
    "more_if_pending": (
        "Si l'infraction en attente entraîne un retrait, un stage suivi après la décision pourrait vous rendre "
        "{pending_gain}, à moins qu'un autre en ait rendu dans l'année."
    ),
    "more_if_several_pending": (
        "Si les infractions en attente entraînent un retrait, un stage suivi après les décisions pourrait vous rendre "
        "{pending_gain}, à moins qu'un autre en ait rendu dans l'année."
    ),
    "pending_to_zero": (
        "L'infraction en attente peut vous coûter {lost} : sans stage avant la décision, le solde serait alors nul."
    ),
    "several_pending_to_zero": (
        "Les infractions en attente peuvent vous coûter {lost} : sans stage avant les décisions, le solde serait "
        "alors nul."
    ),
    "pending_to_zero_anyway": "L'infraction en attente peut vous coûter {lost} : le solde serait alors nul.",
    "several_pending_to_zero_anyway": (
        "Les infractions en attente peuvent vous coûter {lost} : le solde serait alors nul."
    ),
    "otherwise": (
        "Sans stage, le solde doit revenir à 12 points le {matched_on} {if_clean} : à partir de ce jour, attendre "
        "donne autant."
    ),
    "otherwise_as_much": (
        "Sans stage, vous devez avoir au moins autant de points à partir du {matched_on} {if_clean}."
    ),
    "soon_otherwise": (
        "Mais attendre peut suffire : sans stage, vous devez avoir au moins autant de points dès le {matched_on} "
        "{if_clean}."
    ),
    "never_otherwise": "Sans stage, attendre n'en donnera pas autant dans les douze ans.",
    "once_a_year": "une fois par an",
    "once_in_two_years": "une fois tous les deux ans",
}

STATUSES = {
    "valid": "Permis valide",
    "suspended": "Permis valide, droit de conduire suspendu jusqu'au {until}",
    "zero": "Solde nul : lettre 48SI en attente",
    "zero_foreign": "Solde nul : interdiction de circuler en attente",
    "zero_suspended": "Solde nul : lettre 48SI en attente, droit de conduire suspendu jusqu'au {until}",
    "invalidated": "Permis invalidé",
    "annulled": "Permis annulé",
    "banned": "Interdiction de circuler en France",
}
