"""The alerts through a real exchange of SMTP (RFC 5321), with a server of our own on the loopback."""

import socket
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mespoints.letters.alerts import send_alerts
from mespoints.letters.models import Alert
from mespoints.register.models import Licence
from tests.letters.mail import learn, means, offence, opened, run_on

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 5)


class MailServer:
    """Answers one connexion after the other. ``refused``: what it says to a word, once, instead of yes."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.refused: dict[str, bytes] = {}
        self.taken: list[str] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connexion, _ = self.listening.accept()
            except OSError:
                return
            with connexion, connexion.makefile("rwb") as line:
                self._talk(line)

    def _talk(self, line: Any) -> None:
        self._say(line, b"220 ready")
        while heard := line.readline():
            word = heard.decode().split()[0].upper()
            if word in self.refused:
                answer = self.refused.pop(word)
                if not answer:
                    return
                self._say(line, answer)
            elif word == "DATA":
                self._say(line, b"354 go on")
                self.taken.append(self._body(line))
                self._say(line, b"250 taken")
            else:
                self._say(line, b"221 bye" if word == "QUIT" else b"250 yes")

    def _body(self, line: Any) -> str:
        body = []
        while (heard := line.readline()) not in (b".\r\n", b""):
            body.append(heard.decode())
        return "".join(body)

    def _say(self, line: Any, answer: bytes) -> None:
        line.write(answer + b"\r\n")
        line.flush()


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """The server that the settings name."""
    server = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 5
    yield server
    server.listening.close()


@pytest.fixture
def deposits(licence: Licence, tmp_path: Path) -> Licence:
    """Two letters on a compte."""
    opened(licence, "2024-03-04")
    learn(licence, "2024-03-04", offence("i1", 1, "2024-03-04"), offence("i2", 1, "2024-03-04"))
    run_on("2024-03-05", means(tmp_path))
    return licence


def test_every_alert_is_handed_over_once(deposits: Licence, server: MailServer) -> None:
    """With its headers, in French and in English."""
    found = send_alerts(DAY)

    assert {"sent": 2} == dict(found)
    assert 2 == len(server.taken)
    assert all("To: c@example.org" in mail and "Bonjour" in mail and "Hello" in mail for mail in server.taken)


@pytest.mark.parametrize(
    ("word", "answer", "expected"),
    [
        ("RCPT", b"550 nobody", {"refused": 1, "sent": 1}),
        ("RCPT", b"451 later", {"to_send": 1, "sent": 1}),
        ("MAIL", b"421 closing", {"to_send": 1, "sent": 1}),
        ("DATA", b"", {"tried": 1, "sent": 1}),
    ],
    ids=["no such address", "later", "closing", "cut off"],
)
def test_what_a_server_may_answer(
    deposits: Licence, server: MailServer, word: str, answer: bytes, expected: dict[str, int]
) -> None:
    """To the first alert; the second one goes all the same, and the next run sends what may be sent."""
    server.refused[word] = answer
    first, again = send_alerts(DAY), send_alerts(DAY)

    assert expected == dict(first)
    assert ({"sent": 1} if "to_send" in expected else {}) == dict(again)


def test_a_server_that_is_away_is_asked_again(deposits: Licence, server: MailServer, settings: Any) -> None:
    """Nothing listens there: both alerts wait."""
    settings.EMAIL_PORT = 9
    found = send_alerts(DAY)

    assert {"to_send": 2} == dict(found)
    assert 2 == Alert.objects.filter(state="to_send").count()
