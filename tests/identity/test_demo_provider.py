"""The client against a provider written apart from it, the demonstration's, whose strictness is FranceConnect's."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests
from django.core.cache import cache
from django.test import Client
from urllib3 import HTTPResponse

from mespoints.demo.provider.application import Provider
from mespoints.demo.provider.parties import Client as Service
from mespoints.register.models import Licence
from tests.demo.conftest import AINA, ISSUER, Browser
from tests.identity.conftest import Clock
from tests.identity.test_sign_in_pages import words

pytestmark = [pytest.mark.urls("tests.identity.urls"), pytest.mark.django_db]

SERVICE = Service(
    client_id="c" * 64,
    client_secret="s" * 64,
    name="mespoints",
    redirect_uris=frozenset({"http://testserver/connexion/franceconnect/retour/"}),
    post_logout_redirect_uris=frozenset({"http://testserver/deconnexion/retour/"}),
    scopes=frozenset({"openid", "identite_pivot", "idp_birthdate", "preferred_username"}),
)


@pytest.fixture
def browser(clock: Clock, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The person's browser at the provider; our own calls reach the same provider without cookies."""
    cache.clear()
    provider = Provider(ISSUER, SERVICE, [AINA], lambda: clock.now.timestamp())
    settings.MESPOINTS_FC_ISSUER = ISSUER
    settings.MESPOINTS_FC_CLIENT_ID = SERVICE.client_id
    settings.MESPOINTS_FC_CLIENT_SECRET = SERVICE.client_secret

    def send(_adapter: object, request: requests.PreparedRequest, **_options: object) -> requests.Response:
        ours = Browser(provider)
        headers = {"HTTP_AUTHORIZATION": request.headers["Authorization"]} if "Authorization" in request.headers else {}
        form = dict(parse_qsl(str(request.body or "")))
        answer = ours.post(request.url, form) if request.method == "POST" else ours.get(request.url, **headers)
        response = requests.Response()
        body = BytesIO(answer.body.encode())
        response.status_code, response.raw = answer.status, HTTPResponse(body, preload_content=False)
        response.headers.update(answer.headers)
        return response

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    return Browser(provider)


def arrive(browser: Browser, address: str) -> str:
    """Follow the address at the provider up to where it sends the person back."""
    here = browser.get(address).location
    browser.post(here, {"identity_provider": "ameli"})
    browser.post(f"{here}/person", {"person": "aina"})
    return browser.post(f"{here}/consent").location


def test_in_and_out(client: Client, browser: Browser, new_licence: Callable[..., Licence]) -> None:
    """A person born abroad in a month of 1968 gives the NEPH, reads the page, and leaves both places."""
    licence = new_licence(
        family_name="RAKOTO", given_names=["AINA"], birth_date="1968-03-00", birth_place="", birth_country="99333"
    )
    back = arrive(browser, client.post("/connexion/franceconnect/").headers["Location"])

    assert client.get(back).headers["Location"] == "/connexion/rattachement/"
    assert client.post("/connexion/rattachement/", {"neph": licence.neph}).headers["Location"] == "/mes-points/"

    left = browser.get(client.post("/deconnexion/").headers["Location"])

    assert "ici et chez FranceConnect" in words(client.get(left.location))


def test_giving_up_there(client: Client, browser: Browser) -> None:
    """The person goes back without signing in."""
    here = browser.get(client.post("/connexion/franceconnect/").headers["Location"]).location
    back = browser.post(f"{here}/abort").location

    assert "error" in dict(parse_qsl(urlsplit(back).query))
    assert client.get(back).headers["Location"] == "/connexion/franceconnect/issue/"
    assert "La connexion n'a pas abouti" in words(client.get("/connexion/franceconnect/issue/"))
