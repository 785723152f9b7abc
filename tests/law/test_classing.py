"""The class and points of an offence, from the file, from the barème, or from both."""

from typing import Any

import pytest

from mespoints.law.acts import Offence
from mespoints.law.reading import DossierRefused, Refusal, read_dossier, write_dossier

STOP = {"natinf": "203"}  # c4, 4 points, from 2001-06-01
LINE = {"article": "R. 412-19", "paragraph": "al. 1"}  # crossed: c4, 3 points; overlapped: c4, 1 point
FORMER = {"article": "R256 (ancien)", "paragraph": "2°", "committed_on": "1996-01-20"}  # 4 points, class unknown
FORMER_DELIT = {"article": "R256 (ancien)", "paragraph": "1°", "committed_on": "1996-01-20"}
UNDER_5_KM_H = {"article": "R413-14", "paragraph": "I al. 1"}


def dossier_of(facts: dict[str, Any]) -> dict[str, Any]:
    """A dossier of one offence."""
    act = {"act": "offence", "id": "i1", "committed_on": "2024-01-20", **facts}
    return {"format": "dossier/1", "licence": {"obtained_on": "1990-05-06"}, "acts": [act]}


def refusals(facts: dict[str, Any]) -> tuple[Refusal, ...]:
    """Why the offence is refused."""
    with pytest.raises(DossierRefused) as refusal:
        read_dossier(dossier_of(facts))
    return refusal.value.errors


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"class": "c2", "points": 3}, ("c2", 3)),
        (STOP, ("c4", 4)),
        ({**STOP, "class": "c4"}, ("c4", 4)),
        ({**STOP, "points": 4}, ("c4", 4)),
        ({**STOP, "class": "c4", "points": 4}, ("c4", 4)),
        ({**STOP, "committed_on": "2001-05-31", "class": "c3", "points": 2}, ("c3", 2)),  # unknown on that day
        ({"natinf": "202", "committed_on": "2018-09-18"}, ("c4", 4)),
        ({"natinf": "202", "committed_on": "2018-09-19"}, ("c4", 6)),
        ({**LINE, "class": "c4", "points": 1}, ("c4", 1)),
        ({**LINE, "points": 3}, ("c4", 3)),  # what is given leaves one row
        ({**LINE, "natinf": "11326"}, ("c4", 1)),  # so does the code
        ({**LINE, "natinf": "11325", "points": 3}, ("c4", 3)),
        ({**LINE, "natinf": "999999", "points": 3}, ("c4", 3)),  # a code that the barème does not know says nothing
        ({**FORMER, "class": "c4"}, ("c4", 4)),
        ({**FORMER, "class": "c5", "points": 4}, ("c5", 4)),
        (FORMER_DELIT, ("delit", 6)),  # three rows, one price
        (UNDER_5_KM_H, ("c4", 0)),
        ({"article": "L235-1", "paragraph": "IV", "committed_on": "2025-07-10"}, ("delit", 6)),
        ({"article": "L235-1", "paragraph": "IV", "committed_on": "2025-07-11", "points": 9}, ("delit", 9)),
    ],
)
def test_class_and_points_are_settled(facts: dict[str, Any], expected: tuple[str, int]) -> None:
    """By the barème of the day of commission, with which what is given agrees."""
    dossier = read_dossier(dossier_of(facts))
    (offence,) = dossier.acts

    assert isinstance(offence, Offence)
    assert expected == (offence.offence_class, offence.points)
    assert dossier == read_dossier(write_dossier(dossier))


@pytest.mark.parametrize(
    ("facts", "key", "found", "expected"),
    [
        ({**STOP, "points": 3}, "points", "3", "c4 et 4 points"),
        ({**STOP, "class": "c3"}, "class", '"c3"', "c4 et 4 points"),
        ({**STOP, "class": "delit", "points": 6}, "class", '"delit"', "c4 et 4 points"),
        ({"natinf": "202", "committed_on": "2018-09-18", "points": 6}, "points", "6", "c4 et 4 points"),
        (LINE, "points", "rien", "c4 et 3 points (Franchissement de ligne continue) ou bien c4 et 1 point ("),
        ({**LINE, "class": "c4"}, "points", "rien", "c4 et 1 point (Chevauchement de ligne continue)"),
        ({**LINE, "class": "c4", "points": 2}, "points", "2", "c4 et 1 point"),
        ({**LINE, "natinf": "203"}, "natinf", '"203"', "selon l'article donné"),
        ({"article": "R413-14", "paragraph": "I/III 1°", "committed_on": "2002-01-01", "points": 4},
         "class", "rien", "c5 et 4 points"),
        (FORMER, "class", "rien", "c1, c2, c3, c4 ou c5"),
        ({**FORMER, "points": 4}, "class", "rien", "c1, c2, c3, c4 ou c5"),
        ({**FORMER, "class": "delit"}, "class", '"delit"', "contravention et 4 points"),
        ({**FORMER, "class": "c4", "points": 3}, "points", "3", "contravention et 4 points"),
        ({**UNDER_5_KM_H, "points": 1}, "points", "1", "c4 et 0 point"),
        ({"article": "R412-19", "class": "c4"}, "points", "rien", "un nombre entier de 0 à 9, ou le code natinf"),
        ({"natinf": "999999", "points": 4}, "class", "rien", "le barème n'a pas cette infraction au 2024-01-20"),
    ],
)  # fmt: skip
def test_a_disagreement_or_a_doubt_is_refused(facts: dict[str, Any], key: str, found: str, expected: str) -> None:
    """One refusal, that names the key and lists what the barème says."""
    (refusal,) = refusals(facts)

    assert ("acts[0] (i1)", key, found) == (refusal.place, refusal.key, refusal.found)
    assert expected in refusal.expected


@pytest.mark.parametrize(
    "facts", [{}, {"natinf": "999999"}, {"article": "R999-1", "paragraph": "I"}, {**STOP, "committed_on": "2000-01-01"}]
)
def test_no_class_or_points_and_no_row_is_refused(facts: dict[str, Any]) -> None:
    """Both keys are missing."""

    assert ["class", "points"] == [refusal.key for refusal in refusals(facts)]


@pytest.mark.parametrize(
    ("facts", "keys"),
    [
        ({"natinf": 203}, ["natinf"]),
        ({**STOP, "committed_on": "2024-02-30"}, ["committed_on"]),
        ({**STOP, "points": "4"}, ["points"]),
        ({**LINE, "points": "4"}, ["points"]),
        ({"natinf": "999999", "points": True}, ["points", "class"]),
    ],
)
def test_a_value_that_cannot_be_taken_is_refused_once(facts: dict[str, Any], keys: list[str]) -> None:
    """The barème is not asked about it; what is missing besides is still told."""

    assert keys == [refusal.key for refusal in refusals(facts)]
