import pytest

from mespoints.demo.provider.application import Provider
from tests.demo.conftest import AFTER_SIGN_OUT, ASKED, CLIENT, ISSUER, RETURN, Browser, Clock

TOO_LONG = 60 * 30 + 1


def test_the_whole_way_ends_at_the_service_with_a_code(browser: Browser) -> None:
    """Choosing an account and a person, then consenting, brings a code, the state and the issuer to the service."""
    first = browser.authorize()
    second = browser.post(first.location, {"identity_provider": "msa"})
    third = browser.post(second.location, {"person": "aina"})
    last = browser.post(third.location)

    assert [answer.status for answer in (first, second, third, last)] == [303, 303, 303, 303]
    assert last.location.startswith(f"{RETURN}?code=")
    assert (last.returned["state"], last.returned["iss"]) == (ASKED["state"], ISSUER)


@pytest.mark.parametrize(
    "changes",
    [
        {"code_challenge": "c" * 43, "code_challenge_method": "S256"},
        {"max_age": "0"},
        {"login_hint": "somebody"},
        {"response_mode": "query"},
        {"state": None},
        {"nonce": None},
        {"acr_values": None},
        {"scope": None},
        {"response_type": None},
        {"claims": "{"},
        {"claims": "[]"},
    ],
)
def test_authorize_accepts_a_closed_list_of_parameters(browser: Browser, changes: dict[str, str | None]) -> None:
    """A parameter that FranceConnect does not know, PKCE's included, or one that is missing, is an error page."""
    answer = browser.authorize(**changes)

    assert answer.status == 400
    assert "Y000400" in answer.body


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"client_id": "x"}, "Y04EA6EF"),
        ({"redirect_uri": RETURN.rstrip("/")}, "Y04C013C"),
        ({"redirect_uri": RETURN.replace("127.0.0.1", "localhost")}, "Y04C013C"),
        ({"idp_hint": "ameli"}, "Y030032"),
        ({"nonce": "n" * 31}, "Y030007"),
        ({"state": "s" * 31}, "Y030007"),
        ({"state": "s" * 513}, "Y030007"),
    ],
)
def test_what_must_not_go_back_stays_here(browser: Browser, changes: dict[str, str | None], code: str) -> None:
    """An unknown client, another return address or a short secret is never redirected to the address given."""
    answer = browser.authorize(**changes)

    assert answer.status == 400
    assert code in answer.body


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"acr_values": "eidas2"}, "invalid_request"),
        ({"acr_values": "eidas1 eidas2"}, "invalid_request"),
        ({"prompt": "none"}, "invalid_request"),
        ({"scope": "identite_pivot"}, "invalid_request"),
        ({"scope": "openid email"}, "invalid_scope"),
        ({"scope": "openid address"}, "invalid_scope"),
        ({"response_type": "id_token"}, "unsupported_response_type"),
    ],
)
def test_what_the_service_asked_wrongly_is_told_to_it(
    browser: Browser, changes: dict[str, str | None], error: str
) -> None:
    """Another level, prompt, scope or response type goes back as an error with the state."""
    answer = browser.authorize(**changes)

    assert answer.location.startswith(f"{RETURN}?error=")
    assert (answer.returned["error"], answer.returned["state"]) == (error, ASKED["state"])


def test_a_parameter_given_twice_is_refused(browser: Browser) -> None:
    """Two values for one name leave a doubt about which one was meant."""
    answer = browser.get(f"{ISSUER}/authorize?state=a&state=b")

    assert (answer.status, "plusieurs fois" in answer.body) == (400, True)


@pytest.mark.parametrize("step", ["", "/person", "/consent"])
def test_going_back_is_possible_at_each_step(browser: Browser, step: str) -> None:
    """The button « Revenir en arrière » returns access_denied, with the state."""
    here = browser.authorize().location
    if step:
        browser.post(here, {"identity_provider": "yris"})
    if step == "/consent":
        browser.post(f"{here}/person", {"person": "aina"})

    shown = browser.get(f"{here}{step}")
    answer = browser.post(f"{here}/abort")

    assert f'action="{here}/abort"' in shown.body
    assert (answer.returned["error"], answer.returned["state"]) == ("access_denied", ASKED["state"])


def test_the_first_page_offers_the_identity_providers(browser: Browser) -> None:
    """Every identity provider of FranceConnect is a button, under the band that says what this is not."""
    shown = browser.get(browser.authorize().location).body

    assert shown.count('name="identity_provider"') == 6
    assert "Démonstration&nbsp;: ce n'est pas FranceConnect" in shown
    assert "L&#x27;Identité Numérique La Poste" in shown


def test_names_are_escaped(browser: Browser) -> None:
    """A name that looks like markup is shown as it is written."""
    here = browser.authorize().location
    browser.post(here, {"identity_provider": "msa"})

    shown = browser.get(f"{here}/person").body

    assert "Zoé &lt;i&gt;Lévêque&lt;/i&gt;" in shown


def test_the_consent_page_shows_what_will_be_handed_over(browser: Browser) -> None:
    """Both birth dates, FranceConnect's padded one and the provider's own, in French words; the e-mail is not."""
    here = browser.authorize().location
    browser.post(here, {"identity_provider": "msa"})
    browser.post(f"{here}/person", {"person": "aina"})

    shown = browser.get(f"{here}/consent").body

    assert [text for text in ("1968-03-01", "1968-03-00", "féminin", "sans objet") if text not in shown] == []
    assert "example.org" not in shown


