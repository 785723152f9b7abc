"""The identity provider down, slow, or wrong, while drivers sign in with it.

Each failure gives a clear page within seconds and opens no session; signing in with the file number and the code works
all the while; once the provider is sound again, so is signing in with it.
"""

import re
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any, NamedTuple
from urllib.parse import urlencode, urljoin, urlsplit

import requests
from joserfc.jwk import ECKey

from benchmarks import visitors
from benchmarks.service import free_port, make_crowd
from benchmarks.visitors import Answer, Caller, Crowd, cookies_of, keep
from drills.place import let_go, place, served, settle_in, tell
from drills.postgresql import server
from tests.identity import issuer as provider_of_the_tests
from tests.identity.issuer import CLIENT_ID, CLIENT_SECRET, Issuer

BOUND_SECONDS = 25
SLOW_SECONDS = 8
TITLE = re.compile(rb"<h1[^>]*>(.*?)</h1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


class Seen(NamedTuple):
    """How a sign-in ended: the title of the page, its status, whether a session is open, the seconds it took."""

    title: str
    status: int
    is_open: bool
    seconds: float


class Provider(Issuer):
    """The issuer of the tests on a socket of its own, which fails as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.failure = ""
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                """Nothing."""

            def do_GET(self) -> None:
                provider.answer(self)

            do_POST = do_GET  # noqa: N815 - the name that the library calls

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/api/v2"
        provider_of_the_tests.ISSUER = self.address
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """One call, soundly or not."""
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        if self.failure == "cut":
            handler.close_connection = True
            return
        if self.failure == "slow":
            time.sleep(SLOW_SECONDS)
        asked = requests.Request(handler.command, urljoin(self.address, handler.path), dict(handler.headers), data=body)
        response = self.send(asked.prepare(), timeout=0)
        status = 500 if self.failure == "500" else response.status_code
        content = b"{" if self.failure == "garbage" else response.content
        with suppress(OSError):  # who waited too long has gone
            handler.send_response(status)
            handler.send_header("Content-Type", response.headers["Content-Type"])
            handler.send_header("Content-Length", str(len(content)))
            handler.end_headers()
            handler.wfile.write(content[: len(content) // 2] if self.failure == "half" else content)

    def fail(self, failure: str) -> None:
        """From now on; nothing: be sound."""
        self.failure = failure
        self.in_id_token = {"nonce": "of-somebody-else"} if failure == "another nonce" else {}
        self.key = self.published[0]
        if failure == "another signature":
            self.key = ECKey.generate_key("P-256", {"kid": "first", "use": "sig"}, private=True)


FAILURES = ("cut", "slow", "500", "garbage", "half", "another signature", "another nonce")


def sign_in(crowd: Crowd, provider: Provider) -> Seen:
    """From the door to wherever it leads."""
    began = time.monotonic()
    jar, caller = SimpleCookie({crowd.token_cookie: visitors.TOKEN}), Caller(crowd.service)
    answer = caller.call("/connexion/franceconnect/", cookies_of(jar), {})
    keep(jar, answer)
    while answer.status in (301, 302, 303):
        path = answer.location
        if path.startswith(provider.address):
            path = f"/connexion/franceconnect/retour/?{urlencode(provider.authorize(path))}"
        answer = caller.call(urlsplit(path)._replace(scheme="", netloc="").geturl(), cookies_of(jar))
        keep(jar, answer)
    seconds = time.monotonic() - began
    is_open = caller.call("/mes-points/", cookies_of(jar)).status == 200
    return Seen(title_of(answer), answer.status, is_open, seconds)


def title_of(answer: Answer) -> str:
    """What the page says first."""
    found = TITLE.search(answer.body)
    return " ".join(TAG.sub(" ", found[1].decode()).split()) if found else "no title"


def code_works(crowd: Crowd) -> bool:
    """Whether signing in with the file number and the code works."""
    try:
        visitors.neph(crowd, Caller(crowd.service), Random(1))
    except visitors.NotAnswered:
        return False
    return True


def tried(crowd: Crowd, provider: Provider) -> tuple[dict[str, Seen], list[bool]]:
    """Down before anything was ever asked of it, sound, then each failure, then sound again."""
    seen: dict[str, Seen] = {}
    codes: list[bool] = []
    for failure in ("cut", "", *FAILURES, ""):
        provider.fail(failure)
        name = failure or ("sound" if "sound" not in seen else "sound again")
        name = "down from the start" if not seen else name
        seen[name] = sign_in(crowd, provider)
        codes.append(code_works(crowd))
    return seen, codes


def main() -> int:
    """Each failure in turn; tell."""
    provider, port = Provider(), free_port()
    with place() as folder, server(folder / "postgresql") as own:
        settle_in(
            own.url("mespoints"), folder, MESPOINTS_FC_ISSUER=provider.address, MESPOINTS_FC_CLIENT_ID=CLIENT_ID,
            MESPOINTS_FC_CLIENT_SECRET=CLIENT_SECRET,
        )  # fmt: skip
        _number, crowd = make_crowd(f"http://127.0.0.1:{port}", 1)
        let_go()
        with served(port, processes=1):
            seen, codes = tried(crowd, provider)
    figures: dict[str, object] = {
        name: f"{one.status}, {one.seconds:.1f} s, {'session' if one.is_open else 'no session'}, « {one.title} »"
        for name, one in seen.items()
    }
    figures["signed in with a code meanwhile"] = f"{sum(codes)} of {len(codes)}"
    sound: Callable[[str], bool] = lambda name: name.startswith("sound")  # noqa: E731 - three uses, one line
    wrong = {
        "a session was opened by a failure": any(one.is_open for name, one in seen.items() if not sound(name)),
        "a sound sign-in did not work": not all(one.is_open for name, one in seen.items() if sound(name)),
        "an error of ours was shown": any(
            one.status >= 500 and one.title.startswith("Le service a") for one in seen.values()
        ),
        "somebody waited too long": any(one.seconds > BOUND_SECONDS for one in seen.values()),
        "the code did not work": not all(codes),
    }
    return tell("The identity provider down, slow or wrong", figures, wrong)


if __name__ == "__main__":
    sys.exit(main())
