"""An e-mail handed over to the mail server, and what became of it: the same words in every table that keeps one.

What is to be sent is written with what calls for it, in one transaction; before the server is spoken to, the row says
that it is being tried. Killed there, or cut off before the server answered, nobody knows whether it left.
"""

from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage

TO_SEND, TRIED, SENT, REFUSED = "to_send", "tried", "sent", "refused"
LATER = range(400, 500)
"""The answers of a mail server (RFC 5321) that ask to come back."""


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
