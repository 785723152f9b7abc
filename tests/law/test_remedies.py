"""The clocks of the remedies: two months for the judge, two months of silence, a fresh delay after them."""

import pytest

from mespoints.law import remedies
from mespoints.law.days import NEVER, iso, parse_day
from mespoints.law.remedies import NOT_KNOWN, CourtDelay, Filed


def filed(kind: str, filed_on: str, answered_on: str | None = None) -> Filed:
    """A remedy, and the day of its rejection if it got one."""
    return Filed(kind, parse_day(filed_on), parse_day(answered_on) if answered_on else 0)


def delay(notified_on: str, on: str, *counted: Filed) -> CourtDelay:
    """The delay for the court of a decision notified in mainland France."""
    return remedies.court_delay(parse_day(notified_on), counted, "metropole", parse_day(on))


def told(found: CourtDelay) -> tuple[str, str, bool]:
    """The same with days that can be read."""
    return iso(found.last_on), iso(found.runs_from), found.may_move


@pytest.mark.parametrize(
    ("notified_on", "last_on"),
    [
        ("2024-01-16", "2024-03-18"),  # 17 March is a Sunday
        ("2024-02-05", "2024-04-08"),  # 6 April is a Saturday
        ("2024-03-12", "2024-05-13"),
        ("2024-03-07", "2024-05-10"),  # 8 May is a holiday, 9 May is the Ascension
        ("2023-12-30", "2024-03-01"),  # no 30 February: the 29th, and the day after
        ("2019-02-04", "2019-04-05"),
        ("2001-01-01", "2001-03-02"),
    ],
)
def test_the_court_is_open_for_two_months_and_a_day(notified_on: str, last_on: str) -> None:
    """Délai franc, pushed past week-ends and holidays."""

    assert last_on == iso(remedies.court_last_day(parse_day(notified_on), "metropole"))


def test_the_holidays_are_those_of_the_territory() -> None:
    """22 May is a holiday in Martinique."""
    notified_on = parse_day("2024-03-21")

    assert "2024-05-22" == iso(remedies.court_last_day(notified_on, "metropole"))
    assert "2024-05-23" == iso(remedies.court_last_day(notified_on, "martinique"))


@pytest.mark.parametrize(
    ("notified_on", "last_on"),
    [
        ("2024-02-05", "2024-06-06"),
        ("2024-03-12", "2024-07-15"),  # 13 July is a Saturday, 14 July a Sunday and a holiday
        ("2023-10-31", "2024-03-01"),  # no 31 February: the 29th, and the day after
        ("2001-01-01", "2001-05-02"),  # the first day of that code
    ],
)
def test_whoever_lives_abroad_has_two_months_more(notified_on: str, last_on: str) -> None:
    """Four in all, as franc and as pushed as two are."""

    assert last_on == iso(remedies.court_last_day_abroad(parse_day(notified_on)))


def test_nothing_is_known_before_the_code_of_2001() -> None:
    """Nor before November 2000 for the silence; what is not known is no day."""

    assert 0 == NOT_KNOWN
    assert NOT_KNOWN == remedies.court_last_day(parse_day("2000-12-31"), "metropole")
    assert NOT_KNOWN == remedies.court_last_day_abroad(parse_day("2000-12-31"))
    assert NOT_KNOWN == remedies.court_last_day_untold(parse_day("2000-12-31"))
    assert NOT_KNOWN == remedies.silence_on(parse_day("2000-10-31"))
    assert CourtDelay(NOT_KNOWN, parse_day("2000-12-31"), may_move=False) == delay("2000-12-31", "2002-01-01")


def test_a_decision_that_tells_no_remedy_may_be_challenged_for_a_year() -> None:
    """Neither franc nor pushed: 3 February 2024 is a Saturday."""

    assert "2024-02-03" == iso(remedies.court_last_day_untold(parse_day("2023-02-03")))
    assert "2002-01-01" == iso(remedies.court_last_day_untold(parse_day("2001-01-01")))


def test_two_months_of_silence_reject_a_remedy() -> None:
    """Not pushed: 10 March 2024 is a Sunday."""

    assert "2024-03-10" == iso(remedies.silence_on(parse_day("2024-01-10")))
    assert "2024-02-29" == iso(remedies.silence_on(parse_day("2023-12-31")))
    assert "2001-01-01" == iso(remedies.silence_on(parse_day("2000-11-01")))


def test_without_remedy_the_first_delay_is_the_only_one() -> None:
    """Nothing can move it."""

    assert ("2023-04-11", "2023-02-07", False) == told(delay("2023-02-07", "2023-02-20"))


def test_a_remedy_in_time_opens_a_fresh_delay_after_its_silence() -> None:
    """A silence still to come is taken as coming."""
    gracieux = filed("gracieux", "2023-03-01")

    assert ("2023-07-03", "2023-05-01", True) == told(delay("2023-02-07", "2023-03-02", gracieux))
    assert ("2023-07-03", "2023-05-01", True) == told(delay("2023-02-07", "2023-07-03", gracieux))
    assert ("2023-07-03", "2023-05-01", False) == told(delay("2023-02-07", "2023-07-04", gracieux))


def test_an_answer_before_the_silence_opens_the_delay_sooner() -> None:
    """From the day on which it is known."""
    gracieux = filed("gracieux", "2023-03-01", "2023-03-20")

    assert ("2023-07-03", "2023-05-01", True) == told(delay("2023-02-07", "2023-03-19", gracieux))
    assert ("2023-05-22", "2023-03-20", False) == told(delay("2023-02-07", "2023-03-20", gracieux))


