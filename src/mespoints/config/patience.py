"""How long a page waits for PostgreSQL. Commands, which may have the whole register to read, wait as long as it takes.

Two bounds: the server cuts short a statement that lasts (``MESPOINTS_PATIENCE`` seconds, locks included); a server that
answers nothing any more, not even that, has its line cut by this process, after three times as long. Either way the
thread is free again, and the page says that the register is out of reach (``errors``).
"""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.backends.signals import connection_created
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from psycopg import Error

TIMES_AS_LONG = 3
BOUND = (
    "SELECT set_config('statement_timeout', %s, false), set_config('idle_in_transaction_session_timeout', %s, false)"
)


def bound_statements() -> None:
    """Bound every statement that this process will ask PostgreSQL for, from its next connection on."""
    connection_created.connect(bound, dispatch_uid="patience")


def bound(connection: Any, **_signal: object) -> None:
    """Tell the server how long a statement may last, and a transaction in which nothing is asked any more."""
    if connection.vendor == "postgresql":
        milliseconds = settings.MESPOINTS_PATIENCE * 1000
        with connection.cursor() as cursor:
            cursor.execute(BOUND, [str(milliseconds), str(milliseconds * TIMES_AS_LONG)])


class Watch:
    """The requests under way, each with its end and its connection, and a thread that sees to it."""

    def __init__(self, look_every: float = 1.0) -> None:
        self._under_way: dict[int, tuple[float, Any]] = {}
        self._look_every = look_every
        self._process = 0

    @contextmanager
    def over(self, connection: Any, seconds: float) -> Iterator[None]:
        """Cut the line of this connection if the block lasts longer."""
        if self._process != os.getpid():  # a thread does not follow into a process that is forked
            self._process = os.getpid()
            threading.Thread(target=self._look, name="patience", daemon=True).start()
        me = threading.get_ident()
        self._under_way[me] = (time.monotonic() + seconds, connection)
        try:
            yield
        finally:
            self._under_way.pop(me, None)

    def _look(self) -> None:
        """For ever: who has waited too long?"""
        while True:
            time.sleep(self._look_every)
            for end, connection in list(self._under_way.values()):
                if time.monotonic() > end:
                    cut(connection.connection)


def cut(line: Any) -> None:
    """Hang up on the server: whoever waits for it gets an error at once. Nothing where there is no line any more."""
    if line is not None and not line.closed:
        with suppress(OSError, Error), socket.socket(fileno=os.dup(line.fileno())) as other_end:
            other_end.shutdown(socket.SHUT_RDWR)


WATCH = Watch()


class Patience:
    """Watches over each request. Outermost: nothing that asks the database escapes it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; on PostgreSQL, within the bound."""
        connection = connections["default"]
        if connection.vendor != "postgresql":
            return self.answer(request)
        with WATCH.over(connection, settings.MESPOINTS_PATIENCE * TIMES_AS_LONG):
            return self.answer(request)
