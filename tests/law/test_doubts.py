"""The readings chosen where the law leaves a doubt, D1 to D9: each pinned by a life."""

from mespoints.law.days import iso
from tests.law.lives import letters, moved, moves, offence, on_day, stage, told


def test_d1_the_balance_moves_on_the_decision_and_delays_run_from_the_realite() -> None:
    """CE, 29 September 2023, n° 461479."""
    late = offence("a", "2021-01-10", "2021-02-10", 1, decided_on="2021-03-20")

    assert [("2021-03-20", "withdrawal", -1, 11), ("2021-08-10", "one_point", 1, 12)] == moved(told("2022-01-01", late))


def test_d1_a_return_never_precedes_the_withdrawal() -> None:
    """Decided after its six months, the point goes and comes back the same day."""
    late = offence("a", "2021-01-10", "2021-02-10", 1, decided_on="2021-10-01")

    assert [("2021-10-01", "withdrawal", -1, 11), ("2021-10-01", "one_point", 1, 12)] == moved(told("2022-01-01", late))


def test_d2_the_register_keeps_a_return_that_a_later_decision_would_have_barred() -> None:
    """The offence is taken from the restored balance; in the strict reading nothing came back."""
    acts = offence("a", "2019-01-10", "2019-02-10", 3), offence("b", "2021-02-01", "2021-03-01", 2)

    assert 10 == told("2021-03-01", *acts).balance
    assert 7 == told("2021-03-01", *acts, reading="strict").balance


def test_d3_the_last_day_of_a_delay_is_inside_it_and_its_first_is_not() -> None:
    """Sunday 10 February to Tuesday 10 August 2021: committed on the first day, no; on the last, yes."""
    point = offence("a", "2021-01-10", "2021-02-10", 1)
    first, last = offence("b", "2021-02-10", "2021-03-01", 2), offence("b", "2021-08-10", "2021-08-10", 2)

    assert 10 == told("2021-08-10", point, first).balance
    assert 9 == told("2021-08-10", point, last).balance


def test_d4_withdrawals_come_before_the_stage_of_the_same_day() -> None:
    """A licence at 12 whose points go on the day a stage takes effect keeps all four points of the stage."""
    acts = stage("s", "2021-02-09"), offence("a", "2021-01-10", "2021-02-10", 4, "c4")

    assert [("2021-02-10", "withdrawal", -4, 8), ("2021-02-10", "stage", 4, 12)] == moved(told("2021-02-10", *acts))


def test_d5_two_years_that_end_in_probation_give_their_points_on_its_last_day() -> None:
    """Art. L. 223-1, last alinéa, bars the full restoration only during probation."""
    acts = (offence("a", "2020-02-01", "2020-02-20", 2),)
    statement = told("2023-01-15", *acts, obtained_on="2020-01-15")

    assert ("2023-01-15", "full_restoration", 8, 12) == moves(statement)[-1]
    assert 4 == told("2023-01-14", *acts, obtained_on="2020-01-15").balance


def test_d6_a_grave_offence_weighs_until_a_full_restoration() -> None:
    """CE, 21 November 2016, n° 392555: three years from the last, because of the first."""
    acts = offence("a", "2021-01-10", "2021-02-10", 3, "c4"), offence("b", "2021-06-01", "2021-07-01", 2)

    assert 7 == told("2024-06-30", *acts).balance
    assert 12 == told("2024-07-01", *acts).balance


def test_d6_twelve_points_by_a_stage_do_not_forget_a_delay_that_ends_at_twelve_does() -> None:
    """The full restoration at 12 is without movement, yet it settles what came before."""
    grave = offence("a", "2015-01-10", "2015-02-10", 4, "c4")
    at_twelve = stage("s", "2015-06-02")
    light_inside, light_after = offence("b", "2016-01-10", "2016-02-10", 2), offence("b", "2018-03-01", "2018-04-01", 2)

    assert "2019-02-10" == iso(told("2016-03-01", grave, at_twelve, light_inside).next[0].on)
    assert "2020-04-01" == iso(told("2018-05-01", grave, at_twelve, light_after).next[0].on)


def test_d6_an_offence_committed_before_the_delay_and_final_inside_starts_it_again() -> None:
    """From its own réalité."""
    acts = offence("a", "2021-01-10", "2021-02-10", 2), offence("b", "2021-01-20", "2022-01-20", 2)

    assert "2024-01-20" == iso(told("2022-02-01", *acts).next[0].on)


def test_d6_an_offence_wiped_does_not_interrupt_the_delay_of_an_older_one_decided_later() -> None:
    """The older one, decided four years late, comes back the day it is taken."""
    wiped = offence("x", "2018-06-01", "2018-07-01", 2)
    older = offence("o", "2017-12-01", "2018-01-10", 3, decided_on="2022-02-01")

    for reading in ("registered", "strict"):
        assert ("2022-02-01", "full_restoration", 3, 12) == moved(told("2022-03-01", wiped, older, reading=reading))[-1]


