"""The history of points as the relevé tells it."""

from typing import Any

from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from mespoints.records.history import ERASED, coming_of, events_of, outside_of, pending_of
from tests.records.conftest import ON


def dossier(*acts: dict[str, Any]) -> Any:
    """A licence of 1996 and these acts."""
    licence = {"obtained_on": "1996-05-06"}
    return read_dossier({"format": "dossier/1", "licence": licence, "acts": list(acts)})


ONE_POINT = {
    "act": "offence", "id": "a", "class": "c3", "points": 1, "committed_on": "2024-01-05", "final_on": "2024-02-06",
    "decided_on": "2024-02-20", "final_by": "titre_executoire", "place": "Orvault", "label": "Excès de vitesse",
}  # fmt: skip


def test_an_offence_has_its_three_days_and_comes_back() -> None:
    """Committed, established, decided; the return names the day of the offence and has no such days."""
    found = dossier(ONE_POINT)
    _obtained, withdrawal, back = events_of(found, make_statement(found, ON))

    assert ("05/01/2024", "06/02/2024", "20/02/2024") == (
        withdrawal.committed, withdrawal.established, withdrawal.effect,
    )  # fmt: skip
    assert ("Orvault, établie par l'amende majorée", "−1") == (withdrawal.detail, withdrawal.points)
    assert ("06/08/2024", "", "", "+1") == (back.effect, back.committed, back.established, back.points)
    assert back.detail == "infraction commise le 5 janvier 2024"


def test_what_moves_nothing_says_why() -> None:
    """A stage that gives nothing is a line with its reason."""
    stage = {"act": "stage", "id": "s", "started_on": "2024-05-06", "ended_on": "2024-05-07", "kind": "volontaire"}
    found = dossier(stage)
    event = events_of(found, make_statement(found, ON))[-1]

    assert event.points == "0"
    assert "12 points" in event.detail


def test_pending_offences_are_told_apart() -> None:
    """How many points, and what would take them."""
    found = dossier({**ONE_POINT, "id": "p", "final_on": "2026-11-10", "decided_on": "2026-12-20"})
    (line,) = pending_of(found, make_statement(found, ON))

    assert ("10/11/2026", "1 point retiré le jour de la décision, qui n'est pas encore prise") == (
        line.established, line.points,
    )  # fmt: skip


def test_what_bears_on_driving_is_told_beside() -> None:
    """Suspensions begun and the title handed in, in their order; a suspension to come is not told."""
    found = dossier(
        {"act": "title_surrendered", "id": "t", "on": "2026-03-02"},
        {"act": "suspension", "id": "s", "from": "2026-01-04", "to": "2026-03-03", "by": "juge"},
        {"act": "suspension", "id": "u", "from": "2026-12-04", "to": "2027-03-03"},
    )
    lines = outside_of(found, ON)

    assert ["Du 04/01/2026 au 03/03/2026", "Le 02/03/2026"] == [line.when for line in lines]
    assert lines[0].what.endswith("par le juge")


def test_a_history_may_begin_with_an_erasure() -> None:
    """The balance carried over says why nothing stands before it."""
    found = dossier({"act": "carried_over", "id": "effacement-1", "on": "2026-01-02", "balance": 9, "ceiling": 12})
    event = events_of(found, make_statement(found, ON))[-1]

    assert (ERASED, "") == (event.title, event.detail)


def test_what_comes_is_told_in_sentences() -> None:
    """With its condition."""
    found = dossier({**ONE_POINT, "points": 4, "class": "c4"})

    assert "si vous ne commettez pas d'infraction d'ici là" in coming_of(found, make_statement(found, ON))[0]
