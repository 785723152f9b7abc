"""The authorities that may ask: registered by the operator, each with its article, its public keys and its days."""

import json
import secrets
from datetime import date
from typing import Any

from django.db.models import QuerySet
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from mespoints.api.models import Client, Token
from mespoints.law.access import BY_KIND, Caller, Means, has_direct_access

PER_MINUTE = 120
"""How many calls a minute, unless the operator says otherwise."""


class ClientRefused(Exception):
    """An authority cannot be registered. ``why``: kind, through, keys, days, name."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def register(
    *, name: str, kind: str, keys: str, from_on: date, to_on: date | None, on: date, per_minute: int = PER_MINUTE
) -> Client:
    """Register an authority; ``keys``: its JWKS as JSON. Raises ClientRefused.

    Only those whom art. R. 225-4 and R. 225-5, I, give a direct access: the others ask the préfet, the police or the
    operator, who answer them.
    """
    if kind not in BY_KIND:
        raise ClientRefused("kind")
    if not has_direct_access(kind, from_on.toordinal()):
        raise ClientRefused("through")
    if to_on is not None and to_on < from_on:
        raise ClientRefused("days")
    if not name.strip() or len(name) > 120 or not name.isprintable():
        raise ClientRefused("name")
    return Client.objects.create(
        client_id=secrets.token_hex(16), name=name.strip(), kind=kind, keys=public_keys(keys), from_on=from_on,
        to_on=to_on, per_minute=per_minute, registered_on=on,
    )  # fmt: skip


def public_keys(text: str) -> dict[str, Any]:
    """The JWKS, each key with its ``kid``: public keys on P-256 alone. Raises ClientRefused."""
    try:
        found = json.loads(text)["keys"]
        keys = [ECKey.import_key(key) for key in found]
    except (ValueError, KeyError, TypeError, JoseError) as error:
        raise ClientRefused("keys") from error
    if not keys or any(key.is_private or key.curve_name != "P-256" for key in keys):
        raise ClientRefused("keys")
    for key in keys:
        key.ensure_kid()
    return {"keys": [key.as_dict(private=False) for key in keys]}


def close(client: Client, on: date) -> None:
    """Nothing is asked any more in its name; its tokens are gone."""
    client.closed_on = on
    client.save(update_fields=["closed_on"])
    Token.objects.filter(client=client).delete()


def is_open(client: Client, on: date) -> bool:
    """Whether it may ask on a day."""
    return client.closed_on is None and client.from_on <= on and (client.to_on is None or on <= client.to_on)


def kinds() -> list[str]:
    """The kinds of authority that may be registered."""
    return [kind for kind, caller in BY_KIND.items() if caller.means is Means.DIRECT]


def caller_of(client: Client) -> Caller:
    """What the law says of it."""
    return BY_KIND[client.kind]


def registered() -> QuerySet[Client]:
    """All of them, in the order of their registration."""
    return Client.objects.order_by("pk")
