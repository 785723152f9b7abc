"""The agents' door: against an issuer that misbehaves, and against the provider of the demonstration."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client
from urllib3 import HTTPResponse

from mespoints.demo.agents import agent_identities
from mespoints.demo.provider.application import Provider
from mespoints.demo.provider.parties import PROCONNECT
from mespoints.demo.provider.parties import Client as Service
from mespoints.identity.models import Agent
from mespoints.register.models import Licence
from tests.demo.conftest import Browser
from tests.desk.conftest import DIRECTORY, browser_of
from tests.identity.issuer import CLIENT_ID, CLIENT_SECRET, ISSUER, Issuer
from tests.identity.test_sign_in_pages import words
from tests.portal.conftest import session_of

pytestmark = pytest.mark.django_db

RETURN = "/guichet/connexion/proconnect/retour/"
STOPPED = "/guichet/connexion/proconnect/issue/"
AGENT = {
    "given_name": "Ana", "usual_name": "AUBRY", "email": "instruction@pref.example", "uid": "u1", "idp_id": DIRECTORY,
}  # fmt: skip
AT_DEMO = "http://127.0.0.1:8001/proconnect/api/v2"


@pytest.fixture
def issuer(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Issuer:
    """ProConnect as it should answer, until the test spoils it."""
    cache.clear()
    issuer = Issuer()
    issuer.pivot, issuer.in_id_token = dict(AGENT), {"acr": "eidas1-mfa"}
    monkeypatch.setattr(
        requests.adapters.HTTPAdapter, "send", lambda _adapter, request, **options: issuer.send(request, **options)
    )
    settings.MESPOINTS_PC_ISSUER = ISSUER
    settings.MESPOINTS_PC_CLIENT_ID = CLIENT_ID
    settings.MESPOINTS_PC_CLIENT_SECRET = CLIENT_SECRET
    return issuer


def leave(client: Client) -> str:
    """Start at the door; the address at the issuer."""
    return str(client.post("/guichet/connexion/proconnect/").headers["Location"])


def arrive(client: Client, issuer: Issuer, **changes: str) -> Any:
    """Leave, sign in there, come back."""
    return client.get(RETURN, issuer.authorize(leave(client), **changes))


def test_an_expected_agent_enters(client: Client, issuer: Issuer, new_agent: Callable[..., Agent]) -> None:
    """Two factors are asked as essential; nothing of FranceConnect's parameters is sent; the return keeps nothing."""
    new_agent()
    url = leave(client)
    asked = dict(parse_qsl(urlsplit(url).query))
    back = client.get(RETURN, issuer.authorize(url))

    assert json.loads(asked["claims"]) == {
        "id_token": {"acr": {"essential": True, "values": ["eidas1-mfa", "eidas2", "eidas3"]}}
    }
    assert not {"acr_values", "code_challenge"} & asked.keys()
    assert asked["redirect_uri"] == f"http://testserver{RETURN}"
    assert (back.headers["Location"], back.headers["Referrer-Policy"]) == ("/guichet/", "no-referrer")
    assert "Agent instruction" in words(client.get("/guichet/"))


@pytest.mark.parametrize("acr", ["eidas0", "eidas0-mfa", "eidas1", "eidas9", None, ["eidas2"]])
def test_a_level_that_was_not_asked_is_refused(
    acr: Any, client: Client, issuer: Issuer, new_agent: Callable[..., Agent]
) -> None:
    """What ProConnect answers is checked again: one factor is not enough, whatever it says of the person."""
    new_agent()
    issuer.in_id_token = {"acr": acr}

    assert arrive(client, issuer).headers["Location"] == STOPPED
    assert Agent.objects.get().subject == ""


@pytest.mark.parametrize(
    "spoil",
    [
        lambda issuer: setattr(issuer, "signs_userinfo", False),
        lambda issuer: issuer.in_userinfo.update(sub="another"),
        lambda issuer: issuer.in_userinfo.update(idp_id=None),
        lambda issuer: issuer.in_userinfo.update(email=["a@pref.example"]),
        lambda issuer: issuer.in_id_token.update(nonce="0" * 64),
        lambda issuer: issuer.in_id_token.update(aud="another"),
        lambda issuer: issuer.in_id_token.update(iss="https://elsewhere.test"),
    ],
    ids=["plain JSON", "sub", "no idp_id", "two e-mails", "nonce", "aud", "iss"],
)
def test_an_unsound_answer_is_refused(
    spoil: Callable[[Issuer], None], client: Client, issuer: Issuer, new_agent: Callable[..., Agent]
) -> None:
    """Nobody enters, and nothing is bound."""
    new_agent()
    spoil(issuer)

    assert arrive(client, issuer).headers["Location"] == STOPPED
    assert client.get(STOPPED).status_code == 403
    assert Agent.objects.get().subject == ""


def test_the_answer_of_another_issuer_is_refused(client: Client, issuer: Issuer) -> None:
    """RFC 9207: its code never reaches the token endpoint."""
    arrive(client, issuer, iss="https://elsewhere.test")

    assert "/token" not in issuer.paths()


