"""``--known-on``: the file as it was known at the end of a day."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mespoints.cli.commands import run
from mespoints.cli.dossiers import as_known
from mespoints.law.days import NEVER, parse_day
from mespoints.law.reading import read_dossier

OFFENCE = {
    "act": "offence", "id": "i1", "class": "c4", "points": 4, "committed_on": "2024-01-20", "final_on": "2024-02-15",
    "final_by": "paiement", "recorded_on": "2024-03-01",
}  # fmt: skip
ANNULLED = {"act": "withdrawal_annulled", "id": "a1", "offence": "i1", "on": "2024-06-03"}
STAGE = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}
DOSSIER: dict[str, Any] = {
    "format": "dossier/1",
    "licence": {"obtained_on": "1996-05-06"},
    "acts": [OFFENCE, {**ANNULLED, "recorded_on": "2024-07-01"}, STAGE],
}


@pytest.mark.parametrize(
    ("known_on", "expected"),
    [
        ("2024-02-29", ["s1"]),
        ("2024-03-01", ["i1", "s1"]),
        ("2024-06-30", ["i1", "s1"]),
        ("2024-07-01", ["i1", "a1", "s1"]),
    ],
)
def test_what_was_learned_later_is_not_known(known_on: str, expected: list[str]) -> None:
    """The day itself is; an act that does not say when it was learned always is."""
    found = as_known(read_dossier(DOSSIER), parse_day(known_on))

    assert expected == [act.id for act in found.acts]


def test_what_names_an_unknown_act_is_not_known_either() -> None:
    """Although it does not say when it was learned."""
    dossier = read_dossier({**DOSSIER, "acts": [OFFENCE, ANNULLED]})

    assert () == as_known(dossier, parse_day("2024-02-29")).acts
    assert dossier == as_known(dossier, NEVER)


def test_what_is_not_known_takes_with_it_what_names_it_at_any_remove() -> None:
    """In whatever order the file has them: a rejection of a recours against a letter not known yet."""
    acts = [
        {"act": "recours_rejected", "id": "j1", "on": "2024-05-01", "recours": "r1"},
        {"act": "recours", "id": "r1", "on": "2024-04-01", "kind": "gracieux", "letter": "l1"},
        {"act": "lettre_48si", "id": "l1", "notified_on": "2024-03-01", "offence": "i1"},
        OFFENCE,
    ]

    assert () == as_known(read_dossier({**DOSSIER, "acts": acts}), parse_day("2024-02-29")).acts


@pytest.mark.parametrize("form", ["--json", "--lines"])
@pytest.mark.parametrize(("known_on", "balance"), [("2024-02-29", 12), ("2024-03-01", 8)])
def test_the_statement_is_asked_on_two_clocks(
    dossier_file: Callable[..., str], capfd: pytest.CaptureFixture[str], known_on: str, balance: int, form: str
) -> None:
    """The balance of a day, as it was known on another; one dossier or one a line."""
    path = dossier_file({**DOSSIER, "acts": [OFFENCE]})
    status = run(["statement", path, "--on", "2024-04-01", "--known-on", known_on, form])

    assert 0 == status
    assert balance == json.loads(capfd.readouterr().out)["balance"]


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The option is named."""
    status = run(["statement", "-", "--known-on", "2024-02-30"])

    assert 2 == status
    assert "l'option --known-on attend un jour écrit AAAA-MM-JJ, et non « 2024-02-30 »" in capsys.readouterr().err
