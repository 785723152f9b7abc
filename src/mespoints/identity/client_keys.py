"""The key by which this service proves who it is to a provider, in the place of a secret that never changes (RFC 7523).

The provider knows the public half, from what this service publishes or from its registration; an assertion of a minute
is signed for each call.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from authlib.common.urls import add_params_to_qs
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

NAME = "private_key_jwt"
KIND = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SECONDS = 60
SHORTEST_RSA = 2048

Key = ECKey | RSAKey
Proof = Callable[[Any, str, str, Mapping[str, str], str], tuple[str, Mapping[str, str], str]]


def key_of(pem: str) -> tuple[Key, str]:
    """The key written in PEM, and its algorithm. Raises ValueError unless it is EC P-256, or RSA of 2048 bits."""
    loaded = load_pem_private_key(pem.encode(), password=None)
    if isinstance(loaded, EllipticCurvePrivateKey) and isinstance(loaded.curve, SECP256R1):
        return ECKey.import_key(pem), "ES256"
    if isinstance(loaded, RSAPrivateKey) and loaded.key_size >= SHORTEST_RSA:
        return RSAKey.import_key(pem), "RS256"
    raise ValueError("neither EC P-256 nor RSA of 2048 bits")


def published(pems: list[str]) -> dict[str, list[dict[str, Any]]]:
    """The public halves, as a provider reads them (RFC 7517); a key is named by its thumbprint."""
    keys = map(key_of, pems)
    return {
        "keys": [
            {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": algorithm}
            for key, algorithm in keys
        ]
    }


def assertion(client_id: str, issuer: str, pem: str, now: datetime) -> str:
    """Who we are, for this provider alone, for a minute, once."""
    key, algorithm = key_of(pem)
    issued = int(now.timestamp())
    claims = {
        "iss": client_id, "sub": client_id, "aud": issuer, "jti": secrets.token_hex(16), "iat": issued,
        "exp": issued + SECONDS,
    }  # fmt: skip
    return jwt.encode({"alg": algorithm, "kid": key.thumbprint()}, claims, key, algorithms=[algorithm])


def proof(client_id: str, issuer: str, pem: str, now: datetime) -> tuple[str, Proof]:
    """What Authlib calls to add the assertion to a form, and the name that it knows this by."""

    def add(_client: Any, _method: str, uri: str, headers: Mapping[str, str], body: str) -> Any:
        signed = [("client_assertion_type", KIND), ("client_assertion", assertion(client_id, issuer, pem, now))]
        return uri, headers, add_params_to_qs(body, [("client_id", client_id), *signed])

    return NAME, add
