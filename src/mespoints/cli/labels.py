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
        "interdiction": "notification de l'interdiction de circuler",
        "remedies": "Contester une lettre",
        "way_back": "Retrouver un permis",
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
        "check_heading": "Contrôle du relevé, {day}",
        "check_balance": "Le relevé affiche {points}",
        "agrees_with_both": "Il suit la loi dans les deux lectures : aucune différence.",
        "agrees_with_one": "Il suit la loi dans la lecture {reading} : aucune différence.",
        "agrees_with_none": "Il ne suit la loi dans aucune des deux lectures.",
        "reading_registered": "registered (ce que le registre savait chaque jour)",
        "reading_strict": "strict (tout le dossier connu à tout moment)",
        "section_both": "Les deux lectures : la loi donne {points}",
        "section_registered": "Lecture registered : la loi donne {points}",
        "section_strict": "Lecture strict : la loi donne {points}",
        "no_difference": "Aucune différence.",
        "check_notice": (
            "Une différence peut venir de l'administration, ou du dossier joint au relevé : un fait qui y manque, "
            "un jour qui n'est pas le bon."
        ),
        "bareme_heading": "Barème du permis à points, {day}",
        "bareme_columns": "Points|Infraction",
        "found": "Infractions trouvées : {count}",
        "since": "depuis le {first}",
        "from_to": "du {first} au {last}",
        "until": "jusqu'au {last}, premier jour inconnu",
        "since_unknown": "premier jour inconnu",
        "bareme_nothing": (
            "Rien ne correspond à «\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}» dans le barème de ce jour."
        ),
        "bareme_nothing_yet": "Il n'y a pas de barème sur douze points avant le 1er décembre 1992.",
        "bareme_try": (
            "Essayez un seul mot du libellé (feu, téléphone, vitesse), un article (R412-30), un code NATINF, "
            "ou le barème d'un autre jour avec --on AAAA-MM-JJ."
        ),
        "unverified_means": (
            "Non vérifié : cité de mémoire, pas encore relu dans un texte officiel. À confirmer avant de s'y fier."
        ),
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
        "interdiction": "notice of the ban on driving in France",
        "remedies": "Challenging a letter",
        "way_back": "Back to a licence",
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
        "check_heading": "Check of the relevé, {day}",
        "check_balance": "The relevé shows {points}",
        "agrees_with_both": "It follows the law in both readings: no difference.",
        "agrees_with_one": "It follows the law in the {reading} reading: no difference.",
        "agrees_with_none": "It follows the law in neither of the two readings.",
        "reading_registered": "registered (what the register knew each day)",
        "reading_strict": "strict (the whole file known at all times)",
        "section_both": "Both readings: the law gives {points}",
        "section_registered": "Registered reading: the law gives {points}",
        "section_strict": "Strict reading: the law gives {points}",
        "no_difference": "No difference.",
        "check_notice": (
            "A difference may come from the administration, or from the dossier that goes with the relevé: "
            "a fact that is missing, a day that is wrong."
        ),
        "bareme_heading": "Table of points (barème), {day}",
        "bareme_columns": "Points|Offence",
        "found": "Offences found: {count}",
        "since": "since {first}",
        "from_to": "from {first} to {last}",
        "until": "until {last}, first day unknown",
        "since_unknown": "first day unknown",
        "bareme_nothing": 'Nothing matches "{words}" in the table of that day.',
        "bareme_nothing_yet": "There is no table out of twelve points before 1 December 1992.",
        "bareme_try": (
            "Try a single word of the name (light, telephone, speed), an article (R412-30), a NATINF code, "
            "or the table of another day with --on YYYY-MM-DD."
        ),
        "unverified_means": (
            "Unverified: recalled, not read again in an official text yet. To be confirmed before relying on it."
        ),
    },
}
