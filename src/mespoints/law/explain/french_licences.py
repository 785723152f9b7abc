"""The French sentences of what happens to a licence, with their gaps: obtained, lost, its decisions undone.

The article and the full stop are added after them. Keys: ``choice.because_key``.
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
        "Votre permis, obtenu le {opening_licence}, porte 12 points le {on}, "
        "jour où le nombre maximal de points est passé à 12"
    ),
    "obtained_by_foreign_holder": (
        "Votre permis étranger porte 12 points le {on}, premier jour où vous conduisez en France, "
        "sans période probatoire"
    ),
    "obtained_by_foreign_holder_in_2017": (
        "Votre permis étranger porte 12 points le {on}, jour où la loi en a donné à ceux qui conduisent en France "
        "avec un permis étranger, sans période probatoire"
    ),
    "points_after_ban": (
        "Vous avez de nouveau 12 points le {on}, un an après l'interdiction de circuler en France notifiée le {ban}"
    ),
    "french_licence_same_points": (
        "Le permis français obtenu le {on} à la suite de votre permis étranger porte le même nombre de points : "
        "{balance}"
    ),
    "french_licence_in_probation": (
        "Le permis français obtenu le {on} à la suite de votre permis étranger ouvre une période probatoire "
        "de {probation_length} : il porte {balance}, sous un plafond de {ceiling}"
    ),
    "french_licence_without_effect": (
        "Le permis français obtenu le {on} ne reprend aucun point : vous n'aviez pas ce jour-là de permis étranger "
        "valable en France"
    ),
    "carried_over": "Le solde de {balance} est repris d'un autre fichier ou d'un permis étranger le {on}",
    "carried_over_on_lost_licence": (
        "Le solde d'un autre fichier n'est pas repris le {on} : "
        "votre permis n'était plus valable depuis la lettre 48SI notifiée le {loss}"
    ),
    "carried_over_on_lost_licence_annulled": (
        "Le solde d'un autre fichier n'est pas repris le {on} : "
        "votre permis n'était plus valable depuis son annulation par un juge le {loss}"
    ),
    "carried_over_on_lost_licence_banned": (
        "Le solde d'un autre fichier n'est pas repris le {on} : "
        "vous n'aviez plus de points depuis l'interdiction de circuler en France notifiée le {loss}"
    ),
    "carried_over_on_lost_licence_yet": (
        "Le solde d'un autre fichier n'est pas repris le {on} : "
        "vous n'aviez pas encore de permis qui porte des points sur 12"
    ),
    "annulment_back": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : "
        "le solde devient celui que vous auriez sans lui, soit {more}"
    ),
    "annulment_back_less": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : "
        "le solde devient celui que vous auriez sans lui, soit {fewer}"
    ),
    "annulment_back_still_at_zero": (
        "Le retrait pour l'infraction du {committed} est annulé le {on} : "
        "le solde devient celui que vous auriez sans lui, soit {more}, ce qui le laisse nul"
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
    "letter_48si_overtaken": (
        "La lettre 48SI notifiée le {on} ne change rien : elle annonce que l'infraction du {named_offence} "
        "vous a coûté vos derniers points, mais le solde est redevenu positif depuis ce retrait"
    ),
    "letter_48si_foreign": (
        "La lettre 48SI notifiée le {on} ne change rien : elle n'invalide pas un permis étranger, "
        "dont le titulaire reçoit, au solde nul, une interdiction de circuler en France"
    ),
    "letter_48si_suspended": (
        "Un juge suspend le {on} la lettre 48SI notifiée le {letter} : en attendant le jugement, "
        "votre permis est de nouveau valable, avec {balance}"
    ),
    "letter_48si_suspended_at_zero": (
        "Un juge suspend le {on} la lettre 48SI notifiée le {letter} : en attendant le jugement, "
        "elle n'invalide plus votre permis, mais son solde est nul"
    ),
    "letter_48si_suspension_over": (
        "La suspension de la lettre 48SI notifiée le {letter}, décidée le {suspended}, est terminée : "
        "depuis le {on}, cette lettre a de nouveau tout son effet"
    ),
    "letter_48si_annulled": (
        "La lettre 48SI notifiée le {letter} est annulée le {on} : elle est censée n'avoir jamais invalidé "
        "votre permis, dont le solde est de {balance}"
    ),
    "letter_48si_annulled_at_zero": (
        "La lettre 48SI notifiée le {letter} est annulée le {on} : elle est censée n'avoir jamais invalidé "
        "votre permis, mais son solde est nul"
    ),
    "letter_48si_annulled_new_licence": (
        "La lettre 48SI notifiée le {letter} est annulée le {on}, mais vous avez obtenu un nouveau permis depuis : "
        "rien ne change tant que vous ne demandez pas à l'échanger contre l'ancien"
    ),
    "letter_48si_not_in_force": (
        "La décision du {on} sur une lettre 48SI ne change pas la validité de votre permis : "
        "cette lettre ne l'en privait pas, ou n'était pas seule à l'en priver"
    ),
    "withdrawal_suspended": (
        "Un juge suspend le {on} le retrait pour l'infraction du {committed} : en attendant le jugement, "
        "le solde devient celui que vous auriez sans lui, soit {more}"
    ),
    "withdrawal_suspended_less": (
        "Un juge suspend le {on} le retrait pour l'infraction du {committed} : en attendant le jugement, "
        "le solde devient celui que vous auriez sans lui, soit {fewer}"
    ),
    "withdrawal_suspended_still_at_zero": (
        "Un juge suspend le {on} le retrait pour l'infraction du {committed} : en attendant le jugement, "
        "le solde devient celui que vous auriez sans lui, soit {more}, ce qui le laisse nul"
    ),
    "withdrawal_suspended_held_again": (
        "Un juge suspend le {on} le retrait pour l'infraction du {committed} : sans lui votre permis n'aurait pas été "
        "invalidé, il est donc de nouveau valable en attendant le jugement, avec {balance}"
    ),
    "withdrawal_suspended_held_again_at_zero": (
        "Un juge suspend le {on} le retrait pour l'infraction du {committed} : sans lui votre permis n'aurait pas été "
        "invalidé alors, mais d'autres retraits laissent le solde nul"
    ),
    "withdrawal_suspended_no_change": (
        "Un juge suspend le {on} le retrait pour l'infraction du {committed} : le solde est le même avec ou sans lui"
    ),
    "withdrawal_suspension_over": (
        "La suspension du retrait pour l'infraction du {committed}, décidée le {suspended}, est terminée : "
        "depuis le {on}, ce retrait compte de nouveau, soit {fewer}"
    ),
    "withdrawal_suspension_over_at_zero": (
        "La suspension du retrait pour l'infraction du {committed}, décidée le {suspended}, est terminée : "
        "depuis le {on}, ce retrait compte de nouveau, soit {fewer}, ce qui laisse le solde nul"
    ),
    "withdrawal_suspension_over_more": (
        "La suspension du retrait pour l'infraction du {committed}, décidée le {suspended}, est terminée : "
        "depuis le {on}, ce retrait compte de nouveau, et le solde devient celui que vous auriez eu sans "
        "cette suspension, soit {more}"
    ),
    "withdrawal_suspension_over_lost_again": (
        "La suspension du retrait pour l'infraction du {committed}, décidée le {suspended}, est terminée : "
        "depuis le {on}, ce retrait compte de nouveau, et vous n'avez de nouveau plus le droit de conduire"
    ),
    "withdrawal_suspension_over_no_change": (
        "La suspension du retrait pour l'infraction du {committed}, décidée le {suspended}, est terminée : "
        "le {on}, le solde reste le même"
    ),
    "exchanged": (
        "Le {on}, vous rendez le permis obtenu le {new_licence} et reprenez l'ancien, dont l'invalidation est "
        "effacée : il porte {balance}"
    ),
    "exchange_refused": (
        "L'échange de permis demandé le {on} n'est pas possible : il faut un nouveau permis à rendre, et un ancien "
        "dont l'invalidation soit effacée et le solde positif"
    ),
    "letter_48si_void": ("La lettre 48SI notifiée le {on} ne change rien : il vous restait des points ce jour-là"),
    "letter_48si_not_held": (
        "La lettre 48SI notifiée le {on} ne change rien : "
        "votre permis n'était plus valable depuis la lettre 48SI notifiée le {loss}"
    ),
    "letter_48si_not_held_annulled": (
        "La lettre 48SI notifiée le {on} ne change rien : "
        "votre permis n'était plus valable depuis son annulation par un juge le {loss}"
    ),
    "letter_48si_not_held_banned": (
        "La lettre 48SI notifiée le {on} ne change rien : "
        "vous n'aviez plus de points depuis l'interdiction de circuler en France notifiée le {loss}"
    ),
    "letter_48si_not_held_yet": (
        "La lettre 48SI notifiée le {on} ne change rien : vous n'aviez pas encore de permis qui porte des points sur 12"
    ),
    "lost_by_judge": (
        "Un juge annule votre permis le {on} : il ne porte plus de points et vous perdez le droit de conduire"
    ),
    "judge_not_held_annulled": (
        "L'annulation prononcée par un juge le {on} ne change pas le solde : "
        "votre permis n'était plus valable depuis son annulation par un juge le {loss}"
    ),
    "judge_not_held_yet": (
        "L'annulation prononcée par un juge le {on} ne change pas le solde : "
        "vous n'aviez pas encore de permis qui porte des points sur 12"
    ),
    "banned": (
        "L'interdiction de circuler en France vous est notifiée le {on} alors que le solde est nul : "
        "vous ne devez pas y conduire avant le {points_again}, jour où vous aurez de nouveau des points"
    ),
    "ban_without_effect": (
        "L'interdiction de circuler notifiée le {on} ne change rien : elle ne vaut que pour un permis étranger "
        "encore valable en France et dont le solde est nul"
    ),
}
