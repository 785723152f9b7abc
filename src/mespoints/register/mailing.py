"""An e-mail handed over to the mail server, and what became of it: the same words in every table that keeps one.

What is to be sent is written with what calls for it, in one transaction; before the server is spoken to, the row says
that it is being tried. Killed there, or cut off before the server answered, nobody knows whether it left.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any, TypeVar

from django.core.mail import EmailMessage, get_connection
from django.db.models import Manager

Row = TypeVar("Row")

TO_SEND, TRIED, SENT, REFUSED = "to_send", "tried", "sent", "refused"
LATER = range(400, 500)
"""The answers of a mail server (RFC 5321) that ask to come back."""


def send_each(waiting: Iterable[Row], send: Callable[[Row, Any], str]) -> Counter[str]:
    """Send what waits, one by one; how many by state. A server that cannot be reached ends it, the rest waits.

    ``send``: given a row and the connection, which is open, sends it and writes its state, which it returns. Those of
    the state TO_SEND are not counted: ``still_waiting`` counts them with all the others.
    """
    found: Counter[str] = Counter()
    mail = get_connection()
    try:
        for row in waiting:
            mail.open()  # does nothing while it is open
            state = send(row, mail)
            found[state] += state != TO_SEND
            if state in (TO_SEND, TRIED):
                mail.close()
    except OSError:  # the server cannot be reached: what smtplib raises is an OSError too
        pass
    finally:
        mail.close()
    return +found


def still_waiting(emails: Manager[Any]) -> Counter[str]:
    """How many e-mails of a table wait for the next run, under TO_SEND."""
    return +Counter({TO_SEND: emails.filter(state=TO_SEND).count()})


def deliver(message: EmailMessage) -> str:
    """Hand an e-mail over; what became of it: SENT, REFUSED, TO_SEND again, or TRIED when nobody knows."""
    try:
        message.send()
    except (SMTPRecipientsRefused, SMTPResponseException) as error:
        return TO_SEND if LATER.start <= code_of(error) < LATER.stop else REFUSED
    except OSError:
        return TRIED
    return SENT


def code_of(error: SMTPRecipientsRefused | SMTPResponseException) -> int:
    """The code by which the server refused."""
    if isinstance(error, SMTPResponseException):
        return int(error.smtp_code)
    return int(next(iter(error.recipients.values()))[0])
