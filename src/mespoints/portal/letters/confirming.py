"""An e-mail address counts once whoever typed it has read what was sent there: six figures, good for twenty minutes.

What waits is in the driver's own session: the address, and the keyed digest of the code. Five tries a code; a few codes
an hour for a licence, so that nobody's mailbox is filled from here.
"""

import hmac
import secrets
from datetime import timedelta
from typing import NamedTuple

from django.core.mail import EmailMessage

from mespoints.identity import limits
from mespoints.identity.pseudonyms import pseudonym
from mespoints.identity.session import Visit
from mespoints.letters.models import ALERT_SENT
from mespoints.portal.wording import _
from mespoints.register.mailing import deliver

PENDING = "email_to_confirm"
LIFETIME = timedelta(minutes=20)
TRIES = 5
FIGURES = 6

SUBJECT = "Votre code de confirmation"
BODY = """\
Bonjour,

Vous avez donné cette adresse électronique. Pour la confirmer, tapez ce code sur la page où vous l'avez donnée :

    {code}

Il sert vingt minutes. Si vous n'avez rien demandé, ne faites rien : l'adresse ne sera pas gardée.
Par sécurité, ce courriel ne contient aucun lien. N'y répondez pas.

--

Hello,

You gave this e-mail address. To confirm it, type this code on the page where you gave it:

    {code}

It serves for twenty minutes. If you asked for nothing, do nothing: the address will not be kept.
For your safety, this e-mail holds no link. Please do not reply.
"""


class Pending(NamedTuple):
    """An address that waits for its code, and what is asked for: the word of the form."""

    email: str
    change: str


def send_code(request: Visit, email: str, change: str) -> str:
    """Send a code to an address, and let the session wait for it; why not, in words, or nothing."""
    who = pseudonym("email code", str(request.driver.licence_pk))
    if not limits.open_attempt(who, request.now).is_open:
        return _("Trop de codes ont été envoyés. Réessayez plus tard.")
    code = f"{secrets.randbelow(10**FIGURES):0{FIGURES}}"
    if deliver(EmailMessage(SUBJECT, BODY.format(code=code), to=[email])) != ALERT_SENT:
        return _("Aucun courriel n'a pu partir vers cette adresse. Vérifiez-la, ou réessayez plus tard.")
    request.session[PENDING] = {
        "email": email, "change": change, "digest": digest_of(email, code), "tries": TRIES,
        "until": (request.now + LIFETIME).timestamp(),
    }  # fmt: skip
    return ""


def waiting(request: Visit) -> Pending | None:
    """What waits for its code, if it has not waited too long."""
    kept = request.session.get(PENDING)
    if kept is None or kept["until"] <= request.now.timestamp():
        forget(request)
        return None
    return Pending(kept["email"], kept["change"])


def take(request: Visit, code: str) -> Pending | None:
    """The address that this code confirms, which waits no more; None when it is not the one, and a try is gone."""
    pending = waiting(request)
    if pending is None:
        return None
    kept = request.session[PENDING]
    if hmac.compare_digest(kept["digest"], digest_of(pending.email, code)):
        forget(request)
        return pending
    if kept["tries"] <= 1:
        forget(request)
    else:
        request.session[PENDING] = kept | {"tries": kept["tries"] - 1}
    return None


def forget(request: Visit) -> None:
    """Let it wait no more."""
    request.session.pop(PENDING, None)


def digest_of(email: str, code: str) -> str:
    """What the session keeps of a code."""
    return pseudonym("email code", f"{email} {code}")
