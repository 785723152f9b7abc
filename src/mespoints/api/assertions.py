"""Who asks for a token: a client that signs with its own key (RFC 7523, ``private_key_jwt``).

ES256 alone; ``iss`` and ``sub`` are the client, ``aud`` the address of the token endpoint and nothing else, ``exp`` at
most five minutes ahead, ``jti`` used once.
"""

import json
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from mespoints.api.clients import is_open
from mespoints.api.models import Assertion, Client

TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LONGEST = 4096
LONGEST_LIFE = timedelta(minutes=5)
LEEWAY = timedelta(seconds=30)


class AssertionRefused(Exception):
    """The client is not known by it. ``why``: a word for the log and the tests; the answer says nothing of it."""


def client_of(assertion: str, *, audience: str, now: datetime, today: date) -> Client:
    """The client that signed an assertion, which cannot be used again. Raises AssertionRefused."""
    claimed = unverified(assertion)
    issuer = claimed.get("iss")
    # A database takes neither half a character nor a null one: no client has such a name.
    is_a_name = isinstance(issuer, str) and issuer.isascii() and issuer.isprintable()
    client = Client.objects.filter(client_id=issuer).first() if is_a_name else None
    if client is None or not is_open(client, today):
        raise AssertionRefused("client")
    try:
        claims = jwt.decode(assertion, KeySet.import_key_set(client.keys), algorithms=["ES256"]).claims
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise AssertionRefused("signature") from error
    if claims.get("iss") != client.client_id or claims.get("sub") != client.client_id:
        raise AssertionRefused("client")
    if claims.get("aud") not in (audience, [audience]):
        raise AssertionRefused("aud")
    use_once(client, claims, now)
    return client


def unverified(assertion: str) -> dict[str, Any]:
    """What an assertion says of itself: whose keys to try, and nothing more. Raises AssertionRefused."""
    parts = assertion[: LONGEST + 1].split(".")
    if len(assertion) > LONGEST or len(parts) != 3 or not assertion.isascii():
        raise AssertionRefused("form")
    try:
        claims = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (NotBase64, ValueError, RecursionError) as error:
        raise AssertionRefused("form") from error
    if not isinstance(claims, dict):
        raise AssertionRefused("form")
    return claims


def use_once(client: Client, claims: dict[str, Any], now: datetime) -> None:
    """Its days, and its number, which is kept until it has expired. Raises AssertionRefused."""
    expires_at, jti = instant(claims.get("exp")), claims.get("jti")
    if not now - LEEWAY < expires_at <= now + LONGEST_LIFE + LEEWAY:
        raise AssertionRefused("exp")
    if "nbf" in claims and instant(claims["nbf"]) > now + LEEWAY:
        raise AssertionRefused("nbf")
    if not (isinstance(jti, str) and 1 <= len(jti) <= 128 and jti.isprintable()):
        raise AssertionRefused("jti")
    Assertion.objects.filter(expires_at__lte=now - LEEWAY).delete()
    try:
        with transaction.atomic():
            Assertion.objects.create(client=client, jti=jti, expires_at=expires_at)
    except IntegrityError as error:
        raise AssertionRefused("jti") from error


def instant(value: object) -> datetime:
    """A claim that counts seconds. Raises AssertionRefused."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < 2**33:
        raise AssertionRefused("exp")
    return datetime.fromtimestamp(value, UTC)
