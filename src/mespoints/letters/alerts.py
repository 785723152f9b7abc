"""The e-mail that tells of a deposit (art. R. 223-3-1, II): neither its content, nor a link, nor what it is about.

Sent once at most. What is to be sent is written with the deposit, in its transaction; before the mail server is spoken
to, the row says that it is being tried. Killed there, or cut off before the server answered, nobody knows whether it
left: it is not sent again. A server that cannot be reached, or says « later », is asked again by the next run.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.mail import EmailMessage

from mespoints.letters.models import (
    ALERT_REFUSED,
    ALERT_SENT,
    NO_ADDRESS,
    TO_SEND,
    TRIED,
    Alert,
    AlertAddress,
    Step,
)
from mespoints.letters.steps import ALERTED, NOT_ALERTED
from mespoints.register.durability import durable_transaction
from mespoints.register.mailing import deliver, send_each, still_waiting

CHUNK = 200

SUBJECT = "Un nouveau document vous attend"
BODY = """\
Bonjour,

Un nouveau document a été déposé sur le compte personnel que vous avez ouvert. Pour le lire, connectez-vous comme
vous le faites d'habitude. Un délai peut courir même si vous ne l'ouvrez pas : ne tardez pas.

Par sécurité, ce courriel ne dit rien du document et ne contient aucun lien. N'y répondez pas.

--

Hello,

A new document has been placed in the personal account that you opened. To read it, sign in as you usually do.
A time limit may run even if you do not open it: do not wait.

For your safety, this e-mail says nothing of the document and holds no link. Please do not reply.
"""


def send_alerts(on: date, *, size: int = CHUNK) -> Counter[str]:
    """Send the alerts that wait; how many by state, those left for the next run under TO_SEND."""

    def send(alert: Alert, mail: Any) -> str:
        state = send_alert(alert, mail)
        keep(alert, state, on)
        return state

    return send_each(waiting_alerts(size), send) | still_waiting(Alert.objects)


def waiting_alerts(size: int) -> Iterator[Alert]:
    """The alerts to send, read some at a time; one that has to wait again does not come back."""
    last = 0
    rows = Alert.objects.filter(state=TO_SEND).select_related("sending__owed").order_by("pk")
    while alerts := list(rows.filter(pk__gt=last)[:size]):
        yield from alerts
        last = alerts[-1].pk


def send_alert(alert: Alert, mail: Any) -> str:
    """Send one alert; its state. Nothing is sent unless it could first be written that it is being tried."""
    email = email_of(alert)
    if email is None:
        return NO_ADDRESS
    with durable_transaction():
        if not Alert.objects.filter(pk=alert.pk, state=TO_SEND).update(state=TRIED):
            return TRIED
    return deliver(EmailMessage(SUBJECT, BODY, to=[email], connection=mail))


def email_of(alert: Alert) -> str | None:
    """Where an alert goes; None once the compte is closed."""
    address = AlertAddress.objects.filter(licence=alert.sending.owed.licence_id).first()
    return address.email if address else None


def keep(alert: Alert, state: str, on: date) -> None:
    """Write what became of an alert, and its step when something did."""
    kind = {ALERT_SENT: ALERTED, ALERT_REFUSED: NOT_ALERTED}.get(state)
    owed = alert.sending.owed
    with durable_transaction():
        Alert.objects.filter(pk=alert.pk).update(state=state)
        if kind:
            Step.objects.create(
                licence_id=owed.licence_id, owed=owed, sending=alert.sending, kind=kind, on=on, recorded_on=on
            )
