"""Who takes part: the service that asks, the people who sign in, the identity providers they choose from."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

IDENTITY_PROVIDERS: Mapping[str, str] = {
    "impots": "impots.gouv.fr",
    "ameli": "ameli.fr",
    "la-poste": "L'Identité Numérique La Poste",
    "msa": "MSA",
    "yris": "Yris",
    "france-identite": "France Identité",
}
"""The identity providers that FranceConnect offers, as plain names: no mark of theirs is shown."""

PIVOT = ("given_name", "given_name_array", "family_name", "birthdate", "gender", "birthplace", "birthcountry")

CLAIMS_BY_SCOPE: Mapping[str, tuple[str, ...]] = {
    "openid": ("sub",),
    "identite_pivot": PIVOT,
    "profile": ("given_name", "given_name_array", "family_name", "birthdate", "gender", "preferred_username"),
    "birth": ("birthplace", "birthcountry"),
    "given_name": ("given_name", "given_name_array"),
    "family_name": ("family_name",),
    "birthdate": ("birthdate",),
    "gender": ("gender",),
    "birthplace": ("birthplace",),
    "birthcountry": ("birthcountry",),
    "email": ("email",),
    "preferred_username": ("preferred_username",),
    "idp_birthdate": ("idp_birthdate",),
    "idp_id": ("idp_id",),
}


class Client(NamedTuple):
    """A service registered with the provider, and what it was granted."""

    client_id: str
    client_secret: str
    name: str
    redirect_uris: frozenset[str]
    post_logout_redirect_uris: frozenset[str]
    scopes: frozenset[str]


class Identity(NamedTuple):
    """Somebody one can be. ``claims``: what the provider knows of them, save ``sub`` and ``idp_id``."""

    key: str
    name: str
    situation: str
    claims: Mapping[str, object]


def subject(identity: Identity, client: Client) -> str:
    """FranceConnect's technical identifier: 64 hexadecimal characters and "v1".

    The same from every identity provider, different for every service, and another one when the
    civil status is corrected, because it is drawn from the civil status itself.
    """
    pivot = "|".join(str(identity.claims.get(claim, "")) for claim in PIVOT)
    return hashlib.sha256(f"{client.client_id}|{pivot}".encode()).hexdigest() + "v1"


def claims_for(identity: Identity, identity_provider: str, scopes: frozenset[str]) -> dict[str, object]:
    """The claims, save ``sub``, that these scopes open; a claim that is not known is left out."""
    known = {**identity.claims, "idp_id": identity_provider}
    asked = {claim for scope in scopes for claim in CLAIMS_BY_SCOPE[scope]}
    return {claim: value for claim, value in known.items() if claim in asked}
