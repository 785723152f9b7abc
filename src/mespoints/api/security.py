"""Who is calling, out of the access token; and how often they may."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja.security import HttpBearer

from mespoints.api.allowance import spend
from mespoints.api.models import Client
from mespoints.api.problems import Refusal
from mespoints.api.tokens import client_of


class Authenticated(HttpRequest):
    """For the type checker: a request as the clock and ``AccessToken`` complete it."""

    today: date
    now: datetime
    auth: Client


class AccessToken(HttpBearer):
    """A token of the token endpoint (RFC 6750)."""

    def authenticate(self, request: HttpRequest, token: str) -> Client | None:
        """Its client, counted among the calls of the minute. Raises Refusal when there are too many."""
        client = client_of(token, request.now, request.today)  # type: ignore[attr-defined]
        if client is None:
            return None
        wait = spend(client, request.now)  # type: ignore[attr-defined]
        if wait:
            raise Refusal("too-many", headers={"Retry-After": str(wait)})
        return client
