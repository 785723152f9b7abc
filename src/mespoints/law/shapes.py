"""The tables of ``dossier/1``: for each kind of act, its record, its keys, and what each key may hold.

The keys stand in the order of the record's fields, so that one table serves to read and to write. A
function that takes a value gives back what the record keeps, or ``None`` when the value is refused.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from mespoints.law import acts
from mespoints.law.capital import FULL, has_default_probation
from mespoints.law.days import Day, day_of, parse_day
from mespoints.law.holidays import FIXED_LOCALLY

EARLIEST = day_of(1900, 1, 1)
LATEST = day_of(2200, 12, 31)

NEPH_LENGTHS = range(5, 20)
NEPH_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Holds(NamedTuple):
    """What a key may hold: the function that takes a value, and the words that say what it takes."""

    take: Callable[[object], Any]
    expected: str


Values = dict[str, Any]
"""The values of an object of the file once taken, by key: days as ordinals."""


def no_defaults(_values: Values) -> Values:
    """Every absent key is ``None``."""
    return {}


class Shape(NamedTuple):
    """One kind of object: its record, its required keys, all its keys in the order of the record's fields.

    ``defaults`` tells, from the values given, those of the optional keys that are never ``None``.
    """

    record: Callable[..., Any]
    required: tuple[str, ...]
    keys: dict[str, Holds]
    defaults: Callable[[Values], Values] = no_defaults


def take_day(value: object) -> int | None:
    """A day of the calendar written ``YYYY-MM-DD``, as an ordinal."""
    if type(value) is not str:
        return None
    try:
        day = parse_day(value)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def take_text(value: object) -> str | None:
    """Any text that UTF-8 can hold: half a surrogate pair could be neither stored nor printed."""
    if type(value) is not str:
        return None
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return None
    return value


def take_id(value: object) -> str | None:
    """A text that is not empty."""
    return take_text(value) or None


def take_neph(value: object) -> str | None:
    """The number of a driver's file: 5 to 19 digits or capital letters, the older ones being short."""
    if type(value) is str and len(value) in NEPH_LENGTHS and NEPH_CHARACTERS.issuperset(value):
        return value
    return None


def take_object(value: object) -> dict[object, object] | None:
    """A JSON object."""
    return value if type(value) is dict else None


def take_list(value: object) -> list[object] | None:
    """A JSON list."""
    return value if type(value) is list else None


def take_flag(value: object) -> bool | None:
    """``true`` or ``false``."""
    return value if type(value) is bool else None


def word(*words: str) -> Holds:
    """One word of a list."""
    allowed = frozenset(words)

    def take(value: object) -> str | None:
        return value if type(value) is str and value in allowed else None

    return Holds(take, "l'un de ces mots : " + ", ".join(words))


def number(low: int, high: int) -> Holds:
    """A whole number between two bounds, both included. JSON's ``true`` and ``1.0`` are none."""

    def take(value: object) -> int | None:
        return value if type(value) is int and low <= value <= high else None

    return Holds(take, f"un nombre entier de {low} à {high}")


DAY = Holds(take_day, "un jour du calendrier écrit AAAA-MM-JJ, de 1900 à 2200")
TEXT = Holds(take_text, "un texte en UTF-8")
ID = Holds(take_id, "un texte non vide en UTF-8")
FLAG = Holds(take_flag, "true ou false")
PROBATION = word("ordinary", "aac", "none")
ON_ONE_DAY = {"id": ID, "on": DAY, "recorded_on": DAY}


def default_probation(obtained_on: Day) -> str:
    """The probation of a licence of which nothing more is said."""
    return "ordinary" if has_default_probation(obtained_on) else "none"


def licence_defaults(values: Values) -> Values:
    """A licence of the metropole, with the probation of its time."""
    return {"probation": default_probation(values["obtained_on"]), "territory": "metropole"}


def licence_obtained_defaults(values: Values) -> Values:
    """The probation of its time."""
    return {"probation": default_probation(values["on"])}


def offence_defaults(values: Values) -> Values:
    """The minister decides on the day the offence is final."""
    return {"decided_on": values.get("final_on")}


