"""The e-mail that tells a driver that somebody has just signed in to their file: when and how, and no link.

Written with the sign-in, sent by ``mespoints notices``, once at most, as the alerts of ``alerts`` are. One that could
not leave within a day is dropped: it would worry people about something old.
"""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from mespoints.law.explain import long_day
from mespoints.letters.models import NO_ADDRESS, TO_SEND, TRIED, AlertAddress, SignInNotice
from mespoints.register.durability import durable_transaction
from mespoints.register.mailing import deliver, send_each, still_waiting
from mespoints.register.models import Holder, Licence

KEPT = timedelta(days=1)
DROPPED = "dropped"
AT_ONCE = 2_000
"""Of one run; the next one goes on."""

SUBJECT = "Connexion à votre dossier"
MEANS = {
    "franceconnect": ("avec FranceConnect", "with FranceConnect"),
    "neph": ("avec un numéro de dossier et un code", "with a file number and a code"),
}
BODY = """\
Bonjour,

Quelqu'un s'est connecté à votre dossier le {day}, à {hour} (heure de Paris), {means}.

Si c'était vous, il n'y a rien à faire. Sinon, connectez-vous comme vous le faites d'habitude, et ouvrez la page
« Vos connexions » : elle dit comment fermer les autres sessions et remplacer votre code.

Par sécurité, ce courriel ne contient aucun lien. N'y répondez pas.

--

Hello,

Somebody signed in to your file on {english_day}, at {hour} (Paris time), {english_means}.

If it was you, there is nothing to do. If not, sign in as you usually do and open the page "Your sign-ins": it says how
to end the other sessions and to replace your code.

For your safety, this e-mail holds no link. Please do not reply.
"""


def owe_notice(licence: Licence, means: str) -> None:
    """Write that a sign-in is to be told, when there is a mail server and an address to write to."""
    if settings.MESPOINTS_HAS_MAIL and address_of(licence.pk):
        SignInNotice.objects.create(licence_id=licence.pk, means=means)


def address_of(licence_pk: int) -> str:
    """That of the compte personnel, or the one that the register holds; empty when there is none."""
    kept = AlertAddress.objects.filter(licence=licence_pk).values_list("email", flat=True).first()
    return kept or Holder.objects.values_list("email", flat=True).get(licences=licence_pk)


def send_notices(now: datetime) -> Counter[str]:
    """Send what waits; how many by state, those left for the next run under TO_SEND."""
    with durable_transaction():
        dropped, _ = SignInNotice.objects.filter(at__lte=now - KEPT).delete()
    waiting = SignInNotice.objects.filter(state=TO_SEND).order_by("pk")[:AT_ONCE]
    return +Counter({DROPPED: dropped}) | send_each(waiting, send_notice) | still_waiting(SignInNotice.objects)


def send_notice(notice: SignInNotice, mail: Any) -> str:
    """Send one, once at most; its state. It goes once it needs no more looking at."""
    email = address_of(notice.licence_id)
    with durable_transaction():
        if not SignInNotice.objects.filter(pk=notice.pk, state=TO_SEND).update(state=TRIED):
            return TRIED
    body = told(notice.at, notice.means)
    state = deliver(EmailMessage(SUBJECT, body, to=[email], connection=mail)) if email else NO_ADDRESS
    row = SignInNotice.objects.filter(pk=notice.pk)
    with durable_transaction():
        if state == TO_SEND:
            row.update(state=TO_SEND)
        elif state != TRIED:
            row.delete()
    return state


def told(at: datetime, means: str) -> str:
    """The e-mail: the same for everybody but for the hour and the means."""
    local = timezone.localtime(at)
    day, english_day = (long_day(local.toordinal(), language) for language in ("fr", "en"))
    french, english = MEANS[means]
    return BODY.format(
        day=day, english_day=english_day, hour=f"{local.hour} h {local.minute:02}", means=french, english_means=english
    )
