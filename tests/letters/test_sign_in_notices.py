"""The e-mail of a sign-in: to whom an address is known, once at most, without a link."""

import re
import smtplib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from mespoints.cli.commands import run
from mespoints.letters.models import AlertAddress, SignInNotice
from mespoints.letters.sign_in_notices import owe_notice, send_notices, told
from mespoints.register.models import Holder, Licence
from tests.letters.test_alerts import Server, server

pytestmark = pytest.mark.django_db
__all__ = ["server"]

OF_HOLDER, OF_COMPTE = "holder@example.org", "compte@example.org"


@pytest.fixture
def known(licence: Licence) -> Licence:
    """A driver of whom the register knows an e-mail address."""
    Holder.objects.update(email=OF_HOLDER)
    return licence


def send() -> dict[str, int]:
    """A run now."""
    return dict(send_notices(timezone.now()))


def test_a_sign_in_is_told_once(known: Licence) -> None:
    """At the address that the register holds; nothing is kept of what was sent."""
    owe_notice(known, "neph")
    first, again = send(), send()

    assert ({"sent": 1}, {}) == (first, again)
    assert [[OF_HOLDER]] == [message.to for message in mail.outbox]
    assert not SignInNotice.objects.exists()


def test_the_address_of_the_compte_comes_first(known: Licence) -> None:
    """Its driver has promised to keep it up to date."""
    AlertAddress.objects.create(licence=known, email=OF_COMPTE)
    owe_notice(known, "franceconnect")
    send()

    assert [[OF_COMPTE]] == [message.to for message in mail.outbox]


def test_nobody_to_write_to(licence: Licence, settings: Any) -> None:
    """Without an address, or a mail server, nothing waits."""
    owe_notice(licence, "neph")
    Holder.objects.update(email=OF_HOLDER)
    settings.MESPOINTS_HAS_MAIL = False
    owe_notice(licence, "neph")

    assert not SignInNotice.objects.exists()


def test_an_address_given_up_meanwhile(known: Licence) -> None:
    """Nothing is sent to it."""
    owe_notice(known, "neph")
    Holder.objects.update(email="")

    assert ({"no_address": 1}, 0) == (send(), SignInNotice.objects.count())


@pytest.mark.parametrize(
    ("answer", "state", "left"),
    [
        (smtplib.SMTPResponseException(451, b"later"), "to_send", "to_send"),
        (smtplib.SMTPResponseException(550, b"no"), "refused", None),
        (ConnectionResetError(), "tried", "tried"),
    ],
)
def test_what_the_server_answers(
    answer: Exception, state: str, left: str | None, known: Licence, server: type[Server]
) -> None:
    """« Later » is asked again; a refusal is final; when nobody knows whether it left, it does not leave again."""
    owe_notice(known, "neph")
    server.answers = [answer, None]
    first = send()
    kept = list(SignInNotice.objects.values_list("state", flat=True))
    send()

    assert ({state: 1}, [left] if left else []) == (first, kept)
    assert ([OF_HOLDER] if left == "to_send" else []) == server.taken


def test_a_server_that_cannot_be_reached(known: Licence, server: type[Server]) -> None:
    """Everything waits for the next run, and the command says so."""
    owe_notice(known, "neph")
    server.opening = OSError()

    waits, status = send(), run(["notices"])
    server.opening, server.answers = None, [None]

    assert ({"to_send": 1}, 1, 0) == (waits, status, run(["notices"]))
    assert [OF_HOLDER] == server.taken


def test_an_old_one_is_dropped(known: Licence) -> None:
    """After a day it would only worry."""
    owe_notice(known, "neph")
    later = timezone.now() + timedelta(days=1, minutes=1)

    assert {"dropped": 1} == dict(send_notices(later))
    assert [] == mail.outbox


@pytest.mark.parametrize("means", ["neph", "franceconnect"])
def test_what_it_says(means: str) -> None:
    """The day and the hour of Paris, the means, in both languages; no link, no name, no points."""
    said = told(datetime(2026, 11, 28, 8, 5, tzinfo=UTC), means)

    assert "le samedi 28 novembre 2026, à 9 h 05 (heure de Paris), avec" in said
    assert "on Saturday 28 November 2026" in said
    assert [] == re.findall(r"(?i)https?:|www|[@/]\w|\bpoints?\b|permis|licence", said)
