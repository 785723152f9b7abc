"""A worker told to stop while people wait."""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from waitress.server import create_server

from mespoints.cli import service
from mespoints.cli.service import handed_over, listening
from mespoints.cli.stopping import serve_until_stopped

ASK = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
LONG = b"x" * 3_000_000
"""More than the system holds for a line whose other end does not read."""


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """The signals are given back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def application(_environ: Any, start_response: Callable[..., Any]) -> Iterable[bytes]:
    """An answer that takes its time, and is long."""
    time.sleep(0.05)
    start_response("200 OK", [("Content-Length", str(len(LONG)))])
    return [LONG]


def ask(port: int) -> int:
    """The bytes of an answer that is read late; the line is one that could be used again."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(ASK)
        time.sleep(0.1)
        got = 0
        while chunk := line.recv(1 << 20):
            got += len(chunk)
        return got


def test_who_waits_is_answered_to_the_last_byte() -> None:
    """Four wait for the one thread when the end is asked for: each has the whole answer; the lines close."""
    sockets = listening("127.0.0.1", 0)
    port = sockets[0].getsockname()[1]
    server = create_server(application, sockets=sockets, threads=1, ident=None)
    with ThreadPoolExecutor(4) as people:
        answers = [people.submit(ask, port) for _ in range(4)]
        threading.Timer(0.06, os.kill, (os.getpid(), signal.SIGTERM)).start()
        serve_until_stopped(server)
        got = [one.result() for one in answers]

    assert all(one > len(LONG) for one in got), got
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_sockets_are_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that whoever started the process hands to it, and to no other; once."""
    listened = listening("127.0.0.1", 0)[0]
    monkeypatch.setattr(service, "FIRST_HANDED_OVER", os.dup(listened.fileno()))
    monkeypatch.setenv("LISTEN_FDS", "1")
    monkeypatch.setenv("LISTEN_PID", "1")
    others = handed_over()
    monkeypatch.setenv("LISTEN_FDS", "1")
    monkeypatch.setenv("LISTEN_PID", str(os.getpid()))
    ours = handed_over()

    assert ([], [listened.getsockname()]) == (others, [one.getsockname() for one in ours])
    assert handed_over() == []
