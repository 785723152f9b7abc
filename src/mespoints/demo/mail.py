"""The e-mails of the demonstration: written in a folder, and sent as `mespoints notices` does in a service.

Imported once the environment says where the demonstration stands.
"""

import threading
import time

from django.db import Error, connection

from mespoints.config.clock import now, today
from mespoints.letters.sign_in_notices import send_notices
from mespoints.requests.mailing import send_replies

EVERY_SECONDS = 5.0


def send_as_they_come() -> None:
    """Send what waits, every few seconds, from a thread that dies with this process."""
    threading.Thread(target=send_for_ever, name="e-mails", daemon=True).start()


def send_for_ever() -> None:
    """For as long as the demonstration runs. A register that is busy is asked again: nothing is lost meanwhile."""
    while True:
        try:
            send_notices(now())
            send_replies(today())
        except Error:
            connection.close()
        time.sleep(EVERY_SECONDS)
