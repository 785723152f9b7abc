"""``mespoints notices``: the e-mails that tell drivers of the sign-ins to their files, every minute or so."""

import json
import sys

from mespoints.cli.options import Given
from mespoints.cli.register import on_the_register

LINES = {
    "fr": "Courriels de connexion : envoyés {sent}, refusés {refused}, perdus {lost}, à renvoyer {waiting}.\n",
    "en": "E-mails of sign-ins: sent {sent}, refused {refused}, lost {lost}, to send again {waiting}.\n",
}


@on_the_register
def run(given: Given) -> int:
    """Send what waits; 1 when something is left for the next run."""
    from mespoints.config.clock import now
    from mespoints.letters.models import ALERT_REFUSED, ALERT_SENT, NO_ADDRESS, TO_SEND, TRIED
    from mespoints.letters.sign_in_notices import DROPPED, send_notices

    found = send_notices(now())
    counts = {
        "sent": found[ALERT_SENT], "refused": found[ALERT_REFUSED],
        "lost": found[TRIED] + found[DROPPED] + found[NO_ADDRESS], "waiting": found[TO_SEND],
    }  # fmt: skip
    if "--json" in given.options:
        sys.stdout.write(json.dumps({"format": "notices/1", **counts}) + "\n")
    else:
        sys.stdout.write(LINES[given.language].format(**counts))
    return 1 if counts["waiting"] else 0
