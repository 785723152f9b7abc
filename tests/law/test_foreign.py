"""Foreign licences on the days that decide: the ban, its end, the French licence that follows. Doubt D21."""

from typing import Any

import pytest

from mespoints.law.days import iso
from mespoints.law.reasons import REASON_NAMES
from mespoints.law.results import Statement
from tests.law.lives import letters, moved, offence, on_day, stage, told

FALLEN = (
    offence("a", "2022-01-10", "2022-02-01", 6, "delit"),
    offence("b", "2022-05-10", "2022-06-01", 6, "delit"),
)
BAN = on_day("interdiction_de_circuler", "x", "2022-06-15")
FOLLOWS = on_day("french_licence", "f", "2022-09-01")
IN_PROBATION = on_day("french_licence", "f", "2022-09-01", probation="ordinary")


def foreign(on: str, *acts: dict[str, Any]) -> Statement:
    """The life of the holder of a foreign licence, in France since May 2018."""
    return told(on, *acts, obtained_on="2018-05-01", foreign=True)


def last_reason(statement: Statement) -> tuple[str, str]:
    """The day and the ground of the last movement."""
    last = statement.movements[-1]
    return iso(last.on), REASON_NAMES[last.reason]


def test_a_ban_with_points_left_changes_nothing_then_nor_a_year_later() -> None:
    """Six points are left; so they are when the year of that ban would end."""
    early = foreign("2023-06-30", FALLEN[0], BAN)

    assert ("2022-06-15", "BAN_WITHOUT_EFFECT") == last_reason(early)
    assert ("valid", 6) == (early.status, early.balance)


def test_a_stage_in_time_spares_the_ban() -> None:
    """As it does for a 48SI: its points are counted as the day begins (art. R. 223-8, III)."""

    assert "valid" == foreign("2022-06-15", *FALLEN, BAN, stage("s", "2022-06-14")).status
    assert "banned" == foreign("2022-06-15", *FALLEN, BAN, stage("s", "2022-06-15")).status


def test_the_year_is_that_of_the_ban_that_took_effect() -> None:
    """One notified while points were left, or during another, does not end it sooner nor later."""
    void, again = (
        on_day("interdiction_de_circuler", "v", "2022-03-01"),
        on_day("interdiction_de_circuler", "y", "2022-08-01"),
    )
    during = foreign("2022-08-01", *FALLEN, BAN, again)

    assert ("2022-08-01", "BAN_WITHOUT_EFFECT") == last_reason(during)
    for acts in ((void, *FALLEN, BAN), (*FALLEN, BAN, again)):
        assert "banned" == foreign("2023-06-14", *acts).status
        assert ("2023-06-15", "POINTS_AFTER_BAN") == last_reason(foreign("2023-08-02", *acts))


def test_a_judge_who_annuls_ends_the_ban_for_good() -> None:
    """No points come back a year after it."""
    annulled = on_day("licence_annulled", "j", "2022-09-01")

    assert ("annulled", 0) == (lambda life: (life.status, life.balance))(foreign("2023-07-01", *FALLEN, BAN, annulled))


def test_no_french_licence_follows_during_the_ban() -> None:
    """The points are those that come back after its year, on a foreign licence still."""
    during = foreign("2022-09-01", *FALLEN, BAN, FOLLOWS)

    assert ("2022-09-01", "FRENCH_LICENCE_WITHOUT_EFFECT") == last_reason(during)
    assert ("2023-06-15", "POINTS_AFTER_BAN") == last_reason(foreign("2023-07-01", *FALLEN, BAN, FOLLOWS))


def test_a_french_licence_falls_by_a_48si_and_not_by_a_ban() -> None:
    """The letter that the last withdrawal owes is that of the licence held then."""
    late = offence("b", "2022-10-10", "2022-11-01", 6, "delit")
    letter = on_day("lettre_48si", "l", "2022-12-01")
    ban = on_day("interdiction_de_circuler", "x", "2022-12-01")

    assert ["48M", "48SI"] == letters(foreign("2022-12-01", FALLEN[0], FOLLOWS, late))
    assert "invalidated" == foreign("2022-12-01", FALLEN[0], FOLLOWS, late, letter).status
    assert "zero" == foreign("2022-12-01", FALLEN[0], FOLLOWS, late, ban).status


def test_one_french_licence_alone_follows() -> None:
    """The first is told once; a second finds no foreign licence any more."""
    again = on_day("french_licence", "g", "2022-10-01")
    told_of = [
        (iso(movement.on), REASON_NAMES[movement.reason], movement.points)
        for movement in foreign("2022-12-01", FOLLOWS, again).movements[1:]
    ]

    assert [
        ("2022-09-01", "FRENCH_LICENCE_SAME_POINTS", 0),
        ("2022-10-01", "FRENCH_LICENCE_WITHOUT_EFFECT", 0),
    ] == told_of


@pytest.mark.parametrize(("points", "left"), [(5, 6), (6, 6), (9, 3)])
def test_a_french_licence_in_probation_takes_what_is_above_six_and_gives_nothing(points: int, left: int) -> None:
    """Six points of seven, of six, three of three."""
    lost = offence("a", "2022-01-10", "2022-02-01", points, "delit")

    assert left == foreign("2022-09-01", lost, IN_PROBATION).balance


def test_a_training_followed_before_the_french_licence_does_not_shorten_its_probation() -> None:
    """The window runs from the day on which that probation begins."""
    training = on_day("formation_complementaire", "t", "2022-08-15")
    life = told("2024-10-01", training, IN_PROBATION, obtained_on="2022-01-10", foreign=True)

    assert "2025-09-01" == iso(life.probation_ends_on or 0)


def test_a_delay_begun_with_the_foreign_licence_waits_for_the_end_of_the_probation_that_follows() -> None:
    """Two years end inside it: nothing more than its yearly steps comes before its last day (doubt D5)."""
    lost = offence("a", "2022-01-10", "2022-02-01", 7)
    life = foreign("2025-09-01", lost, IN_PROBATION)

    assert [
        ("2022-02-01", "withdrawal", -7, 5),
        ("2023-09-01", "probation_step", 2, 7),
        ("2024-09-01", "probation_step", 2, 9),
        ("2025-09-01", "probation_end", 3, 12),
    ] == moved(life)
