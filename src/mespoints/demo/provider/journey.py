"""The browser's way through the provider: authorize, choose, consent, go back, sign out."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from mespoints.demo.provider import pages
from mespoints.demo.provider.authorization import check_authorization, read_authorization
from mespoints.demo.provider.errors import PageError, ReturnedError
from mespoints.demo.provider.http import Request, Response, cookie, redirect, with_parameters
from mespoints.demo.provider.memory import INTERACTION_SECONDS, SESSION_SECONDS, Grant, Interaction, Memory, SignedIn
from mespoints.demo.provider.parties import Client, Identity, Profile
from mespoints.demo.provider.tokens import Signer

SESSION_COOKIE = "demonstration_fc_session"
INTERACTION_COOKIE = "demonstration_fc_interaction"
LOGOUT_ACCEPTED = frozenset(("id_token_hint", "post_logout_redirect_uri", "state", "client_id", "ui_locales"))


class Journey:
    """Every page that a person meets, in order, and the single sign-on session that they leave behind."""

    def __init__(
        self, client: Client, identities: Mapping[str, Identity], memory: Memory, signer: Signer, profile: Profile
    ) -> None:
        self._base = urlsplit(signer.issuer).path
        self._client = client
        self._identities = identities
        self._memory = memory
        self._signer = signer
        self._profile = profile

    def authorize(self, request: Request) -> Response:
        """Open an interaction; a live session skips to the consent, as single sign-on does."""
        parameters = request.form if request.method == "POST" else request.query
        authorization = read_authorization(parameters, self._client, self._profile)
        try:
            check_authorization(parameters, authorization, self._client, self._profile)
        except ReturnedError as refusal:
            return self._refused(authorization.redirect_uri, authorization.state, refusal)
        signed_in = None if "login" in authorization.prompt else self._session(request)
        provider = None if self._profile.asks_for_provider else ""
        uid = self._memory.interactions.put(Interaction(authorization, provider, signed_in))
        step = "/consent" if signed_in else "" if self._profile.asks_for_provider else "/person"
        return redirect(
            f"{self._base}/interaction/{uid}{step}", cookie(INTERACTION_COOKIE, uid, self._base, INTERACTION_SECONDS)
        )

    def _session(self, request: Request) -> SignedIn | None:
        key = request.cookies.get(SESSION_COOKIE, "")
        signed_in = self._memory.sessions.get(key)
        if signed_in is not None:
            self._memory.sessions.put(signed_in, key)
        return signed_in

    def _refused(self, redirect_uri: str, state: str, refusal: ReturnedError) -> Response:
        parameters = {"error": refusal.error, "error_description": refusal.description, "state": state}
        return redirect(with_parameters(redirect_uri, {**parameters, "iss": self._signer.issuer}))

    def interaction(self, request: Request, uid: str, step: str) -> Response:
        """One step of the interaction; only the browser that opened it may go on."""
        interaction = self._memory.interactions.get(uid)
        if interaction is None or request.cookies.get(INTERACTION_COOKIE) != uid:
            raise PageError("Y190001", "Votre session a expiré ou a été ouverte dans un autre navigateur.")
        match request.method, step:
            case "GET", _:
                return self._shown(interaction, uid, step)
            case "POST", "":
                return self._provider_chosen(interaction, uid, request.form.get("identity_provider", ""))
            case "POST", "person":
                return self._person_chosen(interaction, uid, request.form.get("person", ""))
            case "POST", "restart":
                return self._restarted(interaction, uid)
            case "POST", "consent":
                return self._consented(interaction, uid)
            case "POST", "abort":
                return self._aborted(interaction, uid)
        raise PageError("Y000404", "Cette page n'existe pas.", "404 Not Found")

    def _shown(self, interaction: Interaction, uid: str, step: str) -> Response:
        here = f"{self._base}/interaction/{uid}"
        if step == "" and self._profile.asks_for_provider:
            return pages.identity_providers(here, self._client, self._profile)
        if step in ("", "person") and interaction.identity_provider is not None:
            return pages.people(here, self._profile, interaction.identity_provider, list(self._identities.values()))
        if step == "consent" and interaction.signed_in is not None:
            scopes = interaction.authorization.scopes
            return pages.consent(here, self._client, self._profile, interaction.signed_in, scopes)
        return redirect(here)

    def _restarted(self, interaction: Interaction, uid: str) -> Response:
        provider = None if self._profile.asks_for_provider else ""
        self._memory.interactions.put(Interaction(interaction.authorization, provider), uid)
        return redirect(f"{self._base}/interaction/{uid}")

    def _provider_chosen(self, interaction: Interaction, uid: str, identity_provider: str) -> Response:
        if identity_provider not in self._profile.identity_providers:
            raise PageError("Y000400", "Ce fournisseur d'identité n'est pas connu.")
        self._memory.interactions.put(interaction._replace(identity_provider=identity_provider), uid)
        return redirect(f"{self._base}/interaction/{uid}/person")

    def _person_chosen(self, interaction: Interaction, uid: str, person: str) -> Response:
        identity = self._identities.get(person)
        if identity is None or interaction.identity_provider is None:
            raise PageError("Y000400", "Cette personne n'est pas connue.")
        levels = interaction.authorization.levels
        if levels and identity.acr not in levels:
            return self._not_strong_enough(interaction, uid)
        signed_in = SignedIn(identity, interaction.identity_provider, int(self._memory.clock()))
        self._memory.interactions.put(interaction._replace(signed_in=signed_in), uid)
        return redirect(f"{self._base}/interaction/{uid}/consent")

    def _not_strong_enough(self, interaction: Interaction, uid: str) -> Response:
        """An essential level that the person does not reach (OpenID Connect Core, 5.5.1.1)."""
        self._memory.interactions.take(uid)
        refusal = ReturnedError("access_denied", "requested ACRs could not be satisfied")
        return self._refused(interaction.authorization.redirect_uri, interaction.authorization.state, refusal)

    def _consented(self, interaction: Interaction, uid: str) -> Response:
        if interaction.signed_in is None:
            raise PageError("Y000400", "Personne ne s'est encore identifié.")
        self._memory.interactions.take(uid)
        code = self._memory.codes.put(Grant(interaction.authorization, interaction.signed_in))
        session = self._memory.sessions.put(interaction.signed_in)
        answer = {"code": code, "state": interaction.authorization.state, "iss": self._signer.issuer}
        return redirect(
            with_parameters(interaction.authorization.redirect_uri, answer),
            cookie(INTERACTION_COOKIE, "", self._base, 0),
            cookie(SESSION_COOKIE, session, self._base, SESSION_SECONDS),
        )

    def _aborted(self, interaction: Interaction, uid: str) -> Response:
        self._memory.interactions.take(uid)
        refusal = ReturnedError("access_denied", "User auth aborted")
        return self._refused(interaction.authorization.redirect_uri, interaction.authorization.state, refusal)

    def sign_out(self, request: Request) -> Response:
        """End the session and send the browser back, as FranceConnect does: nothing optional, nothing approximate."""
        for name in sorted(request.query.keys() - LOGOUT_ACCEPTED):
            raise PageError("Y000400", f"Paramètre inconnu : {name}.")
        if not self._signer.is_own_id_token(request.query.get("id_token_hint", ""), self._client.client_id):
            raise PageError("Y100019", "Le paramètre id_token_hint manque ou n'est pas valable.")
        if request.query.get("post_logout_redirect_uri") not in self._client.post_logout_redirect_uris:
            raise PageError("Y04CFAEF", "L'adresse de retour après déconnexion n'est pas celle qui a été déclarée.")
        if not request.query.get("state"):
            raise PageError("Y000400", "Paramètre manquant : state.")
        self._memory.sessions.take(request.cookies.get(SESSION_COOKIE, ""))
        address = with_parameters(request.query["post_logout_redirect_uri"], {"state": request.query["state"]})
        return redirect(address, cookie(SESSION_COOKIE, "", self._base, 0))