def test_d7_ten_years_run_for_each_contravention_of_the_first_four_classes() -> None:
    """Whatever established it, and whatever comes after; never for a délit."""
    acts = (
        offence("a", "2010-01-05", "2010-02-05", 3, "c4", final_by="titre_executoire"),
        offence("b", "2012-06-01", "2012-07-01", 6, "delit"),
        offence("c", "2015-03-01", "2015-04-01", 1, "c4"),
        offence("d", "2018-01-10", "2018-02-10", 1, "c4"),
    )

    assert ("2020-02-05", "ten_years", 3) == moved(told("2020-02-05", *acts))[-1][:3]


def test_d7_ten_years_lapse_when_the_balance_came_back_to_twelve() -> None:
    """By a stage here: the points are not given twice."""
    acts = (
        offence("a", "2010-01-05", "2010-02-05", 3, "c4"),
        stage("s", "2010-06-02"),
        *[offence(f"b{year}", f"{year}-01-05", f"{year}-02-05", 1, "c4") for year in (2012, 2014, 2016, 2018)],
    )

    assert [] == [move for move in moves(told("2020-03-01", *acts)) if move[1] == "ten_years"]


def test_d8_a_year_and_a_day_separate_two_stages_that_give_points() -> None:
    """From the last day of one to the first day of the next; a stage that gave none opens no wait."""
    acts = offence("a", "2021-01-10", "2021-02-10", 6, "c4"), offence("b", "2021-01-11", "2021-02-11", 5, "delit")
    useless, first = stage("z", "2021-02-01"), stage("s", "2021-04-08")
    soon = stage("t", "2022-04-09", started_on="2022-04-08")
    late = stage("t", "2022-04-10", started_on="2022-04-09")

    assert ("2022-04-10", "stage", 0, 5) == moves(told("2022-05-01", *acts, first, soon))[-1]
    assert ("2022-04-11", "stage", 4, 9) == moves(told("2022-05-01", *acts, first, late))[-1]
    assert ("2021-04-12", "stage", 4, 5) == moves(told("2021-05-01", *acts, useless, stage("y", "2021-04-11")))[-1]


def test_d8_before_2004_a_stage_stops_at_eleven_and_before_2011_waits_two_years() -> None:
    """Art. R. 223-8, versions of 2001 and 2004."""
    lost = offence("a", "2002-01-10", "2002-02-10", 2)
    later = offence("b", "2004-06-01", "2004-07-01", 3)

    assert ("2002-05-03", "stage", 1, 11) == moves(told("2002-06-01", lost, stage("s", "2002-05-02")))[-1]
    assert 0 == moves(told("2004-09-01", lost, stage("s", "2002-10-10"), later, stage("t", "2004-08-02")))[-1][2]


def test_d8_only_voluntary_and_probationary_stages_give_points() -> None:
    """Not the alternatives to prosecution, nor the penalties (R. 223-8, II)."""
    lost = offence("a", "2021-01-10", "2021-02-10", 4, "c4")
    gains = {kind: moves(told("2021-05-01", lost, stage("s", "2021-04-08", kind)))[-1][2] for kind in
             ("volontaire", "probatoire", "alternative", "composition_penale", "peine")}  # fmt: skip

    assert {"volontaire": 4, "probatoire": 4, "alternative": 0, "composition_penale": 0, "peine": 0} == gains


def test_d9_until_the_48si_every_return_counts_on_the_signed_sum() -> None:
    """Minus two and a stage make two; a new fall owes a new 48SI."""
    acts = (
        offence("a", "2021-01-10", "2021-02-10", 6, "delit"),
        offence("b", "2021-01-12", "2021-02-12", 6, "delit"),
        offence("c", "2021-01-14", "2021-02-14", 2),
        stage("s", "2021-04-08"),
        offence("d", "2021-05-01", "2021-06-01", 3, "c4"),
    )
    statement = told("2021-06-01", *acts)

    assert ("2021-04-09", "stage", 4, 2) in moved(statement)
    assert ["48M", "48SI", "48SI", "47", "48SI"] == letters(statement)
    assert (-1, 0, "zero") == (statement.signed_balance, statement.balance, statement.status)


def test_d9_a_48si_notified_while_points_are_left_changes_nothing() -> None:
    """It is judged as its day begins: that day's withdrawals are not counted."""
    acts = (
        offence("a", "2021-01-10", "2021-02-10", 6, "delit"),
        on_day("lettre_48si", "l", "2021-03-01"),
        offence("b", "2021-01-12", "2021-03-01", 6, "delit"),
    )
    statement = told("2021-03-01", *acts)

    assert ("2021-03-01", "lost", 0, 6) in moves(statement)
    assert "zero" == statement.status


def test_d9_nothing_moves_after_the_48si_save_an_annulation_judiciaire() -> None:
    """The sum below zero stays, then the judge sets it to zero."""
    acts = (
        offence("a", "2021-01-10", "2021-02-10", 6, "delit"),
        offence("b", "2021-01-12", "2021-02-12", 6, "delit"),
        offence("c", "2021-01-14", "2021-02-14", 2),
        on_day("lettre_48si", "l", "2021-03-01"),
        on_day("licence_annulled", "x", "2021-09-01"),
    )

    assert (-2, "invalidated") == (told("2021-08-31", *acts).signed_balance, told("2021-08-31", *acts).status)
    assert ("2021-09-01", "lost", 2, 0) == moved(told("2021-09-01", *acts))[-1]
    assert () == told("2021-08-31", *acts).next
