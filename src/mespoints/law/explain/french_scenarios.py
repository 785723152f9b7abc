"""The French sentences of a what-if: what is supposed, and what becomes of the licence then.

A fact supposed follows « si ». The gaps are filled by ``scenarios``.
"""

SENTENCES = {
    "if": "si",
    "nothing": "rien de nouveau n'arrive",
    "paiement": "vous payez l'amende de l'infraction du {offence} le {on}",
    "titre_executoire": "l'amende de l'infraction du {offence} est majorée le {on} (titre exécutoire)",
    "stage": "vous terminez un stage le {on}",
    "offence": "vous commettez et payez le {on} une infraction de plus ({label}, {points})",
    "withdrawal_annulled": "le retrait pour l'infraction du {offence} est annulé le {on}",
    "balance_on": "{balance} le {on}",
    "ceiling": "retour au plafond de {ceiling} le {on}",
    "twelve_again": "retour à 12 points le {on}",
    "twelve_first": "12 points le {on}",
    "never": "pas de retour à 12 points dans les douze ans",
    "with_lowest": "{course} ; solde le plus bas : {lowest}.",
    "at_twelve": "Le solde reste à 12 points.",
    "unchanged": "Le solde reste à {balance} : rien ne doit le ramener à 12 points dans les douze ans.",
    "zero": (
        "Le {on}, le solde tombe à zéro : la lettre 48SI peut alors vous être notifiée, et le permis perd sa validité "
        "le jour où elle l'est."
    ),
    "zero_already": (
        "Le solde est nul : la lettre 48SI peut vous être notifiée, et le permis perd sa validité "
        "le jour où elle l'est."
    ),
    "zero_foreign": (
        "Le {on}, le solde tombe à zéro : l'interdiction de circuler en France pendant un an peut alors vous être "
        "notifiée."
    ),
    "zero_already_foreign": (
        "Le solde est nul : l'interdiction de circuler en France pendant un an peut vous être notifiée."
    ),
    "zero_course": "Sans cette notification : {course}.",
    "held_again": "Le permis redevient valable le {on}, avec {balance}.",
    "ban_over": "L'interdiction de circuler en France prend fin : {balance} le {on}.",
    "held_again_course": "Ensuite : {course}.",
    "loses": (
        "Le {on}, le permis perd sa validité : sans le retrait annulé, une lettre 48SI notifiée avant ce jour "
        "prend effet."
    ),
    "lost": "Le permis n'est plus valable, et aucun point n'y revient.",
}
