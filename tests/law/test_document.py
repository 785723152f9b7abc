"""``statement/1``, key by key: what other programs read, and nothing else."""

from typing import Any

from mespoints.law.days import parse_day
from mespoints.law.document import statement_document
from mespoints.law.reading import read_dossier
from mespoints.law.statement import make_statement
from tests.law.lives import OLD, offence, on_day, stage


def document(on: str, *acts: dict[str, Any], obtained_on: str = OLD, reading: str = "registered") -> dict[str, Any]:
    """The statement of a life as ``statement/1``."""
    dossier = read_dossier({"format": "dossier/1", "licence": {"obtained_on": obtained_on}, "acts": list(acts)})
    return statement_document(dossier, make_statement(dossier, parse_day(on), reading))


def without_sentences(found: Any) -> Any:
    """The same, each sentence replaced by whether it ends as one does."""
    if isinstance(found, list):
        return [without_sentences(one) for one in found]
    if isinstance(found, dict):
        return {
            key: value.endswith(".") if key in ("because", "advice") else without_sentences(value)
            for key, value in found.items()
        }
    return found


def test_a_statement_has_these_keys() -> None:
    """A point taken, a stage, an offence still pending, and the point to come."""
    acts = (
        offence("a", "2024-01-10", "2024-02-10", 1, decided_on="2024-02-20"),
        {"act": "offence", "id": "b", "committed_on": "2024-03-01", "class": "c4", "points": 3},
    )
    taken = {"on": "2024-02-20", "cause": "withdrawal", "points": -1, "balance": 11, "act": "a"}

    assert {
        "format": "statement/1",
        "on": "2024-03-02",
        "reading": "strict",
        "balance": 11,
        "signed_balance": 11,
        "ceiling": 12,
        "status": "valid",
        "probation_ends_on": None,
        "movements": [
            {
                "on": OLD, "cause": "obtained", "points": 12, "balance": 12, "act": None, "articles": ["R223-1"],
                "letter": None, "because": True,
            },
            {**taken, "articles": ["L223-1"], "letter": "48", "because": True},
        ],
        "pending": [{"act": "b", "points": -3, "waits_for": "final"}],
        "next": [
            {
                "on": "2024-08-10", "cause": "one_point", "points": 1, "balance": 12, "act": None,
                "articles": ["L223-6"],
            }
        ],
        "deadlines": [],
        "stage": {
            "gain": 1, "allowed_from": None, "useful_on": "2024-03-02", "balance_after": 12, "advice": True,
        },
    } == without_sentences(document("2024-03-02", *acts, reading="strict"))  # fmt: skip


FALL = (
    offence("a", "2023-01-10", "2023-02-10", 6, "c4"),
    offence("b", "2023-03-10", "2023-04-10", 6, "c5"),
    on_day("lettre_48si", "z", "2023-05-02"),
)
REMEDY_OVER = {"letter": "z", "state": "over", "last_day": "2023-07-03", "articles": ["CJA R421-1"], "because": True}


def test_the_duty_of_a_lost_licence_and_its_remedy() -> None:
    """Tuesday 2 May 2023: ten jours francs to Monday 15; two months francs to Monday 3 July."""
    found = without_sentences(document("2023-05-03", *FALL))

    assert [
        {"on": "2023-05-15", "duty": "restitution", "articles": ["L223-5", "R223-3"], "because": True}
    ] == found["deadlines"]  # fmt: skip
    assert [{**REMEDY_OVER, "state": "open"}] == found["remedies"]
    assert "way_back" not in found


def test_the_way_back_once_the_title_is_handed_in() -> None:
    """Six months from the surrender; the theory alone within nine months of it."""
    found = without_sentences(document("2023-08-01", *FALL, on_day("title_surrendered", "t", "2023-05-10")))

    assert {
        "may_ask_on": "2023-05-10",
        "may_obtain_on": "2023-11-10",
        "theory_only_until": "2024-02-09",
        "examinations": "medical_psychotechnical_and_analyses",
        "articles": ["L223-5", "R224-20"],
        "because": True,
    } == found["way_back"]
    assert [REMEDY_OVER] == found["remedies"]


def test_what_is_not_known_of_a_way_back_is_null() -> None:
    """An invalidation of 1995: what the decree of the time said of the theory test was not read."""
    acts = (
        offence("a", "1994-01-10", "1994-02-10", 6, "delit"),
        offence("b", "1994-03-10", "1994-04-10", 6, "delit"),
        on_day("lettre_48si", "z", "1995-01-03"),
        on_day("title_surrendered", "t", "1995-01-05"),
    )
    found = without_sentences(document("1995-02-01", *acts, obtained_on="1990-01-01"))

    assert {
        "may_ask_on": "1995-07-05", "may_obtain_on": "1995-07-05", "theory_only_until": None,
        "examinations": "medical_and_psychotechnical", "articles": ["L223-5", "R224-20"], "because": True,
    } == found["way_back"]  # fmt: skip
    assert [None] == [remedy["last_day"] for remedy in found["remedies"]]


def test_a_stage_shows_the_day_from_which_another_counts() -> None:
    """A year and a day after the last one."""
    acts = offence("a", "2024-01-10", "2024-02-10", 6, "c4"), stage("s", "2024-03-16")
    found = document("2024-03-20", *acts)["stage"]

    assert ("2025-03-17", "2025-03-17") == (found["allowed_from"], found["useful_on"])
    assert (0, 10) == (found["gain"], found["balance_after"])
