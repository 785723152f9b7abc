"""The way back to a licence after an invalidation or an annulation: examinations, tests, first days."""

import pytest

from mespoints.law import relicensing
from mespoints.law.days import iso, parse_day
from mespoints.law.relicensing import ANNULATION, INVALIDATION, NOT_KNOWN

CAUSES = {"invalidation": INVALIDATION, "annulation": ANNULATION}


@pytest.mark.parametrize(
    ("cause", "on", "expected"),
    [
        ("invalidation", "1992-06-30", relicensing.NO_EXAMINATION_KNOWN),
        ("invalidation", "1992-07-01", relicensing.MEDICAL_AND_PSYCHOTECHNICAL),
        ("annulation", "2001-05-31", relicensing.NO_EXAMINATION_KNOWN),
        ("annulation", "2001-06-01", relicensing.MEDICAL_AND_PSYCHOTECHNICAL),
        ("invalidation", "2003-06-12", relicensing.MEDICAL_AND_PSYCHOTECHNICAL),
        ("annulation", "2003-06-13", relicensing.WITH_ANALYSES),
        ("invalidation", "2003-06-13", relicensing.WITH_ANALYSES),
    ],
)
def test_a_driver_without_licence_must_be_found_fit(cause: str, on: str, expected: int) -> None:
    """Analyses may be asked for since the law of 12 June 2003."""

    assert expected == relicensing.examinations(CAUSES[cause], parse_day(on))


def test_a_new_licence_waits_six_months_or_a_year_from_the_surrender() -> None:
    """A year after a second fall within five years; nothing is known before the points."""
    surrendered_on, fell_on = parse_day("2020-08-31"), parse_day("2020-08-01")

    assert "2021-02-28" == iso(relicensing.first_day_of_new_licence(surrendered_on, fell_on, 0))
    assert "2021-08-31" == iso(relicensing.first_day_of_new_licence(surrendered_on, fell_on, parse_day("2015-08-01")))
    assert "1993-01-01" == iso(relicensing.first_day_of_new_licence(parse_day("1992-07-01"), fell_on, 0))
    assert NOT_KNOWN == relicensing.first_day_of_new_licence(parse_day("1992-06-30"), fell_on, 0)


@pytest.mark.parametrize(
    ("surrendered_on", "asks_on"),
    [
        ("2020-01-15", "2020-01-15"),  # at once
        ("2007-03-07", "2007-03-07"),
        ("2007-03-06", "2007-03-07"),  # the law of 5 March 2007 opened the waits that were running
        ("2006-09-08", "2007-03-07"),
        ("2006-09-06", "2007-03-06"),  # over the day before
        ("2003-01-31", "2003-07-31"),
        ("1992-07-01", "1993-01-01"),
    ],
)
def test_one_may_ask_at_once_since_2007(surrendered_on: str, asks_on: str) -> None:
    """Before, one had to wait for the six months to ask."""

    assert asks_on == iso(relicensing.first_day_to_ask(parse_day(surrendered_on), 6))


def test_nobody_asked_before_the_points() -> None:
    """No invalidation before 1 July 1992."""

    assert NOT_KNOWN == relicensing.first_day_to_ask(parse_day("1992-06-30"), 6)


@pytest.mark.parametrize(
    ("cause", "may_ask_on", "last_on"),
    [
        ("invalidation", "2020-01-15", "2020-10-14"),
        ("annulation", "2020-05-31", "2021-02-27"),  # nine months end on 28 February: less is the 27th
        ("annulation", "2007-02-10", "2007-05-09"),  # three months, over when the text changed
        ("annulation", "2007-02-11", "2007-11-10"),  # still running: nine
        ("annulation", "2001-03-02", "2001-06-01"),
        ("invalidation", "2003-04-13", "2003-07-12"),
        ("annulation", "2003-04-12", "2003-07-11"),
    ],
)
def test_the_theory_alone_is_asked_for_in_less_than_nine_months(cause: str, may_ask_on: str, last_on: str) -> None:
    """Three before 10 May 2007, each running delay under the text of its last day."""

    assert last_on == iso(relicensing.last_day_for_theory_only(CAUSES[cause], parse_day(may_ask_on)))


