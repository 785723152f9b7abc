"""What is deposited on a compte personnel, when it is known, and what stays on paper."""

from datetime import date
from pathlib import Path

import pytest

from mespoints.letters.compte_personnel import close_compte
from mespoints.letters.first_readings import is_unread, note_first_reading
from mespoints.letters.models import Alert, Deposit, Reading, Sending, Step
from mespoints.letters.timeline import letter_lives
from mespoints.register.files import statement_of
from mespoints.register.models import Licence, OwedLetter
from tests.letters.mail import PlainPrinter, learn, means, offence, opened, run_on

pytestmark = pytest.mark.django_db


def read_on(day: str) -> None:
    """The driver opens the one letter that was deposited."""
    note_first_reading(Sending.objects.get(), "d", means="franceconnect", on=date.fromisoformat(day))


def test_a_simple_letter_is_deposited_once(licence: Licence, tmp_path: Path) -> None:
    """Without a batch, with its alert to send; the next run finds nothing to do."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    printer = PlainPrinter()
    first, again = run_on("2024-03-05", means(tmp_path, printer)), run_on("2024-03-06", means(tmp_path, printer))
    sending = Sending.objects.get()

    assert ({"48": 1}, {}, {}) == (dict(first.deposited), dict(first.sent), dict(again.deposited))
    assert (None, "compte", [], "sent") == (
        sending.batch, sending.source, sending.address, sending.outcome,
    )  # fmt: skip
    assert date(2024, 3, 5) == sending.deposit.on == printer.orders[0].written_on
    assert [] == [*tmp_path.glob("2*")]
    assert ["to_send"] == list(Alert.objects.values_list("state", flat=True))
    assert ["deposited"] == list(Step.objects.values_list("kind", flat=True))
    assert not OwedLetter.objects.filter(done_on=None).exists()


def test_a_letter_deposited_on_a_saturday_bears_that_day(licence: Licence, tmp_path: Path) -> None:
    """No printing house produces it."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-08", offence("i1", 4, "2024-03-08"))
    run_on("2024-03-09", means(tmp_path))

    assert date(2024, 3, 9) == Deposit.objects.get().on


def test_what_takes_the_licence_or_orders_a_stage_is_posted(licence: Licence, tmp_path: Path) -> None:
    """A 48SI goes by registered post to the driver whose 48M was deposited; so does what takes it back."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 6, "2024-03-04"), offence("i2", 6, "2024-03-04"))
    fall = run_on("2024-03-04", means(tmp_path))
    learn(licence, "2024-03-11", {"act": "stage", "id": "s1", "ended_on": "2024-03-08", "kind": "volontaire"})
    back = run_on("2024-03-11", means(tmp_path))

    assert ({"48M": 1}, {"48SI": 1}) == (dict(fall.deposited), dict(fall.sent))
    assert ({"47": 1}, {"retrait": 1}) == (dict(back.deposited), dict(back.sent))


def test_a_48n_is_posted(licence: Licence, tmp_path: Path) -> None:
    """In probation, for three points."""
    Licence.objects.update(obtained_on=date(2023, 5, 6), probation="ordinary")
    licence.refresh_from_db()
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 3, "2024-03-04"))
    run = run_on("2024-03-05", means(tmp_path))

    assert ({}, {"48N": 1}) == (dict(run.deposited), dict(run.sent))


def test_closing_brings_the_next_letter_back_to_paper(licence: Licence, tmp_path: Path) -> None:
    """The one that was owed before included; what was deposited stays."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 2, "2024-03-04"))
    run_on("2024-03-04", means(tmp_path))
    learn(licence, "2024-03-05", offence("i2", 1, "2024-03-05"))
    close_compte(licence, means="franceconnect", on=date(2024, 3, 5))
    run = run_on("2024-03-05", means(tmp_path))

    assert ({}, {"48": 1}) == (dict(run.deposited), dict(run.sent))
    assert 1 == Deposit.objects.count()


def test_the_first_reading_is_kept_and_no_other(licence: Licence, tmp_path: Path) -> None:
    """It is known from that day; the delay to go to court runs from it."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    run_on("2024-03-05", means(tmp_path))
    unread = is_unread(Sending.objects.get())
    read_on("2024-03-08")
    read_on("2024-03-09")
    (life,) = letter_lives(licence, statement_of(licence, date(2024, 3, 9)))

    assert (True, False) == (unread, is_unread(Sending.objects.get()))
    assert (date(2024, 3, 8), 1) == (Reading.objects.get().on, Reading.objects.count())
    assert ["deposited", "read"] == [step.kind for step in life.steps]
    assert life.compte is not None
    assert (date(2024, 3, 8), date(2024, 3, 8), date(2024, 5, 10)) == (
        life.notified_on, life.compte.known_on, life.compte.last_on,
    )  # fmt: skip


@pytest.mark.parametrize(("day", "known_on"), [("2024-03-19", None), ("2024-03-20", date(2024, 3, 20))])
def test_an_unread_letter_is_known_after_fifteen_days(
    licence: Licence, tmp_path: Path, day: str, known_on: date | None
) -> None:
    """Deposited on 5 March: on the 20th, whether it is opened later or not (art. R. 223-3-1, III)."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 4, "2024-03-04"))
    run_on("2024-03-05", means(tmp_path))
    (before,) = letter_lives(licence, statement_of(licence, date.fromisoformat(day)))
    read_on("2024-04-02")
    (after,) = letter_lives(licence, statement_of(licence, date(2024, 4, 2)))

    assert known_on == before.notified_on
    assert date(2024, 3, 20) == after.notified_on
