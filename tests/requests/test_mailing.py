"""Replies by e-mail: what is owed leaves, once, and what could not leave is tried again or shown to an agent."""

import smtplib
from datetime import date
from typing import Any

import pytest
from django.core import mail

from mespoints.register.mailing import REFUSED, SENT, TO_SEND, TRIED
from mespoints.register.models import Licence
from mespoints.requests.departures import BY_HAND, NO_ADDRESS, note_left, send_again
from mespoints.requests.handling import ask_for_pieces, refuse, release, validate
from mespoints.requests.mailing import send_replies
from mespoints.requests.models import Applicant, Departure
from mespoints.requests.pieces import COUNTER, EMAIL, EMPLOYER, POST
from mespoints.requests.steps import StepRefused
from tests.letters.test_alerts import Server, server
from tests.requests.conftest import ALICE, ARRIVED_ON, BRUNO, DOCUMENT, Arrive, make_ready

__all__ = ["server"]

LATER = date(2026, 3, 18)
TO = "camille@example.org"


def states() -> list[str]:
    """Of everything that is owed, in order."""
    return list(Departure.objects.order_by("pk").values_list("state", flat=True))


def test_each_step_of_a_request_by_email_is_told_once(arrive: Arrive, licence: Licence) -> None:
    """Acknowledged, asked for pieces, released with the document; what left is not kept, and a refusal leaves too."""
    request = arrive(EMAIL)
    ask_for_pieces(request.pk, on=ARRIVED_ON, by=ALICE)
    make_ready(request, licence)
    validate(request.pk, on=ARRIVED_ON, by=ALICE)
    release(request.pk, DOCUMENT, on=ARRIVED_ON, by=BRUNO)
    refused = arrive(EMAIL, EMPLOYER)
    refuse(refused.pk, EMPLOYER, on=ARRIVED_ON, by=ALICE)
    kept = [bytes(one.document) for one in Departure.objects.exclude(document=None)]
    first, again = dict(send_replies(LATER)), dict(send_replies(LATER))

    assert ([DOCUMENT], {SENT: 4}, {}) == (kept, first, again)
    assert [[TO]] * 4 == [message.to for message in mail.outbox]
    assert ["Nous avons reçu", "Il nous manque", "ci-joint", "L. 225-8"] == [
        words
        for message, words in zip(
            mail.outbox, ("Nous avons reçu", "Il nous manque", "ci-joint", "L. 225-8"), strict=True
        )
        if words in message.body
    ]
    assert {(SENT, LATER, None)} == set(Departure.objects.values_list("state", "left_on", "document"))


@pytest.mark.parametrize("channel", [POST, COUNTER])
def test_nothing_leaves_by_itself_otherwise(channel: str, arrive: Arrive) -> None:
    """An agent posts it, or hands it over, and says so, once."""
    ask_for_pieces(arrive(channel).pk, on=ARRIVED_ON, by=ALICE)
    sent, pk = send_replies(LATER), Departure.objects.get().pk
    with pytest.raises(StepRefused, match="ne concerne pas"):
        send_again(pk, by=ALICE)
    with pytest.raises(StepRefused, match="plus de 20 signes"):
        note_left(pk, on=LATER, by=ALICE, receipt="1" * 21)
    note_left(pk, on=LATER, by=ALICE, receipt="1A 234")
    with pytest.raises(StepRefused, match="déjà partie"):
        note_left(pk, on=LATER, by=BRUNO)

    assert {} == dict(sent)
    assert (SENT, LATER, ALICE, "1A 234") == Departure.objects.values_list("state", "left_on", "by", "receipt").get()


def test_without_a_mail_server_an_agent_sends(arrive: Arrive, settings: Any) -> None:
    """No acknowledgement either."""
    settings.MESPOINTS_HAS_MAIL = False
    ask_for_pieces(arrive(EMAIL).pk, on=ARRIVED_ON, by=ALICE)

    assert [BY_HAND] == states()


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (smtplib.SMTPResponseException(451, b"later"), TO_SEND),
        (smtplib.SMTPResponseException(550, b"no"), REFUSED),
        (ConnectionResetError(), TRIED),
    ],
)
def test_what_the_server_answers(answer: Exception, state: str, arrive: Arrive, server: type[Server]) -> None:
    """« Later » is asked again by itself; otherwise an agent has it sent again, or says that they sent it."""
    arrive(EMAIL)
    server.answers = [answer, None]
    send_replies(ARRIVED_ON)
    kept, pk = states(), Departure.objects.get().pk
    send_replies(ARRIVED_ON)
    by_itself = list(server.taken)
    if state != TO_SEND:
        send_again(pk, by=ALICE)
        send_replies(LATER)

    assert ([state], [TO] if state == TO_SEND else []) == (kept, by_itself)
    assert ([SENT], [TO]) == (states(), server.taken)


def test_killed_in_the_middle_it_does_not_leave_twice(arrive: Arrive, server: type[Server]) -> None:
    """Killed after the server took it: the row says that it was tried, the next run leaves it to an agent."""
    arrive(EMAIL)
    server.answers = [KeyboardInterrupt()]  # type: ignore[list-item]
    with pytest.raises(KeyboardInterrupt):
        send_replies(ARRIVED_ON)
    server.answers = [None]

    assert ({}, [TRIED], []) == (dict(send_replies(LATER)), states(), server.taken)


def test_a_server_that_cannot_be_reached(arrive: Arrive, server: type[Server]) -> None:
    """Everything waits for the next run."""
    arrive(EMAIL)
    server.opening = OSError()

    assert ({TO_SEND: 1}, [TO_SEND]) == (dict(send_replies(ARRIVED_ON)), states())


def test_nobody_to_write_to_any_more(arrive: Arrive) -> None:
    """The address went with the purge before the reply could leave."""
    refuse(arrive(EMAIL, EMPLOYER).pk, EMPLOYER, on=ARRIVED_ON, by=ALICE)
    Applicant.objects.all().delete()

    assert ({NO_ADDRESS: 1}, []) == (dict(send_replies(LATER)), mail.outbox)
