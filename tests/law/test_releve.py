from collections.abc import Callable
from typing import Any

import pytest

from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.refusals import DossierRefused
from mespoints.law.releve import Shown, read_releve
from tests.law.lives import offence

DOSSIER: dict[str, Any] = {
    "format": "dossier/1",
    "licence": {"obtained_on": "2015-06-12"},
    "acts": [offence("i1", "2024-01-20", "2024-02-15", 4, "c4", decided_on="2024-03-01")],
}

Change = Callable[[dict[str, Any]], object]


def releve() -> dict[str, Any]:
    """A fresh ``releve/1`` that can be read, for a test to spoil."""
    return {
        "format": "releve/1",
        "on": "2024-12-01",
        "dossier": {**DOSSIER, "acts": [dict(act) for act in DOSSIER["acts"]]},
        "movements": [
            {"on": "2015-06-12", "points": 6, "balance": 6},
            {"on": "2024-03-01", "points": -4, "balance": 2, "act": "i1"},
        ],
        "balance": 2,
    }


def refused(document: object) -> list[str]:
    """The messages of a refusal."""
    with pytest.raises(DossierRefused) as caught:
        read_releve(document)
    return [error.message for error in caught.value.errors]


def test_a_releve_is_read() -> None:
    """Its day, its dossier, its movements in their order, its balance."""
    read = read_releve(releve())

    assert (read.on, read.balance) == (parse_day("2024-12-01"), 2)
    assert read.dossier == read_dossier(DOSSIER)
    assert read.movements == (
        Shown(parse_day("2015-06-12"), 6, 6, None),
        Shown(parse_day("2024-03-01"), -4, 2, "i1"),
    )


def test_a_movement_may_say_that_it_names_no_act() -> None:
    """``null``, as the movements of ``statement/1`` have it."""
    document = releve()
    document["movements"][0]["act"] = None

    assert read_releve(document) == read_releve(releve())


def test_a_releve_without_movement_is_one() -> None:
    """The administration may show nothing but a balance."""
    assert read_releve({**releve(), "movements": []}).movements == ()


