"""Access tokens: opaque, short, kept as their digest. Whoever reads the database can use none."""

import secrets
from datetime import date, datetime, timedelta
from hashlib import sha256

from mespoints.api.clients import is_open
from mespoints.api.models import Client, Token

LIFE = timedelta(minutes=10)


def issue(client: Client, now: datetime) -> str:
    """A new token of a client; those that have expired are let go."""
    Token.objects.filter(expires_at__lte=now).delete()
    text = secrets.token_urlsafe(32)
    Token.objects.create(digest=digest_of(text), client=client, expires_at=now + LIFE)
    return text


def client_of(text: str, now: datetime, today: date) -> Client | None:
    """Whose token this is; nobody's once it has expired, or once the contract of the client is over."""
    token = Token.objects.select_related("client").filter(digest=digest_of(text), expires_at__gt=now).first()
    return token.client if token is not None and is_open(token.client, today) else None


def digest_of(text: str) -> str:
    """What is kept of a token."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()
