"""The French sentences of a difference between a relevé and the law, with their gaps (``differences.GAPS``)."""

from mespoints.law.explain.differences import Wording

UNEXPLAINED = "et aucun mouvement n'explique cet écart"

WORDING = Wording(
    sentences={
        "not_shown": "Le {on}, la loi {law_does} ({articles}) ; le relevé ne {them} montre pas : {sums}.",
        "not_shown_lost": (
            "Le {on}, l'annulation du permis met le solde à zéro ({articles}) ; le relevé ne la montre pas : {sums}."
        ),
        "not_shown_obtained": (
            "Le {on}, un nouveau permis commence avec {law_balance} ({articles}) ; le relevé ne le montre pas : {sums}."
        ),
        "not_given": "Le {on}, le relevé {shown_does} ; la loi n'en {verb} pas ce jour-là ({articles}) : {sums}.",
        "other_day": (
            "Le {on}, la loi {law_does} ({articles}) ; le relevé ne {them} montre que le {shown_on} : "
            "jusque-là, {sums}."
        ),
        "other_day_early": (
            "Le {on}, le relevé {shown_does} ; la loi ne le fait que le {law_on} ({articles}) : jusque-là, {sums}."
        ),
        "other_points": "Le {on}, la loi {law_does} ({articles}), le relevé {shown_count} : {sums}.",
        "other_day_and_points": (
            "Le {on}, la loi {law_does} ({articles}) ; le relevé {shown_does_of_them}, le {shown_on} : "
            "jusque-là, {sums}."
        ),
        "other_day_and_points_early": (
            "Le {on}, le relevé {shown_does} ; la loi {law_does_of_them}, le {law_on} ({articles}) : jusque-là, {sums}."
        ),
        "other_balance": "Le {on}, la loi et le relevé {both_do} ({articles}), mais {releve_sums}.",
        "other_balance_alone": f"Le {{on}}, {{releve_sums}} ({{articles}}), {UNEXPLAINED}.",
        "other_final_balance": f"Le {{on}}, jour du relevé, {{sums}} ({{articles}}), {UNEXPLAINED}.",
    },
    sums={
        "some": "{subject} affiche {shown}, la loi en donne {law}",
        "none": "{subject} affiche {shown}, la loi n'en laisse aucun",
        "same": "le solde est pourtant le même, {shown}",
    },
    verbs={
        "takes": ("retire", "retirent"),
        "gives": ("donne", "donnent"),
        "adds": ("ajoute", "ajoutent"),
        "gives_back": ("rend", "rendent"),
    },
    them=("le", "les"),
    subjects=("il", "le relevé"),
    none="aucun",
    some_of_them="en {verb} {n}",
    none_of_them="n'en {verb} aucun",
)
