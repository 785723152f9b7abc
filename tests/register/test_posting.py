"""The account, and the day on which time alone may change it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mespoints.law.reading import read_dossier
from mespoints.law.reckoning import reckon
from mespoints.register.ledger import append_acts
from mespoints.register.models import Licence
from mespoints.register.posting import next_change

Register = Callable[..., Licence]

OFFENCE: dict[str, Any] = {"act": "offence", "id": "i1", "class": "c4", "points": 1, "committed_on": "2024-01-20"}
FINAL = OFFENCE | {"final_on": "2024-02-15", "final_by": "paiement", "decided_on": "2024-03-01"}
STAGE = {"act": "stage", "id": "s1", "ended_on": "2024-05-04", "kind": "volontaire"}
SUSPENSION = {"act": "suspension", "id": "s1", "from": "2024-05-01", "to": "2024-06-30"}


def dossier_with(*acts: dict[str, Any]) -> dict[str, Any]:
    """An old licence and these acts."""
    return {"format": "dossier/1", "licence": {"obtained_on": "1996-05-06"}, "acts": list(acts)}


@pytest.mark.parametrize(
    ("acts", "on", "expected"),
    [
        ([], "2024-01-01", None),
        ([OFFENCE], "2024-02-01", None),
        ([FINAL], "2024-02-20", "2024-03-01"),
        ([FINAL], "2024-03-02", "2024-08-15"),
        ([FINAL, STAGE], "2024-05-04", "2024-05-05"),
        ([SUSPENSION], "2024-04-30", "2024-05-01"),
        ([SUSPENSION], "2024-05-02", "2024-06-30"),
        ([SUSPENSION], "2024-06-30", "2024-07-01"),
        ([SUSPENSION], "2024-07-01", None),
    ],
)
def test_the_next_day_that_may_change_the_account(acts: list[dict[str, Any]], on: str, expected: str | None) -> None:
    """A return, a decision already known, a stage that takes effect, the two ends of a suspension."""
    dossier = read_dossier(dossier_with(*acts))
    found = next_change(dossier, reckon(dossier, date.fromisoformat(on).toordinal()))

    assert expected == found


@pytest.mark.django_db
def test_the_account_is_rewritten_at_each_posting(register_dossier: Register) -> None:
    """One row a licence."""
    licence = register_dossier(dossier_with(), recorded_on=date(2024, 1, 1))
    first = licence.account
    append_acts(licence, [FINAL], recorded_on=date(2024, 3, 4), source="test")
    licence.refresh_from_db()

    assert (first.balance, first.next_on) == (12, None)
    assert (licence.account.balance, licence.account.next_on) == (11, date(2024, 8, 15))
    assert (licence.account.status, licence.account.ceiling) == ("valid", 12)
