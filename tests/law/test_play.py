"""The facts of a dossier as the fold reads them: one row an act, each number where ``Row`` says."""

from typing import Any

import pytest

from mespoints.law import kinds, probations
from mespoints.law.days import parse_day
from mespoints.law.play import rows_of
from mespoints.law.reading import read_dossier
from mespoints.law.rows import DELIT, Row
from tests.law.lives import offence, on_day, stage

SINCE = "2019-06-12"
ON = parse_day("2022-03-15")


def rows(*acts: dict[str, Any], strict: bool = False, **licence: Any) -> list[Row]:
    """The rows of a dossier, that of the opening licence first."""
    document = {"format": "dossier/1", "licence": {"obtained_on": SINCE, **licence}, "acts": list(acts)}
    return rows_of(read_dossier(document), strict)


def row(kind: int, day: int = ON, **fields: int) -> Row:
    """The row of the first act: what is not said is nothing, -1 where the place of an act would stand."""
    return Row(
        day, kind, **{"established_on": 0, "began_on": 0, "act": 0, "grade": 0, "points": 0, "group": -1} | fields
    )


@pytest.mark.parametrize(
    ("licence", "day", "fields"),
    [
        ({}, SINCE, {"began_on": SINCE, "grade": probations.ORDINARY}),
        ({"probation": "aac"}, SINCE, {"began_on": SINCE, "grade": probations.AAC}),
        ({"obtained_on": "1985-05-03"}, "1992-12-01", {"began_on": "1985-05-03", "grade": probations.NONE}),
        ({"foreign": True}, SINCE, {"began_on": SINCE, "grade": probations.NONE, "points": 1}),
        (
            {"foreign": True, "obtained_on": "2010-05-03"},
            "2017-11-18",
            {"began_on": "2017-11-18", "grade": probations.NONE, "points": 1},
        ),
    ],
)
def test_the_licence_opens_the_rows(licence: dict[str, Any], day: str, fields: dict[str, Any]) -> None:
    """No act of the file brings it; a foreign one is marked, and begins with the law of 2017 at the earliest."""
    told = fields | {"began_on": parse_day(fields["began_on"]), "act": -1}

    assert [row(kinds.LICENCE_OBTAINED, parse_day(day), **told)] == rows(**licence)


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (on_day("licence_annulled", "x", "2022-03-15"), row(kinds.LICENCE_ANNULLED)),
        (on_day("formation_complementaire", "x", "2022-03-15"), row(kinds.FORMATION)),
        (on_day("category_b_by_aac", "x", "2022-03-15"), row(kinds.CATEGORY_B_BY_AAC)),
        (on_day("lettre_48si", "x", "2022-03-15"), row(kinds.LETTRE_48SI)),
        (
            on_day("licence_obtained", "x", "2022-03-15", probation="aac"),
            row(kinds.LICENCE_OBTAINED, began_on=ON, grade=probations.AAC),
        ),
        (
            on_day("french_licence", "x", "2022-03-15", probation="ordinary"),
            row(kinds.FRENCH_LICENCE, grade=probations.ORDINARY),
        ),
        (
            {"act": "suspension", "id": "x", "from": "2022-03-15", "to": "2022-06-14"},
            row(kinds.SUSPENSION),
        ),
    ],
)
def test_an_act_of_one_day_is_a_row_of_that_day(act: dict[str, Any], expected: Row) -> None:
    """With its probation when it opens one, and nothing else."""

    assert [expected] == rows(act)[1:]


@pytest.mark.parametrize(
    "act",
    [
        on_day("lettre_48n", "n", "2022-03-15", offence="i"),
        on_day("title_surrendered", "t", "2022-03-16"),
        on_day("withdrawal_annulled", "w", "2022-03-16", offence="i"),
    ],
)
def test_what_only_opens_a_duty_or_revises_is_not_folded(act: dict[str, Any]) -> None:
    """No point moves by a letter 48N or a surrender; what a judge undoes is lived again (``law.revisions``)."""
    pending = {"act": "offence", "id": "i", "class": "c3", "points": 3, "committed_on": "2022-01-10"}

    assert [] == rows(pending, act)[1:]


