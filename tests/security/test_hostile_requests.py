"""Requests that no page of ours makes, sent to every address of the site, new ones included."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mespoints.register.models import Licence
from tests.portal.conftest import session_of
from tests.security.addresses import Address, addresses, filled

ADDRESSES = list(addresses())
WITH_ARGUMENTS = [address for address in ADDRESSES if "<" in address.route]
LEADING = (
    "next",
    "url",
    "return",
    "return_to",
    "redirect",
    "redirect_uri",
    "post_logout_redirect_uri",
    "to",
    "language",
)
"""Names of parameters that other sites follow, and one of ours."""
ELSEWHERE = ("https://evil.test/", "//evil.test/", "/\\evil.test/", "https:evil.test", "javascript:alert(1)")
SPLIT = "/\r\nSet-Cookie: stolen=1\r\nX-Injected: 1"
UPWARDS = ("..", "../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "a%00.pdf")
FORM = "application/x-www-form-urlencoded"

pytestmark = pytest.mark.django_db


def is_of_the_authorities(address: Address) -> bool:
    """Whether this is an address of the API, which takes a token and looks at no cookie."""
    return address.path.startswith("/api/")


def asked_of_all(asked: dict[str, str], **more: Any) -> Iterator[tuple[str, Any]]:
    """What each address answers to these parameters, asked for then sent."""
    for address in ADDRESSES:
        for method in ("get", "post"):
            yield f"{method} {address.route}", getattr(Client(), method)(address.path, asked, **more)


def test_no_form_is_taken_without_its_token() -> None:
    """Another site's form changes nothing: every address refuses it, whatever its method is meant to be."""
    pages = [address for address in ADDRESSES if not is_of_the_authorities(address)]
    found = {page.route: Client(enforce_csrf_checks=True).post(page.path, {"a": "b"}).status_code for page in pages}

    assert len(pages) > 40
    assert {} == {route: status for route, status in found.items() if status != 403}


def test_no_session_opens_the_authorities_access(licence: Licence) -> None:
    """A browser that is signed in, led there by another site, is nobody: a token is asked for."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(licence)
    asked = [address for address in ADDRESSES if is_of_the_authorities(address)]
    statuses = {address.route: client.post(address.path, "{}", content_type="application/json") for address in asked}
    opened = {route for route, answer in statuses.items() if answer.status_code < 400}

    assert opened <= {"/api/v1/openapi.json"}
    assert 401 == statuses["/api/v1/rights"].status_code


def test_no_parameter_leads_elsewhere() -> None:
    """A redirection stays on the site, whatever the address, the form or the page before says."""
    asked = {name: ELSEWHERE[place % len(ELSEWHERE)] for place, name in enumerate(LEADING)}
    for where, answer in asked_of_all(asked, headers={"referer": "https://evil.test/"}):
        assert is_of_this_site(answer), where
    for place in ELSEWHERE:
        answer = Client().post("/langue/", {"language": "en", "next": place}, headers={"referer": place})

        assert is_of_this_site(answer), place


def is_of_this_site(answer: Any) -> bool:
    """Whether an answer leads nowhere, or to an address of this site."""
    location = answer.headers.get("Location", "/")
    return location.startswith("/") and not location.startswith(("//", "/\\")) and "evil" not in location


def test_no_parameter_becomes_a_header() -> None:
    """Line ends in a parameter stay in it."""
    asked = dict.fromkeys((*LEADING, "state", "code", "known_on", "on", "label", "name"), SPLIT)
    for where, answer in asked_of_all(asked):
        assert answer.status_code < 500, where
        assert "X-Injected" not in answer.headers, where
        assert "stolen" not in answer.cookies, where
        assert not {"\r", "\n"} & set("".join(answer.headers.values())), where


def test_no_argument_climbs() -> None:
    """What stands for an argument is never the name of a file; nor is what follows the address of static files."""
    routes = [address.route for address in WITH_ARGUMENTS] + ["/static/<path:path>"]
    found = [(filled(route, word), Client().get(filled(route, word))) for route in routes for word in UPWARDS]

    assert len(routes) > 5
    assert [] == [place for place, answer in found if answer.status_code not in (302, 404, 405)]
    assert [] == [place for place, answer in found if b"root:" in getattr(answer, "content", b"")]


def test_the_name_of_a_file_sent_is_never_followed(tmp_path: Path) -> None:
    """A file whose name climbs, under the name of every field that takes one: nothing is written there."""
    name = f"../../../../../../../..{tmp_path}/here.pdf"
    fields = ("document", "file", "files", "history", "load-file", "attachment", "attachments", "pieces")
    for address in ADDRESSES:
        files = {field: SimpleUploadedFile(name, b"%PDF-1.7 nothing", "application/pdf") for field in fields}

        assert Client().post(address.path, files).status_code < 500, address.route
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "body", ["a=" + "b" * 3_000_000, "&".join(f"f{number}=1" for number in range(2000))], ids=["long", "many fields"]
)
def test_a_body_without_measure_is_refused(body: str) -> None:
    """A form of three million characters, or of two thousand fields, is an error of its sender, told as such."""
    found = {address.route: Client().post(address.path, body, content_type=FORM) for address in ADDRESSES}
    statuses = {route: answer.status_code for route, answer in found.items()}
    reading_nothing = {"/api/v1/openapi.json"}

    assert {} == {
        route: status for route, status in statuses.items() if not 300 <= status < 500 and route not in reading_nothing
    }
