"""``/token`` and ``/userinfo``: what the service's server asks, without the browser."""

import hmac

from mespoints.demo.provider.errors import AnsweredError
from mespoints.demo.provider.http import Request, Response, document
from mespoints.demo.provider.memory import ACCESS_TOKEN_SECONDS, Grant, Memory
from mespoints.demo.provider.parties import FRANCECONNECT, Client, Profile, claims_for
from mespoints.demo.provider.tokens import Signer


class Exchange:
    """The two calls that follow the browser's return, each with its refusals."""

    def __init__(self, client: Client, memory: Memory, signer: Signer, profile: Profile = FRANCECONNECT) -> None:
        self._client = client
        self._memory = memory
        self._signer = signer
        self._profile = profile

    def token(self, request: Request) -> Response:
        """A code for an access token and an id_token, once (OpenID Connect Core, 3.1.3)."""
        self._authenticate(request)
        if request.form.get("grant_type") != "authorization_code":
            raise AnsweredError("unsupported_grant_type", "unsupported grant_type requested")
        grant = self._redeem(request.form.get("code", ""), request.form.get("redirect_uri", ""))
        access_token = self._memory.access_tokens.put(grant)
        self._memory.spent_codes.put(access_token, request.form["code"])
        claims = {
            "sub": self._profile.subject(grant.signed_in.identity, self._client),
            "nonce": grant.authorization.nonce,
            "acr": grant.signed_in.identity.acr,
            "auth_time": grant.signed_in.authenticated_at,
        }
        return document(
            {
                "access_token": access_token,
                "expires_in": ACCESS_TOKEN_SECONDS,
                "id_token": self._signer.id_token(self._client.client_id, access_token, claims),
                "scope": " ".join(sorted(grant.authorization.scopes)),
                "token_type": "Bearer",
            }
        )

    def _authenticate(self, request: Request) -> None:
        """client_secret_post alone: FranceConnect refuses client_secret_basic."""
        secret = request.form.get("client_secret", "").encode()
        known = hmac.compare_digest(secret, self._client.client_secret.encode())
        if request.authorization or request.form.get("client_id") != self._client.client_id or not known:
            raise AnsweredError("invalid_client", "client authentication failed", "401 Unauthorized")

    def _redeem(self, code: str, redirect_uri: str) -> Grant:
        access_token = self._memory.spent_codes.take(code)
        if access_token is not None:
            self._memory.access_tokens.take(access_token)
        grant = self._memory.codes.take(code)
        if grant is None or grant.authorization.redirect_uri != redirect_uri:
            raise AnsweredError("invalid_grant", "grant request is invalid")
        return grant

    def userinfo(self, request: Request) -> Response:
        """The identity, as a signed JWT and never as plain JSON."""
        scheme, _, access_token = request.authorization.partition(" ")
        grant = self._memory.access_tokens.get(access_token) if scheme.lower() == "bearer" else None
        if grant is None:
            raise AnsweredError("invalid_token", "invalid token provided", "401 Unauthorized")
        identity = grant.signed_in.identity
        scopes, by_scope = grant.authorization.scopes, self._profile.claims_by_scope
        claims = claims_for(identity, grant.signed_in.identity_provider, scopes, by_scope)
        claims["sub"] = self._profile.subject(identity, self._client)
        token = self._signer.userinfo(self._client.client_id, claims)
        return Response("200 OK", (("Content-Type", "application/jwt"),), token.encode())
