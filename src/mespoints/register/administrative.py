"""The facts of a file that the law of points does not read: titles, categories, addresses, the life of a letter.

They are acts like those of ``dossier/1``: appended once, chained, never changed. Their tables are written as those of
``law.shapes``, with a plain dictionary for a record.
"""

from functools import cache
from typing import Any

from mespoints.law.holds import DAY, ID, TEXT, Holds, take_list, take_text, word
from mespoints.law.notification import EVENTS
from mespoints.law.reading import read_values
from mespoints.law.refusals import NOTHING, Fault, Refusal
from mespoints.law.shapes import ACTS, DAY_KEYS, Shape
from mespoints.register.addresses import DEPARTEMENT
from mespoints.register.civil_status import CORRECTED, take_words

LONGEST_LIST = 20
LONGEST_REASON = 200

CATEGORIES = ("AM", "A1", "A2", "A", "B1", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE")
"""Code de la route, art. R. 221-4."""

PROOFS = ("acte_de_naissance", "decision", "certificat_de_vie")
"""What proves who the holder is, or that they live: a record of birth, a judgment or decree, a certificate of life."""

LETTER_EVENTS = EVENTS
"""What the post says of a letter."""


def take_texts(value: object) -> list[str] | None:
    """A list of texts that are not blank."""
    items = take_list(value)
    if items is None or len(items) > LONGEST_LIST:
        return None
    texts = [str(take_text(item) or "") for item in items]
    return texts if all(text.strip() for text in texts) else None


CATEGORY = word(*CATEGORIES)
TEXTS = Holds(take_texts, f"une liste d'au plus {LONGEST_LIST} textes")


def shape(required: tuple[str, ...], **optional: Holds) -> Shape:
    """A kind of act: its required keys, taken from ``KEYS``, then the optional ones."""
    keys = {"id": ID, **{key: KEYS[key] for key in required}, **optional, "recorded_on": DAY}
    return Shape(dict, ("id", *required), keys)


KEYS: dict[str, Holds] = {
    "on": DAY,
    "from": DAY,
    "to": DAY,
    "notified_on": DAY,
    "category": CATEGORY,
    "codes": TEXTS,
    "lines": TEXTS,
    "number": ID,
    "suspension": ID,
    "letter": ID,
    "form": word("1F", "3F"),
    "event": word(*LETTER_EVENTS),
    "proof": word(*PROOFS),
    "reason": Holds(take_words(LONGEST_REASON), f"un texte de 1 à {LONGEST_REASON} caractères sur une ligne"),
}

ADMINISTRATIVE: dict[str, Shape] = {
    # A category obtained or renewed; ``to``: the last day of its validity (art. R. 221-4 and following).
    "category": shape(("category", "from"), to=DAY, codes=TEXTS),
    # Restrictions on the right to drive, by their codes, of one category or of all.
    "restriction": shape(("from", "codes"), to=DAY, category=CATEGORY),
    # The title is kept by the police, for 72 or 120 hours (art. L. 224-1 and L. 224-2).
    "retention": shape(("on",), to=DAY),
    # The letter that tells a suspension: 3F when it follows a rétention, 1F otherwise.
    "suspension_letter": shape(("suspension", "form", "notified_on")),
    # Medical fitness for a category, to its last day (art. R. 221-11).
    "medical_validity": shape(("category", "on", "to")),
    "title_issued": shape(("on", "number"), to=DAY),
    "title_lost": shape(("on",)),
    "title_stolen": shape(("on",)),
    # The address that the holder declared; that of a registration certificate (carte grise), by vehicle.
    "address": shape(("on", "lines"), departement=DEPARTEMENT, email=TEXT),
    "carte_grise_address": shape(("on", "lines"), vehicle=ID, departement=DEPARTEMENT),
    "death": shape(("on",)),
    # A step in the life of a letter in the post; ``letter``: its reference.
    "letter_receipt": shape(("letter", "event", "on"), tracking=TEXT),
    # The attestation of a stage is withdrawn: the second and last version of the act of that stage (ADR 0020).
    "stage_annulled": shape(("on",)),
    # The civil status was recorded wrongly, or has changed: the keys that are named, why, and on what proof (ADR 0021).
    "civil_status_corrected": shape(("on", "proof", "reason"), **CORRECTED),
    # A death recorded by mistake: the second and last version of its act (ADR 0021).
    "death_annulled": shape(("on", "proof", "reason")),
}

UNDOES = {"stage_annulled": "stage", "death_annulled": "death"}
"""The acts that take the place of another one under its own name, with the kind of that one: the law reads neither."""


def is_administrative(payload: dict[str, Any]) -> bool:
    """Whether an act is one of these, and not one that the law of points reads."""
    return payload.get("act") in ADMINISTRATIVE


def refusals_of(payload: dict[str, Any]) -> list[Refusal]:
    """All that is wrong with one of these acts; nothing when it can be kept."""
    facts = dict(payload)
    kind = facts.pop("act")
    faults: list[Fault] = []
    values = read_values(ADMINISTRATIVE[kind], facts, faults)
    first = next((key for key in ("from", "on") if key in values), None)
    if first is not None and "to" in values and values["to"] < values[first]:
        faults.append(Fault("to", str(payload["to"]), f"un jour qui ne précède pas « {first} » ({payload[first]})"))
    if kind == "civil_status_corrected" and CORRECTED.keys().isdisjoint(facts):
        faults.append(Fault("family_name", NOTHING, f"cette clé, ou l'une de : {', '.join(CORRECTED)}"))
    place = f"{kind} ({payload['id']})" if "id" in values else kind
    return [Refusal(place, *fault) for fault in faults]


def day_of_act(payload: dict[str, Any]) -> str:
    """The day from which an act of the register is true, as ``YYYY-MM-DD``."""
    return str(payload[key_of_day(payload["act"])])


@cache
def key_of_day(kind: str) -> str:
    """The key of that day in the acts of a kind."""
    required = (ACTS.get(kind) or ADMINISTRATIVE[kind]).required
    return next(key for key in DAY_KEYS if key in required)
