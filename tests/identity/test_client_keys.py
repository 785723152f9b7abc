"""The service proves who it is by a key of its own: an assertion of a minute, for one provider, for one call."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from joserfc import jwt
from joserfc.jwk import KeySet

from mespoints.config import environment
from mespoints.identity.client_keys import KIND, published
from mespoints.identity.franceconnect import authorization_url, receive
from mespoints.identity.provider import Provider, franceconnect
from mespoints.identity.transactions import Transaction
from tests.identity.issuer import CLIENT_ID, ISSUER, SUBJECT, Issuer

NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
TRANSACTION = Transaction("5" * 64, "7" * 64, "https://mespoints.test/retour/", "", NOW.timestamp())


def pem_of(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> str:
    """A key as openssl writes it."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


ALGORITHMS = ("ES256", "RS256")


@cache
def key(algorithm: str) -> str:
    """A key of ours for this algorithm."""
    made = ec.generate_private_key(ec.SECP256R1()) if algorithm == "ES256" else rsa.generate_private_key(65537, 2048)
    return pem_of(made)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_an_assertion_takes_the_place_of_the_secret(issuer: Issuer, provider: Provider, algorithm: str) -> None:
    """The provider verifies it with what we publish; it names us, itself, a minute, and is never the same twice."""
    issuer.now = lambda: NOW
    signing = provider._replace(client_key=key(algorithm), client_secret="")
    seen = []
    for _ in range(2):
        answer = issuer.authorize(authorization_url(signing, TRANSACTION))
        assert SUBJECT == receive(signing, TRANSACTION, answer, NOW).subject
        form = issuer.form("/token")
        seen.append(jwt.decode(form["client_assertion"][0], KeySet.import_key_set(published([key(algorithm)])),
                               algorithms=[algorithm]))  # fmt: skip

    assert ([KIND], [CLIENT_ID], False) == (form["client_assertion_type"], form["client_id"], "client_secret" in form)
    assert seen[0].claims["jti"] != seen[1].claims.pop("jti")
    assert {"iss": CLIENT_ID, "sub": CLIENT_ID, "aud": ISSUER, "iat": 1795858200, "exp": 1795858260} == seen[1].claims


def test_the_settings_lead_to_it(issuer: Issuer, settings: Any) -> None:
    """A key that is set is the provider's to know; its public half is at an address of ours."""
    settings.MESPOINTS_FC_CLIENT_KEY, settings.MESPOINTS_PC_CLIENT_KEY = key("ES256"), key("RS256")
    known = franceconnect()
    answer = Client().get("/.well-known/jwks.json")

    assert known is not None
    assert key("ES256") == known.client_key
    assert published([key(one) for one in ALGORITHMS]) == answer.json()
    assert {"kty", "kid", "use", "alg", "crv", "x", "y", "n", "e"} == {
        name for key in answer.json()["keys"] for name in key
    }


def test_without_a_key_there_is_no_such_address(settings: Any) -> None:
    """Nothing is published."""
    settings.MESPOINTS_FC_CLIENT_KEY = settings.MESPOINTS_PC_CLIENT_KEY = ""

    assert 404 == Client().get("/.well-known/jwks.json").status_code


WEAK: dict[str, Callable[[], str]] = {
    "no key": lambda: "no key at all",
    "another curve": lambda: pem_of(ec.generate_private_key(ec.SECP384R1())),
    "short": lambda: pem_of(rsa.generate_private_key(65537, 1024)),  # noqa: S505 - to see it refused
}


@pytest.mark.parametrize("what", WEAK)
def test_a_key_that_cannot_serve_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """By the name of the variable and of the file, and nothing of what it holds; a sound one is read."""
    path = tmp_path / "key.pem"
    monkeypatch.setenv("MESPOINTS_FC_CLIENT_KEY", str(path))
    path.write_text(key("ES256"), encoding="utf-8")
    assert key("ES256").strip() == environment.client_key("MESPOINTS_FC_CLIENT_KEY")
    held = WEAK[what]()
    path.write_text(held, encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match=r"MESPOINTS_FC_CLIENT_KEY: expected a PEM key") as refused:
        environment.client_key("MESPOINTS_FC_CLIENT_KEY")

    assert held not in str(refused.value)


def test_a_key_or_a_secret_and_not_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the two would be set, and useless."""
    monkeypatch.setenv("ISSUER", ISSUER)
    monkeypatch.setenv("KEY", "/etc/key.pem")
    assert ISSUER == environment.issuer("ISSUER", ("SECRET", "KEY"))
    monkeypatch.setenv("SECRET", "s")
    with pytest.raises(ImproperlyConfigured, match="SECRET and KEY: expected one of them"):
        environment.issuer("ISSUER", ("SECRET", "KEY"))
    monkeypatch.delenv("SECRET")
    monkeypatch.delenv("KEY")
    with pytest.raises(ImproperlyConfigured, match="SECRET or KEY: expected, because ISSUER is given"):
        environment.issuer("ISSUER", ("SECRET", "KEY"))
