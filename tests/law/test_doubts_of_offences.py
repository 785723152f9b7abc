"""The readings chosen where the law leaves a doubt, D10 to D16: each pinned by a life."""

import pytest

from mespoints.law.days import iso
from tests.law.lives import letters, moved, moves, offence, on_day, stage, told


def test_d10_the_limit_of_an_episode_is_spent_in_the_order_of_the_withdrawals() -> None:
    """Eight points: six, then two of the four; the last one, reduced to nothing, interrupts nothing."""
    acts = (
        offence("z", "2022-02-01", "2022-03-01", 1),
        offence("a", "2022-03-05", "2022-04-10", 6, "delit", episode="e"),
        offence("b", "2022-03-05", "2022-05-10", 4, "c4", episode="e"),
        offence("c", "2022-03-05", "2022-05-11", 3, "c4", episode="e"),
    )

    assert [-1, -6, -2, 0] == [move[2] for move in moves(told("2022-06-01", *acts))]


def test_d10_an_offence_reduced_to_nothing_interrupts_nothing() -> None:
    """Its episode had taken eight points before: the single point committed earlier still returns."""
    spent = [offence(i, "2022-03-05", "2022-03-06", p, "c4", episode="e") for i, p in (("a", 6), ("b", 2))]
    reduced = offence("c", "2022-03-05", "2022-03-07", 3, "c4", episode="e")
    before, inside = offence("z", "2022-03-06", "2022-03-06", 1), offence("z", "2022-02-01", "2022-03-01", 1)

    assert ("2022-09-06", "one_point", 1, 4) in moves(told("2022-10-01", before, *spent, reduced))
    assert ("2022-09-01", "one_point", 0, 3) in moves(told("2022-10-01", inside, *spent, reduced))


@pytest.mark.parametrize(
    ("day", "classes", "points", "left"),
    [
        ("2003-07-11", ("c4", "c4", "c4"), (4, 4, 4), 6),
        ("2003-07-12", ("c4", "c4", "c4"), (4, 4, 4), 4),
        ("2003-07-11", ("delit", "c4", "c4"), (6, 4, 4), 4),
        ("2025-07-11", ("delit",), (9,), 3),
        ("2025-07-11", ("delit", "c4"), (9, 4), 3),
        ("2025-07-11", ("c4", "delit"), (4, 9), 3),
    ],
)
def test_d10_the_limit_by_date_and_by_kind(
    day: str, classes: tuple[str, ...], points: tuple[int, ...], left: int
) -> None:
    """Six for contraventions before 12 July 2003, eight since, nine with the délit of art. L. 235-1."""
    offences = enumerate(zip(classes, points, strict=True))
    acts = [offence(f"i{place}", day, "2025-09-01", taken, class_, episode="e") for place, (class_, taken) in offences]

    assert left == told("2025-09-01", *acts).balance


@pytest.mark.parametrize(
    ("final_on", "back_on"),
    [("2006-12-31", None), ("2007-01-01", "2008-01-01"), ("2010-12-31", "2011-12-31"), ("2011-01-01", "2011-07-01")],
)
def test_d11_one_point_returns_by_the_rule_of_the_day_it_was_established(final_on: str, back_on: str | None) -> None:
    """No such rule, a year, six months."""
    coming = told(final_on, offence("a", "2006-11-10", final_on, 1)).next

    assert (back_on, "one_point") == (iso(coming[0].on), coming[0].cause) if back_on else coming[0].cause != "one_point"


def test_d11_a_point_returned_in_probation_still_stops_the_steps() -> None:
    """CE, 15 June 2016, n° 393522."""
    acts = (offence("a", "2020-03-01", "2020-04-01", 1),)

    assert [("2020-04-01", "withdrawal", -1, 5), ("2020-10-01", "one_point", 1, 6)] == moved(
        told("2022-12-31", *acts, obtained_on="2020-01-15")
    )


def test_d12_a_step_is_barred_by_an_offence_committed_since_the_licence_was_obtained() -> None:
    """On the anniversary itself too (D3); known later, it leaves the step granted in the register."""
    same_day = offence("a", "2021-01-15", "2021-01-15", 1)
    known_later = offence("a", "2021-01-10", "2021-02-10", 1)

    assert 5 == told("2021-01-15", same_day, obtained_on="2020-01-15").balance
    assert 7 == told("2021-02-10", known_later, obtained_on="2020-01-15").balance
    assert 5 == told("2021-02-10", known_later, obtained_on="2020-01-15", reading="strict").balance


def test_d12_a_licence_obtained_before_31_december_2007_has_no_steps() -> None:
    """Loi 2007-297, art. 23, V."""

    assert 6 == told("2010-12-29", obtained_on="2007-12-30").balance
    assert 8 == told("2008-12-31", obtained_on="2007-12-31").balance


