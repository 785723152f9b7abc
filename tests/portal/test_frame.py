"""The frame of the pages, of which most is written once for all who read it at the same place."""

import re
from collections.abc import Callable

import pytest
from django.template import TemplateSyntaxError, engines
from django.test import Client, RequestFactory

from mespoints.register.models import Licence


def current(client: Client, address: str) -> list[str]:
    """The links of a page that lead to itself."""
    return re.findall(r'<a href="([^"]+)" aria-current', client.get(address).content.decode())


def test_what_is_kept_is_of_its_place_its_language_and_its_reader(
    driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """Pages read one after the other keep nothing of the one before: no place, no language, no driver."""
    client, stranger = visit(driver("1996-05-06")), Client()
    found = [current(client, address) for address in ("/mon-permis/", "/mes-documents/", "/mes-connexions/", "/aide/")]
    stranger.post("/langue/", {"language": "en"})
    english = stranger.get("/aide/").content.decode()

    assert [["/mon-permis/"], ["/mes-documents/"], [], ["/aide/"]] == found
    assert ["/aide/"] == current(client, "/aide/")
    assert '<html lang="en">' in english
    assert "/mon-permis/" not in english
    assert "Solde" not in english


def test_nothing_of_a_request_can_be_kept() -> None:
    """What is kept sees the frame alone, without the address that was asked for."""
    source = "{% load page %}{% frame as frame %}{% kept %}[{{ frame.here }}{{ own }}{{ request }}]{% endkept %}"
    request = RequestFactory().get("/somebodys/")

    assert "[]" == engines["django"].from_string(source).render({"own": "a secret"}, request)


def test_no_block_can_be_kept() -> None:
    """The block of another template would be kept for all the templates."""
    with pytest.raises(TemplateSyntaxError):
        engines["django"].from_string("{% load page %}{% kept %}{% block main %}{% endblock %}{% endkept %}")
