"""The French sentences of the points that are missing, with their gaps (``missing``)."""

SENTENCES = {
    "same_day": "{own_points_return} le même jour, le {on}, à la même condition.",
    "restarted": (
        "Ce délai compte depuis la dernière infraction établie : ouvert le {own}, il est reparti le {last} "
        "avec l'infraction commise le {committed}."
    ),
    "backstop_one": (
        "Même si une infraction empêche ce retour, ce point revient le {on} au plus tard, dix ans après {fact_on}, "
        "si votre permis est toujours valable."
    ),
    "backstop_many": (
        "Même si une infraction empêche ce retour, ces points reviennent le {on} au plus tard, dix ans après "
        "{fact_on}, si votre permis est toujours valable."
    ),
    "no_backstop_c5": "Le retour après dix ans n'existe pas pour une contravention de la cinquième classe.",
    "no_backstop_delit": "Le retour après dix ans n'existe pas pour un délit.",
    "only_stage": "Seul un stage peut vous rendre des points.",
    "new_licence": "Un nouveau permis aura ses propres points, sans ces retraits.",
    "in_probation": "Personne ne vous les a retirés : un permis probatoire ne les porte pas encore.",
    "not_earned": (
        "Personne ne vous les a retirés : une infraction a empêché de les gagner pendant la période probatoire."
    ),
    "carried_over": "Ce manque date d'avant le {on}, jour où commence l'historique de ce dossier.",
    "none_foreseen": "Aucun retour n'en est prévu dans les douze ans qui viennent.",
}
