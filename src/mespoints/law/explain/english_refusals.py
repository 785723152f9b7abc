"""Why a dossier, a relevé or a scenario is refused, in English: what the modules that refuse them say in French.

The keys and the words of the format stay as a file writes them. What is quoted from the file is not touched.
"""

import re
from collections.abc import Iterable
from functools import cache

from mespoints.law.bareme import all_rows
from mespoints.law.bareme_words import NATINF_UNVERIFIED, UNVERIFIED
from mespoints.law.refusals import NOTHING, DossierRefused, Refusal
from mespoints.law.statement import StatementRefused
from mespoints.law.strict_json import JsonRefused
from mespoints.law.suppositions import SuppositionRefused

FOUND = {
    NOTHING: "nothing",
    "un nombre démesuré": "a number out of all measure",
    "une liste": "a list",
    "un objet": "an object",
    "une valeur que JSON ne connaît pas": "a value unknown to JSON",
    "une clé inconnue": "an unknown key",
}

SCENARIO = (
    (r"@JOUR", "@DAY"),
    (r", joints par « \+ », ou (\w+) seul", r", joined by “+”, or \1 alone"),
    (r", sans rien entre les deux", ", with nothing between the two"),
    (r"un code NATINF, ou un article et son paragraphe", "a NATINF code, or an article and its paragraph"),
    (r", entre « (\w+:) » et « @ »", r", between “\1” and “@”"),
    (r"un jour après le (\S+) et avant le (\S+)", r"a day after \1 and before \2"),
    (r", commise le (\S+) ou avant", r", committed on \1 or before"),
    (r"une infraction commise le ", "an offence committed on "),
    (r"une infraction dont le retrait est annulé le ", "an offence whose withdrawal is annulled on "),
    (r"une infraction dont le retrait n'est pas annulé", "an offence whose withdrawal is not annulled"),
    (r"une infraction dont le retrait a été décidé", "an offence whose withdrawal has been decided"),
    (r"une infraction close le (\S+) sans retrait", r"an offence closed on \1 without a withdrawal"),
    (r"une infraction déjà établie le ", "an offence established already on "),
    (r"une infraction en attente, ni établie ni close", "a pending offence, neither established nor closed"),
    (r"une infraction qui n'a retiré aucun point au ", "an offence that has taken no point by "),
    (r"une contravention sans classe", "a contravention without a class"),
    (r"un code NATINF ou un article que le barème du (\S+)", r"a NATINF code or an article that the barème of \1"),
    (r" connaît$", " knows"),
    (r" punit d'une seule façon$", " punishes in one way"),
    (r" range dans une classe$", " puts in a class"),
)
"""The turns of what is said of a scenario (``suppositions``), found or expected."""

EXPECTED = (
    (r"l'un de ces mots : ", "one of these words: "),
    (r"l'une de ces clés : ", "one of these keys: "),
    (r"un nombre entier de (\d+) à (\d+)", r"a whole number from \1 to \2"),
    (
        r"un jour du calendrier écrit AAAA-MM-JJ, de 1900 à 2200",
        "a day of the calendar written YYYY-MM-DD, from 1900 to 2200",
    ),
    (r"un texte de 5 à 19 chiffres ou lettres majuscules sans accent", "a text of 5 to 19 digits or plain capitals"),
    (r"un texte non vide en UTF-8", "a text in UTF-8 that is not empty"),
    (r"un texte en UTF-8", "a text in UTF-8"),
    (r"true ou false", "true or false"),
    (r"un objet dont « format » vaut ", "an object whose “format” is "),
    (r"un objet", "an object"),
    (r"une liste d'actes", "a list of acts"),
    (r"une liste de mouvements", "a list of movements"),
    (r"un dossier/1", "a dossier/1"),
    (r"un jour qui ne suit pas celui du relevé", "a day not after that of the relevé"),
    (r"l'identifiant d'un acte du dossier", "the id of an act of the dossier"),
    (r"un autre identifiant que celui de ", "another id than that of "),
    (r"l'identifiant d'une infraction du dossier", "the id of an offence of the dossier"),
    (r"l'identifiant d'une lettre 48SI ou 48N du dossier", "the id of a letter 48SI or 48N of the dossier"),
    (r"l'identifiant d'une lettre 48SI du dossier", "the id of a letter 48SI of the dossier"),
    (r"l'identifiant d'un recours du dossier", "the id of a recours of the dossier"),
    (r", le permis étant obtenu avant le ", ", the licence having been obtained before "),
    (r", le permis étant étranger", ", the licence being foreign"),
    (r"un jour qui ne précède pas « (\w+) »", r"a day not before “\1”"),
    (r"un jour qui ne suit pas « (\w+) »", r"a day not after “\1”"),
    (r"aucun jour tant que « final_on » manque", "no day as long as “final_on” is missing"),
    (r"aucun jour, « final_on » étant donné", "no day, “final_on” being given"),
    (r", « (\w+) » étant donné", r", “\1” being given"),
    (r", ou le code natinf", ", or the natinf code"),
    (r", selon l'article donné", ", by the article given"),
    (r", selon le barème au ", ", by the barème on "),
    (r" \(le barème n'a pas cette infraction au ([\d-]+)\)", r" (the barème has no such offence on \1)"),
    (r"c4 ou c5, que le barème de l'époque ne dit pas", "c4 or c5, which the barème of that time does not tell"),
    *SCENARIO,
    (r" ou bien ", " or else "),
    (r"\b(c[1-5]|delit|contravention) et (\d+ points?)", r"\1 and \2"),
    (r"« ([^»]+) »", r"“\1”"),
    (r" ou ", " or "),
    (r" : ", ": "),
)
"""The turns of what was expected, each with its English; what holds another comes before it."""

