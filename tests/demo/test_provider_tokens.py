import json
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from mespoints.demo.provider.application import Provider
from mespoints.demo.provider.parties import subject
from mespoints.demo.provider.tokens import access_token_hash
from tests.demo.conftest import AFTER_SIGN_OUT, AINA, ASKED, CLIENT, ISSUER, RETURN, SECRET, ZOÉ, Answer, Browser, Clock


def exchanged(browser: Browser, code: str, /, **changes: str) -> Answer:
    """Ask for tokens as the service does, or otherwise."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": RETURN,
        "client_id": CLIENT.client_id,
        "client_secret": SECRET,
    }
    return browser.post(f"{ISSUER}/token", {**form, **changes})


def signed(browser: Browser, token: str) -> dict[str, Any]:
    """The claims of a token, checked with the published key."""
    keys = KeySet.import_key_set(json.loads(browser.get(f"{ISSUER}/jwks").body))
    return dict(jwt.decode(token, keys, algorithms=["ES256"]).claims)


def userinfo(browser: Browser, access_token: str) -> Answer:
    """Ask who it is."""
    return browser.get(f"{ISSUER}/userinfo", HTTP_AUTHORIZATION=f"Bearer {access_token}")


def tokens(browser: Browser, person: str = "aina", **changes: str | None) -> dict[str, Any]:
    """Sign in and exchange the code."""
    found: dict[str, Any] = json.loads(exchanged(browser, browser.sign_in(person, **changes)["code"]).body)
    return found


def test_the_id_token_says_who_for_whom_and_until_when(browser: Browser, clock: Clock) -> None:
    """Issuer, audience, one minute of life, the nonce, the level and the hash of the access token."""
    found = tokens(browser)
    claims = signed(browser, found["id_token"])
    now = int(clock.now)

    assert (found["token_type"], found["expires_in"]) == ("Bearer", 60)
    assert claims == {
        "iss": ISSUER,
        "aud": CLIENT.client_id,
        "iat": now,
        "exp": now + 60,
        "auth_time": now,
        "sub": subject(AINA, CLIENT),
        "nonce": ASKED["nonce"],
        "acr": "eidas1",
        "at_hash": access_token_hash(found["access_token"]),
    }


def test_userinfo_is_a_signed_token_with_the_granted_claims(browser: Browser, clock: Clock) -> None:
    """The pivot identity, padded birth date included, as application/jwt; no e-mail, no usage name."""
    answer = userinfo(browser, tokens(browser)["access_token"])
    now = int(clock.now)

    assert answer.headers["Content-Type"] == "application/jwt"
    assert signed(browser, answer.body) == {
        "iss": ISSUER,
        "aud": CLIENT.client_id,
        "iat": now,
        "exp": now + 60,
        "sub": subject(AINA, CLIENT),
        "given_name": "Aina Lalao",
        "given_name_array": ["Aina", "Lalao"],
        "family_name": "RAKOTO",
        "birthdate": "1968-03-01",
        "idp_birthdate": "1968-03-00",
        "gender": "female",
        "birthplace": "",
        "birthcountry": "99333",
    }


def test_a_narrower_scope_gives_less(browser: Browser) -> None:
    """With openid alone, userinfo says nothing but the subject."""
    answer = userinfo(browser, tokens(browser, scope="openid")["access_token"])

    assert signed(browser, answer.body).keys() == {"iss", "aud", "iat", "exp", "sub"}


def test_the_subject_has_the_shape_of_franceconnect() -> None:
    """64 hexadecimal characters and v1, another for another civil status and for another service."""
    other_service = CLIENT._replace(client_id="d" * 64)

    assert len(subject(AINA, CLIENT)) == 66
    assert subject(AINA, CLIENT).endswith("v1")
    assert len({subject(AINA, CLIENT), subject(ZOÉ, CLIENT), subject(AINA, other_service)}) == 3


def test_a_code_lives_thirty_seconds(browser: Browser, clock: Clock) -> None:
    """After half a minute the code is worth nothing."""
    code = browser.sign_in("aina")["code"]
    clock.now += 30

    assert json.loads(exchanged(browser, code).body)["error"] == "invalid_grant"


def test_a_code_serves_once_and_its_replay_withdraws_the_token(browser: Browser) -> None:
    """A code seen twice was stolen: the second exchange fails and the first token dies."""
    code = browser.sign_in("aina")["code"]
    access_token = json.loads(exchanged(browser, code).body)["access_token"]
    before = userinfo(browser, access_token).status
    replayed = exchanged(browser, code)

    assert (before, replayed.status, userinfo(browser, access_token).status) == (200, 400, 401)


def test_an_access_token_lives_one_minute(browser: Browser, clock: Clock) -> None:
    """After a minute userinfo refuses the token and says so as RFC 6750 asks."""
    access_token = tokens(browser)["access_token"]
    clock.now += 60
    answer = userinfo(browser, access_token)

    assert answer.status == 401
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"client_id": "wrong"}, 401, "invalid_client"),
        ({"grant_type": "refresh_token"}, 400, "unsupported_grant_type"),
        ({"redirect_uri": "http://127.0.0.1:8000/"}, 400, "invalid_grant"),
        ({"code": "unknown"}, 400, "invalid_grant"),
    ],
)
def test_the_exchange_refuses_what_is_not_exact(
    browser: Browser, changes: dict[str, str], status: int, error: str
) -> None:
    """A wrong secret, client, grant, address or code gets the error of RFC 6749."""
    answer = exchanged(browser, browser.sign_in("aina")["code"], **changes)

    assert (answer.status, json.loads(answer.body)["error"]) == (status, error)


def test_client_secret_basic_is_refused(browser: Browser) -> None:
    """FranceConnect wants the secret in the body: a client that sends it in the header would fail there too."""
    answer = browser.post(f"{ISSUER}/token", {"grant_type": "authorization_code"}, HTTP_AUTHORIZATION="Basic eDp5")

    assert (answer.status, json.loads(answer.body)["error"]) == (401, "invalid_client")


def test_a_token_of_another_scheme_is_refused(browser: Browser) -> None:
    """Userinfo wants Bearer, and wants something after it."""
    access_token = tokens(browser)["access_token"]

    assert browser.get(f"{ISSUER}/userinfo").status == 401
    assert browser.get(f"{ISSUER}/userinfo", HTTP_AUTHORIZATION=f"Basic {access_token}").status == 401


def signed_out(browser: Browser, **changes: str | None) -> Answer:
    """Ask to end the session as the service does, or otherwise."""
    asked = {"post_logout_redirect_uri": AFTER_SIGN_OUT, "state": "t" * 64, **changes}
    query = "&".join(f"{name}={value}" for name, value in asked.items() if value is not None)
    return browser.get(f"{ISSUER}/session/end?{query}")


def test_signing_out_ends_the_session_and_returns_the_state(browser: Browser, clock: Clock) -> None:
    """The hint may have expired: it names the session to end, it proves nothing else."""
    hint = tokens(browser)["id_token"]
    clock.now += 600
    answer = signed_out(browser, id_token_hint=hint)

    assert answer.location == f"{AFTER_SIGN_OUT}?state={'t' * 64}"
    assert not browser.authorize().location.endswith("/consent")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id_token_hint": None}, "Y100019"),
        ({"id_token_hint": "a.b.c"}, "Y100019"),
        ({"post_logout_redirect_uri": None}, "Y04CFAEF"),
        ({"post_logout_redirect_uri": "http://127.0.0.1:8000/"}, "Y04CFAEF"),
        ({"state": None}, "Y000400"),
        ({"token": "x"}, "Y000400"),
    ],
)
def test_signing_out_wants_everything_exact(browser: Browser, changes: dict[str, str | None], code: str) -> None:
    """Without its own id_token, the declared address and a state, the session goes on."""
    hint = tokens(browser)["id_token"]
    answer = signed_out(browser, **{"id_token_hint": hint, **changes})

    assert (answer.status, code in answer.body) == (400, True)
    assert browser.authorize().location.endswith("/consent")


def test_another_provider_s_id_token_is_no_hint(browser: Browser) -> None:
    """A token signed with another key ends nothing."""
    stranger = Browser(Provider(ISSUER, CLIENT, [AINA]))
    hint = tokens(stranger)["id_token"]

    assert signed_out(browser, id_token_hint=hint).status == 400
