"""``/api/v1/token``: OAuth 2.0 client credentials (RFC 6749, section 4.4), the client known by its key (RFC 7523)."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Form, Router, Schema
from ninja.responses import Status
from pydantic import Field

from mespoints.api.allowance import spend
from mespoints.api.assertions import LONGEST, TYPE, AssertionRefused, client_of
from mespoints.api.clients import caller_of
from mespoints.api.problems import Problem, Refusal
from mespoints.api.scopes import scope_of
from mespoints.api.tokens import LIFE, issue

router = Router()


class Granted(Schema):
    """RFC 6749, section 5.1."""

    access_token: str
    token_type: str
    expires_in: int
    scope: str


class Error(Schema):
    """RFC 6749, section 5.2."""

    error: str
    error_description: str


class TokenRequest(Schema):
    """RFC 6749, section 4.4.2, and RFC 7523, section 2.2."""

    grant_type: str = ""
    client_assertion_type: str = ""
    client_assertion: Annotated[str, Field(max_length=LONGEST)] = ""
    scope: str = ""


REFUSED = {
    "unsupported_grant_type": (400, "client_credentials is expected"),
    "invalid_request": (400, "a signed client assertion (RFC 7523) is expected"),
    "invalid_client": (401, "the client assertion opens nothing"),
    "invalid_scope": (400, "the scope is that of the article under which the client is registered"),
}


@router.post("/token", auth=None, response={200: Granted, 400: Error, 401: Error, 422: Problem, 429: Problem})
def token(request: HttpRequest, form: Form[TokenRequest]) -> Status[Any]:
    """An access token, good for ten minutes; its scope is the one that the article of the client opens."""
    if form.grant_type != "client_credentials":
        return refused("unsupported_grant_type")
    if form.client_assertion_type != TYPE or not form.client_assertion:
        return refused("invalid_request")
    now = request.now  # type: ignore[attr-defined]
    try:
        client = client_of(
            form.client_assertion, audience=request.build_absolute_uri(request.path), now=now, today=request.today,  # type: ignore[attr-defined]
        )  # fmt: skip
    except AssertionRefused:
        return refused("invalid_client")
    wait = spend(client, now)
    if wait:
        raise Refusal("too-many", headers={"Retry-After": str(wait)})
    scope = scope_of(caller_of(client))
    if form.scope not in ("", scope):
        return refused("invalid_scope")
    granted = Granted(
        access_token=issue(client, now),
        token_type="Bearer",  # noqa: S106 - a kind of token, not one
        expires_in=int(LIFE.total_seconds()),
        scope=scope,
    )
    return Status(200, granted)


def refused(error: str) -> Status[Error]:
    """An error of RFC 6749; it does not say which part of an assertion was wrong."""
    status, description = REFUSED[error]
    return Status(status, Error(error=error, error_description=description))
