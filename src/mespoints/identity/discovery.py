"""What a provider publishes of itself: its endpoints and its keys. Kept for an hour; keys fetched again on demand."""

from typing import Any, NamedTuple
from urllib.parse import urlsplit

import requests
from django.core.cache import cache

from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider

TIMEOUT_SECONDS = 5
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
    document = _kept(f"{provider.issuer}/.well-known/openid-configuration", again=False)
    if document.get("issuer") != provider.issuer:
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
    return _kept(metadata(provider).jwks_uri, again=again)


def _kept(address: str, *, again: bool) -> dict[str, Any]:
    """The document at this address, from the cache unless ``again``."""
    key = f"mespoints.identity.discovery:{address}"
    document = None if again else cache.get(key)
    if document is None:
        document = _fetch(address)
        cache.set(key, document, _KEPT_SECONDS)
    return dict(document)


def _fetch(address: str) -> dict[str, Any]:
    """The JSON object at this address. A redirection is refused: endpoints do not move while we look."""
    try:
        answer = requests.get(address, timeout=TIMEOUT_SECONDS, allow_redirects=False)
        document = answer.json() if answer.status_code == 200 else None
    except requests.RequestException as error:
        # The document of a gateway that is not JSON is an error of this family too.
        raise SignInError(Problem.UNAVAILABLE, "discovery does not answer") from error
    if not isinstance(document, dict):
        raise SignInError(Problem.UNAVAILABLE, "discovery answers something else")
    return document


def _endpoint(document: dict[str, Any], name: str) -> str:
    """The address of an endpoint: encrypted, unless it stays on this machine as a demonstration does."""
    address = str(document.get(name, ""))
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return address
    raise SignInError(Problem.REFUSED, f"discovery gives no safe {name}")
