"""What the visible seal of each document says: its type, its fields, and how each of them is printed on the page.

The table of docs/documents.md is held against this one by a test.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from mespoints.law.days import Day
from mespoints.law.explain import day_words
from mespoints.records.contents import Attestation, Contents, FirmAttestation, Releve, Restreint
from mespoints.records.holding import Held, Person

KINDS: dict[type[Contents], str] = {Attestation: "AD", FirmAttestation: "AE", Restreint: "RR", Releve: "RI"}
"""The type of document in the header of the seal."""

FIELDS = {
    "NO": "nom",
    "NU": "nom d'usage",
    "PN": "prénoms",
    "NA": "naissance",
    "NE": "numéro de dossier (NEPH)",
    "JO": "état au",
    "HE": "heure",
    "ET": "état",
    "CA": "catégories",
    "FI": "valable jusqu'au",
    "CO": "tel que connu le",
    "SO": "solde",
}
DAYS = ("JO", "FI", "CO", "NA")

STATES = {
    "valid": "VALIDE",
    "suspended": "SUSPENDU",
    "invalidated": "INVALIDE",
    "annulled": "ANNULE",
    "banned": "INTERDICTION",
}
PRINTED = {
    "VALIDE": "Permis valide",
    "SUSPENDU": "Droit de conduire suspendu ou restreint",
    "INVALIDE": "Permis invalidé",
    "ANNULE": "Permis annulé",
    "INTERDICTION": "Interdiction de circuler en France",
}
"""The words of each state on the page."""

IN_ENGLISH = {
    "VALIDE": "Licence valid",
    "SUSPENDU": "Right to drive suspended or restricted",
    "INVALIDE": "Licence invalidated",
    "ANNULE": "Licence annulled",
    "INTERDICTION": "Banned from driving in France",
    "AUCUNE": "none",
}

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
LONGEST_VALUE = 60
END_OF_SENTENCE = re.compile(r"\.(?= )")
NOT_SEALABLE = re.compile(r"[^A-Z0-9/+.-]+")


def fields_of(contents: Contents) -> dict[str, str]:
    """The fields of a document, in the order of the table; those that are empty are left out."""
    if isinstance(contents, Releve):
        found = {
            **person_fields(contents.person),
            "JO": compact(contents.on),
            "CO": compact(contents.known_on),
            "SO": f"{contents.balance}/{contents.ceiling}",
        }
    else:
        rights = contents.rights
        found = {
            **person_fields(rights.person),
            "JO": compact(rights.on),
            "ET": STATES[rights.state],
            "CA": " ".join(category_code(held) for held in rights.categories) or "AUCUNE",
        }
        if isinstance(contents, Attestation):
            found["FI"] = compact(contents.until)
        if isinstance(contents, FirmAttestation):
            found["HE"] = f"{contents.minute // 60:02d}{contents.minute % 60:02d}"
    return {name: found[name] for name in FIELDS if found.get(name)}


def person_fields(person: Person) -> dict[str, str]:
    """Who the document is about."""
    return {
        "NO": sealable(person.family_name),
        "NU": sealable(person.usage_name),
        "PN": sealable(person.given_names),
        "NA": person.birth.replace("-", ""),
        "NE": person.neph,
    }


def sealable(text: str) -> str:
    """A text as a seal holds it: capitals without accents, digits, one space for anything else."""
    return plain(text)[:LONGEST_VALUE].strip()


def category_code(held: Held) -> str:
    """« B », or « B+01.06+95 » with its restrictions."""
    return sealable("+".join((held.category, *held.codes))).replace(" ", ".")


def compact(on: Day) -> str:
    """A day as eight digits."""
    return date.fromordinal(on).strftime("%Y%m%d")


def value_words(name: str, value: str, language: str = "fr") -> str:
    """A field as people read it."""
    if name in DAYS:
        return birth_words(f"{value[:4]}-{value[4:6]}-{value[6:]}", language)
    if name == "SO":
        return value.replace("/", " sur " if language == "fr" else " out of ")
    if name == "HE":
        return f"{int(value[:2])} h {value[2:]}"
    if name == "CA" and value != "AUCUNE":
        return ", ".join(value.split())
    words = PRINTED | {"AUCUNE": "aucune"} if language == "fr" else IN_ENGLISH
    return words.get(value, value) if name in ("ET", "CA") else value


def birth_words(birth: str, language: str = "fr") -> str:
    """« 2 avril 1975 », « avril 1975 » or « 1975 », by what is known of it (YYYY-MM-DD, "00" for what is not)."""
    year, month, quantieme = birth.split("-")
    if quantieme != "00":
        return day_words(date.fromisoformat(birth).toordinal(), language)
    return day_words(date(int(year), int(month), 2).toordinal(), language).removeprefix("2 ") if month != "00" else year


def disagreeing(fields: dict[str, str], text: str) -> tuple[str, ...]:
    """The fields that the text of the document does not bear; ``text``: as a reader of PDF gives it."""
    page = END_OF_SENTENCE.sub(" ", f" {plain(text)} ")
    return tuple(
        name for name, value in fields.items() if not all(f" {part} " in page for part in printed(name, value))
    )


def printed(name: str, value: str) -> Sequence[str]:
    """What the page must bear for a field."""
    if name == "CA":
        return [code.partition("+")[0] for code in value.split()] if value != "AUCUNE" else []
    if name == "SO":
        balance, _, ceiling = value.partition("/")
        return [f"{balance} {'POINTS' if int(balance) > 1 else 'POINT'}", ceiling]
    return [plain(value_words(name, value))]


def plain(text: str) -> str:
    """A text of any length in what a seal may hold."""
    letters = unicodedata.normalize("NFKD", text.translate(LIGATURES)).upper()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return NOT_SEALABLE.sub(" ", bare).strip()
