"""The words around a statement in the terminal, in both languages."""

LABELS: dict[str, dict[str, str]] = {
    "fr": {
        "heading": "Relevé du permis à points, {day}",
        "balance": "{points} sur {ceiling}",
        "obtained": "Permis obtenu le {day}",
        "file": "dossier {neph}",
        "probation": "Période probatoire jusqu'au {day}",
        "lost": "Vous n'avez plus le droit de conduire.",
        "strict": "Lecture stricte : tout le dossier est connu à tout moment.",
        "to_do": "À faire",
        "overdue": "Le délai est passé depuis le {day}.",
        "coming": "Ce qui vient",
        "nothing_coming": "Aucun changement n'est prévu sans fait nouveau.",
        "stage": "Un stage ?",
        "movements": "Mouvements",
        "columns": "Jour|Points|Solde|Motif",
        "letter": "lettre {letter}",
        "rectificatif": "lettre rectificative",
        "pending": "En attente",
        "pending_known": "Connu, pas encore retiré : ces points comptent toujours dans le solde.",
        "waits_final": "infraction du {day}, pas encore établie",
        "waits_decision": "infraction du {day}, établie, retrait pas encore décidé",
        "twelve": "Retour à 12 points : {day}.",
        "sources": "Sources",
        "code": "Code de la route : {articles}.",
        "notice_file": (
            "Calculé d'après les faits de ce dossier, connus à ce jour : une infraction ou un stage qui n'y est pas "
            "n'est pas compté."
        ),
        "notice_right": "Le solde ne dit pas à lui seul si vous avez le droit de conduire (suspension, restriction).",
        "notice_use": (
            "Réservé à votre usage personnel : se le procurer pour un tiers non autorisé est un délit (art. L. 225-8)."
        ),
        "forecast_heading": "Prévision du permis à points, {day}",
    },
    "en": {
        "heading": "Points licence statement, {day}",
        "balance": "{points} out of {ceiling}",
        "obtained": "Licence obtained on {day}",
        "file": "file {neph}",
        "probation": "Probation until {day}",
        "lost": "You no longer have the right to drive.",
        "strict": "Strict reading: the whole file is known at all times.",
        "to_do": "What you must do",
        "overdue": "The time limit passed on {day}.",
        "coming": "What comes next",
        "nothing_coming": "No change is due unless something new happens.",
        "stage": "An awareness course (stage)?",
        "movements": "Movements",
        "columns": "Day|Points|Balance|Reason",
        "letter": "letter {letter}",
        "rectificatif": "letter of correction",
        "pending": "Pending",
        "pending_known": "Known, not withdrawn yet: these points still count in the balance.",
        "waits_final": "offence of {day}, not established yet",
        "waits_decision": "offence of {day}, established, withdrawal not decided yet",
        "twelve": "Back to 12 points: {day}.",
        "sources": "Sources",
        "code": "French Highway Code (Code de la route): {articles}.",
        "notice_file": (
            "Computed from the facts of this file, as known that day: an offence or a course that is not in it "
            "does not count."
        ),
        "notice_right": "The balance alone does not say whether you have the right to drive (suspension, restriction).",
        "notice_use": (
            "For your personal use only: obtaining it for an unauthorised third party is an offence (art. L. 225-8)."
        ),
        "forecast_heading": "Points licence forecast, {day}",
    },
}
