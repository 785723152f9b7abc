"""The tables of ``dossier/1``: for each kind of act, its record, its keys, and what each key may hold.

The keys stand in the order of the record's fields, so that one table serves to read and to write.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from mespoints.law import acts
from mespoints.law.capital import FULL, has_default_probation
from mespoints.law.days import Day
from mespoints.law.holds import DAY, FLAG, ID, TEXT, Holds, number, take_list, take_neph, take_object, word
from mespoints.law.holidays import FIXED_LOCALLY

LONGEST_BAN = 120
"""Ten years, in months: the longest interdiction de solliciter un permis (art. L. 224-16)."""
PROBATION = word("ordinary", "aac", "none")
RECOURS = word("gracieux", "hierarchique", "contentieux")
ON_ONE_DAY = {"id": ID, "on": DAY, "recorded_on": DAY}

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


def default_probation(obtained_on: Day) -> str:
    """The probation of a licence of which nothing more is said."""
    return "ordinary" if has_default_probation(obtained_on) else "none"


def licence_defaults(values: Values) -> Values:
    """A French licence of the metropole, with the probation of its time; a foreign one has none."""
    probation = "none" if values.get("foreign") else default_probation(values["obtained_on"])
    return {"probation": probation, "territory": "metropole", "foreign": False}


def licence_obtained_defaults(values: Values) -> Values:
    """The probation of its time."""
    return {"probation": default_probation(values["on"])}


def offence_defaults(values: Values) -> Values:
    """The minister decides on the day the offence is final."""
    return {"decided_on": values.get("final_on")}


def stage_defaults(values: Values) -> Values:
    """A stage lasts two days."""
    return {"started_on": values["ended_on"] - 1}


def french_licence_defaults(_values: Values) -> Values:
    """A licence exchanged for a foreign one of three years or more opens no probation."""
    return {"probation": "none"}


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
        "foreign": FLAG,
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
    "lettre_48si": Shape(
        acts.Lettre48SI,
        ("id", "notified_on"),
        {"id": ID, "notified_on": DAY, "offence": ID, "recorded_on": DAY},
    ),
    "lettre_48si_suspended": Shape(
        acts.Lettre48SISuspended,
        ("id", "on"),
        {"id": ID, "on": DAY, "to": DAY, "letter": ID, "recorded_on": DAY},
    ),
    "lettre_48si_annulled": Shape(
        acts.Lettre48SIAnnulled,
        ("id", "on"),
        {"id": ID, "on": DAY, "letter": ID, "recorded_on": DAY},
    ),
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
    "withdrawal_suspended": Shape(
        acts.WithdrawalSuspended,
        ("id", "offence", "on"),
        {"id": ID, "offence": ID, "on": DAY, "to": DAY, "recorded_on": DAY},
    ),
    "title_surrendered": Shape(acts.TitleSurrendered, ("id", "on"), ON_ONE_DAY),
    "licence_annulled": Shape(
        acts.LicenceAnnulled,
        ("id", "on"),
        {"id": ID, "on": DAY, "ban_months": number(0, LONGEST_BAN), "recorded_on": DAY},
    ),
    "licence_obtained": Shape(
        acts.LicenceObtained,
        ("id", "on"),
        {"id": ID, "on": DAY, "probation": PROBATION, "recorded_on": DAY},
        licence_obtained_defaults,
    ),
    "licence_exchanged": Shape(acts.LicenceExchanged, ("id", "on"), ON_ONE_DAY),
    "category_b_by_aac": Shape(acts.CategoryBByAac, ("id", "on"), ON_ONE_DAY),
    "interdiction_de_circuler": Shape(
        acts.InterdictionDeCirculer, ("id", "notified_on"), {"id": ID, "notified_on": DAY, "recorded_on": DAY}
    ),
    "french_licence": Shape(
        acts.FrenchLicence,
        ("id", "on"),
        {"id": ID, "on": DAY, "probation": PROBATION, "recorded_on": DAY},
        french_licence_defaults,
    ),
    "recours": Shape(
        acts.Recours,
        ("id", "on", "kind", "letter"),
        {
            "id": ID,
            "on": DAY,
            "kind": RECOURS,
            "letter": ID,
            "recorded_on": DAY,
        },
    ),
    "recours_rejected": Shape(
        acts.RecoursRejected,
        ("id", "on", "recours"),
        {"id": ID, "on": DAY, "recours": ID, "recorded_on": DAY},
    ),
    "carried_over": CARRIED_OVER,
}
"""The kinds of acts, under the word that ``"act"`` gives."""

KINDS = word(*ACTS)

DAY_KEYS = ("committed_on", "ended_on", "from", "notified_on", "on")
"""The keys that bear the day from which an act is true."""


def day_key(kind: str) -> str:
    """The key of the day from which an act of a kind is true: ``committed_on``, ``ended_on``, ``notified_on``..."""
    return next(key for key in DAY_KEYS if key in ACTS[kind].required)
