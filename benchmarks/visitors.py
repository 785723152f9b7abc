"""Who comes to the service under load: drivers already signed in, and those who sign in, by each means.

Each visit is one call on a connection kept open, as a browser keeps it. A visit that is not answered as it should
raises; what it answers is told to nobody.
"""

import http.client
import random
from collections.abc import Callable, Sequence
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode, urljoin, urlsplit

TOKEN = "t" * 32
"""The token of the forms: the one of the cookie, as long as Django's secrets are."""
PAGES = ("/mes-points/",) * 6 + ("/mon-permis/", "/mes-lettres/", "/qui-a-consulte/", "/mes-documents/")
"""Most people look at their points and leave."""
DOCUMENTS = ("attestation", "releve")
REDIRECTIONS_AT_MOST = 12


class NotAnswered(Exception):
    """The service answered something else than it should; the message says which visit, and how."""


class Answer(NamedTuple):
    """What came back."""

    status: int
    location: str
    body: bytes
    cookies: tuple[str, ...]


class Caller:
    """A connection to one address, kept open, opened again when the server has closed it."""

    def __init__(self, address: str) -> None:
        self._parts = urlsplit(address)
        self._connection: http.client.HTTPConnection | None = None

    def call(self, path: str, cookies: str = "", form: dict[str, str] | None = None) -> Answer:
        """One request. A form is posted, with its token."""
        headers = {"Cookie": cookies, "Host": self._parts.netloc}
        body = None
        if form is not None:
            body = urlencode(form | {"csrfmiddlewaretoken": TOKEN})
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self._parts.netloc}"}
        for left in (1, 0):
            try:
                connection = self._connection or http.client.HTTPConnection(self._parts.netloc, timeout=30)
                self._connection = connection
                connection.request("GET" if form is None else "POST", path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
                set_cookies = tuple(answer.headers.get_all("Set-Cookie") or ())
                return Answer(answer.status, answer.headers.get("Location", ""), content, set_cookies)
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                self._connection = None  # an idle connection that the server closed meanwhile
                if not left:
                    raise
        raise AssertionError


class Crowd(NamedTuple):
    """The sessions that are open, and the file numbers and codes that sign in."""

    service: str
    session_cookie: str
    token_cookie: str
    sessions: Sequence[str]
    coded: Sequence[tuple[str, str]]


Visit = Callable[[Crowd, Caller, random.Random], None]


def signed_in(crowd: Crowd, chance: random.Random) -> str:
    """The cookies of one of the drivers."""
    return f"{crowd.session_cookie}={chance.choice(crowd.sessions)}; {crowd.token_cookie}={TOKEN}"


def shares() -> dict[str, float]:
    """How much of the pages each of them is."""
    return {path: PAGES.count(path) / len(PAGES) for path in PAGES}


def page(crowd: Crowd, caller: Caller, chance: random.Random) -> None:
    """A page of a driver."""
    page_at(chance.choice(PAGES))(crowd, caller, chance)


def page_at(path: str) -> Visit:
    """The page at an address."""

    def visit(crowd: Crowd, caller: Caller, chance: random.Random) -> None:
        expect(caller.call(path, signed_in(crowd, chance)), 200, path)

    return visit


def document(crowd: Crowd, caller: Caller, chance: random.Random) -> None:
    """A document."""
    document_of(chance.choice(DOCUMENTS))(crowd, caller, chance)


def document_of(kind: str) -> Visit:
    """A document of this kind, sealed and signed."""

    def visit(crowd: Crowd, caller: Caller, chance: random.Random) -> None:
        answer = caller.call("/mes-documents/", signed_in(crowd, chance), {"document": kind})
        expect(answer, 200, kind)
        if not answer.body.startswith(b"%PDF"):
            raise NotAnswered(f"{kind}: no PDF")

    return visit


def franceconnect(crowd: Crowd, caller: Caller, _chance: random.Random) -> None:
    """A sign-in through the provider, from the door to the balance."""
    jar, theirs = SimpleCookie({crowd.token_cookie: TOKEN}), SimpleCookie()
    answer = caller.call("/connexion/franceconnect/", cookies_of(jar), {})
    expect(answer, 302, "leaving for the provider")
    url = answer.location
    keep(jar, answer)
    for _ in range(REDIRECTIONS_AT_MOST):
        if url.startswith((crowd.service, "/")):
            path = urljoin(crowd.service, url).removeprefix(crowd.service)
            answer = caller.call(path, cookies_of(jar))
            keep(jar, answer)
            if answer.status == 200 and path == "/mes-points/":
                return
        else:
            answer = Caller(url).call(url.partition(urlsplit(url).netloc)[2], cookies_of(theirs))
            keep(theirs, answer)
        if answer.status not in (302, 303):
            break
        url = urljoin(url, answer.location)
    raise NotAnswered(f"sign-in through the provider: {answer.status}")


def neph(crowd: Crowd, caller: Caller, chance: random.Random) -> None:
    """A sign-in with a file number and its code."""
    number, code = chance.choice(crowd.coded)
    answer = caller.call("/connexion/neph/", f"{crowd.token_cookie}={TOKEN}", {"neph": number, "code": code})
    expect(answer, 302, "sign-in with a code")


def empty(_crowd: Crowd, caller: Caller, _chance: random.Random) -> None:
    """The lightest answer of the service: what the others are compared with."""
    expect(caller.call("/.well-known/security.txt"), 200, "security.txt")


def expect(answer: Answer, status: int, what: str) -> None:
    """Raise NotAnswered unless the status is this one."""
    if answer.status != status:
        raise NotAnswered(f"{what}: {answer.status}")


def cookies_of(jar: SimpleCookie) -> str:
    """The header of a request."""
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())


def keep(jar: SimpleCookie, answer: Answer) -> None:
    """What the answer sets or takes away."""
    for line in answer.cookies:
        received = SimpleCookie(line)
        for name, morsel in received.items():
            if morsel["max-age"] == "0" or not morsel.value:
                jar.pop(name, None)
            else:
                jar[name] = morsel.value
