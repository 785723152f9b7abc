"""Who takes part: the service that asks, the people who sign in, the identity providers they choose from."""

import hashlib
import uuid
from collections.abc import Callable, Mapping
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
    """Somebody one can be. ``claims``: what the provider knows of them, save ``sub``, and ``idp_id`` if one chooses it.

    ``acr``: how strongly they prove who they are.
    """

    key: str
    name: str
    situation: str
    claims: Mapping[str, object]
    acr: str = "eidas1"


def subject(identity: Identity, client: Client) -> str:
    """FranceConnect's technical identifier: 64 hexadecimal characters and "v1".

    The same from every identity provider, different for every service, and another one when the
    civil status is corrected, because it is drawn from the civil status itself.
    """
    pivot = "|".join(str(identity.claims.get(claim, "")) for claim in PIVOT)
    return hashlib.sha256(f"{client.client_id}|{pivot}".encode()).hexdigest() + "v1"


def claims_for(
    identity: Identity,
    identity_provider: str,
    scopes: frozenset[str],
    by_scope: Mapping[str, tuple[str, ...]] = CLAIMS_BY_SCOPE,
) -> dict[str, object]:
    """The claims, save ``sub``, that these scopes open; a claim that is not known is left out."""
    known = {"idp_id": identity_provider, **identity.claims}
    asked = {claim for scope in scopes for claim in by_scope[scope]}
    return {claim: value for claim, value in known.items() if claim in asked}


def subject_of_agent(identity: Identity, _client: Client) -> str:
    """ProConnect's: one for each person in each directory, the same for every service; another directory, another sub.

    RFC 4122 in shape, drawn from what the directory knows them by.
    """
    known = f"{identity.claims['idp_id']}|{identity.claims['uid']}"
    return str(uuid.uuid5(uuid.NAMESPACE_OID, known))


class Profile(NamedTuple):
    """What tells one provider from the other: its name, whom it knows them by, what it asks for and answers.

    ``levels``: the words of ``acr`` that it knows; ``identity_providers``: those among which a person chooses.
    """

    name: str
    identity_providers: Mapping[str, str]
    claims_by_scope: Mapping[str, tuple[str, ...]]
    levels: tuple[str, ...]
    subject: Callable[[Identity, Client], str]

    @property
    def asks_for_provider(self) -> bool:
        """Whether the person chooses where they are known; ProConnect finds it out from their address."""
        return bool(self.identity_providers)


FRANCECONNECT = Profile("FranceConnect", IDENTITY_PROVIDERS, CLAIMS_BY_SCOPE, ("eidas1",), subject)
PROCONNECT = Profile(
    "ProConnect",
    {},
    {
        "openid": ("sub",),
        "given_name": ("given_name",),
        "usual_name": ("usual_name",),
        "email": ("email",),
        "uid": ("uid",),
        "siret": ("siret",),
        "idp_id": ("idp_id",),
    },
    ("eidas0", "eidas0-mfa", "eidas1", "eidas1-mfa", "eidas2", "eidas3"),
    subject_of_agent,
)