SPOILED: dict[str, tuple[Change, str]] = {
    "unknown format": (
        lambda r: r.update(format="releve/2"),
        'relevé, clé « format » : trouvé "releve/2", attendu "releve/1".',
    ),
    "no day": (lambda r: r.pop("on"), "relevé, clé « on » : trouvé rien, attendu un jour du calendrier"),
    "impossible day": (lambda r: r.update(on="2024-02-30"), 'relevé, clé « on » : trouvé "2024-02-30"'),
    "no movements": (lambda r: r.pop("movements"), "relevé, clé « movements » : trouvé rien, attendu une liste"),
    "movements that are no list": (
        lambda r: r.update(movements={}),
        "relevé, clé « movements » : trouvé un objet, attendu une liste de mouvements.",
    ),
    "no balance": (lambda r: r.pop("balance"), "relevé, clé « balance » : trouvé rien, attendu un nombre entier"),
    "a balance above 12": (
        lambda r: r.update(balance=13),
        "relevé, clé « balance » : trouvé 13, attendu un nombre entier de 0 à 12.",
    ),
    "a balance that is no number": (lambda r: r.update(balance=True), "relevé, clé « balance » : trouvé true"),
    "unknown key": (lambda r: r.update(neph="1"), "relevé, clé « neph » : trouvé une clé inconnue, attendu l'une"),
    "no dossier": (lambda r: r.pop("dossier"), "relevé, clé « dossier » : trouvé rien, attendu un dossier/1."),
    "a dossier that is none": (
        lambda r: r.update(dossier=[]),
        "relevé, clé « dossier » : trouvé une liste, attendu un dossier/1.",
    ),
    "the format of the dossier": (
        lambda r: r["dossier"].update(format="dossier/2"),
        'dossier, clé « format » : trouvé "dossier/2", attendu "dossier/1".',
    ),
    "the licence": (
        lambda r: r["dossier"].update(licence={"obtained_on": "hier"}),
        'licence, clé « obtained_on » : trouvé "hier"',
    ),
    "an act of the dossier": (
        lambda r: r["dossier"]["acts"][0].update(points=10),
        "acts[0] (i1), clé « points » : trouvé 10, attendu un nombre entier de 0 à 9.",
    ),
    "a movement that is none": (
        lambda r: r["movements"].append(4),
        "movements[2], clé « movement » : trouvé 4, attendu un objet.",
    ),
    "a movement without points": (
        lambda r: r["movements"][1].pop("points"),
        "movements[1], clé « points » : trouvé rien, attendu un nombre entier de -999 à 999.",
    ),
    "a movement without balance": (
        lambda r: r["movements"][1].pop("balance"),
        "movements[1], clé « balance » : trouvé rien, attendu un nombre entier de 0 à 12.",
    ),
    "points that are no number": (
        lambda r: r["movements"][1].update(points=-4.0),
        "movements[1], clé « points » : trouvé -4.0, attendu un nombre entier de -999 à 999.",
    ),
    "points that are null": (
        lambda r: r["movements"][1].update(points=None),
        "movements[1], clé « points » : trouvé null, attendu un nombre entier de -999 à 999.",
    ),
    "a balance below zero": (
        lambda r: r["movements"][1].update(balance=-2),
        "movements[1], clé « balance » : trouvé -2, attendu un nombre entier de 0 à 12.",
    ),
    "a movement after the day": (
        lambda r: r["movements"][1].update(on="2024-12-02"),
        "movements[1], clé « on » : trouvé 2024-12-02, attendu un jour qui ne suit pas celui du relevé (2024-12-01).",
    ),
    "an act of no dossier": (
        lambda r: r["movements"][1].update(act="i9"),
        "movements[1], clé « act » : trouvé \"i9\", attendu l'identifiant d'un acte du dossier.",
    ),
    "an act without name": (
        lambda r: r["movements"][1].update(act=""),
        'movements[1], clé « act » : trouvé "", attendu un texte non vide en UTF-8.',
    ),
    "a key of the statement": (
        lambda r: r["movements"][0].update(cause="obtained"),
        "movements[0], clé « cause » : trouvé une clé inconnue, attendu l'une de ces clés : on, points, balance, act.",
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_cannot_be_right_is_named(name: str) -> None:
    """One message: the place, the key, what was found, what was expected."""
    spoil, expected = SPOILED[name]
    document = releve()
    spoil(document)
    (message,) = refused(document)

    assert message.startswith(expected)
    assert message.endswith(".")


def test_a_movement_on_the_day_itself_is_read() -> None:
    """The day of the relevé is in it."""
    document = releve()
    document["movements"][1]["on"] = "2024-12-01"

    assert read_releve(document).movements[1].on == parse_day("2024-12-01")


@pytest.mark.parametrize("document", [None, [], "releve/1", 4])
def test_what_is_no_object_is_no_releve(document: object) -> None:
    """Any JSON value is refused with a message, never with an accident."""
    (message,) = refused(document)

    assert "relevé, clé « format » : trouvé " in message
    assert 'attendu un objet dont « format » vaut "releve/1".' in message


def test_every_fault_is_told_at_once() -> None:
    """Those of the relevé, of its dossier and of its movements, in the order of the file."""
    document = {
        **releve(),
        "balance": "douze",
        "dossier": {"format": "dossier/1", "licence": {}, "acts": [{"act": "stage", "id": "s"}]},
        "movements": [{"on": "2024-13-01", "points": 1, "balance": 1}, {"points": 1, "balance": 1, "act": 4}],
    }
    told = [message.split(" : ")[0] for message in refused(document)]

    assert told == [
        "relevé, clé « balance »",
        "licence, clé « obtained_on »",
        "acts[0] (s), clé « ended_on »",
        "acts[0] (s), clé « kind »",
        "movements[0], clé « on »",
        "movements[1], clé « act »",
        "movements[1], clé « on »",
    ]


def test_unknown_acts_are_told_beside_other_faults() -> None:
    """A movement that can be read is checked even when another cannot."""
    document = releve()
    document["movements"] = [{"on": "x"}, {"on": "2024-03-01", "points": -4, "balance": 2, "act": "i9"}]
    told = [message.split(" : ")[0] for message in refused(document)]

    assert told == ["movements[0], clé « on »"] + [f"movements[0], clé « {key} »" for key in ("points", "balance")] + [
        "movements[1], clé « act »"
    ]
