"""The day on which a registered letter is notified: each ending, each contradiction, on the days that decide."""

import random

import pytest

from mespoints.law.days import iso, parse_day
from mespoints.law.notification import (
    ENDS,
    EVENTS,
    KEPT,
    NOT_NOTIFIED,
    NOTIFIED,
    ON_ITS_WAY,
    TO_EXAMINE,
    UNCLAIMED,
    WHYS,
    Notification,
    PostalEvent,
    PostalLife,
    kept_until,
    notification,
    weigh,
)
from mespoints.law.notification import POSTED as LETTER_POSTED

POSTED = ("posted", "2024-03-01")
PRESENTED = ("presented", "2024-03-04")  # a Monday


def told(*events: tuple[str, str], given_up: bool = False) -> tuple[int, str, str]:
    """The outcome, the day ("" for none) and the ground, from events with their days."""
    found = notification([PostalEvent(event, parse_day(on)) for event, on in events], given_up=given_up)
    return found.outcome, iso(found.notified_on) if found.notified_on else "", WHYS[found.why]


@pytest.mark.parametrize(
    ("collected_on", "notified_on", "why"),
    [
        ("2024-03-04", "2024-03-04", "collected"),
        ("2024-03-19", "2024-03-19", "collected"),
        ("2024-03-20", "2024-03-04", "collected_late"),
    ],
)
def test_a_letter_collected_within_fifteen_days_is_notified_that_day(
    collected_on: str, notified_on: str, why: str
) -> None:
    """CE, 24 April 2012, n° 341146: on the fifteenth day still, on the sixteenth the first presentation holds."""

    assert (NOTIFIED, notified_on, why) == told(POSTED, PRESENTED, ("collected", collected_on))


def test_the_signature_alone_is_enough() -> None:
    """Handed over at the first presentation, the post may tell nothing else."""

    assert (NOTIFIED, "2024-03-04", "collected") == told(("collected", "2024-03-04"))


def test_the_post_office_keeps_a_letter_for_fifteen_days() -> None:
    """From the day after the presentation."""

    assert "2024-03-19" == iso(kept_until(parse_day("2024-03-04")))


@pytest.mark.parametrize("end", ["unclaimed", "refused"])
def test_unclaimed_or_refused_it_is_notified_when_it_was_first_presented(end: str) -> None:
    """Not when it went back; a second presentation changes nothing."""
    second = ("presented", "2024-03-06")

    assert (NOTIFIED, "2024-03-04", end) == told(POSTED, second, PRESENTED, (end, "2024-03-20"))


def test_refused_at_the_door_it_is_notified_that_day() -> None:
    """The refusal is then the presentation."""

    assert (NOTIFIED, "2024-03-05", "refused") == told(POSTED, ("refused", "2024-03-05"))


def test_unclaimed_without_a_presentation_proves_nothing() -> None:
    """The day is missing: a person has to look for the mark on the envelope."""

    assert (TO_EXAMINE, "", "no_presentation") == told(POSTED, ("unclaimed", "2024-03-20"))


def test_d25_npai_is_never_a_notification() -> None:
    """CE, avis, 18 September 2009, n° 327027: whether or not the driver had said that they moved."""
    events = (POSTED, PRESENTED, ("npai", "2024-03-04"))

    assert (NOT_NOTIFIED, "", "npai") == told(*events) == told(*events, given_up=True)


def test_d25_at_an_address_given_up_only_a_signature_notifies() -> None:
    """The driver had declared another one before the letter was presented."""
    back = "2024-03-20"

    assert (NOT_NOTIFIED, "", "address_given_up") == told(POSTED, PRESENTED, ("unclaimed", back), given_up=True)
    assert (TO_EXAMINE, "", "refused_elsewhere") == told(POSTED, PRESENTED, ("refused", back), given_up=True)
    assert (NOTIFIED, "2024-03-05", "collected") == told(PRESENTED, ("collected", "2024-03-05"), given_up=True)


def test_lost_it_is_not_notified() -> None:
    """It has to be sent again."""

    assert (NOT_NOTIFIED, "", "lost") == told(POSTED, ("lost", "2024-04-02"))


