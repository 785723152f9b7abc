from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from mespoints.identity import discovery
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider, franceconnect
from tests.identity.issuer import PROVIDER, Issuer


def test_documents_are_kept(issuer: Issuer, provider: Provider) -> None:
    """The second sign-in asks nothing, until the keys are wanted again."""
    discovery.keys(provider)
    discovery.keys(provider)
    discovery.keys(provider, again=True)

    assert issuer.paths() == ["/.well-known/openid-configuration", "/jwks", "/jwks"]


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "https://another.test/api/v2"},
        {"issuer": None},
        {"token_endpoint": None},
        {"jwks_uri": "http://franceconnect.test/jwks"},
        {"userinfo_endpoint": "ftp://127.0.0.1/userinfo"},
        {"token_endpoint": "https://[::1"},
        {"token_endpoint": "https:///token"},
    ],
)
def test_a_document_that_cannot_be_followed(issuer: Issuer, provider: Provider, changes: dict[str, Any]) -> None:
    """Another issuer, a missing endpoint or one in clear stop the sign-in."""
    issuer.in_discovery = changes
    with pytest.raises(SignInError) as caught:
        discovery.metadata(provider)

    assert caught.value.problem is Problem.REFUSED


@pytest.mark.parametrize(
    ("path", "strange"),
    [
        ("/.well-known/openid-configuration", b'{"error": "maintenance"}'),
        ("/.well-known/openid-configuration", b"[" * 100_000),
        ("/jwks", b'{"error": "maintenance"}'),
        ("/jwks", b'{"keys": []}'),
    ],
)
def test_a_strange_document_is_not_kept(issuer: Issuer, provider: Provider, path: str, strange: bytes) -> None:
    """A moment of trouble there does not close sign-in here for an hour."""
    issuer.bodies = {path: strange}
    with suppress(SignInError):
        discovery.keys(provider)
    issuer.bodies = {}

    assert discovery.keys(provider)["keys"]


def test_a_demonstration_stays_on_the_loopback(issuer: Issuer, provider: Provider) -> None:
    """In clear on this machine is fine: nobody else listens."""
    issuer.in_discovery = {"token_endpoint": "http://127.0.0.1:8001/api/v2/token"}

    assert discovery.metadata(provider).token_endpoint == "http://127.0.0.1:8001/api/v2/token"


def test_the_provider_of_the_settings(issuer: Issuer) -> None:
    """The settings make FranceConnect, without PKCE."""

    assert franceconnect() == PROVIDER


@pytest.mark.parametrize("alg", ["none", "HS256", ""])
def test_an_algorithm_that_proves_nothing(issuer: Issuer, settings: Any, alg: str) -> None:
    """The settings cannot ask for a signature that anybody could make."""
    settings.MESPOINTS_FC_SIGNING_ALG = alg

    with pytest.raises(ImproperlyConfigured):
        franceconnect()


def test_no_provider(settings: Any) -> None:
    """A place without FranceConnect says so with an empty issuer."""
    settings.MESPOINTS_FC_ISSUER = ""

    assert franceconnect() is None
