"""The e-mail that tells of a deposit: what it says, and that it is sent once at most."""

import re
import smtplib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from mespoints.letters.alerts import BODY, SUBJECT, send_alerts
from mespoints.letters.compte_personnel import close_compte
from mespoints.letters.models import Alert, Step
from mespoints.register.models import Licence
from tests.letters.mail import learn, means, offence, opened, run_on

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 5)
HERE = "tests.letters.test_alerts."


class Server(BaseEmailBackend):
    """A mail server that answers what the test wrote down, in turn; None: it takes the e-mail."""

    answers: list[Exception | None]
    opening: OSError | None
    taken: list[str]

    def open(self) -> bool:
        """Refuse to be reached, if it was told to."""
        if self.opening is not None:
            raise self.opening
        return True

    def send_messages(self, email_messages: Any) -> int:
        """Answer as was written down."""
        answer = self.answers.pop(0)
        if answer is not None:
            raise answer
        self.taken.extend(to for message in email_messages for to in message.to)
        return 1


@pytest.fixture
def server(settings: Any) -> type[Server]:
    """The server, which takes nothing yet."""
    settings.EMAIL_BACKEND = f"{HERE}Server"
    Server.answers, Server.opening, Server.taken = [], None, []
    return Server


@pytest.fixture
def deposits(licence: Licence, tmp_path: Path) -> Licence:
    """A driver on whose compte two letters were deposited."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"), offence("i2", 1, "2024-03-04"))
    run_on("2024-03-05", means(tmp_path))
    return licence


def states() -> list[str]:
    """The states of the alerts, in their order."""
    return list(Alert.objects.order_by("pk").values_list("state", flat=True))


def test_an_alert_is_sent_once(deposits: Licence) -> None:
    """One for each deposit, to the address that was given; the next run sends nothing."""
    first, again = send_alerts(DAY), send_alerts(DAY)

    assert ({"sent": 2}, {}) == (dict(first), dict(again))
    assert [["c@example.org"]] * 2 == [message.to for message in mail.outbox]
    assert 2 == Step.objects.filter(kind="alerted").count()


def test_an_alert_says_nothing() -> None:
    """No link, no letter, no points, no name; nothing but words that are the same for everybody."""
    said = f"{SUBJECT}\n{BODY}".lower()
    forbidden = r"http|www\.|<|@|point|\b4[678]|permis|licence|lettre|letter|retrait|infraction|offence|%|\{"

    assert [] == re.findall(forbidden, said)


def test_a_server_that_is_down_is_asked_again(deposits: Licence, server: type[Server]) -> None:
    """Nothing is lost, nothing is tried meanwhile."""
    server.opening = ConnectionRefusedError()
    down = send_alerts(DAY)
    between = states()
    server.opening, server.answers = None, [None, None]
    up = send_alerts(DAY)

    assert ({"to_send": 2}, ["to_send", "to_send"]) == (dict(down), between)
    assert ({"sent": 2}, 2) == (dict(up), len(server.taken))


def test_a_server_that_says_later_is_asked_by_the_next_run(deposits: Licence, server: type[Server]) -> None:
    """The others are not made to wait."""
    server.answers = [smtplib.SMTPDataError(451, b"later"), None, None]
    first = send_alerts(DAY)
    between = states()
    second = send_alerts(DAY)

    assert ({"sent": 1, "to_send": 1}, ["to_send", "sent"]) == (dict(first), between)
    assert ({"sent": 1}, 2) == (dict(second), len(server.taken))


def test_an_address_that_is_refused_is_told(deposits: Licence, server: type[Server]) -> None:
    """It is not tried again; the driver will see it."""
    nobody = smtplib.SMTPRecipientsRefused({"c@example.org": (550, b"no such user")})
    server.answers = [nobody, None]
    found = send_alerts(DAY)

    assert ({"refused": 1, "sent": 1}, ["refused", "sent"]) == (dict(found), states())
    assert 1 == Step.objects.filter(kind="not_alerted").count()


def test_a_line_cut_off_is_not_tried_again(deposits: Licence, server: type[Server]) -> None:
    """The e-mail may have left: at most once is what was promised. The next one goes by another connexion."""
    server.answers = [smtplib.SMTPServerDisconnected("gone"), None]
    found, again = send_alerts(DAY), send_alerts(DAY)

    assert ({"tried": 1, "sent": 1}, {}) == (dict(found), dict(again))
    assert ["tried", "sent"] == states()


def test_a_run_killed_while_it_sends_sends_nothing_twice(deposits: Licence, server: type[Server]) -> None:
    """What was being tried is left as it is; the rest is sent."""

    class Killed(BaseException):
        pass

    server.answers = [Killed(), None]  # type: ignore[list-item]
    with pytest.raises(Killed):
        send_alerts(DAY)
    found = send_alerts(DAY)

    assert ({"sent": 1}, ["tried", "sent"]) == (dict(found), states())


def test_a_compte_that_was_closed_gets_no_alert(deposits: Licence) -> None:
    """There is no address any more."""
    close_compte(deposits, means="franceconnect", on=DAY)
    found = send_alerts(DAY)

    assert ({"no_address": 2}, []) == (dict(found), mail.outbox)
