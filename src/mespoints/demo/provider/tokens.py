"""What the provider signs: the id_token and the answer of ``/userinfo``, with a key made at start."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from mespoints.demo.provider.shelf import Clock

ALGORITHM = "ES256"
ID_TOKEN_SECONDS = 60
USERINFO_SECONDS = 60


def access_token_hash(access_token: str) -> str:
    """``at_hash``: the left half of the token's SHA-256, in base64url (OpenID Connect Core, 3.1.3.6)."""
    left_half = hashlib.sha256(access_token.encode("ascii")).digest()[:16]
    return base64.urlsafe_b64encode(left_half).rstrip(b"=").decode()


class Signer:
    """One P-256 key, kept in memory, gone when the demonstration stops."""

    def __init__(self, issuer: str, clock: Clock) -> None:
        self.issuer = issuer
        self._clock = clock
        self._key = ECKey.generate_key("P-256", auto_kid=True)

    def public_keys(self) -> dict[str, object]:
        """The answer of ``/jwks``."""
        return {"keys": [{**self._key.as_dict(private=False), "use": "sig", "alg": ALGORITHM}]}

    def id_token(self, client_id: str, access_token: str, claims: Mapping[str, object]) -> str:
        """The id_token; ``claims`` brings ``sub``, ``nonce``, ``acr`` and ``auth_time``."""
        return self._signed({**claims, "at_hash": access_token_hash(access_token)}, client_id, ID_TOKEN_SECONDS)

    def userinfo(self, client_id: str, claims: Mapping[str, object]) -> str:
        """The signed answer of ``/userinfo``."""
        return self._signed(claims, client_id, USERINFO_SECONDS)

    def _signed(self, claims: Mapping[str, object], client_id: str, seconds: int) -> str:
        now = int(self._clock())
        content: dict[str, Any] = {**claims, "iss": self.issuer, "aud": client_id, "iat": now, "exp": now + seconds}
        return jwt.encode({"alg": ALGORITHM, "kid": self._key.kid}, content, self._key, algorithms=[ALGORITHM])

    def is_own_id_token(self, token: str, client_id: str) -> bool:
        """Whether we signed this id_token for this client; an expired one still serves as a hint."""
        try:
            claims = jwt.decode(token, self._key, algorithms=[ALGORITHM]).claims
        except (JoseError, ValueError):
            return False
        return claims.get("iss") == self.issuer and claims.get("aud") == client_id and "at_hash" in claims
