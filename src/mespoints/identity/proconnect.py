"""An agent who comes back from ProConnect: who they are there. Whether they may enter is for ``agents`` to say."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from mespoints.identity.openid import come_back
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider
from mespoints.identity.transactions import Transaction


class AgentIdentity(NamedTuple):
    """A professional whom ProConnect vouches for. ``idp_id``: the directory that knows them, under ``uid``."""

    issuer: str
    subject: str
    idp_id: str
    uid: str
    email: str
    id_token: str


def receive_agent(
    provider: Provider, transaction: Transaction, answer: Mapping[str, str], now: datetime
) -> AgentIdentity:
    """Who came back. Refused when a claim that we asked for did not come back, or is no text."""
    id_token, claims, userinfo = come_back(provider, transaction, answer, now)
    missing = [name for name in provider.required_claims if not _is_text(userinfo.get(name))]
    if missing:
        raise SignInError(Problem.REFUSED, "missing claims: " + " ".join(missing), id_token=id_token)
    idp_id, uid, email = (str(userinfo[name]) for name in ("idp_id", "uid", "email"))
    return AgentIdentity(provider.issuer, str(claims["sub"]), idp_id, uid, email, id_token)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