def test_a_48si_names_its_offence_by_its_place() -> None:
    """Counted among all the acts of the file."""
    acts = offence("a", "2022-01-10", "2022-02-01", 6), offence("b", "2022-01-11", "2022-02-02", 6)
    letter = on_day("lettre_48si", "l", "2022-03-15", offence="b")

    assert row(kinds.LETTRE_48SI, act=2, group=1) == rows(*acts, letter)[-1]


def test_a_ban_ends_a_year_later_with_points() -> None:
    """The row of its end names the ban by its place, and opens a foreign holding without probation."""
    over = parse_day("2023-03-15")
    end = row(kinds.END_OF_BAN, over, began_on=over, act=-1, grade=probations.NONE, points=1, group=0)

    assert [row(kinds.INTERDICTION), end] == rows(on_day("interdiction_de_circuler", "x", "2022-03-15"))[1:]


@pytest.mark.parametrize(("kind", "gives"), [("volontaire", 1), ("probatoire", 1), ("alternative", 0), ("peine", 0)])
def test_a_stage_takes_effect_the_day_after_it_ended(kind: str, gives: int) -> None:
    """Its last day counts for the next one, its first day for the one before."""
    ended_on = ON - 1
    expected = row(kinds.STAGE, established_on=ended_on, grade=gives, group=ended_on - 1)

    assert [expected] == rows(stage("s", "2022-03-14", kind))[1:]


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ({}, {}),
        ({"ceiling": 8}, {"group": 8}),
        ({"last_final_on": "2021-05-04"}, {"delay_from": parse_day("2021-05-04")}),
        ({"last_final_on": "2021-05-04", "lengthened": True}, {"delay_from": parse_day("2021-05-04"), "grade": 1}),
        ({"lengthened": True}, {}),
    ],
)
def test_a_balance_carried_over_brings_its_delay(more: dict[str, Any], fields: dict[str, int]) -> None:
    """Lengthened only when one runs; under a ceiling of 12 unless told otherwise."""
    carried = on_day("carried_over", "c", "2022-03-15", balance=7, **more)

    assert [row(kinds.CARRIED_OVER, **{"points": 7, "group": 12} | fields)] == rows(carried)[1:]


def test_an_offence_is_a_row_of_its_decision() -> None:
    """Pending, it is none; offences of one episode share its number, in the order of the file."""
    acts = (
        offence("a", "2022-01-10", "2022-03-01", 3, decided_on="2022-03-15"),
        offence("b", "2022-01-11", "2022-03-15", 6, "delit", episode="x"),
        offence("c", "2022-01-11", "2022-03-15", 4, "c4", episode="y"),
        offence("d", "2022-01-11", "2022-03-15", 1, "c1", episode="x"),
        {"act": "offence", "id": "e", "class": "c3", "points": 1, "committed_on": "2022-01-10"},
    )
    committed_on, final_on = parse_day("2022-01-10"), parse_day("2022-03-01")
    same = {"established_on": ON, "began_on": committed_on + 1}

    assert [
        row(kinds.DECIDED, established_on=final_on, began_on=committed_on, grade=3, points=3),
        row(kinds.DECIDED, act=1, grade=DELIT, points=6, group=0, **same),
        row(kinds.DECIDED, act=2, grade=4, points=4, group=1, **same),
        row(kinds.DECIDED, act=3, grade=1, points=1, group=0, **same),
    ] == rows(*acts)[1:]


def test_the_strict_reading_knows_an_offence_from_its_realite() -> None:
    """One more row, which takes no points, when the decision comes later (doubt D2)."""
    late = offence("a", "2022-01-10", "2022-03-01", 3, decided_on="2022-03-15")
    at_once = offence("b", "2022-01-10", "2022-03-15", 3)
    final_on, committed_on = parse_day("2022-03-01"), parse_day("2022-01-10")

    assert [
        row(kinds.DECIDED, established_on=final_on, began_on=committed_on, grade=3, points=3),
        row(kinds.ESTABLISHED, final_on, established_on=final_on, began_on=committed_on, grade=3),
        row(kinds.DECIDED, act=1, established_on=ON, began_on=committed_on, grade=3, points=3),
    ] == rows(late, at_once, strict=True)[1:]
