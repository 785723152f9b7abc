"""The server as ``mespoints serve`` makes it: bodies too long, requests that trickle, headers of a stranger."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from waitress import wasyncore

from mespoints.cli.service import LARGEST_BODY, THREADS, listening, make_server

HEAD = "POST /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n"
ASK = b"GET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """A server of this process, with the limits of the real one but its patience, which is a fifth of a second."""
    server = make_server(listening("127.0.0.1", 0), None)
    patience = server.adj.channel_timeout, server.adj.cleanup_interval
    server.adj.channel_timeout, server.adj.cleanup_interval = 0.2, 0.1
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server, patience
    server.close()
    server.task_dispatcher.shutdown(timeout=0)
    wasyncore.close_all(server._map)
    thread.join(5)


def address_of(server: Any) -> tuple[str, int]:
    """Where it listens."""
    return "127.0.0.1", server[0].effective_port


def answer(server: Any, *parts: bytes) -> bytes:
    """All that comes back to what was sent, up to the end of the line or its cut."""
    got = b""
    with socket.create_connection(address_of(server), timeout=5) as line, suppress(ConnectionError):
        for part in parts:
            line.sendall(part)
        while chunk := line.recv(65536):
            got += chunk
    return got


def test_a_body_too_long_is_refused_before_it_is_read(server: Any) -> None:
    """By what its head announces; none of it is waited for."""
    head = f"{HEAD}Content-Length: {LARGEST_BODY + 1}\r\n\r\n".encode()

    assert b"413" in answer(server, head)[:40]


def test_a_head_without_end_is_refused(server: Any) -> None:
    """Three hundred thousand characters of one header: an error, or the line cut while they come."""
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {'a' * 300_000}\r\n\r\n".encode()

    assert answer(server, head)[:12] in (b"", b"HTTP/1.0 431", b"HTTP/1.1 431")


def test_a_length_said_twice_is_no_second_request(server: Any) -> None:
    """Neither two lengths nor a length that is no number: what one server takes for a body is no request of another."""
    for lengths in (
        "Content-Length: 1\r\nContent-Length: 5\r\n",
        "Content-Length: +5\r\n",
        "Transfer-Encoding: xchunked\r\n",
    ):
        told = answer(server, f"{HEAD}{lengths}\r\nhello".encode())

        assert told.startswith((b"HTTP/1.1 400", b"HTTP/1.1 501", b"HTTP/1.0 400", b"HTTP/1.0 501")), lengths


def test_who_trickles_keeps_nobody_waiting_and_is_hung_up_on(server: Any) -> None:
    """More bodies that never come than there are threads: others are answered; after a silence the line is closed."""
    head = f"{HEAD}Content-Length: 100\r\n\r\nx".encode()
    slow = [socket.create_connection(address_of(server), timeout=5) for _ in range(2 * THREADS)]
    for line in slow:
        line.sendall(head)
    answered = answer(server, ASK)
    ends = [line.recv(65536) for line in slow]
    for line in slow:
        line.close()

    assert answered.startswith(b"HTTP/1.1 200")
    assert {b""} == set(ends)
    assert server[1][0] <= 120


def test_what_a_stranger_says_of_itself_is_not_believed(server: Any) -> None:
    """Without a proxy that was named, forwarded headers change neither the address nor the scheme."""

    assert server[0].adj.trusted_proxy is None
    assert server[0].adj.clear_untrusted_proxy_headers


def test_the_server_does_not_name_itself(server: Any) -> None:
    """Nor its version."""
    head = answer(server, ASK).partition(b"\r\n\r\n")[0].lower()

    assert b"waitress" not in head
    assert b"python" not in head


@pytest.mark.parametrize("method", [b"TRACE", b"CONNECT", b"DEBUG"])
def test_a_method_that_no_page_has_is_refused(server: Any, method: bytes) -> None:
    """Nothing of the request comes back."""
    told = answer(
        server, method + b" /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Secret: s3cret\r\nConnection: close\r\n\r\n"
    )

    assert told.startswith((b"HTTP/1.1 405", b"HTTP/1.1 403", b"HTTP/1.1 404")), told[:60]
    assert b"s3cret" not in told
