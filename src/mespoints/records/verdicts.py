"""What is said of a document that was verified, in French and in English."""

from typing import NamedTuple

from mespoints.law.explain import day_words
from mespoints.records.sealing import value_words
from mespoints.records.verifying import Verdict

KIND_WORDS = {
    "AD": {"fr": "attestation de droits à conduire", "en": "certificate of driving rights (attestation de droits)"},
    "AE": {
        "fr": "attestation pour une entreprise de transport",
        "en": "certificate for a road transport firm",
    },
    "RR": {"fr": "relevé d'information restreint", "en": "restricted record (relevé restreint)"},
    "RI": {"fr": "relevé d'information intégral", "en": "full record (relevé intégral)"},
}
HEADS = {
    "kind": {"fr": "Document", "en": "Document"},
    "issued_on": {"fr": "Délivré le", "en": "Issued on"},
    "issuer": {"fr": "Signé par", "en": "Signed by"},
}
FIELD_WORDS = {
    "NO": {"fr": "Nom", "en": "Family name"},
    "NU": {"fr": "Nom d'usage", "en": "Name used"},
    "PN": {"fr": "Prénoms", "en": "Given names"},
    "NA": {"fr": "Date de naissance", "en": "Date of birth"},
    "NE": {"fr": "Numéro de dossier (NEPH)", "en": "File number (NEPH)"},
    "JO": {"fr": "État au", "en": "As of"},
    "HE": {"fr": "À", "en": "At"},
    "ET": {"fr": "État", "en": "State"},
    "CA": {"fr": "Catégories", "en": "Categories"},
    "FI": {"fr": "Valable jusqu'au", "en": "Valid until"},
    "CO": {"fr": "Faits connus jusqu'au", "en": "Facts known up to"},
    "SO": {"fr": "Solde", "en": "Balance"},
}
TITLES = {
    "authentic": {"fr": "Authentique", "en": "Authentic"},
    "expired": {"fr": "Authentique, mais plus valable", "en": "Authentic, but no longer valid"},
    "altered": {"fr": "Modifié : refusé", "en": "Altered: refused"},
    "unsigned": {"fr": "Sans signature : refusé", "en": "Not signed: refused"},
    "unknown_authority": {"fr": "Autorité inconnue : refusé", "en": "Unknown authority: refused"},
    "unreadable": {"fr": "Illisible : refusé", "en": "Unreadable: refused"},
    "disagrees": {"fr": "Sceau et texte en désaccord : refusé", "en": "Seal and text disagree: refused"},
}
OF_FILES = {
    "authentic": {
        "fr": "Ce fichier est celui qui a été délivré, à l'octet près. Son sceau et son texte disent la même chose.",
        "en": "This file is the one that was issued, to the byte. Its seal and its text say the same.",
    },
    "expired": {
        "fr": "Ce fichier est celui qui a été délivré, mais une attestation ne vaut que quatre mois. Demandez-en une "
        "plus récente.",
        "en": "This file is the one that was issued, but a certificate is good for four months only. Ask for a newer "
        "one.",
    },
    "altered": {
        "fr": "Ce fichier n'est pas, à l'octet près, celui qui a été délivré. Ne vous y fiez pas.",
        "en": "This file is not, to the byte, the one that was issued. Do not rely on it.",
    },
    "unsigned": {
        "fr": "Ce fichier ne porte pas de signature. Un document enregistré de nouveau, ou imprimé puis numérisé, perd "
        "la sienne : demandez le fichier d'origine.",
        "en": "This file bears no signature. A document saved again, or printed then scanned, loses its own: ask for "
        "the original file.",
    },
    "unknown_authority": {
        "fr": "Ce fichier est signé par une autorité que ce service ne connaît pas.",
        "en": "This file is signed by an authority that this service does not know.",
    },
    "unreadable": {
        "fr": "Ce n'est ni un document PDF de ce service, ni le texte d'un de ses sceaux.",
        "en": "This is neither a PDF document of this service, nor the text of one of its seals.",
    },
    "disagrees": {
        "fr": "La signature est bonne, mais la page ne porte pas tout ce que dit le sceau. Ne vous y fiez pas.",
        "en": "The signature is good, but the page does not bear all that the seal says. Do not rely on it.",
    },
}
OF_SEALS = {
    "authentic": {
        "fr": "Ce sceau est authentique. Comparez ce qu'il dit avec le document : tout doit être pareil.",
        "en": "This seal is authentic. Compare what it says with the document: all must be the same.",
    },
    "expired": {
        "fr": "Ce sceau est authentique, mais une attestation ne vaut que quatre mois. Demandez-en une plus récente.",
        "en": "This seal is authentic, but a certificate is good for four months only. Ask for a newer one.",
    },
    "altered": {
        "fr": "La signature de ce sceau n'est pas celle de ce qu'il dit : il a été modifié, ou mal recopié.",
        "en": "The signature of this seal is not that of what it says: it was altered, or badly copied.",
    },
    "unknown_authority": {
        "fr": "Ce sceau nomme une autorité ou un certificat que ce service ne connaît pas.",
        "en": "This seal names an authority or a certificate that this service does not know.",
    },
    "unreadable": {
        "fr": "Ce texte n'est pas celui d'un sceau de ce service, ou il en manque une partie.",
        "en": "This text is not that of a seal of this service, or a part of it is missing.",
    },
}
ONLY_THE_SEAL = {
    "fr": "Son sceau, lui, est authentique : ne croyez que ce qu'il dit, ci-dessous.",
    "en": "Its seal, however, is authentic: believe only what it says, below.",
}


class Told(NamedTuple):
    """A verdict in words: its title, a sentence, then what the seal says, a term and a value each."""

    is_good: bool
    title: str
    sentence: str
    lines: tuple[tuple[str, str], ...]


def tell_verdict(verdict: Verdict, language: str) -> Told:
    """The verdict in a language."""
    sentences = OF_FILES if verdict.is_file else OF_SEALS
    sentence = sentences[verdict.outcome][language]
    if verdict.fields and verdict.outcome in ("altered", "unsigned"):
        sentence = f"{sentence} {ONLY_THE_SEAL[language]}"
    return Told(verdict.is_good, TITLES[verdict.outcome][language], sentence, tuple(lines_of(verdict, language)))


def lines_of(verdict: Verdict, language: str) -> list[tuple[str, str]]:
    """What the seal says, in the order in which people ask it."""
    if not verdict.fields or verdict.issued_on is None:
        return []
    first = [
        (HEADS["kind"][language], KIND_WORDS[verdict.kind][language]),
        (HEADS["issued_on"][language], day_words(verdict.issued_on.toordinal(), language)),
        (HEADS["issuer"][language], verdict.issuer),
    ]
    said = [(FIELD_WORDS[name][language], value_words(name, value, language)) for name, value in verdict.fields.items()]
    return [*first, *said]