def test_the_practical_test_was_due_before_the_texts_that_spare_it() -> None:
    """For an annulation before 1 June 2001, for an invalidation before 12 July 2003."""

    assert NOT_KNOWN == relicensing.last_day_for_theory_only(ANNULATION, parse_day("2001-03-01"))
    assert NOT_KNOWN == relicensing.last_day_for_theory_only(INVALIDATION, parse_day("2003-04-12"))
    assert NOT_KNOWN == relicensing.last_day_for_theory_only(INVALIDATION, NOT_KNOWN)


def test_three_years_of_licence_and_less_than_a_year_of_ban_spare_the_practical_test() -> None:
    """Three years to the day are enough; a ban of a year is too long."""
    held_since = parse_day("2017-04-20")

    assert relicensing.may_sit_theory_only(held_since, parse_day("2020-04-20"), 11)
    assert not relicensing.may_sit_theory_only(held_since, parse_day("2020-04-19"), 11)
    assert not relicensing.may_sit_theory_only(held_since, parse_day("2020-04-20"), 12)


def test_the_way_back_after_an_invalidation() -> None:
    """One asks at once and obtains after six months; a second fall bars the theory alone."""
    surrendered_on, fell_on = parse_day("2022-03-10"), parse_day("2022-01-05")
    held_since, lost_on = parse_day("2010-06-01"), parse_day("2022-03-01")
    first = relicensing.after_invalidation(surrendered_on, fell_on, 0, held_since, lost_on)
    second = relicensing.after_invalidation(surrendered_on, fell_on, parse_day("2018-01-05"), held_since, lost_on)
    novice = relicensing.after_invalidation(surrendered_on, fell_on, 0, parse_day("2019-03-02"), lost_on)

    assert ("2022-03-10", "2022-09-10", "2022-12-09") == (
        iso(first.may_ask_on),
        iso(first.may_obtain_on),
        iso(first.theory_only_until),
    )
    assert relicensing.WITH_ANALYSES == first.examinations
    assert ("2023-03-10", NOT_KNOWN) == (iso(second.may_obtain_on), second.theory_only_until)
    assert NOT_KNOWN == novice.theory_only_until


def test_the_way_back_after_an_annulation() -> None:
    """One asks when the ban of the judge is over."""
    annulled_on, held_since = parse_day("2022-03-10"), parse_day("2010-06-01")
    short = relicensing.after_annulation(annulled_on, 4, held_since, annulled_on)
    long = relicensing.after_annulation(annulled_on, 12, held_since, annulled_on)

    assert ("2022-07-10", "2022-07-10", "2023-04-09") == (
        iso(short.may_ask_on),
        iso(short.may_obtain_on),
        iso(short.theory_only_until),
    )
    assert ("2023-03-10", NOT_KNOWN) == (iso(long.may_ask_on), long.theory_only_until)
    assert relicensing.WITH_ANALYSES == long.examinations


def test_the_examinations_of_an_annulation_are_its_own() -> None:
    """On 31 May 2001 those of an invalidation are known, those of an annulation are not."""
    on, held_since = parse_day("2001-05-31"), parse_day("1990-01-01")

    assert relicensing.NO_EXAMINATION_KNOWN == relicensing.after_annulation(on, 0, held_since, on).examinations
    assert (
        relicensing.MEDICAL_AND_PSYCHOTECHNICAL
        == relicensing.after_invalidation(on, on, 0, held_since, on).examinations
    )


def test_examinations_are_told_apart() -> None:
    """None known, the two of old, the two with analyses; no day is zero."""

    assert (0, 1, 2) == (
        relicensing.NO_EXAMINATION_KNOWN,
        relicensing.MEDICAL_AND_PSYCHOTECHNICAL,
        relicensing.WITH_ANALYSES,
    )
    assert (1, 2) == (INVALIDATION, ANNULATION)
    assert 0 == NOT_KNOWN
