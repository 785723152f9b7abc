"""A request that waits for a server that says nothing any more."""

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any, Self

import pytest

from mespoints.config.patience import Watch, bound, cut


class Line:
    """A connection as psycopg shows it, whose other end never says a word."""

    def __init__(self) -> None:
        self.ours, self.theirs = socket.socketpair()
        self.closed = False

    def fileno(self) -> int:
        return self.ours.fileno()


@pytest.fixture
def line() -> Iterator[Callable[[], Line]]:
    """What opens lines; their ends are closed after the test."""
    opened: list[Line] = []

    def open_line() -> Line:
        opened.append(Line())
        return opened[-1]

    yield open_line
    for one in opened:
        one.ours.close()
        one.theirs.close()


class Connection:
    """A connection of Django's."""

    vendor = "postgresql"

    def __init__(self, line: Line) -> None:
        self.connection = line


def test_who_waits_too_long_is_freed(line: Callable[[], Line]) -> None:
    """The line is cut under it; one within its bound is left alone."""
    watch, quick, slow = Watch(look_every=0.01), Connection(line()), Connection(line())
    freed: list[bytes] = []

    def wait() -> None:
        with watch.over(slow, 0.02):
            freed.append(slow.connection.ours.recv(1))

    waiting = threading.Thread(target=wait)
    with watch.over(quick, 60):
        waiting.start()
        waiting.join(5)
    quick.connection.theirs.sendall(b"!")

    assert [b""] == freed
    assert quick.connection.ours.recv(1) == b"!"


def test_no_line_is_no_matter(line: Callable[[], Line]) -> None:
    """Before the connection, and after its end, there is nothing to cut."""
    ended = line()
    ended.closed = True
    cut(None)
    cut(ended)
    ended.theirs.sendall(b"!")

    assert ended.ours.recv(1) == b"!"


def test_the_server_is_told_how_long(settings: Any, line: Callable[[], Line]) -> None:
    """A statement lasts as long as the patience, an idle transaction three times as long; SQLite is told nothing."""
    settings.MESPOINTS_PATIENCE = 7
    told: list[list[str]] = []

    class Cursor:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def execute(self, _statement: str, values: list[str]) -> None:
            told.append(values)

    connection: Any = Connection(line())
    connection.cursor = Cursor
    bound(connection)
    connection.vendor = "sqlite"
    bound(connection)

    assert [["7000", "21000"]] == told