def test_d12_the_end_of_an_unclean_probation_raises_the_ceiling_alone() -> None:
    """A movement of 0 points, without a letter; the stage is useful again from that day."""
    acts = offence("a", "2021-03-01", "2021-04-01", 2), stage("s", "2021-05-02")
    statement = told("2023-01-15", *acts, obtained_on="2020-01-15")
    before = told("2022-06-01", *acts, obtained_on="2020-01-15")

    assert ("2023-01-15", "probation_end", 0, 8) in moves(statement)
    assert (0, "2023-01-15") == (before.stage.gain, iso(before.stage.useful_on or 0))


def test_d13_training_shortens_probation_unless_an_offence_or_a_suspension_came() -> None:
    """One year less, six months for aac; a suspension stops the shortening, not the steps."""
    training = on_day("formation_complementaire", "f", "2022-09-15")
    suspended = {"act": "suspension", "id": "z", "from": "2023-05-01", "to": "2023-05-31"}

    assert 12 == told("2024-02-01", training, obtained_on="2022-02-01").balance
    assert 12 == told("2023-08-01", training, obtained_on="2022-02-01", probation="aac").balance
    assert 10 == told("2024-02-01", training, suspended, obtained_on="2022-02-01").balance
    assert "2025-02-01" == iso(told("2023-06-01", training, suspended, obtained_on="2022-02-01").probation_ends_on or 0)


def test_d13_only_a_first_licence_and_only_since_2019() -> None:
    """Not the licence that follows an annulation."""
    lost = on_day("licence_annulled", "x", "2021-06-10"), on_day("licence_obtained", "n", "2022-02-01")
    training = on_day("formation_complementaire", "f", "2022-09-15")

    assert 10 == told("2024-02-01", *lost, training).balance
    assert (
        10
        == told("2020-03-01", on_day("formation_complementaire", "f", "2018-12-31"), obtained_on="2018-03-01").balance
    )


def test_d14_one_movement_one_letter() -> None:
    """48N for three points really taken in probation, 48M on reaching six of twelve, 48SI at zero."""
    novice = offence("a", "2020-03-01", "2020-04-01", 3, "c4"), offence("b", "2020-04-01", "2020-05-01", 2)
    driver = [offence(f"i{n}", f"2021-0{n}-01", f"2021-0{n}-20", 4, "c4") for n in (1, 2, 3)]

    assert ["48N", "48"] == letters(told("2020-06-01", *novice, obtained_on="2020-01-15"))
    assert ["48", "48M", "48SI"] == letters(told("2021-06-01", *driver))


def test_d15_an_offence_counts_only_on_the_licence_held_when_it_was_committed() -> None:
    """Decided after that licence was lost, or committed before this one, it moves nothing."""
    acts = (
        offence("a", "2021-05-01", "2022-06-01", 3, "c4"),
        on_day("licence_annulled", "x", "2021-06-10"),
        on_day("licence_obtained", "n", "2022-03-01"),
    )

    assert ("2022-06-01", "withdrawal", 0, 6) in moves(told("2022-07-01", *acts))


def test_d15_a_licence_obtained_before_the_opening_one_opens_its_own_holding() -> None:
    """A file in disorder is told all the same, each step by the licence that it belongs to."""
    statement = told("2022-01-01", on_day("licence_obtained", "s", "2010-01-01"), obtained_on="2015-06-12")

    assert [6, 2, 2, 2, -6, 2, 2, 2] == [movement.points for movement in statement.movements]


def test_d16_an_annulled_withdrawal_never_took_place() -> None:
    """Steps come back with the points, in one movement that owes a rectificatif."""
    acts = (
        offence("a", "2020-03-01", "2020-04-01", 2),
        on_day("withdrawal_annulled", "x", "2022-06-01", offence="a"),
    )
    statement = told("2022-06-01", *acts, obtained_on="2020-01-15")

    assert ("2022-06-01", "withdrawal_annulled", 6, 10) == moves(statement)[-1]
    assert "rectificatif" == letters(statement)[-1]


def test_d16_an_invalidation_falls_when_the_sum_without_it_is_above_zero() -> None:
    """The licence is held again and its duties end."""
    acts = (
        offence("a", "2021-01-10", "2021-02-10", 6, "delit"),
        offence("b", "2021-01-12", "2021-02-12", 6, "delit"),
        on_day("lettre_48si", "l", "2021-03-01"),
        on_day("withdrawal_annulled", "x", "2021-09-01", offence="b"),
    )
    before, after = told("2021-08-31", *acts), told("2021-09-01", *acts)

    assert ("invalidated", ["restitution"]) == (before.status, [d.duty for d in before.deadlines])
    assert ("valid", 6, ()) == (after.status, after.balance, after.deadlines)
