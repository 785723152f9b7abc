"""A provider with a clock that the test turns, and a browser that keeps cookies, without any socket."""

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from io import BytesIO
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

from mespoints.demo.provider.application import Provider
from mespoints.demo.provider.parties import Client, Identity

ISSUER = "http://127.0.0.1:8001/api/v2"
RETURN = "http://127.0.0.1:8000/connexion/franceconnect/retour/"
AFTER_SIGN_OUT = "http://127.0.0.1:8000/deconnexion/retour/"
SECRET = "s" * 64
CLIENT = Client(
    client_id="c" * 64,
    client_secret=SECRET,
    name="mespoints",
    redirect_uris=frozenset({RETURN}),
    post_logout_redirect_uris=frozenset({AFTER_SIGN_OUT}),
    scopes=frozenset({"openid", "identite_pivot", "idp_birthdate"}),
)
AINA = Identity(
    key="aina",
    name="Aina Rakoto",
    situation="née un jour inconnu de mars 1968",
    claims={
        "given_name": "Aina Lalao",
        "given_name_array": ["Aina", "Lalao"],
        "family_name": "RAKOTO",
        "birthdate": "1968-03-01",
        "idp_birthdate": "1968-03-00",
        "gender": "female",
        "birthplace": "",
        "birthcountry": "99333",
        "email": "aina.rakoto@example.org",
    },
)
ZOÉ = Identity(key="zoe", name="Zoé <i>Lévêque</i>", situation="12 points", claims={**AINA.claims, "given_name": "Zoé"})
ASKED = {
    "client_id": CLIENT.client_id,
    "acr_values": "eidas1",
    "response_type": "code",
    "nonce": "n" * 64,
    "state": "s" * 64,
    "redirect_uri": RETURN,
    "scope": "openid identite_pivot idp_birthdate",
}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str

    @property
    def location(self) -> str:
        return self.headers["Location"]

    @property
    def returned(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.location).query).items()}


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


class Browser:
    """One browser: it keeps cookies and follows nothing by itself. Each exchange is checked against PEP 3333."""

    def __init__(self, provider: Provider) -> None:
        self._application = validator(provider)
        self._cookies: dict[str, str] = {}

    def get(self, address: str, **headers: str) -> Answer:
        return self._send("GET", address, b"", headers)

    def post(self, address: str, form: dict[str, str] | None = None, **headers: str) -> Answer:
        return self._send("POST", address, urlencode(form or {}).encode(), headers)

    def authorize(self, **changes: str | None) -> Answer:
        parameters = {name: value for name, value in {**ASKED, **changes}.items() if value is not None}
        return self.get(f"{ISSUER}/authorize?{urlencode(parameters)}")

    def sign_in(self, person: str, identity_provider: str = "ameli", **changes: str | None) -> dict[str, str]:
        """Walk to the end and give what the service reads in the address it is called back at."""
        here = self.authorize(**changes).location
        self.post(here, {"identity_provider": identity_provider})
        self.post(f"{here}/person", {"person": person})
        return self.post(f"{here}/consent").returned

    def _send(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Answer:
        parts = urlsplit(address)
        environ: dict[str, object] = {
            "REQUEST_METHOD": method,
            "HTTP_HOST": parts.netloc or urlsplit(ISSUER).netloc,
            "SCRIPT_NAME": "",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": BytesIO(body),
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            **headers,
        }
        if method == "POST":
            environ.setdefault("CONTENT_TYPE", "application/x-www-form-urlencoded")
        setup_testing_defaults(environ)
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, fields: list[tuple[str, str]], exc_info: object = None) -> object:
            started.append((status, fields))
            return lambda data: None

        chunks = self._application(environ, start_response)
        answered = b"".join(chunks)
        chunks.close()
        status, fields = started[0]
        self._keep([value for name, value in fields if name == "Set-Cookie"])
        return Answer(int(status[:3]), dict(fields), answered.decode())

    def _keep(self, cookies: list[str]) -> None:
        for cookie in cookies:
            for name, morsel in SimpleCookie(cookie).items():
                self._cookies[name] = morsel.value
                if re.search(r"Max-Age=0\b", cookie):
                    del self._cookies[name]


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def provider(clock: Clock) -> Provider:
    """A provider that knows two people."""
    return Provider(ISSUER, CLIENT, [AINA, ZOÉ], clock)


@pytest.fixture
def browser(provider: Provider) -> Iterator[Browser]:
    """A browser that has never been there."""
    return Browser(provider)
