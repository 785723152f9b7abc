"""What a statement says on the days that decide: the status, what is pending, the end of probation, both readings."""

from typing import Any

import pytest

from mespoints.law.acts import Dossier
from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import READINGS, make_statement, movements_of
from tests.law.lives import OLD, offence, on_day, told

SUSPENSION = {"act": "suspension", "id": "p", "from": "2023-06-01", "to": "2023-07-31"}
SIX = offence("a", "2023-01-10", "2023-02-10", 6, "c4")
FIVE = offence("b", "2023-03-10", "2023-04-10", 5, "c4")
SIX_MORE = offence("c", "2023-03-11", "2023-04-10", 6, "c5")


@pytest.mark.parametrize(
    ("on", "acts", "expected"),
    [
        ("2023-05-31", [SUSPENSION, SIX], "valid"),
        ("2023-06-01", [SUSPENSION, SIX], "suspended"),
        ("2023-07-31", [SUSPENSION, SIX], "suspended"),
        ("2023-08-01", [SUSPENSION, SIX], "valid"),
        ("2023-04-10", [SIX, FIVE], "valid"),  # one point is left
        ("2023-04-09", [SIX, SIX_MORE], "valid"),
        ("2023-04-10", [SIX, SIX_MORE], "zero"),
        ("2023-06-15", [SIX, SIX_MORE, SUSPENSION], "zero"),
        ("2023-04-10", [SIX, FIVE, SIX_MORE], "zero"),  # five below
        ("2023-05-01", [SIX, SIX_MORE, on_day("lettre_48si", "z", "2023-05-02")], "zero"),
        ("2023-05-02", [SIX, SIX_MORE, on_day("lettre_48si", "z", "2023-05-02")], "invalidated"),
        ("2023-06-15", [on_day("licence_annulled", "j", "2023-06-15"), SUSPENSION], "annulled"),
        ("2023-06-14", [on_day("licence_annulled", "j", "2023-06-15"), SUSPENSION], "suspended"),
    ],
)
def test_the_status_of_a_licence(on: str, acts: list[dict[str, Any]], expected: str) -> None:
    """The first that applies: lost, then without points, then suspended, both days included."""

    assert expected == told(on, *acts).status


@pytest.mark.parametrize(
    ("on", "expected"), [("2023-05-01", "zero"), ("2023-05-02", "banned"), ("2024-05-02", "valid")]
)
def test_a_foreign_licence_is_banned_for_a_year(on: str, expected: str) -> None:
    """Art. L. 223-10, II: from the notification to the eve of the same quantième."""
    acts = SIX, SIX_MORE, on_day("interdiction_de_circuler", "z", "2023-05-02")

    assert expected == told(on, *acts, obtained_on="2019-01-01", foreign=True).status


OPEN = {"act": "offence", "id": "b", "committed_on": "2024-03-01", "class": "c4", "points": 3}
FINAL = OPEN | {"final_on": "2024-04-10", "final_by": "titre_executoire", "decided_on": "2024-05-02"}
CLOSED = OPEN | {"closed_on": "2024-04-10", "closed_by": "relaxe"}
UNDONE = on_day("withdrawal_annulled", "n", "2024-04-20", offence="b")


@pytest.mark.parametrize(
    ("on", "acts", "waits_for"),
    [
        ("2024-02-29", [OPEN], None),
        ("2024-03-01", [OPEN], "final"),
        ("2024-04-09", [FINAL], "final"),
        ("2024-04-10", [FINAL], "decision"),
        ("2024-05-01", [FINAL], "decision"),
        ("2024-05-02", [FINAL], None),
        ("2024-04-09", [CLOSED], "final"),
        ("2024-04-10", [CLOSED], None),
        ("2024-04-19", [FINAL, UNDONE], "decision"),
        ("2024-04-20", [FINAL, UNDONE], None),
    ],
)
def test_what_is_pending(on: str, acts: list[dict[str, Any]], waits_for: str | None) -> None:
    """From the offence to the decision, or to the end of the proceedings: art. L. 223-1, al. 4."""
    pending = told(on, *acts).pending

    assert ([] if waits_for is None else [("b", -3, waits_for)]) == [tuple(one) for one in pending]


TRAINING = on_day("formation_complementaire", "f", "2020-01-10")
IN_PROBATION = offence("a", "2020-02-01", "2020-03-01", 1)


@pytest.mark.parametrize(
    ("on", "acts", "ends_on"),
    [
        ("2020-06-01", [], "2022-06-12"),
        ("2022-06-11", [], "2022-06-12"),
        ("2022-06-12", [], None),  # the points of its end have come (D3)
        ("2020-01-09", [TRAINING], "2022-06-12"),
        ("2020-01-10", [TRAINING], "2021-06-12"),
        ("2020-03-01", [TRAINING, IN_PROBATION], "2022-06-12"),  # no longer earned
        ("2020-06-01", [TRAINING, offence("a", "2019-06-12", "2019-08-01", 1)], "2022-06-12"),  # of the first day
        ("2020-06-01", [TRAINING, offence("a", "2019-06-11", "2019-08-01", 1)], "2021-06-12"),  # of the eve
        ("2020-06-01", [on_day("licence_annulled", "j", "2020-06-01")], None),
    ],
)
def test_the_end_of_probation_shown(on: str, acts: list[dict[str, Any]], ends_on: str | None) -> None:
    """Three years from 12 June 2019, two with the training while it is earned (art. R. 223-1, II; D13)."""
    found = told(on, *acts, obtained_on="2019-06-12").probation_ends_on

    assert ends_on == (None if found is None else iso(found))


def late_decision() -> Dossier:
    """An offence committed before the other was final, established before its two years, decided after them."""
    acts = [
        offence("a", "2019-11-01", "2020-01-10", 3),
        offence("b", "2020-01-05", "2021-12-01", 2, decided_on="2022-02-01"),
    ]
    return read_dossier({"format": "dossier/1", "licence": {"obtained_on": OLD}, "acts": acts})


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("registered", [("withdrawal", 9), ("full_restoration", 12), ("withdrawal", 10)]),
        ("strict", [("withdrawal", 9), ("withdrawal", 7)]),
    ],
)
def test_the_readings_of_d2(reading: str, expected: list[tuple[str, int]]) -> None:
    """As the register counts, or as if the file had known each offence from the day it was established."""
    on = parse_day("2022-03-01")
    rows = movements_of(late_decision(), on, reading)[1:]
    statement = make_statement(late_decision(), on, reading)

    assert expected == [(CAUSE_NAMES[row.cause], row.total) for row in rows]
    assert expected == [(movement.cause, movement.balance) for movement in statement.movements[1:]]
    assert reading == statement.reading


def test_the_registered_reading_is_the_one_given() -> None:
    """Unless the other one is asked for."""
    on = parse_day("2022-03-01")

    assert ("registered", "strict") == READINGS
    assert make_statement(late_decision(), on, "registered") == make_statement(late_decision(), on)
    assert movements_of(late_decision(), on, "registered") == movements_of(late_decision(), on)
