from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.cache import cache

from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.franceconnect import Identity, authorization_url, end_session_url, receive
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider, franceconnect
from mespoints.identity.transactions import Transaction
from tests.identity.issuer import CLIENT_ID, CLIENT_SECRET, ISSUER, SUBJECT, Issuer, rsa_key, weak_key

RETURN = "https://mespoints.test/connexion/franceconnect/retour/"
TRANSACTION = Transaction("5" * 64, "7" * 64, RETURN, "", 0.0)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def come_back(issuer: Issuer, provider: Provider) -> Callable[..., Identity]:
    """Sign in at the issuer and come back, with ``changes`` in the address of the return."""
    issuer.now = lambda: NOW

    def come_back(provider: Provider = provider, **changes: str) -> Identity:
        answer = issuer.authorize(authorization_url(provider, TRANSACTION), **changes)
        return receive(provider, TRANSACTION, {name: value for name, value in answer.items() if value}, NOW)

    return come_back


def test_only_the_parameters_that_franceconnect_knows(issuer: Issuer, provider: Provider) -> None:
    """The authorization request bears the closed list and nothing else, whatever discovery announces."""
    issuer.in_discovery = {"code_challenge_methods_supported": ["S256"]}
    address, _, query = authorization_url(provider, TRANSACTION).partition("?")

    assert address == f"{ISSUER}/authorize"
    assert dict(parse_qsl(query)) == {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": RETURN,
        "scope": "openid identite_pivot idp_birthdate preferred_username",
        "state": TRANSACTION.state,
        "nonce": TRANSACTION.nonce,
        "acr_values": "eidas1",
    }


@pytest.mark.parametrize(("told", "is_refused"), [(None, False), (0, False), (-20, False), (-60, True), ("now", True)])
def test_who_is_asked_to_sign_in_again_has_done_so(
    issuer: Issuer, provider: Provider, told: int | str | None, is_refused: bool
) -> None:
    """The provider is told to ask, whomever it knows; when it says since when, it is not before we asked."""
    transaction = TRANSACTION._replace(started_at=NOW.timestamp(), again=True)
    issuer.now = lambda: NOW
    issuer.in_id_token = {"auth_time": int(NOW.timestamp()) + told if isinstance(told, int) else told}
    url = authorization_url(provider, transaction)

    assert "login" == dict(parse_qsl(urlsplit(url).query))["prompt"]
    if is_refused:
        with pytest.raises(SignInError):
            receive(provider, transaction, issuer.authorize(url), NOW)
    else:
        assert SUBJECT == receive(provider, transaction, issuer.authorize(url), NOW).subject


def test_pkce_when_the_provider_is_set_so(issuer: Issuer, provider: Provider) -> None:
    """A provider that wants PKCE gets the challenge, then the verifier."""
    transaction = TRANSACTION._replace(code_verifier="v" * 64)
    with_pkce = provider._replace(pkce=True)
    url = authorization_url(with_pkce, transaction)
    receive(with_pkce, transaction, issuer.authorize(url), issuer.now())

    assert dict(parse_qsl(urlsplit(url).query))["code_challenge_method"] == "S256"
    assert issuer.form("/token")["code_verifier"] == ["v" * 64]


