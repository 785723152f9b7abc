"""A service of the contract ``post-http/1`` on this machine, which fails in every way that it is told to."""

import base64
import hashlib
import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "a-token-of-the-tests"


class Service(ThreadingHTTPServer):
    """What it was given, by reference; how often it was asked; the failures to come, in order.

    A failure is a status, or a word: "hang" (no answer in time), "cut" (the line is cut before the answer), "lost" (the
    letter is taken, the line is cut), "garbage" (an answer that is no JSON), "other" (another digest), "redirect".
    """

    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.tls = tls
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.letters: dict[str, bytes] = {}
        self.printed: list[str] = []
        self.documents: list[dict[str, Any]] = []
        self.asked = 0
        self.failures: list[int | str] = []
        self.events: list[dict[str, Any]] = []
        self.page = 2

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.server_port}"

    def take(self, reference: str, document: dict[str, Any]) -> int:
        """Keep a letter under its reference; the same again is known, another is refused."""
        pdf = base64.b64decode(document["document"])
        assert hashlib.sha256(pdf).hexdigest() == document["sha256"]
        if reference in self.letters:
            return 200 if self.letters[reference] == pdf else 409
        self.letters[reference] = pdf
        self.printed.append(reference)
        self.documents.append(document)
        return 201


class Handler(BaseHTTPRequestHandler):
    """The two requests of the contract."""

    server: Service
    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        """A letter."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        reference = self.path.removeprefix("/letters/")
        document = json.loads(body)
        assert document["format"] == "post-http/1"
        assert self.headers["Idempotency-Key"] == reference == document["reference"]
        failure = self.failure()
        if failure == "lost":
            self.server.take(reference, document)
            self.cut()
        elif failure is None:
            status = self.server.take(reference, document)
            self.answer(status, {"reference": reference, "sha256": document["sha256"]})
        else:
            self.fail(failure)

    def do_GET(self) -> None:
        """The events after a place: their number so far."""
        failure = self.failure()
        if failure is not None:
            self.fail(failure)
            return
        after = int(parse_qs(urlsplit(self.path).query).get("after", ["0"])[0] or 0)
        events = self.server.events[after : after + self.server.page]
        self.answer(200, {"events": events, "next": str(after + len(events))})

    def failure(self) -> int | str | None:
        """The next failure, and whether whoever asks may ask at all."""
        self.server.asked += 1
        if not self.server.tls and self.headers["Authorization"] != f"Bearer {TOKEN}":
            return 401
        return self.server.failures.pop(0) if self.server.failures else None

    def fail(self, failure: int | str) -> None:
        """Fail in that way."""
        if failure == "hang":
            time.sleep(1.5)
        if failure in ("hang", "cut"):
            self.cut()
        elif failure == "garbage":
            self.answer(200, None)
        elif failure == "other":
            self.answer(200, {"sha256": "0" * 64})
        elif failure == "redirect":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.answer(int(failure), {"error": "refused"})

    def cut(self) -> None:
        """Cut the line without an answer."""
        self.close_connection = True
        self.connection.shutdown(2)

    def answer(self, status: int, document: object) -> None:
        """An answer in JSON; of no document, one that cannot be read."""
        body = b"<html>" if document is None else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
        """Say nothing."""


@contextmanager
def carrier_service(tls: ssl.SSLContext | None = None) -> Iterator[Service]:
    """A service that listens until the block ends."""
    service = Service(tls)
    thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield service
    finally:
        service.shutdown()
        thread.join()
        service.server_close()
