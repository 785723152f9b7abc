"""An issuer that answers as FranceConnect does, or misbehaves as told. No socket: it stands in for requests."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import requests
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from urllib3 import HTTPResponse

from mespoints.identity.provider import PIVOT_CLAIMS, Provider
from mespoints.identity.tokens import half_hash

ISSUER = "https://franceconnect.test/api/v2"
CLIENT_ID = "client-of-the-tests"
CLIENT_SECRET = "secret-of-the-tests-" * 2
SUBJECT = "a" * 64 + "v1"
PIVOT = {
    "given_name": "Camille Zoé",
    "given_name_array": ["Camille", "Zoé"],
    "family_name": "MARTIN",
    "birthdate": "1975-04-02",
    "idp_birthdate": "1975-04-02",
    "gender": "female",
    "birthplace": "44109",
    "birthcountry": "99100",
}
PROVIDER = Provider(
    name="franceconnect",
    issuer=ISSUER,
    client_id=CLIENT_ID,
    client_secret=CLIENT_SECRET,
    signing_alg="ES256",
    scope="openid identite_pivot idp_birthdate preferred_username",
    acr="eidas1",
    pkce=False,
    required_claims=PIVOT_CLAIMS,
)

Changes = dict[str, Any]


class Issuer:
    """The attributes are what tests change: an entry set to ``None`` in ``changes`` removes the claim."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.now = now
        self.alg = "ES256"
        self.key: Any = ECKey.generate_key("P-256", {"kid": "first", "use": "sig"}, private=True)
        self.published: list[Any] = [self.key]
        self.in_id_token: Changes = {}
        self.in_userinfo: Changes = {}
        self.in_discovery: Changes = {}
        self.in_token_answer: Changes = {}
        self.pivot: Changes = dict(PIVOT)
        self.subject = SUBJECT
        self.signs_userinfo = True
        self.down: set[str] = set()
        self.bodies: dict[str, bytes] = {}
        self.calls: list[tuple[str, requests.PreparedRequest, float]] = []
        self._nonces: dict[str, str] = {}
        self._numbers = count()

    def authorize(self, url: str, **changes: str) -> dict[str, str]:
        """What the person comes back with after signing in at ``url``."""
        asked = dict(parse_qsl(urlsplit(url).query))
        code = f"code-{next(self._numbers)}"
        self._nonces[code] = asked["nonce"]
        return {"code": code, "state": asked["state"], "iss": ISSUER, **changes}

    def rotate(self, kid: str) -> None:
        """Sign with a new key from now on, and publish it."""
        self.key = ECKey.generate_key("P-256", {"kid": kid, "use": "sig"}, private=True)
        self.published = [self.key]

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Answer in the place of the network."""
        assert request.url is not None
        path = urlsplit(request.url).path.removeprefix("/api/v2")
        self.calls.append((path, request, options["timeout"]))
        if path in self.down:
            raise requests.ConnectTimeout
        answers = {
            "/.well-known/openid-configuration": self._discovery,
            "/jwks": lambda _: _json({"keys": [key.as_dict(private=False) for key in self.published]}),
            "/token": self._token,
            "/userinfo": self._userinfo,
        }
        strange = self.bodies.get(path)
        response = answers[path](request) if strange is None else _response(strange, "application/json", 200)
        response.request, response.url = request, request.url
        return response

    def paths(self) -> list[str]:
        """What was called, in order."""
        return [path for path, _, _ in self.calls]

    def form(self, path: str) -> dict[str, list[str]]:
        """The form of the last call to this path."""
        body = next(request.body for called, request, _ in reversed(self.calls) if called == path)
        return parse_qs(body.decode() if isinstance(body, bytes) else body or "")

    def sign(self, claims: Changes) -> str:
        """Sign with the key and the algorithm of the moment, sound or not."""
        if self.alg == "none":
            return f"{_segment({'alg': 'none', 'typ': 'JWT'})}.{_segment(claims)}."
        header = {"alg": self.alg, "kid": self.key.kid}
        return jwt.encode(header, claims, self.key, algorithms=[self.alg])

    def _discovery(self, _: requests.PreparedRequest) -> requests.Response:
        endpoints = {
            "authorization": "authorize",
            "token": "token",
            "userinfo": "userinfo",
            "end_session": "session/end",
        }
        document = {f"{name}_endpoint": f"{ISSUER}/{path}" for name, path in endpoints.items()}
        return _json(_changed({"issuer": ISSUER, "jwks_uri": f"{ISSUER}/jwks", **document}, self.in_discovery))

    def _token(self, _: requests.PreparedRequest) -> requests.Response:
        nonce = self._nonces.pop(self.form("/token")["code"][0], None)
        if nonce is None:
            return _json({"error": "invalid_grant"}, 400)
        claims = {**self._common(), "nonce": nonce, "acr": "eidas1", "at_hash": half_hash("access")}
        token = self.sign(_changed(claims, self.in_id_token))
        # As long as FranceConnect's, so that a client which holds it for expired is found out.
        answer = {"access_token": "access", "expires_in": 60, "id_token": token, "token_type": "Bearer"}
        return _json(_changed(answer, self.in_token_answer))

    def _userinfo(self, request: requests.PreparedRequest) -> requests.Response:
        assert request.headers["Authorization"] == "Bearer access"
        claims = _changed({**self._common(), **self.pivot}, self.in_userinfo)
        if not self.signs_userinfo:
            return _json(claims)
        return _response(self.sign(claims).encode(), "application/jwt; charset=utf-8", 200)

    def _common(self) -> Changes:
        issued = int(self.now().timestamp())
        return {"iss": ISSUER, "aud": CLIENT_ID, "sub": self.subject, "iat": issued, "exp": issued + 60}


def weak_key() -> OctKey:
    """The client secret as a key, as HS256 would have it."""
    return OctKey.import_key(CLIENT_SECRET, {"kid": "first"})


def rsa_key() -> RSAKey:
    """A key for RS256."""
    return RSAKey.generate_key(2048, {"kid": "first"}, private=True)


def _changed(sound: Changes, changes: Changes) -> Changes:
    return {name: value for name, value in {**sound, **changes}.items() if value is not None}


def _json(document: Changes, status: int = 200) -> requests.Response:
    return _response(json.dumps(document).encode(), "application/json", status)


def _response(body: bytes, kind: str, status: int) -> requests.Response:
    response = requests.Response()
    response.status_code, response.raw = status, HTTPResponse(BytesIO(body), preload_content=False)
    response.headers["Content-Type"] = kind
    return response


def _segment(claims: Changes) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
