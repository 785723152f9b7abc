"""The OpenID Connect client: send the person to the provider, receive them back, end their session there.

One client for every provider, told by a ``Provider`` what differs. Authlib drives the code flow; the two signed answers
are verified by ``tokens``.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from mespoints.identity import client_keys, discovery, tokens
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider
from mespoints.identity.transactions import Transaction
from mespoints.identity.transport import TIMEOUT_SECONDS, limited

_OUR_FAULT = ("invalid_request", "invalid_scope", "unauthorized_client", "unsupported_response_type")
_THEIR_TROUBLE = ("server_error", "temporarily_unavailable")


class Vouched(NamedTuple):
    """What a provider vouches for, verified. ``id_token`` as received: ending the session there needs it."""

    id_token: str
    claims: tokens.Claims
    userinfo: tokens.Claims


def authorization_url(provider: Provider, transaction: Transaction) -> str:
    """Where to send the person: exactly the parameters that it knows."""
    with _session(provider, transaction) as session:
        url, _ = session.create_authorization_url(
            discovery.metadata(provider).authorization_endpoint,
            state=transaction.state,
            nonce=transaction.nonce,
            **_level_asked(provider),
            **({"prompt": "login"} if transaction.again else {}),
            code_verifier=transaction.code_verifier or None,
        )
    return str(url)


def _level_asked(provider: Provider) -> dict[str, str]:
    """FranceConnect reads a level; ProConnect a list of words, one of which it must reach or send an error."""
    if not provider.accepted_acr:
        return {"acr_values": provider.acr}
    acr = {"essential": True, "values": list(provider.accepted_acr)}
    return {"claims": json.dumps({"id_token": {"acr": acr}}, separators=(",", ":"))}


def come_back(provider: Provider, transaction: Transaction, answer: Mapping[str, str], now: datetime) -> Vouched:
    """What the provider says of who came back. The state has been checked: ``transaction`` is the one that it names.

    RFC 9207 first: an answer of another provider must not bring us its code, nor its error.
    """
    if answer.get("iss", "" if discovery.metadata(provider).says_iss else provider.issuer) != provider.issuer:
        raise SignInError(Problem.REFUSED, "iss of the return")
    if "error" in answer:
        raise SignInError(_problem_of(answer["error"]), "error on return")
    if not answer.get("code"):
        raise SignInError(Problem.REFUSED, "no code")
    return _exchange(provider, transaction, answer["code"], now)


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
        token_endpoint_auth_method=client_keys.NAME if provider.client_key else "client_secret_post",
        scope=provider.scope,
        redirect_uri=transaction.redirect_uri,
        code_challenge_method="S256" if provider.pkce else None,
        default_timeout=TIMEOUT_SECONDS,
        leeway=0,
        max_redirects=0,
    )
    limited(session)
    return session


def _exchange(provider: Provider, transaction: Transaction, code: str, now: datetime) -> Vouched:
    """The code against the id_token, then the userinfo at once: the access token lives for a minute."""
    endpoints = discovery.metadata(provider)
    verifier = {"code_verifier": transaction.code_verifier} if provider.pkce else {}
    try:
        with _session(provider, transaction) as session:
            if provider.client_key:
                session.register_client_auth_method(
                    client_keys.proof(provider.client_id, provider.issuer, provider.client_key, now)
                )
            token = session.fetch_token(endpoints.token_endpoint, code=code, **verifier)
            id_token, access_token = _texts(token)
            claims = tokens.signed_claims(id_token, provider)
            tokens.check_id_token(claims, provider, nonce=transaction.nonce, access_token=access_token, now=now)
            if transaction.again:
                tokens.check_signed_in_since(claims, transaction.started_at)
            answer = session.get(endpoints.userinfo_endpoint, headers={"Accept": "application/jwt"})
    except requests.RequestException as error:
        raise SignInError(Problem.UNAVAILABLE, "token or userinfo does not answer") from error
    except (OAuthError, ValueError, RecursionError) as error:
        raise SignInError(Problem.REFUSED, "token refused") from error
    userinfo = tokens.signed_claims(_signed_body(answer), provider)
    tokens.check_userinfo(userinfo, provider, subject=claims["sub"], now=now)
    return Vouched(id_token, claims, userinfo)


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


def _problem_of(error: str) -> Problem:
    """The page for an error of the return. Branch on ``error`` only: descriptions vary."""
    if error in _THEIR_TROUBLE:
        return Problem.UNAVAILABLE
    return Problem.REFUSED if error in _OUR_FAULT else Problem.ABANDONED
