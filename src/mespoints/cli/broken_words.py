"""What a verification found broken, in one sentence: the place, what stands there, what should."""

from mespoints.register.broken import Broken

PLACES = {
    "act": ("permis n° {licence}, acte {sequence}", "licence no. {licence}, act {sequence}"),
    "movement": ("permis n° {licence}, mouvement {sequence}", "licence no. {licence}, movement {sequence}"),
    "letter": (
        "permis n° {licence}, lettre du mouvement {sequence}",
        "licence no. {licence}, letter of movement {sequence}",
    ),
    "account": ("permis n° {licence}, compte", "licence no. {licence}, account"),
    "law": ("permis n° {licence}, au regard de la loi", "licence no. {licence}, as the law has it"),
    "orphan": ("ligne sans son parent", "row without its parent"),
    "seal": ("sceau n° {sequence}", "seal no. {sequence}"),
    "seals_file": ("fichier des sceaux, ligne {sequence}", "file of the seals, line {sequence}"),
}
POINTS = {
    "sequence": ("numéro", "number"),
    "link": ("maillon", "link"),
    "payload": ("empreinte du contenu", "digest of the payload"),
    "erased_payload": ("contenu dit effacé", "payload said to be erased"),
    "balance": ("solde", "balance"),
    "signed_balance": ("somme", "sum"),
    "ceiling": ("plafond", "ceiling"),
    "status": ("état", "status"),
    "next_on": ("prochaine échéance", "next day"),
    "owed": ("lettre due", "letter owed"),
    "account": ("compte", "account"),
    "dossier": ("dossier", "file"),
    "line": ("empreinte du sceau", "digest of the seal"),
    "digest": ("empreinte", "digest"),
    "previous": ("empreinte du sceau précédent", "digest of the seal before"),
    "acts": ("actes scellés", "acts sealed"),
    "movements": ("mouvements scellés", "movements sealed"),
    "last_act": ("dernier acte", "last act"),
    "last_movement": ("dernier mouvement", "last movement"),
}
SENTENCES = (
    "Première rupture : {place}, {point} : trouvé {found}, attendu {expected}.\n",
    "First thing broken: {place}, {point}: found {found}, expected {expected}.\n",
)
NOTHING = ("rien", "nothing")


def broken_words(broken: Broken, language: str) -> str:
    """The sentence; it names the licence by its number in the register, and says nothing of the person."""
    at = 1 if language == "en" else 0
    point = POINTS[broken.point][at] if broken.point in POINTS else broken.point
    return SENTENCES[at].format(
        place=PLACES[broken.what][at].format(licence=broken.licence, sequence=broken.sequence),
        point=point,
        found=said(broken.found, at),
        expected=said(broken.expected, at),
    )


def said(value: str, at: int) -> str:
    """What stands there, in words when there is nothing."""
    return value if value not in ("", "absent") else NOTHING[at]
