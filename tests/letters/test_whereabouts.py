"""Where letters are, asked in two queries: the same as their whole life tells."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mespoints.letters.compte_personnel import open_compte
from mespoints.letters.models import Sending
from mespoints.letters.timeline import letter_lives
from mespoints.letters.whereabouts import Whereabouts, key_of, whereabouts_in, whereabouts_of
from mespoints.register.files import statement_of
from mespoints.register.models import Licence
from tests.letters.mail import learn, mail_on, means, offence, receipt, run_on

pytestmark = pytest.mark.django_db


def told_twice(licence: Licence, on: date) -> tuple[list[Whereabouts], list[Whereabouts]]:
    """Where the letters are, by the queries and by their lives, the first one owed first."""
    asked = list(whereabouts_of(licence).values())
    lives = [whereabouts_in(life) for life in reversed(letter_lives(licence, statement_of(licence, on)))]
    return asked, [where._replace(place=place) for place, where in enumerate(lives, 1)]


def test_each_state_of_a_letter_in_the_post_is_the_same(licence: Licence, tmp_path: Path) -> None:
    """Owed, then in the post, presented, notified."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    states = [told_twice(licence, date(2024, 3, 4))]
    run_on("2024-03-04", means(tmp_path))
    states.append(told_twice(licence, date(2024, 3, 5)))
    reference = Sending.objects.get(kind="48SI").reference
    for number, event in enumerate(("presented", "collected"), 1):
        learn(licence, f"2024-03-{10 + number}", receipt(number, reference, event, f"2024-03-{8 + number:02d}"))
        mail_on(f"2024-03-{10 + number}")
        states.append(told_twice(licence, date(2024, 3, 12)))

    assert [lived for _asked, lived in states] == [asked for asked, _lived in states]
    assert [None, False, True, False] == [where[1].posted and where[1].posted.is_presented for where, _lived in states]
    assert [None, None, None, date(2024, 3, 10)] == [where[1].notified_on for where, _lived in states]


def test_a_letter_that_was_deposited_is_the_same(licence: Licence, tmp_path: Path) -> None:
    """On the compte personnel, with the day on which it will be known."""
    open_compte(licence, "a@example.org", conditions_met=True, means="franceconnect", on=date(2024, 3, 1))
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    (asked,), (lived,) = told_twice(licence, date(2024, 3, 4))

    assert lived == asked
    assert asked.deposited is not None
    assert (date(2024, 3, 4), date(2024, 3, 19)) == (asked.deposited.deposited_on, asked.deposited.known_on)


def test_each_letter_is_found_by_the_movement_of_the_law(licence: Licence) -> None:
    """What the law finds on reading names the letters that were owed when it was posted."""
    learn(licence, "2024-03-05", offence("i1", 6, "2024-03-04"), offence("i2", 2, "2024-03-05"))
    movements = statement_of(licence, date(2024, 3, 5)).movements

    assert {key_of(one) for one in movements if one.letter} == set(whereabouts_of(licence))


def test_a_letter_that_does_not_leave_says_why(licence: Licence, django_assert_num_queries: Any) -> None:
    """Two queries, the second one when something waits; one alone for who was owed nothing."""
    with django_assert_num_queries(1):
        nothing = whereabouts_of(licence)
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    with django_assert_num_queries(2):
        (where,) = whereabouts_of(licence).values()

    assert {} == nothing
    assert (1, None, None, None) == (where.place, where.posted, where.stopped, where.put_aside)
