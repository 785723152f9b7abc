"""The provider's state: journeys under way, sessions, codes and access tokens, each with FranceConnect's lifetime."""

from typing import NamedTuple

from mespoints.demo.provider.authorization import Authorization
from mespoints.demo.provider.parties import Identity
from mespoints.demo.provider.shelf import Clock, Shelf

INTERACTION_SECONDS = 30 * 60
SESSION_SECONDS = 30 * 60
CODE_SECONDS = 30
ACCESS_TOKEN_SECONDS = 60


class SignedIn(NamedTuple):
    """Somebody who signed in with an identity provider."""

    identity: Identity
    identity_provider: str
    authenticated_at: int


class Interaction(NamedTuple):
    """A browser on its way from ``/authorize`` back to the service."""

    authorization: Authorization
    identity_provider: str | None = None
    signed_in: SignedIn | None = None


class Grant(NamedTuple):
    """What a code, then an access token, gives right to."""

    authorization: Authorization
    signed_in: SignedIn


class Memory:
    """Everything the provider remembers; nothing is written to disk."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.interactions: Shelf[Interaction] = Shelf(INTERACTION_SECONDS, clock)
        self.sessions: Shelf[SignedIn] = Shelf(SESSION_SECONDS, clock)
        self.codes: Shelf[Grant] = Shelf(CODE_SECONDS, clock)
        self.access_tokens: Shelf[Grant] = Shelf(ACCESS_TOKEN_SECONDS, clock)
        self.spent_codes: Shelf[str] = Shelf(ACCESS_TOKEN_SECONDS, clock)
        """A code already exchanged, and the access token that it gave: a second exchange withdraws it."""