def test_a_state_of_the_drivers_door_opens_nothing_here(client: Client, issuer: Issuer, settings: Any) -> None:
    """The two providers do not share their transactions, even in one browser."""
    settings.MESPOINTS_FC_ISSUER, settings.MESPOINTS_FC_CLIENT_ID = ISSUER, CLIENT_ID
    settings.MESPOINTS_FC_CLIENT_SECRET = CLIENT_SECRET
    url = client.post("/connexion/franceconnect/").headers["Location"]

    assert client.get(RETURN, issuer.authorize(url)).headers["Location"] == STOPPED
    assert "/token" not in issuer.paths()


def test_a_stranger_reads_why(client: Client, issuer: Issuer) -> None:
    """ProConnect knows them, we do not; their session there can be ended from the page."""
    arrive(client, issuer)
    page = words(client.get(STOPPED))

    assert "aucun compte ouvert du guichet n'est le vôtre" in page
    assert "Fermer ma session ProConnect" in page


def test_an_agent_is_never_a_driver_in_the_same_session(new_agent: Callable[..., Agent], licence: Licence) -> None:
    """The pages of drivers send the agent to their door, and those of the desk send the driver to the other."""
    agent, driver = browser_of(new_agent()), Client()
    driver.cookies[django_settings.SESSION_COOKIE_NAME] = session_of(licence)

    assert agent.get("/mes-points/").headers["Location"] == "/connexion/"
    assert driver.get("/guichet/").headers["Location"] == "/guichet/connexion/"


@pytest.mark.parametrize(("steps", "expected"), [([19], 200), ([20], 302), ([19] * 25, 200), ([19] * 26, 302)])
def test_a_session_is_short(
    steps: list[int], expected: int, new_agent: Callable[..., Agent], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty minutes without a visit, eight hours in all (25 visits 19 minutes apart make 7 h 55)."""
    client = browser_of(new_agent())
    instant = datetime.now(UTC)
    for minutes in steps:
        instant += timedelta(minutes=minutes)
        monkeypatch.setattr("mespoints.config.middleware.now", lambda at=instant: at)
        answer = client.get("/guichet/")

    assert answer.status_code == expected


def test_a_closed_account_ends_its_sessions(new_agent: Callable[..., Agent]) -> None:
    """From the next page on."""
    agent = new_agent()
    client = browser_of(agent)
    Agent.objects.filter(pk=agent.pk).update(closed_on=agent.invited_on)

    assert client.get("/guichet/").headers["Location"] == "/guichet/connexion/"


@pytest.fixture
def at_the_demonstration(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Browser:
    """The agent's browser at the provider of the demonstration, which our own calls reach too."""
    cache.clear()
    service = Service(
        "c" * 64, "s" * 64, "mespoints", frozenset({f"http://testserver{RETURN}"}),
        frozenset({"http://testserver/guichet/deconnexion/retour/"}), frozenset(PROCONNECT.claims_by_scope),
    )  # fmt: skip
    provider = Provider(AT_DEMO, service, agent_identities(), profile=PROCONNECT)
    settings.MESPOINTS_PC_ISSUER, settings.MESPOINTS_PC_IDPS = AT_DEMO, ["annuaire-demonstration"]
    settings.MESPOINTS_PC_CLIENT_ID, settings.MESPOINTS_PC_CLIENT_SECRET = service.client_id, service.client_secret

    def send(_adapter: object, request: requests.PreparedRequest, **_options: object) -> requests.Response:
        ours = Browser(provider)
        headers = {"HTTP_AUTHORIZATION": request.headers["Authorization"]} if "Authorization" in request.headers else {}
        form = dict(parse_qsl(str(request.body or "")))
        answer = ours.post(request.url, form) if request.method == "POST" else ours.get(request.url, **headers)
        response = requests.Response()
        response.status_code = answer.status
        response.raw = HTTPResponse(BytesIO(answer.body.encode()), preload_content=False)
        response.headers.update(answer.headers)
        return response

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    return Browser(provider)


def test_in_and_out_of_the_demonstration(
    client: Client, at_the_demonstration: Browser, new_agent: Callable[..., Agent]
) -> None:
    """No directory to choose there; who has two factors enters, and leaves both places."""
    new_agent(email="helene@prefecture.example", idp_id="annuaire-demonstration", uid="uid-helene")
    here = at_the_demonstration.get(leave(client)).location.removesuffix("/person")
    at_the_demonstration.post(f"{here}/person", {"person": "helene"})
    client.get(at_the_demonstration.post(f"{here}/consent").location)

    assert "Agent instruction" in words(client.get("/guichet/"))

    left = at_the_demonstration.get(client.post("/guichet/deconnexion/").headers["Location"])

    assert "ici et chez ProConnect" in words(client.get(left.location))


def test_one_factor_is_sent_back_by_the_demonstration(client: Client, at_the_demonstration: Browser) -> None:
    """An essential level that the person does not reach is an error of the return."""
    here = at_the_demonstration.get(leave(client)).location.removesuffix("/person")
    back = at_the_demonstration.post(f"{here}/person", {"person": "yves"})

    assert back.returned["error"] == "access_denied"
    assert "deuxième facteur" in words(client.get(client.get(back.location).headers["Location"]))
