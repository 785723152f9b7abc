"""The French sentences of the remedies against a letter, and of the way back to a licence."""

SENTENCES = {
    "letter_48si": "la lettre 48SI notifiée le {notified}",
    "letter_48n": "la lettre 48N notifiée le {notified}",
    "open": (
        "Vous pouvez contester {letter} devant le tribunal administratif jusqu'au {last} inclus : "
        "deux mois francs après {opening}"
    ),
    "waiting": (
        "Le délai pour contester {letter} devant le tribunal administratif est interrompu par votre recours : "
        "sans réponse, le silence vaut rejet le {opening}, et vous auriez alors jusqu'au {last} inclus"
    ),
    "waiting_for_answer": (
        "Le délai pour contester {letter} devant le tribunal administratif est interrompu par votre recours, "
        "jusqu'à la réponse expresse de l'administration"
    ),
    "filed": "Le tribunal administratif est saisi, dans le délai, de votre recours contre {letter}",
    "over": (
        "Le délai pour contester {letter} devant le tribunal administratif est passé depuis le {last} : "
        "deux mois francs après {opening}"
    ),
    "abroad": (
        "Si vous demeurez à l'étranger, vous avez deux mois de plus pour saisir le tribunal, et pour cela seul : "
        "jusqu'au {last} inclus"
    ),
    "unknown": "Le délai pour contester {letter} n'est pas donné : les textes de l'époque n'ont pas été lus",
    "notification": "sa notification",
    "rejection": "le rejet de votre recours, le {opening}",
    "invalidation_ask": "Vous pouvez demander un nouveau permis à partir du {ask}, et l'obtenir à partir du {obtain}",
    "invalidation_ask_and_obtain": "Vous pouvez demander et obtenir un nouveau permis à partir du {ask}",
    "annulation_ask": "Vous pouvez demander un nouveau permis à partir du {ask}, l'interdiction prononcée étant finie",
    "medical_and_psychotechnical": "à condition d'être reconnu apte après un examen médical et psychotechnique",
    "medical_psychotechnical_and_analyses": (
        "à condition d'être reconnu apte après un examen médical et psychotechnique, avec les analyses demandées"
    ),
    "then": " ; ",
    "theory_only": (
        "seule l'épreuve théorique est à repasser si vous faites la demande au plus tard le {until}, "
        "car vous aviez ce permis depuis trois ans au moins"
    ),
    "all_tests": "toutes les épreuves du permis sont à repasser",
}
