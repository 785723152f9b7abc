"""Scenarios side by side: which movements are told, and from which fall the days of return are counted."""

from typing import Any

import pytest

from mespoints.law.comparison import Outcome, compare
from mespoints.law.days import iso, parse_day
from mespoints.law.reading import read_dossier
from mespoints.law.suppositions import read_scenario
from tests.law.lives import OLD, offence, stage

ON = "2024-12-01"
ONE = offence("i1", "2024-09-20", "2024-10-15", 1)


def supposed(text: str, *acts: dict[str, Any], **licence: Any) -> Outcome:
    """The outcome of one scenario, or of nothing new."""
    document = {"format": "dossier/1", "licence": {"obtained_on": OLD, **licence}, "acts": list(acts)}
    dossier, on = read_dossier(document), parse_day(ON)
    return compare(dossier, on, [read_scenario(text, dossier, on)])[-1]


def told(outcome: Outcome) -> list[tuple[str, str, int]]:
    """What the outcome tells: day, cause, points."""
    return [(iso(movement.on), movement.cause, movement.points) for movement in outcome.coming]


def days(outcome: Outcome) -> tuple[str | None, str | None]:
    """The days of 12 points and of the ceiling."""
    found = [None if day is None else iso(day) for day in (outcome.twelve_on, outcome.ceiling_on)]
    return found[0], found[1]


def test_what_no_act_moves_is_told_when_points_move() -> None:
    """The point that the supposed offence bars on 15 April is no movement to come; its own withdrawal is."""

    assert [("2025-01-05", "withdrawal", -4), ("2028-01-05", "full_restoration", 5)] == told(
        supposed("offence:203@2025-01-05", ONE)
    )


def test_a_fact_of_the_file_that_moves_nothing_is_not_one_of_the_scenario() -> None:
    """A stage that ended on the day asked, at the ceiling: only the stage supposed says that it gives nothing."""

    assert [("2025-06-03", "stage", 0)] == told(supposed("stage@2025-06-02", stage("s", ON)))
    assert [] == told(supposed("nothing", stage("s", ON)))


def test_the_only_fact_of_a_file_is_told_though_it_moves_nothing() -> None:
    """A licence without any act, at twelve points, and a stage."""

    assert [("2025-06-03", "stage", 0)] == told(supposed("stage@2025-06-02"))


@pytest.mark.parametrize(
    ("text", "back_on"),
    [
        ("offence:203@2025-01-05", "2028-01-05"),
        ("offence:203@2025-01-05+stage@2025-02-01", "2025-02-02"),
        ("offence:203@2025-01-05+stage@2025-02-01+offence:203@2025-03-05+stage@2026-02-03", "2026-02-04"),
    ],
)
def test_twelve_is_counted_from_the_last_fall(text: str, back_on: str) -> None:
    """From the first one when it is the only one, on the day after the first; never from a return between two falls."""

    assert (back_on, back_on) == days(supposed(text))


def test_a_balance_that_only_rises_is_at_its_ceiling_from_the_first_day() -> None:
    """A clean probation: six of six at once, twelve on its last day."""

    assert ("2027-06-12", ON) == days(supposed("nothing", obtained_on="2024-06-12"))
