"""A worker that serves, then stops without dropping anybody.

Waitress, told to end, forgets the requests that wait for a thread and the answers that are not sent to their last byte.
Here, told to end, a worker takes nobody more in, answers whoever it has, and only then leaves.
"""

import select
import signal
import time
from collections.abc import Iterator
from types import FrameType
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer

LOOK_SECONDS = 0.2
LAST_SECONDS = 30.0
"""Whoever is not answered by then is dropped: below the patience of whoever asked the service to end."""
SILENT_SECONDS = 1.0
"""A line that was opened, and on which nothing has come, is waited for that long."""


class Stopping:
    """Whether somebody asked for the end."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        """Note it: an exception here would fall in the middle of a request that is being read."""
        self.asked = True


def serve_until_stopped(server: Any) -> None:
    """Answer until SIGTERM or Ctrl-C, then whoever is there, at most ``LAST_SECONDS``."""
    stopping = Stopping()
    dispatchers = server.map if hasattr(server, "map") else server._map  # noqa: SLF001 - one socket, or several
    while not stopping.asked:
        wasyncore.loop(timeout=LOOK_SECONDS, map=dispatchers, use_poll=True, count=1)
    close_the_door(dispatchers)
    end = time.monotonic() + LAST_SECONDS
    while close_the_idle(dispatchers) and time.monotonic() < end:
        wasyncore.loop(timeout=LOOK_SECONDS, map=dispatchers, use_poll=True, count=1)
    server.task_dispatcher.shutdown()
    wasyncore.close_all(dispatchers)


def close_the_door(dispatchers: dict[int, Any]) -> None:
    """Take in whoever is at the door, and nobody after them: another process may hold the same socket."""
    for one in list(dispatchers.values()):
        if isinstance(one, BaseWSGIServer):
            while select.select([one.socket], [], [], 0)[0]:
                before = len(dispatchers)
                one.handle_accept()
                if len(dispatchers) == before:
                    break  # somebody else took them in
            wasyncore.dispatcher.close(one)  # and not its own, which takes the bell of the threads away


def close_the_idle(dispatchers: dict[int, Any]) -> bool:
    """Ask the lines on which nothing is under way to close; whether there are others."""
    busy = [channel for channel in channels(dispatchers) if is_busy(channel)]
    for channel in channels(dispatchers):
        if channel not in busy:
            channel.will_close = True
    return any(True for _ in channels(dispatchers))


def is_busy(channel: HTTPChannel) -> bool:
    """Whether a request is read, answered, or sent; or has had no time to come yet."""
    is_new = channel.last_activity == channel.creation_time and time.time() - channel.creation_time < SILENT_SECONDS
    return bool(channel.requests or channel.request is not None or channel.total_outbufs_len or is_new)


def channels(dispatchers: dict[int, Any]) -> Iterator[HTTPChannel]:
    """The lines that are open."""
    return (one for one in list(dispatchers.values()) if isinstance(one, HTTPChannel))