def test_a_sound_return(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """The person is known by issuer and subject; the civil status comes from the signed userinfo."""
    identity = come_back()

    assert identity[:2] == (ISSUER, SUBJECT)
    assert identity.status == CivilStatus("MARTIN", "", ("Camille", "Zoé"), "female", "1975-04-02", "44109", "99100")
    assert identity.id_token.count(".") == 2


def test_the_client_says_who_it_is_in_the_form(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """The token call bears client_secret_post, the same redirect_uri, and no Authorization header."""
    come_back()
    request = next(request for path, request, _ in issuer.calls if path == "/token")

    assert "Authorization" not in request.headers
    assert issuer.form("/token") == {
        "grant_type": ["authorization_code"],
        "code": ["code-0"],
        "redirect_uri": [RETURN],
        "client_id": [CLIENT_ID],
        "client_secret": [CLIENT_SECRET],
    }


def test_every_call_has_five_seconds(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """Documents are fetched once; no call waits for longer."""
    come_back()

    assert issuer.paths() == ["/.well-known/openid-configuration", "/token", "/jwks", "/userinfo"]
    assert {timeout for _, _, timeout in issuer.calls} == {5}


def test_an_algorithm_agreed_at_registration(
    come_back: Callable[..., Identity], issuer: Issuer, provider: Provider
) -> None:
    """RS256 serves where the settings say RS256."""
    issuer.alg, issuer.key = "RS256", rsa_key()
    issuer.published = [issuer.key]

    assert come_back(provider._replace(signing_alg="RS256")).subject == SUBJECT


def refused(come_back: Callable[..., Identity], **changes: str) -> tuple[Problem, str]:
    """The problem and its detail when the person comes back."""
    with pytest.raises(SignInError) as caught:
        come_back(**changes)
    return caught.value.problem, caught.value.detail


LATER, EARLIER = int(NOW.timestamp()) + 60, int(NOW.timestamp()) - 60


@pytest.mark.parametrize(
    ("claim", "value", "detail"),
    [
        ("iss", "https://another.test/api/v2", "iss"),
        ("iss", ISSUER + "/", "iss"),
        ("iss", None, "iss"),
        ("aud", "another-client", "aud"),
        ("aud", [CLIENT_ID, "another-client"], "aud"),
        ("aud", None, "aud"),
        ("azp", "another-client", "azp"),
        ("sub", None, "sub"),
        ("sub", "", "sub"),
        ("sub", 12, "sub"),
        ("sub", "a" * 256, "sub"),
        ("sub", "a\0b", "sub"),
        ("sub", "é", "sub"),
        ("nonce", "8" * 64, "nonce"),
        ("nonce", None, "nonce"),
        ("nonce", "é" * 64, "nonce"),
        ("acr", None, "acr"),
        ("acr", "eidas0", "acr"),
        ("acr", 1, "acr"),
        ("exp", EARLIER, "exp"),
        ("exp", None, "exp"),
        ("exp", float("nan"), "exp"),
        ("iat", LATER, "iat"),
        ("iat", None, "iat"),
        ("iat", True, "iat"),
        ("at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "at_hash"),
    ],
)
def test_an_unsound_id_token(
    come_back: Callable[..., Identity], issuer: Issuer, claim: str, value: Any, detail: str
) -> None:
    """Each claim of the id_token that is wrong or missing stops the sign-in, before the userinfo is asked for."""
    issuer.in_id_token = {claim: value}

    assert refused(come_back) == (Problem.REFUSED, detail)
    assert "/userinfo" not in issuer.paths()


@pytest.mark.parametrize(
    ("claim", "value"),
    [("acr", "eidas2"), ("aud", [CLIENT_ID]), ("exp", EARLIER + 31), ("iat", LATER - 31), ("at_hash", None)],
)
def test_a_sound_id_token_of_another_shape(
    come_back: Callable[..., Identity], issuer: Issuer, claim: str, value: Any
) -> None:
    """A higher level, a list of one audience, clocks half a minute apart and no at_hash are accepted."""
    issuer.in_id_token = {claim: value}

    assert come_back().subject == SUBJECT


def test_a_level_below_the_one_asked(come_back: Callable[..., Identity], issuer: Issuer, provider: Provider) -> None:
    """eidas1 does not do where eidas2 was asked."""
    with pytest.raises(SignInError) as caught:
        come_back(provider._replace(acr="eidas2"))

    assert caught.value.detail == "acr"


@pytest.mark.parametrize(
    ("claim", "value", "detail"),
    [
        ("sub", "b" * 64 + "v1", "userinfo about another subject"),
        ("iss", "https://another.test/api/v2", "iss"),
        ("aud", "another-client", "aud"),
        ("exp", EARLIER, "exp"),
        ("family_name", None, "missing claims: family_name"),
        ("birthplace", None, "missing claims: birthplace"),
        ("given_name_array", None, "missing claims: given_name_array"),
        ("given_name_array", "Camille Zoé", "malformed claim"),
        ("birthdate", "1975", "malformed claim"),
        ("gender", "unspecified", "malformed claim"),
        ("birthcountry", "FRANCE", "malformed claim"),
    ],
)
def test_an_unsound_userinfo(
    come_back: Callable[..., Identity], issuer: Issuer, claim: str, value: Any, detail: str
) -> None:
    """The userinfo is verified as the id_token is, speaks of the same subject, and brings back all that was asked."""
    issuer.in_userinfo = {claim: value}

    assert refused(come_back) == (Problem.REFUSED, detail)


def test_a_userinfo_without_signature(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """Plain JSON proves nothing."""
    issuer.signs_userinfo = False

    assert refused(come_back) == (Problem.REFUSED, "userinfo is not signed")


@pytest.mark.parametrize("alg", ["none", "HS256", "RS256"])
def test_an_algorithm_that_was_not_agreed(come_back: Callable[..., Identity], issuer: Issuer, alg: str) -> None:
    """A token cannot choose its algorithm: none, the client secret or another sound one are all refused."""
    issuer.alg = alg
    if alg != "none":
        issuer.key = rsa_key() if alg == "RS256" else weak_key()
    issuer.published = [rsa_key()] if alg == "RS256" else issuer.published

    assert refused(come_back)[0] is Problem.REFUSED


def test_a_signature_by_a_stranger(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """The name of a key is not the key."""
    sound = issuer.published
    issuer.rotate("first")
    issuer.published = sound

    assert refused(come_back) == (Problem.REFUSED, "signature")


def test_a_key_that_the_issuer_does_not_publish(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """An unknown key has the keys fetched again, once, then stops the sign-in."""
    sound = issuer.published
    issuer.rotate("unknown")
    issuer.published = sound

    assert refused(come_back) == (Problem.REFUSED, "unknown key")
    assert issuer.paths().count("/jwks") == 2


def test_a_key_changed_since(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """The issuer may change its key: the new one is fetched and the person notices nothing."""
    come_back()
    issuer.rotate("second")

    assert come_back().subject == SUBJECT
    assert issuer.paths().count("/jwks") == 2


def test_an_answer_of_another_provider(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """A return that names another issuer is refused before its code is used."""

    assert refused(come_back, iss="https://another.test/api/v2") == (Problem.REFUSED, "iss of the return")
    assert "/token" not in issuer.paths()


def test_an_issuer_that_said_it_would_name_itself(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """Without iss all is well, unless discovery announces it."""
    come_back(iss="")

    cache.clear()
    issuer.in_discovery = {"authorization_response_iss_parameter_supported": True}

    assert refused(come_back, iss="") == (Problem.REFUSED, "iss of the return")


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        ("access_denied", Problem.ABANDONED),
        ("anything_else", Problem.ABANDONED),
        ("server_error", Problem.UNAVAILABLE),
        ("temporarily_unavailable", Problem.UNAVAILABLE),
        ("invalid_request", Problem.REFUSED),
        ("invalid_scope", Problem.REFUSED),
    ],
)
def test_errors_of_the_return(come_back: Callable[..., Identity], issuer: Issuer, error: str, problem: Problem) -> None:
    """The error alone tells; nothing is asked of the issuer any more."""

    assert refused(come_back, error=error, code="") == (problem, "error on return")
    assert "/token" not in issuer.paths()


def test_a_return_without_code(come_back: Callable[..., Identity]) -> None:
    """Neither code nor error: nothing to do."""

    assert refused(come_back, code="") == (Problem.REFUSED, "no code")


def test_a_code_used_before(come_back: Callable[..., Identity]) -> None:
    """The issuer takes a code once."""
    come_back()

    assert refused(come_back, code="code-0") == (Problem.REFUSED, "token refused")


@pytest.mark.parametrize("missing", ["id_token", "access_token"])
def test_a_token_answer_without_tokens(come_back: Callable[..., Identity], issuer: Issuer, missing: str) -> None:
    """Both tokens are needed."""
    issuer.in_token_answer = {missing: None}

    assert refused(come_back) == (Problem.REFUSED, "token answer without tokens")


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/jwks", "/userinfo"])
def test_an_issuer_that_does_not_answer(come_back: Callable[..., Identity], issuer: Issuer, path: str) -> None:
    """Any call that fails leads to one page: the service does not answer."""
    issuer.down = {path}

    assert refused(come_back)[0] is Problem.UNAVAILABLE


def test_a_token_answer_that_cannot_be_read(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """Lists in lists in lists end on a page, as any other nonsense does."""
    issuer.bodies = {"/token": b"[" * 100_000}

    assert refused(come_back) == (Problem.REFUSED, "token refused")


@pytest.mark.parametrize("where", ["in_id_token", "in_userinfo"])
def test_a_helper_acting_for_the_person(come_back: Callable[..., Identity], issuer: Issuer, where: str) -> None:
    """Aidants Connect says so with rep_scope, in one token or the other."""
    setattr(issuer, where, {"rep_scope": ["transport"]})

    assert refused(come_back) == (Problem.REPRESENTATIVE, "rep_scope")


def test_an_identity_of_another_state(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """An eIDAS identity is named for what it is, although it lacks claims, and its session can still be ended."""
    issuer.in_id_token = {"amr": ["eidas"]}
    issuer.in_userinfo = {"birthcountry": None}
    with pytest.raises(SignInError) as caught:
        come_back()

    assert caught.value.problem is Problem.FOREIGN
    assert caught.value.id_token.count(".") == 2


def test_an_account_that_is_denied(
    come_back: Callable[..., Identity], issuer: Issuer, provider: Provider, settings: Any
) -> None:
    """The account is asked for while some are denied; one of them stops, its session can be ended, others come in."""
    settings.MESPOINTS_FC_DENIED_IDPS = ["stolen"]
    watchful = franceconnect()
    assert watchful is not None
    issuer.in_userinfo = {"idp_id": "stolen"}
    with pytest.raises(SignInError) as stopped:
        come_back(watchful)
    issuer.in_userinfo = {"idp_id": "sound"}

    assert ("openid identite_pivot idp_birthdate preferred_username idp_id", True) == (
        watchful.scope, bool(stopped.value.id_token),
    )  # fmt: skip
    assert Problem.DENIED == stopped.value.problem
    assert SUBJECT == come_back(watchful).subject


def test_a_denied_account_does_not_hide_by_saying_nothing(
    come_back: Callable[..., Identity], issuer: Issuer, provider: Provider, settings: Any
) -> None:
    """While some are denied, an answer that does not name its account is refused."""
    settings.MESPOINTS_FC_DENIED_IDPS = ["stolen"]
    with pytest.raises(SignInError, match="missing claims: idp_id"):
        come_back(franceconnect())


def test_a_french_identity_that_says_so(come_back: Callable[..., Identity], issuer: Issuer) -> None:
    """The method of a French account is no obstacle, nor is one that makes no sense."""
    issuer.in_id_token, issuer.in_userinfo = {"amr": ["fr"]}, {"amr": 1}

    assert come_back().subject == SUBJECT


def test_where_the_session_ends(issuer: Issuer, provider: Provider) -> None:
    """The end of session takes the hint, the state and the exact return."""
    url = end_session_url(provider, "x.y.z", state="9" * 64, return_uri="https://mespoints.test/deconnexion/retour/")

    assert url.partition("?")[0] == f"{ISSUER}/session/end"
    assert dict(parse_qsl(urlsplit(url).query)) == {
        "id_token_hint": "x.y.z",
        "state": "9" * 64,
        "post_logout_redirect_uri": "https://mespoints.test/deconnexion/retour/",
    }
