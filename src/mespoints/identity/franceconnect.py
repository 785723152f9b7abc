"""The OpenID Connect client: send the person to the provider, receive them back, end their session there.

Authlib drives the code flow; the two signed answers are verified by ``tokens``.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from mespoints.identity import discovery, tokens
from mespoints.identity.civil_status import CivilStatus, from_claims
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider
from mespoints.identity.transactions import Transaction
from mespoints.identity.transport import TIMEOUT_SECONDS, limited

_OUR_FAULT = ("invalid_request", "invalid_scope", "unauthorized_client", "unsupported_response_type")
_THEIR_TROUBLE = ("server_error", "temporarily_unavailable")


class Identity(NamedTuple):
    """A person whom the provider vouches for. ``id_token`` is kept as received: ending the session needs it."""

    issuer: str
    subject: str
    status: CivilStatus
    id_token: str


def authorization_url(provider: Provider, transaction: Transaction) -> str:
    """Where to send the person: exactly the parameters that FranceConnect knows."""
    with _session(provider, transaction) as session:
        url, _ = session.create_authorization_url(
            discovery.metadata(provider).authorization_endpoint,
            state=transaction.state,
            nonce=transaction.nonce,
            acr_values=provider.acr,
            code_verifier=transaction.code_verifier or None,
        )
    return str(url)


def receive(provider: Provider, transaction: Transaction, answer: Mapping[str, str], now: datetime) -> Identity:
    """Who came back. The state has been checked: ``transaction`` is the one that it names.

    RFC 9207 first: an answer of another provider must not bring us its code, nor its error.
    """
    if answer.get("iss", "" if discovery.metadata(provider).says_iss else provider.issuer) != provider.issuer:
        raise SignInError(Problem.REFUSED, "iss of the return")
    if "error" in answer:
        raise SignInError(_problem_of(answer["error"]), "error on return")
    if not answer.get("code"):
        raise SignInError(Problem.REFUSED, "no code")
    id_token, claims, userinfo = _exchange(provider, transaction, answer["code"], now)
    # A foreign identity lacks claims that a French one has: say what it is before saying what it lacks.
    _refuse_others(claims, userinfo, id_token=id_token)
    if str(userinfo.get("idp_id")) in provider.denied_idps:
        raise SignInError(Problem.DENIED, "idp_id", id_token=id_token)
    return Identity(provider.issuer, claims["sub"], from_claims(userinfo, provider), id_token)


def end_session_url(provider: Provider, id_token: str, *, state: str, return_uri: str) -> str:
    """Where to send the person to end their session at the provider."""
    parameters = {"id_token_hint": id_token, "state": state, "post_logout_redirect_uri": return_uri}
    return f"{discovery.metadata(provider).end_session_endpoint}?{urlencode(parameters)}"


def _session(provider: Provider, transaction: Transaction) -> OAuth2Session:
    """Authlib's client. ``leeway=0``: its default would call FranceConnect's 60-second token expired at birth.

    No redirection is followed: it would carry the client secret to another address.
    """
    session = OAuth2Session(
        provider.client_id,
        provider.client_secret,
        token_endpoint_auth_method="client_secret_post",  # noqa: S106 - the name of a method
        scope=provider.scope,
        redirect_uri=transaction.redirect_uri,
        code_challenge_method="S256" if provider.pkce else None,
        default_timeout=TIMEOUT_SECONDS,
        leeway=0,
        max_redirects=0,
    )
    limited(session)
    return session


def _exchange(
    provider: Provider, transaction: Transaction, code: str, now: datetime
) -> tuple[str, tokens.Claims, tokens.Claims]:
    """The code against the id_token, then the userinfo at once: the access token lives for a minute."""
    endpoints = discovery.metadata(provider)
    verifier = {"code_verifier": transaction.code_verifier} if provider.pkce else {}
    try:
        with _session(provider, transaction) as session:
            token = session.fetch_token(endpoints.token_endpoint, code=code, **verifier)
            id_token, access_token = _texts(token)
            claims = tokens.signed_claims(id_token, provider)
            tokens.check_id_token(claims, provider, nonce=transaction.nonce, access_token=access_token, now=now)
            answer = session.get(endpoints.userinfo_endpoint, headers={"Accept": "application/jwt"})
    except requests.RequestException as error:
        raise SignInError(Problem.UNAVAILABLE, "token or userinfo does not answer") from error
    except (OAuthError, ValueError, RecursionError) as error:
        raise SignInError(Problem.REFUSED, "token refused") from error
    userinfo = tokens.signed_claims(_signed_body(answer), provider)
    tokens.check_userinfo(userinfo, provider, subject=claims["sub"], now=now)
    return id_token, claims, userinfo


def _texts(token: Mapping[str, Any]) -> tuple[str, str]:
    """The id_token and the access token of a token answer."""
    id_token, access_token = token.get("id_token"), token.get("access_token")
    if not isinstance(id_token, str) or not isinstance(access_token, str):
        raise SignInError(Problem.REFUSED, "token answer without tokens")
    return id_token, access_token


def _signed_body(answer: requests.Response) -> str:
    """The userinfo as a JWT; plain JSON proves nothing and is refused."""
    if answer.status_code >= 500:
        raise SignInError(Problem.UNAVAILABLE, "userinfo in trouble")
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if answer.status_code != 200 or kind != "application/jwt":
        raise SignInError(Problem.REFUSED, "userinfo is not signed")
    return answer.text.strip()


def _refuse_others(*answers: tokens.Claims, id_token: str) -> None:
    """Refuse who is not a person of the French civil status acting for themselves."""
    for claims in answers:
        if "rep_scope" in claims:
            raise SignInError(Problem.REPRESENTATIVE, "rep_scope", id_token=id_token)
        methods = claims.get("amr")
        if isinstance(methods, list | str) and "eidas" in methods:
            raise SignInError(Problem.FOREIGN, "amr eidas", id_token=id_token)


def _problem_of(error: str) -> Problem:
    """The page for an error of the return. Branch on ``error`` only: descriptions vary."""
    if error in _THEIR_TROUBLE:
        return Problem.UNAVAILABLE
    return Problem.REFUSED if error in _OUR_FAULT else Problem.ABANDONED
