"""The life of each letter, as the driver and the agent are shown it."""

from datetime import date
from pathlib import Path

import pytest

from mespoints.letters.models import Sending
from mespoints.letters.timeline import letter_lives
from mespoints.register.files import statement_of
from mespoints.register.models import Licence
from tests.letters.mail import OLD_HOME, learn, mail_on, means, moved, offence, receipt, run_on

pytestmark = pytest.mark.django_db


def test_a_48si_is_told_from_the_fall_to_the_last_day_to_appeal(licence: Licence, tmp_path: Path) -> None:
    """Each step with its day, the day on which it was known and its proof; a first attempt that failed, a second."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    first = Sending.objects.get(kind="48SI").reference
    learn(licence, "2024-03-12", moved(1, "2024-03-10"), receipt(1, first, "npai", "2024-03-07", tracking="2C1"))
    mail_on("2024-03-12")
    run_on("2024-03-12", means(tmp_path))
    second = Sending.objects.get(kind="48SI", attempt=2).reference
    learn(licence, "2024-03-20", receipt(2, second, "collected", "2024-03-18", tracking="2C2"))
    mail_on("2024-03-20")
    fall, withdrawal = letter_lives(licence, statement_of(licence, date(2024, 3, 20)))

    assert ("48SI", "48M") == (fall.letter, withdrawal.letter)
    assert [
        ("dispatched", date(2024, 3, 4), first, ""),
        ("npai", date(2024, 3, 7), first, "2C1"),
        ("not_notified", date(2024, 3, 12), first, ""),
        ("dispatched", date(2024, 3, 12), second, ""),
        ("collected", date(2024, 3, 18), second, "2C2"),
        ("notified", date(2024, 3, 18), second, ""),
    ] == [(step.kind, step.on, step.reference, step.proof) for step in fall.steps]
    assert ["npai", "collected"] == [step.why for step in fall.steps if step.why]
    assert [(first, OLD_HOME, "not_notified"), (second, ("8 QUAI DE LA FOSSE", "44100 NANTES"), "notified")] == [
        (attempt.reference, attempt.address, attempt.outcome) for attempt in fall.attempts
    ]
    assert (date(2024, 3, 18), f"lettre:{second}") == (fall.notified_on, fall.act)
    assert fall.remedy is not None
    assert ("open", date(2024, 5, 21)) == (fall.remedy.state, date.fromordinal(fall.remedy.last_on or 0))
    assert (None, None) == (withdrawal.notified_on, withdrawal.remedy)


def test_a_letter_that_waits_says_why(licence: Licence) -> None:
    """Owed, nothing sent."""
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    (life,) = letter_lives(licence, statement_of(licence, date(2024, 3, 4)))

    assert ("48", date(2024, 3, 4), None, (), ()) == (
        life.letter,
        life.owed_on,
        life.done_on,
        life.attempts,
        life.steps,
    )


def test_a_48si_taken_back_says_so(licence: Licence, tmp_path: Path) -> None:
    """By the letter that followed it."""
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    learn(licence, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-08", "kind": "volontaire"})
    run_on("2024-03-11", means(tmp_path))
    lives = letter_lives(licence, statement_of(licence, date(2024, 3, 11)))

    assert [("47", False), ("48SI", True), ("48M", False)] == [(life.letter, life.is_taken_back) for life in lives]
