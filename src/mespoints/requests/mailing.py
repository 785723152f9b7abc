"""The replies that leave by e-mail: each once at most by itself, and none forgotten.

A reply is written with the step that calls for it; ``send_replies`` sends what waits. Before the mail server is spoken
to, the row says that it is being tried: killed there, nobody knows whether it left, and an agent decides, on the page
of the request. A server that cannot be reached, or says « later », is asked again by the next run.
"""

from collections import Counter
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

from mespoints.register.durability import durable_transaction
from mespoints.register.mailing import SENT, TO_SEND, TRIED, deliver, send_each, still_waiting
from mespoints.requests.departures import NO_ADDRESS, answered
from mespoints.requests.models import Applicant, Departure
from mespoints.requests.pieces import DOCUMENTS
from mespoints.requests.references import shown_reference

AT_ONCE = 500
"""Of one run; the next one goes on."""


def send_replies(on: date) -> Counter[str]:
    """Send what waits; how many by state, those left for the next run under TO_SEND."""
    waiting = Departure.objects.filter(state=TO_SEND).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    return send_each(list(waiting), lambda pk, mail: send_reply(pk, mail, on)) | still_waiting(Departure.objects)


def send_reply(pk: int, mail: Any, on: date) -> str:
    """Send one; its state. Nothing is sent unless it could first be written that it is being tried."""
    with durable_transaction():
        if not Departure.objects.filter(pk=pk, state=TO_SEND).update(state=TRIED):
            return TRIED
    departure = Departure.objects.select_related("event__record_request", "message").get(pk=pk)
    address = address_of(departure)
    state = deliver(message_of(departure, address, mail)) if address else NO_ADDRESS
    left = {"left_on": on, "document": None} if state == SENT else {}
    with durable_transaction():
        Departure.objects.filter(pk=pk, state=TRIED).update(state=state, **left)
    return state


def message_of(departure: Departure, address: str, mail: Any) -> EmailMessage:
    """The e-mail: the text that the desk shows, and the document. Its subject names nobody."""
    one = answered(departure)
    to_answer = settings.MESPOINTS_REPLY_TO.replace("{departement}", one.departement)
    message = EmailMessage(
        f"Votre demande {shown_reference(one.reference)}", departure.text, to=[address], connection=mail,
        reply_to=[to_answer] if to_answer else None,
    )  # fmt: skip
    if departure.document is not None:
        message.attach(file_name(departure), bytes(departure.document), "application/pdf")
    return message


def file_name(departure: Departure) -> str:
    """That of the document: its kind and the reference, nobody's name."""
    assert departure.event is not None
    request = departure.event.record_request
    return f"{DOCUMENTS[request.requester]}-{request.reference.lower()}.pdf"


def address_of(departure: Departure) -> str:
    """Where to write; empty once what the request told of people is purged."""
    if departure.message is not None:
        return departure.message.reply_to
    assert departure.event is not None
    found = Applicant.objects.filter(pk=departure.event.record_request_id).values_list("reply_to", flat=True).first()
    return found[0] if found else ""
