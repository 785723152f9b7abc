"""The stage that a 48N orders, and the refund of the fine."""

from datetime import date

import pytest

from mespoints.law.reading import read_dossier
from mespoints.portal.licence_page.stages import stage_lines
from tests.portal.conftest import Told, dossier_document, offence

TAKEN = offence("a", "2026-06-01", "2026-07-03")
LETTER: Told = {"act": "lettre_48n", "id": "n", "notified_on": "2026-08-20", "offence": "a"}
STAGE: Told = {"act": "stage", "id": "s", "kind": "probatoire", "ended_on": "2026-10-11"}


@pytest.mark.parametrize(
    ("acts", "on", "words"),
    [
        ([], date(2026, 11, 22), "un stage au plus tard le dimanche 20 décembre 2026. Suivi à temps, il remplace"),
        ([STAGE], date(2026, 11, 22), "est fait depuis le 11 octobre 2026. Il remplace l'amende"),
        ([], date(2026, 12, 21), "devait être suivi au plus tard le dimanche 20 décembre 2026."),
    ],
)
def test_what_is_left_to_do_is_said(acts: list[Told], on: date, words: str) -> None:
    """Due, done in time, or missed."""
    dossier = read_dossier(dossier_document("2025-06-12", TAKEN, LETTER, *acts))
    (line,) = stage_lines(dossier, on, "fr")

    assert words in line


def test_nothing_is_said_without_a_letter_or_once_its_withdrawal_is_annulled() -> None:
    """No 48N, or none that stands."""
    annulled: Told = {"act": "withdrawal_annulled", "id": "w", "offence": "a", "on": "2026-09-10"}
    without = read_dossier(dossier_document("2025-06-12", TAKEN))
    undone = read_dossier(dossier_document("2025-06-12", TAKEN, LETTER, annulled))

    assert ((), ()) == tuple(stage_lines(one, date(2026, 11, 22), "fr") for one in (without, undone))
