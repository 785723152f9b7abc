"""A driver who comes back from FranceConnect: the client is that of ``openid``, the civil status is read here."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from mespoints.identity import tokens
from mespoints.identity.civil_status import CivilStatus, from_claims
from mespoints.identity.openid import authorization_url, come_back, end_session_url
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider
from mespoints.identity.transactions import Transaction

__all__ = ["Identity", "authorization_url", "end_session_url", "receive"]


class Identity(NamedTuple):
    """A person whom the provider vouches for. ``id_token`` is kept as received: ending the session needs it."""

    issuer: str
    subject: str
    status: CivilStatus
    id_token: str


def receive(provider: Provider, transaction: Transaction, answer: Mapping[str, str], now: datetime) -> Identity:
    """Who came back. The state has been checked: ``transaction`` is the one that it names."""
    id_token, claims, userinfo = come_back(provider, transaction, answer, now)
    # A foreign identity lacks claims that a French one has: say what it is before saying what it lacks.
    _refuse_others(claims, userinfo, id_token=id_token)
    if str(userinfo.get("idp_id")) in provider.denied_idps:
        raise SignInError(Problem.DENIED, "idp_id", id_token=id_token)
    return Identity(provider.issuer, claims["sub"], from_claims(userinfo, provider), id_token)


def _refuse_others(*answers: tokens.Claims, id_token: str) -> None:
    """Refuse who is not a person of the French civil status acting for themselves."""
    for claims in answers:
        if "rep_scope" in claims:
            raise SignInError(Problem.REPRESENTATIVE, "rep_scope", id_token=id_token)
        methods = claims.get("amr")
        if isinstance(methods, list | str) and "eidas" in methods:
            raise SignInError(Problem.FOREIGN, "amr eidas", id_token=id_token)
