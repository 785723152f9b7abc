"""When an entry leaves the national file (art. L. 225-2): the delays, their versions, their last days."""

import pytest

from mespoints.law import erasure
from mespoints.law.days import iso, parse_day


@pytest.mark.parametrize(
    ("began_on", "erased_on"),
    [
        ("2010-03-15", "2020-03-16"),
        ("2012-02-29", "2022-03-01"),  # no 29 February 2022: the delay ends on the 28th
        ("1997-06-12", "2003-06-13"),  # its six years end on the eve of the law of 12 June 2003
        ("1997-06-13", "2007-06-14"),  # they still run on that day: ten
        ("1995-06-01", "2001-06-02"),  # they end on the first day of the Code
    ],
)
def test_an_entry_stays_ten_years_six_when_they_ended_before_the_law_of_2003(began_on: str, erased_on: str) -> None:
    """It leaves the file on the day after the last one."""

    assert erased_on == iso(erasure.entry_erased_on(parse_day(began_on), has_long_ban=False))


def test_a_delay_that_ended_before_the_code_is_not_known() -> None:
    """The law of the time was not read."""

    assert erasure.NOT_KNOWN == erasure.entry_erased_on(parse_day("1995-05-31"), has_long_ban=False)
    assert erasure.NOT_KNOWN == erasure.points_erased_on(parse_day("1998-05-31"))
    assert erasure.NOT_KNOWN == erasure.request_erased_on(parse_day("1999-05-31"))


def test_a_ban_of_ten_years_kept_its_conviction_ten_years_before_2003() -> None:
    """Art. L. 225-2, IV, version of 1 June 2001."""

    assert "2003-01-11" == iso(erasure.entry_erased_on(parse_day("1993-01-10"), has_long_ban=True))
    assert "2005-01-11" == iso(erasure.entry_erased_on(parse_day("1995-01-10"), has_long_ban=True))


def test_a_movement_of_points_stays_three_years() -> None:
    """Art. L. 225-2, V; from the first day of the Code on."""

    assert "2024-05-11" == iso(erasure.points_erased_on(parse_day("2021-05-10")))
    assert "2001-06-02" == iso(erasure.points_erased_on(parse_day("1998-06-01")))


def test_a_request_stays_two_years() -> None:
    """Art. L. 225-2, VI; from the first day of the Code on."""

    assert "2023-05-11" == iso(erasure.request_erased_on(parse_day("2021-05-10")))
    assert "2001-06-02" == iso(erasure.request_erased_on(parse_day("1999-06-01")))


def test_an_annulled_measure_leaves_at_once() -> None:
    """Art. L. 225-2, III."""

    assert "2019-04-02" == iso(erasure.annulled_measure_erased_on(parse_day("2019-04-02")))
    assert "2001-06-01" == iso(erasure.annulled_measure_erased_on(parse_day("2001-06-01")))
    assert erasure.NOT_KNOWN == erasure.annulled_measure_erased_on(parse_day("2001-05-31"))


def test_a_ban_for_life_keeps_its_entries_until_eighty() -> None:
    """The eightieth birthday, not the day on which the eightieth year begins."""

    assert "2030-02-28" == iso(erasure.lifetime_ban_erased_on(parse_day("1950-02-28")))
    assert "2003-06-13" == iso(erasure.lifetime_ban_erased_on(parse_day("1923-06-13")))
    assert erasure.NOT_KNOWN == erasure.lifetime_ban_erased_on(parse_day("1923-06-12"))


def test_an_entry_waits_for_the_next_one() -> None:
    """An event on the last day of the delay still keeps the former entry, one of the day after does not."""
    kept = [parse_day("2005-01-10"), parse_day("2015-01-10")]
    freed = [parse_day("2005-01-10"), parse_day("2015-01-11")]

    assert ("2025-01-11", "2025-01-11") == tuple(map(iso, erasure.entries_erased_on(kept)))
    assert ("2015-01-11", "2025-01-12") == tuple(map(iso, erasure.entries_erased_on(freed)))


def test_entries_wait_in_a_chain() -> None:
    """Each for the next: the first of three leaves with the last, one older by a day too many does not."""
    days = [parse_day(text) for text in ("1998-03-01", "2008-03-02", "2012-03-01", "2021-03-01")]

    assert ("2008-03-02", "2031-03-02", "2031-03-02", "2031-03-02") == tuple(map(iso, erasure.entries_erased_on(days)))


def test_an_entry_that_waits_for_the_next_leaves_with_it_and_no_later() -> None:
    """Not with one that comes after both are gone."""
    days = [parse_day(text) for text in ("2005-01-10", "2010-01-10", "2021-01-10")]

    assert ("2020-01-11", "2020-01-11", "2031-01-11") == tuple(map(iso, erasure.entries_erased_on(days)))


def test_the_six_years_of_old_hold_among_several_entries() -> None:
    """Over in January 2002, they do not wait for an event of January 2003."""
    days = [parse_day("1996-01-10"), parse_day("2003-01-10")]

    assert ("2002-01-11", "2013-01-11") == tuple(map(iso, erasure.entries_erased_on(days)))
    assert ("2002-01-11",) == tuple(map(iso, erasure.entries_erased_on(days[:1])))


def test_what_is_not_known_is_no_day() -> None:
    """Zero, which no day of a file is."""

    assert 0 == erasure.NOT_KNOWN


def test_a_file_without_event_has_nothing_to_erase() -> None:
    """No entry, no day."""

    assert () == erasure.entries_erased_on([])
