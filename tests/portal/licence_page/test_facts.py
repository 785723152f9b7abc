"""What the register knows of a title and of what limits it, in plain words."""

from datetime import date
from typing import Any

from mespoints.law.reading import read_dossier
from mespoints.portal.licence_page.facts import (
    carte_grise_lines,
    medical_lines,
    suspension_lines,
    title_of,
)
from tests.portal.conftest import dossier_document

ON = date(2026, 11, 22)
ISSUED = {"act": "title_issued", "id": "t", "on": "2020-03-04", "number": "20AB12345", "to": "2035-03-03"}


def plain(lines: tuple[str, ...]) -> list[str]:
    """Without the spaces that do not break."""
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def test_the_last_title_is_told_and_whether_it_is_gone() -> None:
    """A loss declared before the card was issued is over with."""
    before = {"act": "title_lost", "id": "l", "on": "2020-01-05"}
    stolen = {"act": "title_stolen", "id": "s", "on": "2026-10-01"}
    held, gone = title_of([before, ISSUED], "fr"), title_of([ISSUED, stolen], "fr")

    assert ("20AB12345", "4 mars 2020", "3 mars 2035", "") == held
    assert gone is not None
    assert "Vous avez déclaré ce titre volé le 1er octobre 2026." == gone.gone
    assert title_of([], "fr") is None


def test_a_lost_card_of_which_nothing_else_is_known_is_told() -> None:
    """Nothing but the loss."""
    assert ("", "", "", "Vous avez déclaré ce titre perdu le 5 janvier 2020.") == title_of(
        [{"act": "title_lost", "id": "l", "on": "2020-01-05"}], "fr"
    )


def test_the_last_fitness_of_each_category_is_told() -> None:
    """One that runs, one that is over and says what that means."""
    fit: list[dict[str, Any]] = [
        {"act": "medical_validity", "id": str(number), "category": category, "on": "2016-01-01", "to": to}
        for number, (category, to) in enumerate([("C", "2021-03-03"), ("C", "2027-03-03"), ("D", "2026-11-21")])
    ]

    assert [
        "Catégorie C : aptitude médicale jusqu'au 3 mars 2027.",
        (
            "Catégorie D : aptitude médicale finie le 21 novembre 2026. Sans nouvel avis médical, vous ne pouvez plus "
            "conduire ces véhicules."
        ),
    ] == plain(medical_lines(fit, ON, "fr"))


def test_suspensions_say_by_whom_and_whether_they_run() -> None:
    """The latest first, with the letter that told them; then the days on which the police kept the licence."""
    dossier = read_dossier(
        dossier_document(
            "1996-05-06",
            {"act": "suspension", "id": "a", "from": "2020-01-04", "to": "2020-03-03", "by": "juge"},
            {"act": "suspension", "id": "b", "from": "2026-11-22", "to": "2027-03-03", "by": "prefet"},
            {"act": "suspension", "id": "c", "from": "2028-01-01", "to": "2028-03-03"},
        )
    )
    payloads = [
        {"act": "suspension_letter", "id": "x", "suspension": "b", "form": "3F", "notified_on": "2026-11-20"},
        {"act": "retention", "id": "r", "on": "2026-11-19", "to": "2026-11-22"},
        {"act": "retention", "id": "q", "on": "2019-12-30"},
    ]

    assert [
        "Droit de conduire suspendu du 1er janvier 2028 au 3 mars 2028 (à venir).",
        (
            "Droit de conduire suspendu du 22 novembre 2026 au 3 mars 2027, par le préfet, lettre 3F notifiée le "
            "20 novembre 2026 (en cours)."
        ),
        "Droit de conduire suspendu du 4 janvier 2020 au 3 mars 2020, par un juge (finie).",
        "Permis retenu par les forces de l'ordre du 19 novembre 2026 au 22 novembre 2026.",
        "Permis retenu par les forces de l'ordre le 30 décembre 2019.",
    ] == plain(suspension_lines(dossier, payloads, ON.toordinal(), "fr"))


def test_the_last_address_of_each_vehicle_is_told() -> None:
    """One a carte grise."""
    moved = [
        {"act": "carte_grise_address", "id": str(n), "on": "2026-01-01", "vehicle": vehicle, "lines": [line, "NANTES"]}
        for n, (vehicle, line) in enumerate([("A", "1 RUE A"), ("B", "2 RUE B"), ("A", "3 RUE C")])
    ]

    assert ("3 RUE C, NANTES", "2 RUE B, NANTES") == carte_grise_lines(moved)
