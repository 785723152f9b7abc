"""The two signed answers of a provider, the id_token and the userinfo: signature first, then every claim that counts.

OpenID Connect Core 1.0, sections 3.1.3.7 and 5.3.4. The algorithm is the one agreed at registration: a token
cannot choose its own.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from mespoints.identity import discovery
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider

LEEWAY_SECONDS = 30
# OpenID Connect Core 1.0, section 2: ASCII; nothing that a database could refuse.
_SUBJECT = re.compile(r"[!-~]{1,255}")
# Levels of eIDAS, lowest first. A word that is not here is below all of them.
_LEVELS = ("eidas1", "eidas2", "eidas3")

Claims = Mapping[str, Any]


def signed_claims(compact: str, provider: Provider) -> Claims:
    """The claims of a token that the provider signed with the agreed algorithm.

    A key that we do not know may be new: the keys are fetched again, once.
    """
    try:
        return _decode(compact, provider, discovery.keys(provider))
    except InvalidKeyIdError:
        pass
    try:
        return _decode(compact, provider, discovery.keys(provider, again=True))
    except InvalidKeyIdError as error:
        raise _refused("unknown key") from error


def _decode(compact: str, provider: Provider, keys: dict[str, Any]) -> Claims:
    """Check the signature with the key that the token names."""
    try:
        key_set = KeySet.import_key_set({"keys": keys["keys"]})
        return jwt.decode(compact, key_set, algorithms=[provider.signing_alg]).claims
    except InvalidKeyIdError:
        raise
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise _refused("signature") from error


def check_id_token(claims: Claims, provider: Provider, *, nonce: str, access_token: str, now: datetime) -> None:
    """Refuse an id_token that is not for us, not of now, not of this sign-in, or not strong enough."""
    _check_common(claims, provider, now)
    told = str(claims.get("nonce", "")).encode("utf-8", "surrogatepass")
    if not hmac.compare_digest(told, nonce.encode()):
        raise _refused("nonce")
    if not _is_strong_enough(claims.get("acr"), provider):
        raise _refused("acr")
    if "at_hash" in claims and claims["at_hash"] != half_hash(access_token):
        raise _refused("at_hash")


def check_signed_in_since(claims: Claims, started_at: float) -> None:
    """Refuse somebody who has not signed in at the provider since ``started_at``, where it says when they did.

    FranceConnect says nothing of it: it was asked to make them sign in (``prompt=login``), and takes no ``max_age``.
    """
    told = claims.get("auth_time", started_at)
    if not isinstance(told, int | float) or told < started_at - LEEWAY_SECONDS:
        raise _refused("auth_time")


def check_userinfo(claims: Claims, provider: Provider, *, subject: str, now: datetime) -> None:
    """Refuse a userinfo that is not for us, not of now, or about someone else than the id_token."""
    _check_common(claims, provider, now)
    if claims["sub"] != subject:
        raise _refused("userinfo about another subject")


def half_hash(access_token: str) -> str:
    """What ``at_hash`` must say of an access token: both algorithms that we take use SHA-256."""
    half = hashlib.sha256(access_token.encode()).digest()[:16]
    return base64.urlsafe_b64encode(half).rstrip(b"=").decode()


def _check_common(claims: Claims, provider: Provider, now: datetime) -> None:
    """What both answers must say: who issued them, for whom, about whom, from when to when."""
    if claims.get("iss") != provider.issuer:
        raise _refused("iss")
    if claims.get("aud") not in (provider.client_id, [provider.client_id]):
        raise _refused("aud")
    if claims.get("azp", provider.client_id) != provider.client_id:
        raise _refused("azp")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not _SUBJECT.fullmatch(subject):
        raise _refused("sub")
    if not _seconds(claims, "iat") <= now.timestamp() + LEEWAY_SECONDS:
        raise _refused("iat")
    if not _seconds(claims, "exp") > now.timestamp() - LEEWAY_SECONDS:
        raise _refused("exp")


def _seconds(claims: Claims, name: str) -> float:
    """A claim that counts seconds. No comparison with JSON's NaN holds, so that it passes for no instant."""
    value = claims.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _refused(name)
    return value


def _is_strong_enough(acr: object, provider: Provider) -> bool:
    """What was asked at the beginning is checked at the end: a provider may answer with less."""
    if provider.accepted_acr:
        return acr in provider.accepted_acr
    return _level(acr) >= _level(provider.acr)


def _level(acr: object) -> int:
    return _LEVELS.index(acr) if isinstance(acr, str) and acr in _LEVELS else -1


def _refused(detail: str) -> SignInError:
    return SignInError(Problem.REFUSED, detail)
