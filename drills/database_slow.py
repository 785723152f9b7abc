"""PostgreSQL slow in three ways: rows that another transaction holds, a server frozen, a line that trickles.

Each page is given up within its bound, with the clear page; the threads are free again, and the pages come back.
"""

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import psycopg

from benchmarks.service import free_port, make_crowd
from benchmarks.visitors import Crowd
from drills.place import PATIENCE, SESSIONS, Visitors, let_go, mespoints, place, served, settle_in, tell, verified
from drills.postgresql import Server, server

TROUBLE_SECONDS = 12
LICENCES = 200
BOUND_SECONDS = PATIENCE * 3 + 7
"""After three times the patience the line is cut; a new one is tried for five seconds."""


class Relay:
    """A door to the server through which little passes, when told so."""

    def __init__(self, port: int) -> None:
        self._to, self.slow = port, False
        self._door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        """Two threads a line, one for each way."""
        while True:
            caller, _ = self._door.accept()
            called = socket.create_connection(("127.0.0.1", self._to))
            for source, target in ((caller, called), (called, caller)):
                threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        """What comes goes on, a byte a second when it is slow."""
        with suppress(OSError):
            while piece := source.recv(65536):
                while piece and self.slow:
                    target.sendall(piece[:1])
                    piece = piece[1:]
                    time.sleep(1)
                target.sendall(piece)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def rows_held(own: Server) -> Iterator[None]:
    """The table of accesses, which each page writes to, locked by another transaction."""
    with psycopg.connect(own.url("mespoints")) as other:
        other.execute("LOCK TABLE register_access IN ACCESS EXCLUSIVE MODE")
        yield


@contextmanager
def frozen(own: Server) -> Iterator[None]:
    """Every process of the server stopped where it stands."""
    own.freeze()
    yield
    own.freeze(thaw=True)


def main() -> int:
    """Each trouble in turn; tell."""
    with place() as folder, server(folder / "postgresql") as own:
        relay = Relay(own.port)
        settle_in(own.url("mespoints", relay.port), folder)
        mespoints("generate", "--licences", str(LICENCES), "--load", "--processes", "1")
        port = free_port()
        _number, crowd = make_crowd(f"http://127.0.0.1:{port}", SESSIONS)
        let_go()

        @contextmanager
        def trickling(_own: Server) -> Iterator[None]:
            relay.slow = True
            yield
            relay.slow = False

        with served(port):
            troubles = {
                "rows that another holds": rows_held,
                "a server frozen": frozen,
                "a line that trickles": trickling,
            }
            statuses = [in_trouble(name, trouble, own, crowd) for name, trouble in troubles.items()]
        let_go()
        verified()
    return max(statuses)


def in_trouble(name: str, trouble: Callable[[Server], "object"], own: Server, crowd: Crowd) -> int:
    """What the visitors see before, during and after."""
    with Visitors(crowd, number=20) as visitors:
        time.sleep(2)
        with trouble(own):  # type: ignore[attr-defined]
            time.sleep(TROUBLE_SECONDS)
        back = visitors.until_answered(time.monotonic())
        time.sleep(2)
    figures = {**visitors.figures(), "bound, s": BOUND_SECONDS, "pages back, s": round(back, 1)}
    longest = max(one.seconds for one in visitors.seen)
    wrong = {
        "an answer that is neither a page nor the clear one": bool(figures["anything else"]),
        "no page said that the register was out of reach": not figures["clear page 503"],
        "a page waited longer than its bound": longest > BOUND_SECONDS,
    }
    return tell(f"PostgreSQL slow: {name}, for {TROUBLE_SECONDS} s", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
