"""The provider as a WSGI application: which address is answered by what, and the headers of every answer."""

import time
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

from mespoints.demo.provider import pages
from mespoints.demo.provider.errors import AnsweredError, PageError
from mespoints.demo.provider.exchange import Exchange
from mespoints.demo.provider.http import Request, Response, document, read_request
from mespoints.demo.provider.journey import Journey
from mespoints.demo.provider.memory import Memory
from mespoints.demo.provider.parties import FRANCECONNECT, Client, Identity, Profile
from mespoints.demo.provider.shelf import Clock
from mespoints.demo.provider.tokens import ALGORITHM, Signer


class Provider:
    """The whole provider, for one registered service and a list of people."""

    def __init__(
        self,
        issuer: str,
        client: Client,
        identities: Sequence[Identity],
        clock: Clock = time.time,
        profile: Profile = FRANCECONNECT,
    ) -> None:
        self.issuer = issuer
        self._profile = profile
        address = urlsplit(issuer)
        self._host = address.netloc
        self.base = address.path
        memory = Memory(clock)
        self._signer = Signer(issuer, clock)
        self._exchange = Exchange(client, memory, self._signer, profile)
        known = {identity.key: identity for identity in identities}
        self._journey = Journey(client, known, memory, self._signer, profile)
        self._security = _security_headers(client)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        response = self._answer(environ)
        headers = [*response.headers, *self._security, ("Content-Length", str(len(response.body)))]
        start_response(response.status, headers)
        return [response.body]

    def _answer(self, environ: WSGIEnvironment) -> Response:
        try:
            return self._route(read_request(environ))
        except PageError as refusal:
            return pages.error(refusal.code, refusal.sentence, refusal.status, self._profile)
        except AnsweredError as refusal:
            answer = document({"error": refusal.error, "error_description": refusal.description}, refusal.status)
            challenge = ("WWW-Authenticate", f'Bearer realm="{self.issuer}", error="{refusal.error}"')
            return answer._replace(headers=(*answer.headers, challenge)) if "401" in refusal.status else answer

    def _route(self, request: Request) -> Response:
        if request.host != self._host:
            raise PageError("Y000400", "Cette adresse n'est pas celle du fournisseur.")
        if (request.method, request.path) == ("GET", pages.STYLE_PATH):
            return Response("200 OK", (("Content-Type", "text/css; charset=utf-8"),), pages.STYLE)
        if not request.path.startswith(f"{self.base}/"):
            raise PageError("Y000404", "Cette page n'existe pas.", "404 Not Found")
        return self._endpoint(request, request.path.removeprefix(f"{self.base}/"))

    def _endpoint(self, request: Request, path: str) -> Response:
        match request.method, path.split("/"):
            case "GET", [".well-known", "openid-configuration"]:
                return document(self._configuration())
            case "GET", ["jwks"]:
                return document(self._signer.public_keys())
            case "GET" | "POST", ["authorize"]:
                return self._journey.authorize(request)
            case "GET" | "POST", ["interaction", uid]:
                return self._journey.interaction(request, uid, "")
            case "GET" | "POST", ["interaction", uid, step]:
                return self._journey.interaction(request, uid, step)
            case "POST", ["token"]:
                return self._exchange.token(request)
            case "GET", ["userinfo"]:
                return self._exchange.userinfo(request)
            case "GET", ["session", "end"]:
                return self._journey.sign_out(request)
        raise PageError("Y000404", "Cette page n'existe pas.", "404 Not Found")

    def _configuration(self) -> dict[str, object]:
        """The discovery document. Like FranceConnect's, it announces PKCE although ``/authorize`` refuses it."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "end_session_endpoint": f"{self.issuer}/session/end",
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["pairwise" if self._profile is FRANCECONNECT else "public"],
            "acr_values_supported": list(self._profile.levels),
            "scopes_supported": sorted(self._profile.claims_by_scope),
            "claims_supported": sorted(set().union(*self._profile.claims_by_scope.values())),
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "userinfo_signing_alg_values_supported": [ALGORITHM],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "authorization_response_iss_parameter_supported": True,
            "code_challenge_methods_supported": ["S256"],
        }


class Providers:
    """Several providers behind one address: each answers below its own path, the first one for what is nobody's."""

    def __init__(self, first: Provider, *others: Provider) -> None:
        self._first, self._others = first, others

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        answering = next((one for one in self._others if path.startswith(f"{one.base}/")), self._first)
        return answering(environ, start_response)


def _security_headers(client: Client) -> tuple[tuple[str, str], ...]:
    """``form-action`` names the service too: browsers apply it to the redirect that follows a form."""
    origins = sorted({f"{urlsplit(uri).scheme}://{urlsplit(uri).netloc}" for uri in client.redirect_uris})
    policy = (
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {' '.join(origins)}"
    )
    return (
        ("Content-Security-Policy", policy),
        ("Cache-Control", "no-store"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
    )
