"""The register read as columns says what its files say, on both clocks."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mespoints.law.days import NEVER
from mespoints.law.reading import write_dossier
from mespoints.national import register_acts
from mespoints.national.batch import Engine
from mespoints.national.columns import facts_of, licences_in
from mespoints.national.plain import question
from mespoints.national.register_acts import RegisterActs
from mespoints.register.erasing import run_erasure
from mespoints.register.files import statement_of
from mespoints.register.ledger import append_acts
from mespoints.register.models import Licence
from mespoints.register.nightly import run_night
from tests.national.conftest import Lives

pytestmark = pytest.mark.django_db
Register = Callable[..., Licence]
DAY = date(2025, 9, 1)


def offence(name: str, points: int, committed_on: str, final_on: str) -> dict[str, Any]:
    """A contravention of the fourth class, paid."""
    days = {"committed_on": committed_on, "final_on": final_on, "decided_on": final_on}
    return {"act": "offence", "id": name, "class": "c4", "points": points, "final_by": "paiement", **days}


def opened(register_dossier: Register, *acts: dict[str, Any]) -> Licence:
    """A licence of 1996 with some acts, all learned on the day."""
    licence = {"obtained_on": "1996-05-06"}
    return register_dossier({"format": "dossier/1", "licence": licence, "acts": list(acts)}, recorded_on=DAY)


def balances(engine: Engine, on: date, known_on: date = date.max) -> list[int | None]:
    """The balance of each licence, in the order of their numbers."""
    known = NEVER if known_on == date.max else known_on.toordinal()
    found: list[int | None] = []
    for acts in RegisterActs(on.toordinal(), known).batches():
        found += engine.answer(acts, question(on.toordinal(), known, strict=False)).balances["balance"].to_pylist()
    return found


def test_the_columns_are_those_of_the_dossiers(
    register_dossier: Register, lives: Lives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Random lives put in the register and read again, three at a time: the same rows, learned when it learned them."""
    monkeypatch.setattr(register_acts, "LICENCES_AT_ONCE", 3)
    dossiers = [lives.dossiers[place] for place in range(0, 24, 3)]
    pks = [register_dossier(write_dossier(one), recorded_on=date(2027, 1, 1)).pk for one in dossiers]
    learned = date(2027, 1, 1).toordinal()
    rows = [[fact._replace(recorded_on=learned) for fact in facts_of(one)] for one in dossiers]

    assert list(zip(pks, rows, strict=True)) == [
        one for batch in RegisterActs(learned, NEVER).batches() for one in licences_in(batch)
    ]


def test_what_was_learned_later_is_not_known_before(register_dossier: Register, fast: Engine) -> None:
    """An offence learned the day after, a stage annulled the day after: both days are answered as their files are."""
    stage = {"act": "stage", "id": "s1", "ended_on": "2025-05-04", "kind": "volontaire"}
    licences = [
        opened(register_dossier),
        opened(register_dossier, offence("i1", 4, "2024-01-20", "2024-03-01"), stage),
    ]
    later = date(2025, 9, 2)
    append_acts(licences[0], [offence("i1", 3, "2025-01-20", "2025-03-01")], recorded_on=later, source="test")
    append_acts(licences[1], [{"act": "stage_annulled", "id": "s1", "on": "2025-09-02"}], recorded_on=later, source="t")

    assert [12, 12] == balances(fast, later, known_on=DAY)
    assert [9, 8] == balances(fast, later)
    assert [9, 8] == [statement_of(licence, later).balance for licence in licences]
    assert [None, None] == balances(fast, later, known_on=date(2025, 8, 31))


def test_what_was_erased_is_not_made_up(register_dossier: Register, fast: Engine) -> None:
    """Facts erased since: where that licence stood before is not told, and it is counted; since then it is."""
    old = opened(register_dossier, offence("i1", 3, "2010-01-20", "2010-03-01"))
    opened(register_dossier, offence("i1", 3, "2025-01-20", "2025-03-01"))
    erased_on = date(2026, 11, 27)
    run_night(erased_on)
    run_erasure(erased_on, apply=True)
    register = RegisterActs(date(2026, 11, 26).toordinal(), NEVER)
    rows = [len(facts) for batch in register.batches() for _, facts in licences_in(batch)]

    assert ([1, 2], 1) == (rows, register.untold)
    assert [None, 9] == balances(fast, date(2026, 11, 26))
    assert [statement_of(old, erased_on).balance, 9] == balances(fast, erased_on)
