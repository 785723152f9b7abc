"""``mespoints notices``: the e-mails of every minute, of sign-ins and of requests for a record."""

import json
import sys

from mespoints.cli.options import Given
from mespoints.cli.register import on_the_register

LINES = {
    "fr": (
        "Courriels de connexion : envoyés {sent}, refusés {refused}, perdus {lost}, à renvoyer {waiting}.\n"
        "Réponses aux demandes : envoyées {replies_sent}, refusées {replies_refused}, à revoir {replies_lost}, "
        "à renvoyer {replies_waiting}.\n"
    ),
    "en": (
        "E-mails of sign-ins: sent {sent}, refused {refused}, lost {lost}, to send again {waiting}.\n"
        "Replies to requests: sent {replies_sent}, refused {replies_refused}, to be looked into {replies_lost}, "
        "to send again {replies_waiting}.\n"
    ),
}


@on_the_register
def run(given: Given) -> int:
    """Send what waits; 1 when something is left for the next run."""
    counts = sign_ins() | replies()
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "notices/1", **counts}) + "\n")
    else:
        sys.stdout.write(LINES[given.language].format(**counts))
    return 1 if counts["waiting"] or counts["replies_waiting"] else 0


def sign_ins() -> dict[str, int]:
    """Tell drivers of the sign-ins to their files; what became of these e-mails."""
    from mespoints.config.clock import now
    from mespoints.letters.models import ALERT_REFUSED, ALERT_SENT, NO_ADDRESS, TO_SEND, TRIED
    from mespoints.letters.sign_in_notices import DROPPED, send_notices

    found = send_notices(now())
    lost = found[TRIED] + found[DROPPED] + found[NO_ADDRESS]
    return {"sent": found[ALERT_SENT], "refused": found[ALERT_REFUSED], "lost": lost, "waiting": found[TO_SEND]}


def replies() -> dict[str, int]:
    """Send the replies to requests for a record; what became of them. Without a mail server they wait."""
    from django.conf import settings

    from mespoints.config.clock import today
    from mespoints.register.mailing import REFUSED, SENT, TO_SEND, TRIED, still_waiting
    from mespoints.requests.departures import NO_ADDRESS
    from mespoints.requests.mailing import send_replies
    from mespoints.requests.models import Departure

    found = send_replies(today()) if settings.MESPOINTS_HAS_MAIL else still_waiting(Departure.objects)
    return {
        "replies_sent": found[SENT], "replies_refused": found[REFUSED],
        "replies_lost": found[TRIED] + found[NO_ADDRESS], "replies_waiting": found[TO_SEND],
    }  # fmt: skip
