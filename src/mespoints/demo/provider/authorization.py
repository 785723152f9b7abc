"""What a provider accepts at ``/authorize``: a closed list, and nothing beside it."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from mespoints.demo.provider.errors import PageError, ReturnedError
from mespoints.demo.provider.parties import FRANCECONNECT, Client, Profile

ACCEPTED = frozenset(
    (
        "client_id",
        "acr_values",
        "claims",
        "response_type",
        "nonce",
        "state",
        "redirect_uri",
        "scope",
        "prompt",
        "idp_hint",
        "ui_locales",
    )
)
REQUIRED = ("client_id", "response_type", "nonce", "state", "redirect_uri", "scope")
SHORTEST_SECRET = 32
"""Characters of a state or a nonce. The published code is content with 22 for a nonce, the documentation is not."""
LONGEST_SECRET = 512
PROMPTS = frozenset(("login", "consent"))


class Authorization(NamedTuple):
    """A request of ``/authorize`` that was found in order. ``levels``: the words of ``acr``, one of them essential."""

    client_id: str
    redirect_uri: str
    scopes: frozenset[str]
    state: str
    nonce: str
    prompt: frozenset[str]
    levels: tuple[str, ...] = ()


def read_authorization(
    parameters: Mapping[str, str], client: Client, profile: Profile = FRANCECONNECT
) -> Authorization:
    """The request, or PageError when it must not go back to the client.

    What may go back to the client is refused by ``check_authorization``.
    """
    for name in sorted(parameters.keys() - ACCEPTED):
        raise PageError("Y000400", f"Paramètre inconnu : {name}.")
    for name in (*REQUIRED, *(("acr_values",) if profile is FRANCECONNECT else ())):
        if not parameters.get(name):
            raise PageError("Y000400", f"Paramètre manquant : {name}.")
    if parameters["client_id"] != client.client_id:
        raise PageError("Y04EA6EF", "Ce service n'est pas connu.")
    if parameters["redirect_uri"] not in client.redirect_uris:
        raise PageError("Y04C013C", "L'adresse de retour n'est pas celle que le service a déclarée.")
    if "idp_hint" in parameters:
        raise PageError("Y030032", "Ce service n'a pas le droit de choisir le fournisseur d'identité.")
    for name in ("state", "nonce"):
        if not SHORTEST_SECRET <= len(parameters[name]) <= LONGEST_SECRET:
            raise PageError("Y030007", f"Longueur inattendue : {name}.")
    claims = _read_claims(parameters.get("claims", "{}"))
    return Authorization(
        client_id=client.client_id,
        redirect_uri=parameters["redirect_uri"],
        scopes=frozenset(parameters["scope"].split()),
        state=parameters["state"],
        nonce=parameters["nonce"],
        prompt=frozenset(parameters.get("prompt", "").split()),
        levels=_essential_levels(claims),
    )


def _essential_levels(claims: Mapping[str, Any]) -> tuple[str, ...]:
    """The levels of which one is essential, as ``claims`` asks for them (OpenID Connect Core, 5.5.1.1)."""
    try:
        acr = claims.get("id_token", {}).get("acr") or {}
        return tuple(map(str, acr.get("values", ()))) if acr.get("essential") is True else ()
    except (AttributeError, TypeError) as error:
        raise PageError("Y000400", "Le paramètre claims n'est pas celui d'OpenID Connect.") from error


def _read_claims(text: str) -> dict[str, Any]:
    try:
        claims = json.loads(text)
    except ValueError as error:
        raise PageError("Y000400", "Le paramètre claims n'est pas du JSON.") from error
    if not isinstance(claims, dict):
        raise PageError("Y000400", "Le paramètre claims n'est pas un objet.")
    return claims


def check_authorization(
    parameters: Mapping[str, str], authorization: Authorization, client: Client, profile: Profile = FRANCECONNECT
) -> None:
    """Raise ReturnedError for what the client is told by its own address."""
    if parameters["response_type"] != "code":
        raise ReturnedError("unsupported_response_type", "unsupported response_type requested")
    asked = {parameters["acr_values"]} if "acr_values" in parameters else set(authorization.levels)
    if asked - set(profile.levels):
        raise ReturnedError("invalid_request", "requested acr is not allowed on this platform")
    if authorization.prompt - PROMPTS:
        raise ReturnedError("invalid_request", "unsupported prompt value requested")
    if "openid" not in authorization.scopes:
        raise ReturnedError("invalid_request", "openid scope must be requested for this request")
    if authorization.scopes - client.scopes or authorization.scopes - profile.claims_by_scope.keys():
        raise ReturnedError("invalid_scope", "requested scope is not allowed")
