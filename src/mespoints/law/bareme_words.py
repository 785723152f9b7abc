"""What a person reads of a row of the barème, in French and in English: its label, its class, what is unverified."""

from mespoints.law.bareme_rows import RECALLED, BaremeRow

CLASSES: dict[str, dict[str, str]] = {
    "fr": {
        "c1": "contravention de la 1re classe",
        "c2": "contravention de la 2e classe",
        "c3": "contravention de la 3e classe",
        "c4": "contravention de la 4e classe",
        "c5": "contravention de la 5e classe",
        "delit": "délit",
        "contravention": "contravention de classe inconnue",
    },
    "en": {
        "c1": "contravention of the 1st class",
        "c2": "contravention of the 2nd class",
        "c3": "contravention of the 3rd class",
        "c4": "contravention of the 4th class",
        "c5": "contravention of the 5th class",
        "delit": "délit",
        "contravention": "contravention of unknown class",
    },
}
UNVERIFIED = {"fr": "non vérifié", "en": "unverified"}
NATINF_UNVERIFIED = {"fr": "code NATINF non vérifié", "en": "NATINF code unverified"}


def label_of_row(row: BaremeRow, language: str = "fr") -> str:
    """The name of the offence."""
    return {"fr": row.label, "en": row.label_en}[language]


def class_of_row(row: BaremeRow, language: str = "fr") -> str:
    """The class in words, unknown for a contravention of the former code."""
    return CLASSES[language][row.offence_class]


def unverified_words(row: BaremeRow, language: str = "fr") -> str:
    """What to write beside a row that was recalled, or whose NATINF code was; nothing when all was read."""
    if row.status == RECALLED:
        return UNVERIFIED[language]
    return NATINF_UNVERIFIED[language] if row.natinf_status == RECALLED else ""


def marked_label(row: BaremeRow, language: str = "fr") -> str:
    """The name of the offence, followed by what is unverified: no label of the barème shows without it."""
    label, unverified = label_of_row(row, language), unverified_words(row, language)
    return f"{label} [{unverified}]" if unverified else label
