"""Three surfaces, three hosts; and the authorities' access, never in clear."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from mespoints.config.surfaces import API, DESK, PORTAL, surface_of
from mespoints.records.verified_at import verified_at

pytestmark = pytest.mark.django_db

HOSTS = {PORTAL: "mes.test", DESK: "guichet.test", API: "api.test"}
PAGES = {PORTAL: "/connexion/", DESK: "/guichet/", API: "/api/v1/rights"}


@pytest.fixture(autouse=True)
def three_hosts(settings: Settings) -> None:
    """A host for each surface, and one that probes name."""
    settings.MESPOINTS_HOSTS = HOSTS
    settings.ALLOWED_HOSTS = [*HOSTS.values(), "localhost"]


def ask(host: str, path: str, method: str = "get", **more: Any) -> Any:
    """What a host answers; on the API, 401 says that it is there."""
    return getattr(Client(), method)(path, headers={"host": host}, **more)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", PORTAL), ("/connexion/", PORTAL), ("/guichets/", PORTAL), ("/guichet", DESK), ("/guichet/files/", DESK),
        ("/api/v1/token", API), ("/api", API), ("/apis/", PORTAL), ("/static/portal/style.css", ""), ("/sante/", ""),
        ("/.well-known/security.txt", ""),
    ],
)  # fmt: skip
def test_the_surface_of_an_address(path: str, expected: str) -> None:
    """By its first word; what browsers, robots and probes ask for is of none."""
    assert expected == surface_of(path)


@pytest.mark.parametrize("surface", HOSTS)
@pytest.mark.parametrize("host", HOSTS)
def test_each_surface_answers_on_its_host_alone(surface: str, host: str) -> None:
    """Elsewhere the desk and the API are not there; a page of drivers is looked for where it is."""
    answer = ask(HOSTS[host], PAGES[surface])
    at_home = {PORTAL: 200, DESK: 302, API: 405}
    away = 302 if (surface, host) == (PORTAL, DESK) else 404

    assert (at_home[surface] if surface == host else away) == answer.status_code
    if API in (surface, host) and surface != host:
        assert "urn:mespoints:problem:not-here" == answer.json()["type"]


def test_a_form_or_what_was_typed_is_not_sent_to_another_host() -> None:
    """The path alone leads to the driver's pages, and to no other host than theirs."""
    led = ask("guichet.test", "/%2Fevil.test/retour/?code=secret&state=1")

    assert "http://mes.test//evil.test/retour/" == led.headers["Location"]
    assert 404 == ask("guichet.test", "/connexion/neph/", "post", data={"neph": "1", "code": "2"}).status_code


def test_a_host_opens_on_its_own_home() -> None:
    """The bare name of the desk's host is the desk; a host that is no surface answers what is of all."""

    assert "/guichet/" == ask("guichet.test", "/").headers["Location"]
    assert 200 == ask("localhost", "/sante/").status_code
    assert "http://mes.test/" == ask("localhost", "/").headers["Location"]
    assert 400 == ask("evil.test", "/").status_code


def test_a_document_names_the_host_of_the_pages(settings: Settings) -> None:
    """Whoever issues it; the host that was asked where there is one host for all."""
    request = RequestFactory().get("/guichet/", headers={"host": "guichet.test"})

    assert "http://mes.test/verifier/" == verified_at(request)
    settings.MESPOINTS_HOSTS = {}
    assert "http://guichet.test/verifier/" == verified_at(request)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_program_in_clear_is_refused_and_sent_nowhere(settings: Settings, method: str) -> None:
    """Only pages for people lead to https: a program would send its token in clear each time."""
    settings.SECURE_SSL_REDIRECT, settings.MESPOINTS_HOSTS = True, {}
    refused = ask("mes.test", "/api/v1/token", method)
    led = ask("mes.test", "/connexion/", method)

    assert (403, "urn:mespoints:problem:in-clear") == (refused.status_code, refused.json()["type"])
    assert "application/problem+json" == refused.headers["Content-Type"]
    assert "Location" not in refused.headers
    assert (301, "https://mes.test/connexion/") == (led.status_code, led.headers["Location"])
    assert 405 == ask("mes.test", "/api/v1/rights", secure=True).status_code
