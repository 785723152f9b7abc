"""The keys of ``dossier/1`` and of ``releve/1``, as docs/dossier.md tells them: which are required, what each holds."""

from typing import Any

import pytest

from mespoints.law import acts
from mespoints.law.holds import DAY, FLAG, ID, TEXT
from mespoints.law.reading import read_dossier
from mespoints.law.releve import RELEVE, SHOWN
from mespoints.law.shapes import ACTS, DOSSIER, KINDS, LICENCE, Shape, day_key

PROBATIONS = "l'un de ces mots : ordinary, aac, none"
ONE_DAY = ["id* ID", "on* DAY", "recorded_on DAY"]
WORDS: dict[tuple[str, str], str] = {
    ("dossier", "format"): '"dossier/1"',
    ("dossier", "licence"): "un objet",
    ("dossier", "acts"): "une liste d'actes",
    ("licence", "probation"): PROBATIONS,
    ("licence", "territory"): "l'un de ces mots : metropole, alsace-moselle, guadeloupe, martinique, guyane,"
    " la-reunion, mayotte, saint-martin, saint-barthelemy",
    ("licence", "neph"): "un texte de 5 à 19 chiffres ou lettres majuscules sans accent",
    ("offence", "final_by"): "l'un de ces mots : paiement, titre_executoire, composition_penale, condamnation",
    ("offence", "class"): "l'un de ces mots : c1, c2, c3, c4, c5, delit",
    ("offence", "points"): "un nombre entier de 0 à 9",
    ("offence", "source"): "l'un de ces mots : radar, video, interception",
    ("offence", "closed_by"): "l'un de ces mots : relaxe, classement, redevable, amnistie",
    ("stage", "kind"): "l'un de ces mots : volontaire, probatoire, alternative, composition_penale, peine",
    ("suspension", "by"): "l'un de ces mots : prefet, juge",
    ("licence_annulled", "ban_months"): "un nombre entier de 0 à 120",  # ten years, art. L. 224-16
    ("licence_obtained", "probation"): PROBATIONS,
    ("french_licence", "probation"): PROBATIONS,
    ("recours", "kind"): "l'un de ces mots : gracieux, hierarchique, contentieux",
    ("releve", "format"): '"releve/1"',
    ("releve", "dossier"): "un dossier/1",
    ("releve", "movements"): "une liste de mouvements",
    ("releve", "balance"): "un nombre entier de 0 à 12",
    ("shown", "points"): "un nombre entier de -999 à 999",
    ("shown", "balance"): "un nombre entier de 0 à 12",
    ("carried_over", "balance"): "un nombre entier de 0 à 12",
    ("carried_over", "ceiling"): "un nombre entier de 6 à 12",
}
HOLDS = {"DAY": DAY.expected, "ID": ID.expected, "TEXT": TEXT.expected, "FLAG": FLAG.expected}
KEYS: dict[str, list[str]] = {
    # each key in the order of the file, "*" when it is required, with what it holds: "..." is told in WORDS
    "dossier": ["format* ...", "licence* ...", "acts* ..."],
    "licence": ["obtained_on* DAY", "probation ...", "territory ...", "neph ...", "foreign FLAG"],
    "offence": [
        "id* ID", "committed_on* DAY", "final_on DAY", "final_by ...", "decided_on DAY", "class ...", "points ...",
        "natinf TEXT", "article TEXT", "paragraph TEXT", "label TEXT", "episode TEXT", "place TEXT", "source ...",
        "closed_on DAY", "closed_by ...", "recorded_on DAY",
    ],
    "stage": ["id* ID", "started_on DAY", "ended_on* DAY", "kind* ...", "recorded_on DAY"],
    "formation_complementaire": ONE_DAY,
    "suspension": ["id* ID", "from* DAY", "to* DAY", "by ...", "recorded_on DAY"],
    "lettre_48si": ["id* ID", "notified_on* DAY", "offence ID", "recorded_on DAY"],
    "lettre_48si_suspended": ["id* ID", "on* DAY", "to DAY", "letter ID", "recorded_on DAY"],
    "lettre_48si_annulled": ["id* ID", "on* DAY", "letter ID", "recorded_on DAY"],
    "lettre_48n": ["id* ID", "notified_on* DAY", "offence* ID", "recorded_on DAY"],
    "withdrawal_annulled": ["id* ID", "offence* ID", "on* DAY", "recorded_on DAY"],
    "withdrawal_suspended": ["id* ID", "offence* ID", "on* DAY", "to DAY", "recorded_on DAY"],
    "title_surrendered": ONE_DAY,
    "licence_annulled": ["id* ID", "on* DAY", "ban_months ...", "recorded_on DAY"],
    "licence_obtained": ["id* ID", "on* DAY", "probation ...", "recorded_on DAY"],
    "licence_exchanged": ONE_DAY,
    "category_b_by_aac": ONE_DAY,
    "interdiction_de_circuler": ["id* ID", "notified_on* DAY", "recorded_on DAY"],
    "french_licence": ["id* ID", "on* DAY", "probation ...", "recorded_on DAY"],
    "recours": ["id* ID", "on* DAY", "kind* ...", "letter* ID", "recorded_on DAY"],
    "recours_rejected": ["id* ID", "on* DAY", "recours* ID", "recorded_on DAY"],
    "carried_over": [
        "id* ID", "on* DAY", "balance* ...", "ceiling ...", "last_final_on DAY", "lengthened FLAG", "recorded_on DAY",
    ],
}  # fmt: skip
OF_RELEVE: dict[str, list[str]] = {
    "releve": ["format* ...", "on* DAY", "dossier* ...", "movements* ...", "balance* ..."],
    "shown": ["on* DAY", "points* ...", "balance* ...", "act ID"],
}
SHAPES: dict[str, Shape] = {"dossier": DOSSIER, "licence": LICENCE, **ACTS, "releve": RELEVE, "shown": SHOWN}


