"""Where the law itself lets one more offence leave more points: documented, not corrected.

Each life is told twice, with and without one offence, in the strict reading.
"""

from typing import Any

from mespoints.law.days import parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement


def offence(id_: str, committed_on: str, final_on: str, points: int, class_: str = "c3", **more: str) -> dict[str, Any]:
    """A contravention paid."""
    return {
        "act": "offence", "id": id_, "committed_on": committed_on, "final_on": final_on, "final_by": "paiement",
        "class": class_, "points": points, **more,
    }  # fmt: skip


def balance(on: str, obtained_on: str, acts: list[dict[str, Any]]) -> int:
    """The balance on a day in the strict reading."""
    document = {"format": "dossier/1", "licence": {"obtained_on": obtained_on}, "acts": acts}
    return make_statement(read_dossier(document), parse_day(on), "strict").balance


def test_a_point_comes_back_by_the_stage_and_again_after_six_months() -> None:
    """The stage filled the licence; six months later the same single point is due again (D8, D11)."""
    added = offence("x", "2023-02-05", "2023-06-30", 1)
    stage = {"act": "stage", "id": "s", "ended_on": "2023-09-07", "kind": "volontaire"}
    later = offence("a", "2023-02-01", "2023-10-31", 4, "c4")

    assert 2 == balance("2023-12-30", "2022-12-26", [stage, later])
    assert 3 == balance("2023-12-30", "2022-12-26", [added, stage, later])


def test_an_episode_already_half_spent_leaves_a_single_point() -> None:
    """Two points cut down to one by the limit of the episode come back after six months (D10, D11)."""
    first = offence("a", "2023-01-10", "2023-02-10", 6, "c4", episode="e")
    second = offence("b", "2023-01-10", "2023-03-10", 2, "c3", episode="e")
    added = offence("x", "2023-01-10", "2023-02-01", 1, "c3", episode="e")

    assert 4 == balance("2023-09-10", "1996-05-06", [first, second])
    assert 6 == balance("2023-09-10", "1996-05-06", [added, first, second])


def test_a_stage_lost_with_the_licence_leaves_the_next_one_free() -> None:
    """A stage after the 48SI gives nothing and opens no year: the next one gives its points (D8, D9)."""
    common: list[dict[str, Any]] = [
        offence("a", "2022-01-10", "2022-02-10", 6, "delit"),
        offence("b", "2022-03-10", "2022-04-10", 4, "c4"),
        {"act": "lettre_48si", "id": "l", "notified_on": "2022-06-01"},
        {"act": "stage", "id": "s", "ended_on": "2022-07-02", "kind": "volontaire"},
        {"act": "licence_obtained", "id": "n", "on": "2022-12-20"},
        offence("c", "2022-12-22", "2023-01-10", 4, "c4"),
        {"act": "stage", "id": "t", "ended_on": "2023-02-02", "kind": "volontaire"},
    ]
    added = offence("x", "2022-03-11", "2022-04-11", 2)

    assert 2 == balance("2023-02-03", "1996-05-06", common)
    assert 6 == balance("2023-02-03", "1996-05-06", [added, *common])


def test_an_offence_starts_the_delay_after_the_one_that_would_have_broken_it() -> None:
    """The delay of the last established offence begins after another was committed, and ends before it is (D3, D6)."""
    common = [
        offence("a", "2019-10-31", "2020-01-22", 6, "c4"),
        offence("b", "2020-09-18", "2020-09-18", 6, "c4", decided_on="2021-09-19"),
        offence("c", "2021-09-18", "2024-12-22", 1, decided_on="2025-03-29"),
    ]
    added = offence("x", "2021-09-18", "2021-09-18", 1)

    assert 0 == balance("2025-01-01", "1996-05-06", common)
    assert 12 == balance("2025-01-01", "1996-05-06", [*common, added])