def test_an_express_rejection_within_the_delay_of_a_silence_starts_it_again() -> None:
    """On its last day still; on the day after it only confirms."""
    in_time, too_late = filed("gracieux", "2023-03-01", "2023-07-03"), filed("gracieux", "2023-03-01", "2023-07-04")

    assert ("2023-09-04", "2023-07-03", False) == told(delay("2023-02-07", "2023-10-01", in_time))
    assert ("2023-07-03", "2023-05-01", False) == told(delay("2023-02-07", "2023-10-01", too_late))


def test_a_remedy_filed_too_late_interrupts_nothing() -> None:
    """The last day of the first delay, pushed to a Monday or not, is in time; the next is not."""
    last, late = filed("gracieux", "2023-04-11"), filed("gracieux", "2023-04-12")

    assert "2023-08-14" == told(delay("2023-02-07", "2023-05-01", last))[0]
    assert ("2023-04-11", "2023-02-07", False) == told(delay("2023-02-07", "2023-05-01", late))


def test_a_remedy_counts_from_the_day_it_is_filed() -> None:
    """Not before it, and not when it came before the decision was notified."""
    gracieux, early = filed("gracieux", "2023-03-01"), filed("gracieux", "2023-02-06")
    same_day = filed("gracieux", "2023-02-07")

    assert "2023-04-11" == told(delay("2023-02-07", "2023-02-28", gracieux))[0]
    assert "2023-07-03" == told(delay("2023-02-07", "2023-03-01", gracieux))[0]
    assert "2023-04-11" == told(delay("2023-02-07", "2023-03-01", early))[0]
    assert "2023-06-08" == told(delay("2023-02-07", "2023-03-01", same_day))[0]


def test_two_remedies_must_both_be_rejected() -> None:
    """A gracieux answered and a hiérarchique still silent: the silence of the second decides."""
    gracieux, hierarchique = filed("gracieux", "2023-03-01", "2023-03-20"), filed("hierarchique", "2023-04-03")

    assert ("2023-08-04", "2023-06-03", True) == told(delay("2023-02-07", "2023-04-10", hierarchique, gracieux))
    assert ("2023-08-04", "2023-06-03", False) == told(delay("2023-02-07", "2023-09-01", hierarchique, gracieux))


def test_both_remedies_answered_late_start_the_delay_again_each() -> None:
    """The second answer falls in the delay that the first one opened."""
    gracieux, hierarchique = (
        filed("gracieux", "2023-03-01", "2023-07-10"),
        filed("hierarchique", "2023-04-03", "2023-09-06"),
    )

    assert ("2023-11-07", "2023-09-06", False) == told(delay("2023-02-07", "2023-12-01", gracieux, hierarchique))


def test_a_hierarchique_after_the_first_delay_does_not_add_to_a_gracieux() -> None:
    """It must come in the first delay, not in the one that the gracieux opened."""
    gracieux, hierarchique = filed("gracieux", "2023-03-01"), filed("hierarchique", "2023-05-20")

    assert "2023-07-03" == told(delay("2023-02-07", "2023-06-01", gracieux, hierarchique))[0]


def test_a_second_remedy_of_the_same_kind_adds_nothing() -> None:
    """The first one filed counts, in whatever order they are told."""
    first, second = filed("gracieux", "2023-03-01"), filed("gracieux", "2023-04-03")

    assert "2023-07-03" == told(delay("2023-02-07", "2023-06-01", second, first))[0]


def test_both_remedies_count_before_the_decision_of_october_2009_too() -> None:
    """What the Conseil d'État said on 7 October 2009 is how the text is read, whatever the day."""
    gracieux, hierarchique = (
        filed("gracieux", "2009-07-01", "2009-07-20"),
        filed("hierarchique", "2009-08-03", "2009-08-20"),
    )

    assert ("2009-10-21", "2009-08-20", False) == told(delay("2009-06-15", "2009-10-06", gracieux, hierarchique))
    assert ("2009-10-21", "2009-08-20", False) == told(delay("2009-06-15", "2009-10-07", gracieux, hierarchique))


def test_a_silence_closed_nothing_before_2017() -> None:
    """It opened its two months on 1 January 2017; an answer opened them at once."""
    silent, answered = filed("gracieux", "2012-03-01"), filed("gracieux", "2012-03-01", "2013-06-03")

    assert CourtDelay(NEVER, NEVER, may_move=True) == delay("2012-02-07", "2016-12-31", silent)
    assert ("2017-03-02", "2017-01-01", True) == told(delay("2012-02-07", "2017-01-01", silent))
    assert ("2013-08-05", "2013-06-03", False) == told(delay("2012-02-07", "2018-01-01", answered))
    assert CourtDelay(NEVER, NEVER, may_move=True) == delay("2012-02-07", "2013-06-02", answered)


def test_a_silence_of_2017_is_known_before_it_comes() -> None:
    """Asked in 2016, the silence of 1 January 2017 opens the delay, that of the eve does not yet."""
    after, before = filed("gracieux", "2016-11-01"), filed("gracieux", "2016-10-31")

    assert ("2017-03-02", "2017-01-01", True) == told(delay("2016-10-20", "2016-12-20", after))
    assert CourtDelay(NEVER, NEVER, may_move=True) == delay("2016-10-20", "2016-12-31", before)
