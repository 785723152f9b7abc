"""What a proofreader would mark in a sentence, in French or in English."""

import re

FRENCH = re.compile(r"[«»]|\b(?:une?|le|la|de|du|ou|et|que|aucun|jour|texte|nombre|selon)\b|[ld]'")
"""What a sentence left in French would hold."""

NO_BREAK = "\N{NO-BREAK SPACE}"

FRENCH_FAULTS = {
    "breakable space before a double mark": r" [:;?!»]",
    "missing space before a double mark": rf"[^{NO_BREAK}\d][:;?!»](?!\d)",
    "breakable space after a guillemet": r"« ",
    "singular for several": r"\b([2-9]|\d\d) point\b",
    "plural for one or none": r"(?<![\d-])\b[01] points\b",
    "participle of several for one": r"\bpoint (retirés|rendus|perdus|supplémentaires|donnés)\b",
    "participle of one for several": r"\bpoints (retiré|rendu|perdu|supplémentaire|donné)\b",
    "one of several": r"\b([Cc]es|[Ll]es) 1\b|\b[Cc]e \d+ points?\b",
    "first of the month": r"\b1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
    "several firsts of the month": r"\b([2-9]|\d\d)er\b",
    "missing elision": r"\b([dlnjmst]e|la|que|jusque|lorsque|puisque) [aeiouyâàéèêëîïôöûùœ]",
    "elision before a consonant": r"\b([dlnjmst]|qu)'[bcdfgjklmnpqrstvwxz]",
    "missing accent": (
        r"\b(annee|periode|delai|etabli\w*|decision|decidee?|prefet|penale|executoire|definitive|deja|fevrier|aout"
        r"|medical|epreuve\w*|a partir|revient a|retire\w*|entraine|etranger|notifiee|annulee"
        r"|categorie|anticipe|echange\w*|effacee|interet|terminee|apres|probleme|decembre|francaise?)\b"
    ),
    "English word": r"\b(points? back|licence|the|on|of|and|with|your?|withdrawals?|offence|probation|court|judge)\b",
    "curly apostrophe among straight ones": r"’",
}

ENGLISH_FAULTS = {
    "space before a mark": rf"[ {NO_BREAK}][:;,.?!]",
    "singular for several": r"\b(0|[2-9]|\d\d) point\b",
    "plural for one": r"(?<![\d-])\b1 points\b",
    "wrong article": r"\ban? (?=\d)|\ba (?=[aeio])|\ban (?=[bcdfgjklmnpqrstvwxz])",
    "French word": (
        r"\b(du|et|les|une?|vous|votre|permis|jour|retrait|points? retirés?|janvier|février|avril|juin|juillet|août"
        r"|décembre)\b|\b(le|des)\b(?! relations entre le public| public et)"
    ),
    "unfinished comparison": r"\b1 (offences|years|months|days)\b",
}

COMMON_FAULTS = {
    "unfilled gap": r"[{}]",
    "two spaces": r"[  ]{2}",
    "doubled word": r"\b([A-Za-zÀ-ÿ]{2,}) \1\b",
    "badly begun": r"^[^A-ZÀÉ0-9]",
    "badly ended": r"(?<!\.)$|\.\.$",
    "empty brackets": r"\(\s*\)|\(\s|\s\)",
    "raw day": r"\d{4}-\d\d-\d\d|None",
    "article without its points": r"\b[LR]\d{3}",
}


def faults(sentence: str, language: str) -> list[str]:
    """The names of the faults found, each with the sentence."""
    marks = COMMON_FAULTS | (ENGLISH_FAULTS if language == "en" else FRENCH_FAULTS)
    return [f"{name}: {sentence}" for name, pattern in marks.items() if re.search(pattern, sentence)]