def stage_defaults(values: Values) -> Values:
    """A stage lasts two days."""
    return {"started_on": values["ended_on"] - 1}


def carried_over_defaults(_values: Values) -> Values:
    """A balance out of twelve, and no grave offence that lengthens the delay."""
    return {"ceiling": FULL, "lengthened": False}


DOSSIER = Shape(
    acts.Dossier,
    ("format", "licence", "acts"),
    {
        "format": word("dossier/1")._replace(expected='"dossier/1"'),
        "licence": Holds(take_object, "un objet"),
        "acts": Holds(take_list, "une liste d'actes"),
    },
)

LICENCE = Shape(
    acts.Licence,
    ("obtained_on",),
    {
        "obtained_on": DAY,
        "probation": PROBATION,
        "territory": word(*FIXED_LOCALLY),
        "neph": Holds(take_neph, "un texte de 5 à 19 chiffres ou lettres majuscules sans accent"),
    },
    licence_defaults,
)

OFFENCE = Shape(
    acts.Offence,
    ("id", "committed_on"),
    {
        "id": ID,
        "committed_on": DAY,
        "final_on": DAY,
        "final_by": word("paiement", "titre_executoire", "composition_penale", "condamnation"),
        "decided_on": DAY,
        "class": word("c1", "c2", "c3", "c4", "c5", "delit"),
        "points": number(0, 9),
        "natinf": TEXT,
        "article": TEXT,
        "paragraph": TEXT,
        "label": TEXT,
        "episode": TEXT,
        "place": TEXT,
        "source": word("radar", "video", "interception"),
        "closed_on": DAY,
        "closed_by": word("relaxe", "classement", "redevable", "amnistie"),
        "recorded_on": DAY,
    },
    offence_defaults,
)

STAGE = Shape(
    acts.Stage,
    ("id", "ended_on", "kind"),
    {
        "id": ID,
        "started_on": DAY,
        "ended_on": DAY,
        "kind": word("volontaire", "probatoire", "alternative", "composition_penale", "peine"),
        "recorded_on": DAY,
    },
    stage_defaults,
)

CARRIED_OVER = Shape(
    acts.CarriedOver,
    ("id", "on", "balance"),
    {
        "id": ID,
        "on": DAY,
        "balance": number(0, FULL),
        "ceiling": number(FULL // 2, FULL),
        "last_final_on": DAY,
        "lengthened": FLAG,
        "recorded_on": DAY,
    },
    carried_over_defaults,
)

ACTS: dict[str, Shape] = {
    "offence": OFFENCE,
    "stage": STAGE,
    "formation_complementaire": Shape(acts.FormationComplementaire, ("id", "on"), ON_ONE_DAY),
    "suspension": Shape(
        acts.Suspension,
        ("id", "from", "to"),
        {"id": ID, "from": DAY, "to": DAY, "by": word("prefet", "juge"), "recorded_on": DAY},
    ),
    "lettre_48si": Shape(acts.Lettre48SI, ("id", "notified_on"), {"id": ID, "notified_on": DAY, "recorded_on": DAY}),
    "lettre_48n": Shape(
        acts.Lettre48N,
        ("id", "notified_on", "offence"),
        {"id": ID, "notified_on": DAY, "offence": ID, "recorded_on": DAY},
    ),
    "withdrawal_annulled": Shape(
        acts.WithdrawalAnnulled,
        ("id", "offence", "on"),
        {"id": ID, "offence": ID, "on": DAY, "recorded_on": DAY},
    ),
    "title_surrendered": Shape(acts.TitleSurrendered, ("id", "on"), ON_ONE_DAY),
    "licence_annulled": Shape(acts.LicenceAnnulled, ("id", "on"), ON_ONE_DAY),
    "licence_obtained": Shape(
        acts.LicenceObtained,
        ("id", "on"),
        {"id": ID, "on": DAY, "probation": PROBATION, "recorded_on": DAY},
        licence_obtained_defaults,
    ),
    "carried_over": CARRIED_OVER,
}
"""The kinds of acts, under the word that ``"act"`` gives."""

KINDS = word(*ACTS)