@pytest.mark.parametrize("step", ["/person", "/consent"])
def test_no_step_can_be_skipped(browser: Browser, step: str) -> None:
    """Neither the person nor the consent can come before the choice of an account."""
    here = browser.authorize().location

    assert browser.get(f"{here}{step}").location == here
    assert browser.post(f"{here}{step}", {"person": "aina"}).status == 400


@pytest.mark.parametrize("form", [{"identity_provider": "edf"}, {}])
def test_an_unknown_account_is_refused(browser: Browser, form: dict[str, str]) -> None:
    """Only the accounts that the page offers can be chosen."""
    here = browser.authorize().location

    assert browser.post(here, form).status == 400


def test_an_interaction_belongs_to_its_browser(provider: Provider, browser: Browser) -> None:
    """Whoever learns the address of an interaction cannot finish it from another browser."""
    here = browser.authorize().location

    answer = Browser(provider).get(here)

    assert (answer.status, "Y190001" in answer.body) == (400, True)


def test_an_interaction_lasts_thirty_minutes(browser: Browser, clock: Clock) -> None:
    """Coming back too late ends on a page that says so."""
    here = browser.authorize().location
    clock.now += TOO_LONG

    answer = browser.get(here)

    assert (answer.status, "Y190001" in answer.body) == (400, True)


def test_a_consent_serves_once(browser: Browser) -> None:
    """Pressing the button again, from the history, gives no second code."""
    here = browser.authorize().location
    browser.post(here, {"identity_provider": "msa"})
    browser.post(f"{here}/person", {"person": "aina"})
    browser.post(f"{here}/consent")

    assert browser.post(f"{here}/consent").status == 400


def test_a_live_session_skips_to_the_consent(browser: Browser) -> None:
    """Single sign-on: the second service, or the second time, asks neither account nor person."""
    browser.sign_in("aina")

    assert browser.authorize().location.endswith("/consent")


def test_prompt_login_asks_again(browser: Browser) -> None:
    """A service that wants a fresh authentication gets it."""
    browser.sign_in("aina")

    assert not browser.authorize(prompt="login consent").location.endswith("/consent")


def test_somebody_else_can_be_chosen_at_the_consent(browser: Browser) -> None:
    """Starting over forgets the account and the person."""
    browser.sign_in("aina")
    here = browser.authorize().location.removesuffix("/consent")

    assert browser.post(f"{here}/restart").location == here
    assert browser.get(f"{here}/consent").location == here


def test_a_session_lasts_thirty_minutes_after_its_last_use(browser: Browser, clock: Clock) -> None:
    """The session slides: twenty minutes, twice, keep it alive; half an hour of silence ends it."""
    browser.sign_in("aina")
    seen = []
    for wait in (1200, 1200, TOO_LONG):
        clock.now += wait
        seen.append(browser.authorize().location.endswith("/consent"))

    assert seen == [True, True, False]


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", f"{ISSUER}/nowhere", 404),
        ("GET", "http://127.0.0.1:8001/authorize", 404),
        ("GET", f"{ISSUER}/token", 404),
        ("POST", f"{ISSUER}/userinfo", 404),
        ("GET", "http://evil.example/api/v2/jwks", 400),
        ("GET", "http://127.0.0.1:8001/style.css", 200),
    ],
)
def test_only_its_own_addresses_are_answered(browser: Browser, method: str, address: str, status: int) -> None:
    """Another path, method or host name is an error page; a name that points here by trickery is another host."""
    answer = browser.get(address) if method == "GET" else browser.post(address)

    assert answer.status == status


def test_every_answer_bears_the_headers_of_a_careful_site(browser: Browser) -> None:
    """Nothing from elsewhere, no frame, no cache; forms may end at the service alone."""
    headers = browser.get(browser.authorize().location).headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; "
        "form-action 'self' http://127.0.0.1:8000"
    )
    assert headers["Cache-Control"] == "no-store"


def test_a_body_too_long_or_unreadable_is_refused(browser: Browser) -> None:
    """The provider reads small forms in UTF-8 and nothing else."""
    here = browser.authorize().location

    assert browser.post(here, {"identity_provider": "x" * 20_000}).status == 400
    assert browser.get(f"{ISSUER}/authorize?state=%FF").status == 400


def test_discovery_names_every_endpoint(browser: Browser) -> None:
    """The service learns all addresses from one document, which speaks of ES256 and client_secret_post alone."""
    found = browser.get(f"{ISSUER}/.well-known/openid-configuration").body

    assert f'"end_session_endpoint": "{ISSUER}/session/end"' in found
    assert '"token_endpoint_auth_methods_supported": ["client_secret_post"]' in found
    assert '"userinfo_signing_alg_values_supported": ["ES256"]' in found


def test_the_addresses_of_the_test_are_those_of_the_client() -> None:
    """The fixtures name the addresses that the client declared."""
    assert (RETURN in CLIENT.redirect_uris, AFTER_SIGN_OUT in CLIENT.post_logout_redirect_uris) == (True, True)