def test_without_an_end_it_is_on_its_way() -> None:
    """Not handed over yet, posted, or kept at the post office."""

    assert (ON_ITS_WAY, "", "not_posted") == told()
    assert (ON_ITS_WAY, "", "posted") == told(POSTED)
    assert (ON_ITS_WAY, "", "kept") == told(POSTED, PRESENTED)


@pytest.mark.parametrize("first", ENDS)
@pytest.mark.parametrize("second", ENDS)
def test_two_ends_are_for_a_person(first: str, second: str) -> None:
    """Whatever they are; the same end told twice for one day is told once, for two days is a contradiction."""
    expected = "two_days" if first == second else "two_ends"

    assert (TO_EXAMINE, "", expected) == told(POSTED, PRESENTED, (first, "2024-03-06"), (second, "2024-03-07"))


@pytest.mark.parametrize("end", ENDS)
def test_an_end_before_its_beginning_is_for_a_person(end: str) -> None:
    """Before the first presentation, or before the posting; on the same day it is in order."""
    early = (TO_EXAMINE, "", "out_of_order")

    assert early == told(POSTED, PRESENTED, (end, "2024-03-03"))
    assert early == told(POSTED, (end, "2024-02-29"))
    assert early != told(POSTED, PRESENTED, (end, "2024-03-04"))
    assert early != told(POSTED, ("lost", "2024-03-01"))


def test_a_presentation_before_the_posting_is_for_a_person() -> None:
    """On the same day it is in order."""

    assert (TO_EXAMINE, "", "out_of_order") == told(POSTED, ("presented", "2024-02-29"))
    assert (ON_ITS_WAY, "", "kept") == told(POSTED, ("presented", "2024-03-01"))


def test_neither_order_nor_repetition_matters() -> None:
    """On random lives: what the post repeats, or tells late, changes nothing."""
    rng = random.Random(25)
    for _ in range(500):
        start = parse_day("2024-03-01")
        events = [PostalEvent(rng.choice(EVENTS), start + rng.randrange(25)) for _ in range(rng.randrange(1, 5))]
        again = [*events, *rng.sample(events, rng.randrange(len(events)))]
        rng.shuffle(again)
        given_up = rng.random() < 0.5

        assert notification(events, given_up=given_up) == notification(again, given_up=given_up)


def test_a_notification_has_a_day_when_and_only_when_it_is_one() -> None:
    """On random lives: never a day later than the end, never one before the posting."""
    rng = random.Random(26)
    for _ in range(500):
        start = parse_day("2024-03-01")
        events = [PostalEvent("posted", start)]
        events += [PostalEvent(rng.choice(EVENTS), start + rng.randrange(25)) for _ in range(3)]
        found: Notification = notification(events, given_up=False)

        assert (found.outcome == NOTIFIED) == (found.notified_on > 0)
        assert found.notified_on == 0 or start <= found.notified_on <= max(event.on for event in events)


@pytest.mark.parametrize("end", ["collected", "refused", "unclaimed", "npai", "lost"])
def test_an_end_told_of_two_days_is_looked_into(end: str) -> None:
    """A letter ends once: which of the days is right cannot be guessed."""
    two = (end, "2024-03-19"), (end, "2024-03-20")

    assert (TO_EXAMINE, "", "two_days") == told(POSTED, PRESENTED, *two)


def test_no_mark_is_lost_on_the_first_day_of_the_calendar() -> None:
    """0 alone stands for what did not happen."""
    nothing = PostalLife(0, 0, 0, 0, 0, 0, 0)
    outcomes = {"collected": NOTIFIED, "refused": NOTIFIED, "npai": NOT_NOTIFIED, "lost": NOT_NOTIFIED}
    alone = {end: weigh(nothing._replace(**{f"{end}_on": 1}), False).outcome for end in outcomes}

    assert outcomes == alone
    assert (1, UNCLAIMED) == weigh(nothing._replace(presented_on=1, unclaimed_on=1), False)[1:]
    assert KEPT == weigh(nothing._replace(presented_on=1), False).why
    assert weigh(nothing._replace(posted_on=1), False).why == LETTER_POSTED
    assert weigh(nothing._replace(posted_on=2, presented_on=1), False).outcome == TO_EXAMINE
    assert weigh(nothing._replace(collected_on=1, lost_on=1), False).outcome == TO_EXAMINE
    assert weigh(nothing._replace(presented_on=1, refused_on=2), False).notified_on == 1
