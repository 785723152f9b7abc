"""A sign-in under way: its state and nonce, kept in the browser's own session, used once, for ten minutes."""

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.sessions.backends.base import SessionBase, UpdateError

LIFETIME = timedelta(minutes=10)
SESSION_KEY = "franceconnect_transactions"
OF_AGENTS = "proconnect_transactions"
"""Apart: a state that was sent to one provider is worth nothing when another one brings it back."""
# Several tabs may start at once; more than this is not a person.
_AT_MOST = 5


class Transaction(NamedTuple):
    """What must come back (``nonce``) or be said again (the others) when the person returns.

    ``again``: whether they have to prove who they are even where the provider still knows them.
    """

    state: str
    nonce: str
    redirect_uri: str
    code_verifier: str
    started_at: float
    again: bool = False


def begin(
    session: SessionBase, redirect_uri: str, now: datetime, *, pkce: bool, again: bool = False, key: str = SESSION_KEY
) -> Transaction:
    """Open a transaction in the session, dropping those too old or too many. ``key``: those of which provider.

    64 hexadecimal characters: the one length that all published readings of FranceConnect's rule accept.
    """
    verifier = secrets.token_urlsafe(48) if pkce else ""
    state, nonce = secrets.token_hex(32), secrets.token_hex(32)
    started = Transaction(state, nonce, redirect_uri, verifier, now.timestamp(), again)
    kept = _open_ones(session, now, key)[-(_AT_MOST - 1) :]
    session[key] = {transaction.state: list(transaction[1:]) for transaction in [*kept, started]}
    return started


def take(session: SessionBase, state: str, now: datetime, *, key: str = SESSION_KEY) -> Transaction | None:
    """The transaction of this state, which can never be taken again; none if unknown, used or too old.

    Saved at once, before any call to the provider: the same address opened twice finds nothing the second time.
    """
    transactions = _open_ones(session, now, key)
    taken = next((transaction for transaction in transactions if transaction.state == state), None)
    if taken is not None:
        left = [transaction for transaction in transactions if transaction is not taken]
        session[key] = {transaction.state: list(transaction[1:]) for transaction in left}
        try:
            session.save()
        except UpdateError:
            # Another tab has just ended the session.
            return None
    return taken


def _open_ones(session: SessionBase, now: datetime, key: str) -> list[Transaction]:
    """The transactions of the session that are not too old, oldest first."""
    since = (now - LIFETIME).timestamp()
    kept = (Transaction(state, *rest) for state, rest in session.get(key, {}).items())
    return [transaction for transaction in kept if transaction.started_at > since]
