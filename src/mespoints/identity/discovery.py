"""What a provider publishes of itself: its endpoints and its keys. Kept for an hour; keys fetched again on demand.

What cannot be theirs, such as the page of a gateway in trouble, is not kept: the next person asks again.
"""

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import requests
from django.core.cache import cache

from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider
from mespoints.identity.transport import TIMEOUT_SECONDS, limited

_KEPT_SECONDS = 3600
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Metadata(NamedTuple):
    """The part of the discovery document that we use. ``says_iss``: the return bears ``iss`` (RFC 9207)."""

    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str
    end_session_endpoint: str
    says_iss: bool


def metadata(provider: Provider) -> Metadata:
    """The endpoints of the provider, as its issuer publishes them."""

    def is_theirs(document: dict[str, Any]) -> bool:
        return document.get("issuer") == provider.issuer

    document = _kept(f"{provider.issuer}/.well-known/openid-configuration", is_theirs, again=False)
    if not is_theirs(document):
        raise SignInError(Problem.REFUSED, "discovery names another issuer")
    return Metadata(
        authorization_endpoint=_endpoint(document, "authorization_endpoint"),
        token_endpoint=_endpoint(document, "token_endpoint"),
        userinfo_endpoint=_endpoint(document, "userinfo_endpoint"),
        jwks_uri=_endpoint(document, "jwks_uri"),
        end_session_endpoint=_endpoint(document, "end_session_endpoint"),
        says_iss=document.get("authorization_response_iss_parameter_supported") is True,
    )


def keys(provider: Provider, *, again: bool = False) -> dict[str, Any]:
    """The public keys of the provider; ``again`` fetches them anew, once it signs with a key we do not know."""

    def has_keys(document: dict[str, Any]) -> bool:
        return bool(document.get("keys"))

    return _kept(metadata(provider).jwks_uri, has_keys, again=again)


def _kept(address: str, is_sound: Callable[[dict[str, Any]], bool], *, again: bool) -> dict[str, Any]:
    """The document at this address, from the cache unless ``again``; kept if it is sound."""
    key = f"mespoints.identity.discovery:{address}"
    document = None if again else cache.get(key)
    if document is None:
        document = _fetch(address)
        if is_sound(document):
            cache.set(key, document, _KEPT_SECONDS)
    return dict(document)


def _fetch(address: str) -> dict[str, Any]:
    """The JSON object at this address. A redirection is refused: endpoints do not move while we look."""
    try:
        with limited(requests.Session()) as session:
            answer = session.get(address, timeout=TIMEOUT_SECONDS, allow_redirects=False)
        document = answer.json() if answer.status_code == 200 else None
    except (requests.RequestException, RecursionError) as error:
        # The document of a gateway that is not JSON is an error of this family too; lists in lists in lists are not.
        raise SignInError(Problem.UNAVAILABLE, "discovery does not answer") from error
    if not isinstance(document, dict):
        raise SignInError(Problem.UNAVAILABLE, "discovery answers something else")
    return document


def _endpoint(document: dict[str, Any], name: str) -> str:
    """The address of an endpoint: encrypted, unless it stays on this machine as a demonstration does."""
    address = str(document.get(name, ""))
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address
        parts = urlsplit("")
    if (parts.scheme == "https" and parts.hostname) or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return address
    raise SignInError(Problem.REFUSED, f"discovery gives no safe {name}")