def test_the_kinds_of_acts_are_those_of_the_format() -> None:
    """Each under the word that « act » gives; a refusal lists them all."""

    assert list(KEYS)[2:] == list(ACTS)
    assert KINDS.expected == "l'un de ces mots : " + ", ".join(list(KEYS)[2:])


@pytest.mark.parametrize("kind", KEYS | OF_RELEVE)
def test_the_keys_of_each_kind(kind: str) -> None:
    """Their names and their order, those that are required, and what a refusal says that each holds."""
    keys = [key.split() for key in (KEYS | OF_RELEVE)[kind]]
    shape = SHAPES[kind]

    assert [(name.rstrip("*"), HOLDS.get(holds) or WORDS[kind, name.rstrip("*")]) for name, holds in keys] == [
        (name, holds.expected) for name, holds in shape.keys.items()
    ]
    assert {name.rstrip("*") for name, _ in keys if name.endswith("*")} == set(shape.required)


@pytest.mark.parametrize("kind", list(KEYS)[2:])
def test_the_day_of_each_kind(kind: str) -> None:
    """An act is true from the day that it cannot be without, the first of them for a suspension."""
    required = [name.split()[0].rstrip("*") for name in KEYS[kind] if name.endswith("* DAY")]

    assert required[0] == day_key(kind)


def read_one(kind: str, /, **keys: Any) -> Any:
    """The act of a dossier that holds one."""
    licence = {"obtained_on": "1996-05-06"}
    act = {"act": kind, "id": "a1", **keys}
    return read_dossier({"format": "dossier/1", "licence": licence, "acts": [act]}).acts[0]


@pytest.mark.parametrize(
    ("obtained_on", "foreign", "probation"),
    [
        ("2004-02-29", False, "none"),
        ("2004-03-01", False, "ordinary"),
        ("2020-06-01", False, "ordinary"),
        ("2020-06-01", True, "none"),
    ],
)
def test_the_licence_of_which_nothing_is_said(obtained_on: str, foreign: bool, probation: str) -> None:
    """A probation since 1 March 2004, none on a foreign one; in metropole; French unless told otherwise."""
    licence: dict[str, Any] = {"obtained_on": obtained_on} | ({"foreign": True} if foreign else {})
    read = read_dossier({"format": "dossier/1", "licence": licence, "acts": []}).licence

    assert (probation, "metropole", foreign, None) == (read.probation, read.territory, read.foreign, read.neph)


@pytest.mark.parametrize(
    ("kind", "keys", "expected"),
    [
        ("licence_obtained", {"on": "2004-02-29"}, ("probation", "none")),
        ("licence_obtained", {"on": "2004-03-01"}, ("probation", "ordinary")),
        ("french_licence", {"on": "2019-03-01"}, ("probation", "none")),
        ("carried_over", {"on": "2019-03-01", "balance": 8}, ("ceiling", 12)),
        ("carried_over", {"on": "2019-03-01", "balance": 8}, ("lengthened", False)),
        ("licence_annulled", {"on": "2019-03-01"}, ("ban_months", None)),
        ("licence_annulled", {"on": "2019-03-01", "ban_months": 120}, ("ban_months", 120)),
    ],
)
def test_what_an_act_does_not_say(kind: str, keys: dict[str, Any], expected: tuple[str, Any]) -> None:
    """What docs/dossier.md says of a key that is absent."""
    name, value = expected

    assert value == getattr(read_one(kind, **keys), name)


def test_the_days_that_an_act_does_not_say() -> None:
    """A stage began on the eve; the minister decided on the day the offence was final; a pending one has no day."""
    one = read_one("stage", ended_on="2024-05-04", kind="volontaire")
    pending = {"committed_on": "2024-01-20", "class": "c3", "points": 2}
    final = read_one("offence", **pending, final_on="2024-02-15", final_by="paiement")

    assert one.ended_on - 1 == one.started_on
    assert final.final_on == final.decided_on
    assert read_one("offence", **pending).decided_on is None


def test_only_a_licence_told_so_is_foreign() -> None:
    """Art. L. 223-10."""

    assert acts.Licence(700_000, "none", "metropole", None).foreign is False
