"""What brings the points of a withdrawal back, told from the statement."""

import pytest

from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.portal.returning import what_brings_back
from tests.portal.conftest import Told, dossier_document, offence

CLEAN = "si vous ne commettez d'ici là aucune infraction qui retire des points"
NOT_ALONE = "pas seul, car une autre infraction a interrompu son délai"
ALL_BACK = "le 10 avril 2029, avec tous les autres points"
ONE = {"class": "c3"}
PASSED = [offence("a", "2022-01-05", "2022-02-10"), offence("b", "2026-06-05", "2026-07-10", 1, **ONE)]
LOST = [offence("a", "2026-01-05", "2026-02-10", 6), offence("b", "2026-03-05", "2026-04-10", 6)]
STAGE: Told = {"act": "stage", "id": "s", "kind": "volontaire", "ended_on": "2026-03-11"}
LETTER_48SI: Told = {"act": "lettre_48si", "id": "l", "notified_on": "2026-06-01"}


def returns(acts: list[Told], obtained_on: str = "1996-05-06", on: str = "2026-11-22") -> str:
    """What the first withdrawal of a history becomes."""
    statement = make_statement(read_dossier(dossier_document(obtained_on, *acts)), parse_day(on))
    index = next(place for place, movement in enumerate(statement.movements) if movement.cause == "withdrawal")
    return what_brings_back(index, statement, "fr")


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ([offence("a", "2026-01-05", "2026-02-10")], f"le 10 février 2029, avec tous les autres points, {CLEAN}"),
        ([offence("a", "2026-06-05", "2026-07-10", 1, **ONE)], f"le 10 janvier 2027, {CLEAN}"),
        ([offence("a", "2026-01-05", "2026-02-10", 1, **ONE)], "fait le 10 août 2026"),
        (LOST, f"sauf si la lettre 48SI vous est notifiée avant\u00a0: {ALL_BACK}, {CLEAN}"),
        (PASSED, "fait le 10 février 2025, avec tous les autres points"),
        ([offence("a", "2017-01-05", "2017-02-10"), *(
            offence(f"o{year}", f"{year}-12-05", f"{year}-12-20", 1, **ONE) for year in (2018, 2020, 2022, 2024, 2026)
        )], "le 10 février 2027, dix ans après"),
        (
            [*PASSED[1:], {"act": "withdrawal_annulled", "id": "w", "offence": "b", "on": "2026-09-01"}],
            "retrait annulé le 1er septembre 2026",
        ),
        ([*LOST, LETTER_48SI], "aucun\u00a0: ce permis a pris fin le 1er juin 2026"),
        (
            [offence("a", "2026-01-05", "2026-02-10"), STAGE],
            "votre solde est remonté à 12 points le 12 mars 2026",
        ),
        (
            [offence("a", "2026-01-05", "2026-02-10", 1, **ONE), offence("b", "2026-04-01", "2026-05-02")],
            f"{NOT_ALONE}\u00a0; avec tous les autres points le 2 mai 2029, {CLEAN}",
        ),
    ],
    ids=["together", "alone", "done", "zero", "all back", "ten years", "annulled", "lost", "stage", "interrupted"],
)  # fmt: skip
def test_what_brings_the_points_back(acts: list[Told], words: str) -> None:
    """Each way in which points return, or never do."""
    told = returns(acts)

    assert told == words


def test_a_licence_held_again_gives_back_as_before() -> None:
    """A withdrawal annulled makes a lost licence valid again: the other points come back in their time."""
    annulled = {"act": "withdrawal_annulled", "id": "w", "offence": "b", "on": "2026-10-01"}
    told = returns([*LOST, LETTER_48SI, annulled])

    assert told == f"le 10 février 2029, avec tous les autres points, {CLEAN}"
