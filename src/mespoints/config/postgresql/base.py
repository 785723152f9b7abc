"""Django's backend for PostgreSQL, except that a line in use is looked at rather than asked whether it still answers.

``CONN_HEALTH_CHECKS`` has each request ask ``SELECT 1`` first, so that a server that was started again costs nobody an
error. A server that ends hangs up: the line has something to say before it is asked. Only one that vanished without
a word does not, and of those the kernel tells after a while (``PATIENT``): the question is for lines that rested.
"""

import select
import time

from django.db.backends.postgresql import base

RESTED_SECONDS = 10.0
"""A line that nobody used for that long is asked; as long as the kernel waits before it asks by itself."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with its check of a line that was in use a moment ago replaced by a look at it."""

    used_at = float("-inf")
    health_check_enabled: bool  # Django's own, which its stubs do not tell
    health_check_done: bool

    def close_if_health_check_failed(self) -> None:
        """Once a request, before its first query: close the line if it is broken. The query opens another one."""
        if self.connection is not None and self.health_check_enabled and not self.health_check_done:
            now = time.monotonic()
            rested, self.used_at = now - self.used_at >= RESTED_SECONDS, now
            if not rested and not self.connection.closed and is_silent(self.connection.fileno()):
                self.health_check_done = True
                return
        super().close_if_health_check_failed()


def is_silent(descriptor: int) -> bool:
    """Whether there is nothing to read from a line, neither words nor its end."""
    look = select.poll()
    look.register(descriptor, select.POLLIN)
    return not look.poll(0)
