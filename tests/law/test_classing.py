"""The class and points of an offence, from the file, from the barème, or from both."""

from typing import Any

import pytest

from mespoints.law.acts import Offence
from mespoints.law.classing import settle_class
from mespoints.law.days import parse_day
from mespoints.law.reading import DossierRefused, Refusal, read_dossier, write_dossier
from mespoints.law.refusals import Fault

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
        ({**STOP, "paragraph": "al. 9"}, ("c4", 4)),  # a paragraph without its article says nothing
        ({**FORMER, "class": "c4"}, ("c4", 4)),
        ({**FORMER, "class": "c5", "points": 4}, ("c5", 4)),
        (FORMER_DELIT, ("delit", 6)),  # three rows, one price
        (UNDER_5_KM_H, ("c4", 0)),
        ({"article": "L235-1", "paragraph": "IV", "committed_on": "2025-07-10"}, ("delit", 6)),
        ({"article": "L235-1", "paragraph": "IV", "committed_on": "2025-07-11", "points": 9}, ("delit", 9)),
        ({"article": "L233-1", "paragraph": "V"}, ("delit", 6)),
        ({"natinf": "21528", "committed_on": "2010-01-01"}, ("c5", 6)),  # a code recalled still answers
        ({"natinf": "22876", "committed_on": "2020-01-01"}, ("c4", 3)),
        ({"article": "R412-19", "class": "c3", "points": 2}, ("c3", 2)),  # an article alone settles nothing
        ({"article": "R412-19", "paragraph": "al. 9", "class": "c3", "points": 2}, ("c3", 2)),
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
        ({"article": "R413-14", "paragraph": "I/III 1°", "committed_on": "2002-01-01", "points": 3, "class": "c4"},
         "points", "3", "c5 et 4 points"),
        (FORMER, "class", "rien", "c1, c2, c3, c4 ou c5"),
        ({**FORMER, "points": 4}, "class", "rien", "c1, c2, c3, c4 ou c5"),
        ({**FORMER, "class": "delit"}, "class", '"delit"', "contravention et 4 points"),
        ({**FORMER, "class": "c4", "points": 3}, "points", "3", "contravention et 4 points"),
        ({**UNDER_5_KM_H, "points": 1}, "points", "1", "c4 et 0 point"),
        ({"natinf": "999999", "points": 4}, "class", "rien", "le barème n'a pas cette infraction au 2024-01-20"),
    ],
)  # fmt: skip
def test_a_disagreement_or_a_doubt_is_refused(facts: dict[str, Any], key: str, found: str, expected: str) -> None:
    """One refusal, that names the key and lists what the barème says."""
    (refusal,) = refusals(facts)

    assert ("acts[0] (i1)", key, found) == (refusal.place, refusal.key, refusal.found)
    assert expected in refusal.expected


STOP_ROW = "« al. 1 » ou natinf 203 ou natinf 6112 : c4 et 4 points (Non-arrêt ou refus de priorité au stop)"
LINE_ROWS = (
    "« al. 1 » ou natinf 11325 : c4 et 3 points (Franchissement de ligne continue) ou bien "
    "« al. 1 » ou natinf 11326 : c4 et 1 point (Chevauchement de ligne continue)"
)
BREATHALYSER_ROWS = (
    "« I » : c5 et 6 points (Contournement de l'éthylotest antidémarrage (EAD) imposé par la justice) ou bien "
    "« II » : c5 et 6 points (Aide au contournement de l'éthylotest antidémarrage (EAD))"
)
SPEED_ROW = "« III » ou natinf 21528 : c5 et 6 points (Excès de vitesse d'au moins 50 km/h [code NATINF non vérifié])"


@pytest.mark.parametrize(
    ("facts", "found", "expected"),
    [
        ({"article": "R. 412-19", "paragraph": "al. 9"}, '"al. 9"', LINE_ROWS),
        ({"article": "R415-6", "paragraph": "II", "class": "c4"}, '"II"', STOP_ROW),
        ({"article": "R415-6", "paragraph": "II", "natinf": "999999", "points": 4}, '"II"', STOP_ROW),
        ({"article": "R415-6", "natinf": "999999"}, "rien", STOP_ROW),
        ({"article": "R413-14-1", "paragraph": "I", "committed_on": "2010-01-01"}, '"I"', SPEED_ROW),
        ({"article": "R234-5", "paragraph": "VI", "committed_on": "2011-09-08"}, '"VI"',
         BREATHALYSER_ROWS),
    ],
)  # fmt: skip
def test_a_paragraph_unknown_lists_the_rows_of_its_article(facts: dict[str, Any], found: str, expected: str) -> None:
    """Those of the day, each with its paragraph, its codes, its class, its points and its label, to choose from."""
    day = facts.get("committed_on", "2024-01-20")

    assert (Refusal("acts[0] (i1)", "paragraph", found, f"{expected}, selon le barème au {day}"),) == refusals(facts)


@pytest.mark.parametrize("given", [{}, {"class": "c4"}, {"points": 3}])
def test_an_article_alone_lists_its_rows(given: dict[str, Any]) -> None:
    """Without class or points it settles nothing, and says what to choose from."""
    faults = settled({"committed_on": "2024-01-20", "article": "R412-6-4", **given})
    expected = "« I » : c3 et 2 points (Position ou manœuvre acrobatique imprudente), selon le barème au 2024-06-12"

    assert [] == settled({"committed_on": "2024-06-12", "article": "R412-6-4", "class": "c1", "points": 0})
    assert [("paragraph", "rien", expected)] == settled({"committed_on": "2024-06-12", "article": "R412-6-4", **given})
    assert [key for key in ("class", "points") if key not in given] == [fault.key for fault in faults]  # not yet there


def test_without_a_day_of_commission_nothing_is_asked() -> None:
    """That it lacks is a fault already."""
    faults: list[Fault] = []
    settle_class({"natinf": "203"}, {"natinf": "203"}, faults)

    assert [] == faults


def settled(facts: dict[str, Any]) -> list[Fault]:
    """The faults of an offence asked of the barème."""
    faults: list[Fault] = []
    values = {**facts, "committed_on": parse_day(facts["committed_on"])}
    settle_class(facts, values, faults)
    return faults


def test_what_is_unverified_says_so_in_a_refusal() -> None:
    """A label recalled never shows as if it had been read."""
    facts = {"article": "R256 (ancien)", "paragraph": "4°", "committed_on": "1995-10-01", "points": 3}
    (refusal,) = refusals(facts)

    assert "contravention et 2 points (Excès de vitesse de 20 à moins de 30 km/h [non vérifié] ou " in refusal.expected
    assert 3 == refusal.expected.count("[non vérifié]")


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
        ({**LINE, "article": 412}, ["article"]),
        ({**LINE, "paragraph": 1}, ["paragraph"]),
        ({"natinf": "999999", "points": True}, ["points", "class"]),
    ],
)
def test_a_value_that_cannot_be_taken_is_refused_once(facts: dict[str, Any], keys: list[str]) -> None:
    """The barème is not asked about it; what is missing besides is still told."""

    assert keys == [refusal.key for refusal in refusals(facts)]
