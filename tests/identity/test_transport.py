"""Against a server of the loopback that does not behave."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import requests

from mespoints.identity import transport

Send = Callable[[socket.socket], None]
HEADERS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.fixture
def serve() -> Iterator[Callable[[Send], str]]:
    """Answer one call as told, at the address returned."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve(send: Send) -> str:
        def answer() -> None:
            caller, _ = listening.accept()
            with caller:
                caller.recv(65_536)
                try:
                    send(caller)
                except OSError:
                    return  # the caller had enough

        threading.Thread(target=answer, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    with listening:
        yield serve


def get(address: str) -> requests.Response:
    """One call as the client makes it."""
    with transport.limited(requests.Session()) as session:
        session.trust_env = False
        return session.get(address, timeout=transport.TIMEOUT_SECONDS)


@pytest.mark.parametrize(
    "answer",
    [
        HEADERS + b'Content-Length: 9\r\n\r\n{"a": 12}',
        HEADERS + b'Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n5\r\n: 12}\r\n0\r\n\r\n',
        HEADERS + b'Connection: close\r\n\r\n{"a": 12}',
    ],
)
def test_a_sound_answer(serve: Callable[[Send], str], answer: bytes) -> None:
    """Whatever way its length is told, it is read whole."""
    assert get(serve(lambda caller: caller.sendall(answer))).json() == {"a": 12}


def test_an_answer_without_end(serve: Callable[[Send], str]) -> None:
    """It is left after a quarter of a megabyte."""

    def send(caller: socket.socket) -> None:
        caller.sendall(HEADERS + b"\r\n")
        while True:
            caller.sendall(b" " * 65_536)

    with pytest.raises(requests.ConnectionError):
        get(serve(send))


def test_an_answer_that_trickles(serve: Callable[[Send], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then keeps the connection alive, not the patience."""
    monkeypatch.setattr(transport, "LONGEST_BODY_SECONDS", 0.3)

    sent = []

    def send(caller: socket.socket) -> None:
        caller.sendall(HEADERS + b"\r\n")
        for number in range(200):
            caller.sendall(b" ")
            sent.append(number)
            time.sleep(0.05)

    with pytest.raises(requests.ConnectionError):
        get(serve(send))

    assert len(sent) < 200, "left before the end of the answer"


def test_an_answer_cut_short(serve: Callable[[Send], str]) -> None:
    """Fewer bytes than announced are no answer."""
    with pytest.raises(requests.ConnectionError):
        get(serve(lambda caller: caller.sendall(HEADERS + b"Content-Length: 100\r\n\r\n{")))


def test_a_compressed_answer(serve: Callable[[Send], str]) -> None:
    """It was not asked for: what it would grow to is never known."""
    compressed = HEADERS + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
    answer = get(serve(lambda caller: caller.sendall(compressed)))

    assert answer.request.headers["Accept-Encoding"] == "identity"
    assert answer.content == b"{}"