PRICED = r"barème|l'article donné|points? \("
"""What tells that offences of the barème may be named."""

JSON = (
    (r"UTF-8 invalide à l'octet (\d+)", r"invalid UTF-8 at byte \1"),
    (r"JSON invalide, ligne (\d+), colonne (\d+)", r"invalid JSON, line \1, column \2"),
    (r"JSON invalide : un nombre ou une imbrication démesurés", "invalid JSON: a number or a nesting out of measure"),
    (r"JSON ambigu : la clé « (.*) » est donnée deux fois", r"ambiguous JSON: the key “\1” is given twice"),
    (r"JSON invalide : (\S+) n'est pas un nombre", r"invalid JSON: \1 is no number"),
)


TOO_EARLY = (
    r"le relevé du (\S+) est refusé : ce permis ne porte de points sur douze qu'à partir du (\S+)",
    r"the statement of \1 is refused: this licence bears points out of twelve only from \2 on",
)


def english_reasons(refusal: DossierRefused | SuppositionRefused | JsonRefused | StatementRefused) -> list[str]:
    """Every reason of a refusal, as English sentences."""
    if isinstance(refusal, DossierRefused):
        return [english_refusal(error) for error in refusal.errors]
    if isinstance(refusal, SuppositionRefused):
        found, expected = english_found(refusal.found), english_expected(refusal.expected)
        return [f"supposition {refusal.fact}: found {found}, expected {expected}."]
    return [english_json(str(refusal)) if isinstance(refusal, JsonRefused) else re.sub(*TOO_EARLY, str(refusal))]


def english_refusal(refusal: Refusal) -> str:
    """The refusal as an English sentence."""
    found, expected = english_found(refusal.found), english_expected(refusal.expected)
    return f"{refusal.place}, key “{refusal.key}”: found {found}, expected {expected}."


def english_found(found: str) -> str:
    """What was found; what is quoted from the file is not touched."""
    return found if found.startswith('"') else FOUND.get(found) or english_expected(found)


def english_json(reason: str) -> str:
    """Why a text is no JSON: what ``strict_json`` says."""
    for french, english in JSON:
        if re.fullmatch(french, reason):
            return re.sub(french, english, reason)
    return reason


@cache
def labels() -> dict[str, str]:
    """Each label of the barème and its English."""
    return {row.label: row.label_en for row in all_rows()}


def english_expected(expected: str) -> str:
    """What was expected: the offences by their English name, then the turns one after the other."""
    if re.search(PRICED, expected):
        expected = translated(expected, labels())
        expected = expected.replace(f"[{UNVERIFIED['fr']}]", f"[{UNVERIFIED['en']}]")
        expected = expected.replace(f"[{NATINF_UNVERIFIED['fr']}]", f"[{NATINF_UNVERIFIED['en']}]")
    for french, english in EXPECTED:
        expected = re.sub(french, english, expected)
    return expected


def translated(text: str, names: dict[str, str]) -> str:
    """The text, each name in it being replaced; the longest first, since some begin others."""
    return re.sub(alternatives(names), lambda name: names[name[0]], text)


def alternatives(names: Iterable[str]) -> str:
    """A pattern that finds any of the names."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
