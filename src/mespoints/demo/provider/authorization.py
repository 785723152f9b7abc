"""What FranceConnect accepts at ``/authorize``: a closed list, and nothing beside it."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from mespoints.demo.provider.errors import PageError, ReturnedError
from mespoints.demo.provider.parties import CLAIMS_BY_SCOPE, Client

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
REQUIRED = ("client_id", "acr_values", "response_type", "nonce", "state", "redirect_uri", "scope")
SHORTEST_SECRET = 32
"""Characters of a state or a nonce. The published code is content with 22 for a nonce, the documentation is not."""
LONGEST_SECRET = 512
ACR = "eidas1"
PROMPTS = frozenset(("login", "consent"))


class Authorization(NamedTuple):
    """A request of ``/authorize`` that was found in order."""

    client_id: str
    redirect_uri: str
    scopes: frozenset[str]
    state: str
    nonce: str
    prompt: frozenset[str]


def read_authorization(parameters: Mapping[str, str], client: Client) -> Authorization:
    """The request, or PageError when it must not go back to the client.

    What may go back to the client is refused by ``check_authorization``.
    """
    for name in sorted(parameters.keys() - ACCEPTED):
        raise PageError("Y000400", f"Paramètre inconnu : {name}.")
    for name in REQUIRED:
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
    _check_claims(parameters.get("claims", "{}"))
    return Authorization(
        client_id=client.client_id,
        redirect_uri=parameters["redirect_uri"],
        scopes=frozenset(parameters["scope"].split()),
        state=parameters["state"],
        nonce=parameters["nonce"],
        prompt=frozenset(parameters.get("prompt", "").split()),
    )


def _check_claims(text: str) -> None:
    try:
        claims = json.loads(text)
    except ValueError as error:
        raise PageError("Y000400", "Le paramètre claims n'est pas du JSON.") from error
    if not isinstance(claims, dict):
        raise PageError("Y000400", "Le paramètre claims n'est pas un objet.")


def check_authorization(parameters: Mapping[str, str], authorization: Authorization, client: Client) -> None:
    """Raise ReturnedError for what the client is told by its own address."""
    if parameters["response_type"] != "code":
        raise ReturnedError("unsupported_response_type", "unsupported response_type requested")
    if parameters["acr_values"] != ACR:
        raise ReturnedError("invalid_request", "requested acr is not allowed on this platform")
    if authorization.prompt - PROMPTS:
        raise ReturnedError("invalid_request", "unsupported prompt value requested")
    if "openid" not in authorization.scopes:
        raise ReturnedError("invalid_request", "openid scope must be requested for this request")
    if authorization.scopes - client.scopes or authorization.scopes - CLAIMS_BY_SCOPE.keys():
        raise ReturnedError("invalid_scope", "requested scope is not allowed")
