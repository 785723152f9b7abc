"""An OpenID provider as its settings describe it. One class for FranceConnect now, ProConnect later."""

from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PIVOT_CLAIMS = ("given_name_array", "family_name", "birthdate", "gender", "birthplace", "birthcountry")
"""What scope ``identite_pivot`` brings. ``birthplace`` is an empty text for a person born abroad, never absent."""

SIGNING_ALGORITHMS = ("ES256", "RS256")
"""Asymmetric alone: with HS256 whoever holds the client secret signs, with none anybody does."""


class Provider(NamedTuple):
    """Where to ask and what to ask. Addresses of endpoints come from the discovery document of ``issuer`` alone."""

    name: str
    issuer: str
    client_id: str
    client_secret: str
    signing_alg: str
    scope: str
    acr: str
    pkce: bool
    required_claims: tuple[str, ...]
    denied_idps: frozenset[str] = frozenset()
    """Identity providers behind FranceConnect whose accounts are not let in, by their ``idp_id``."""


def franceconnect() -> Provider | None:
    """FranceConnect as this place is configured, or nothing when it is not.

    No PKCE: FranceConnect takes a closed list of parameters and refuses a request that bears another one. Which account
    was used is asked for only while some are denied: its scope has to be granted.
    """
    if not settings.MESPOINTS_FC_ISSUER:
        return None
    if settings.MESPOINTS_FC_SIGNING_ALG not in SIGNING_ALGORITHMS:
        raise ImproperlyConfigured("MESPOINTS_FC_SIGNING_ALG: expected ES256 or RS256")
    denied = frozenset(settings.MESPOINTS_FC_DENIED_IDPS)
    return Provider(
        name="franceconnect",
        issuer=settings.MESPOINTS_FC_ISSUER,
        client_id=settings.MESPOINTS_FC_CLIENT_ID,
        client_secret=settings.MESPOINTS_FC_CLIENT_SECRET,
        signing_alg=settings.MESPOINTS_FC_SIGNING_ALG,
        scope="openid identite_pivot idp_birthdate preferred_username" + (" idp_id" if denied else ""),
        acr="eidas1",
        pkce=False,
        required_claims=(*PIVOT_CLAIMS, "idp_id") if denied else PIVOT_CLAIMS,
        denied_idps=denied,
    )
