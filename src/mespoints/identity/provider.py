"""An OpenID provider as its settings describe it: FranceConnect for drivers, ProConnect for agents."""

from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

AGENT_CLAIMS = ("given_name", "usual_name", "email", "uid", "idp_id")
"""What ProConnect says of an agent: no civil status, so that an agent is never taken for a driver."""

TWO_FACTORS = ("eidas1-mfa", "eidas2", "eidas3")
"""The words of ProConnect for a person who proved who they are in two ways. ``eidas0-mfa`` proves the ways, not who."""

PIVOT_CLAIMS = ("given_name_array", "family_name", "birthdate", "gender", "birthplace", "birthcountry")
"""What scope ``identite_pivot`` brings. ``birthplace`` is an empty text for a person born abroad, never absent."""

SIGNING_ALGORITHMS = ("ES256", "RS256")
"""Asymmetric alone: with HS256 whoever holds the client secret signs, with none anybody does."""


class Provider(NamedTuple):
    """Where to ask and what to ask. Addresses of endpoints come from the discovery document of ``issuer`` alone.

    ``acr``: the lowest level of eIDAS that is asked and taken; or ``accepted_acr``, when not empty: the words of which
    one is asked as an essential claim, and no other is taken.
    """

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
    accepted_acr: tuple[str, ...] = ()
    client_key: str = ""
    """The private key (PEM) that proves who we are; without it, the secret does."""


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
        client_key=settings.MESPOINTS_FC_CLIENT_KEY,
    )


def proconnect() -> Provider | None:
    """ProConnect as this place is configured, or nothing when it is not."""
    if not settings.MESPOINTS_PC_ISSUER:
        return None
    return Provider(
        name="proconnect",
        issuer=settings.MESPOINTS_PC_ISSUER,
        client_id=settings.MESPOINTS_PC_CLIENT_ID,
        client_secret=settings.MESPOINTS_PC_CLIENT_SECRET,
        signing_alg=settings.MESPOINTS_PC_SIGNING_ALG,
        scope="openid given_name usual_name email uid idp_id",
        acr="",
        pkce=settings.MESPOINTS_PC_PKCE,
        required_claims=AGENT_CLAIMS,
        accepted_acr=TWO_FACTORS,
        client_key=settings.MESPOINTS_PC_CLIENT_KEY,
    )
