"""Every page of the service that opens by its address alone, looked at by axe-core: both languages, both widths."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser

from tests.demo.running import Demonstration
from tests.journeys.conftest import Visit
from tests.journeys.test_balance import DESK, OPEN_EVERYTHING, OVERFLOW, PHONE
from tests.journeys.test_sign_in import PEOPLE, be, expect_balance, go_to_franceconnect, points_in_the_case

AXE = (Path(__file__).parent.parent / "node" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run({
    resultTypes: ['violations'], preload: false,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
})).violations.map(fault => [fault.id, ...fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160))])"""

TWICE_AS_LARGE = "document.documentElement.style.fontSize = '225%'"
"""Twice the size of the style sheet, by the characters alone."""

NO_PAGE = ("deconnexion/retour/", "connexion/franceconnect/retour/")
"""Returns from elsewhere."""


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """The addresses that need no identifier, as they are declared."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif "<" not in route and "^" not in route and route not in NO_PAGE:
            yield f"/{route}"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages that there are, each with an address that leads to it: found once for both windows."""
    return {}


def find_pages(visit: Visit, pages: dict[str, str]) -> None:
    """Ask each address where it leads: to an action or a file, or to a page, which several may share."""
    for address in addresses(get_resolver().url_patterns):
        answer = visit.page.context.request.get(visit.address + address)
        if answer.status != 405 and "text/html" in answer.headers["content-type"]:
            pages.setdefault(answer.url.partition("?")[0], address)


def faults_of(visit: Visit, address: str) -> list[Any]:
    """What axe-core holds against a page, everything on it opened, and whether it is wider than its window."""
    visit.open(address)
    visit.page.evaluate(OPEN_EVERYTHING)
    visit.page.evaluate(AXE)
    wider = visit.page.evaluate(OVERFLOW)
    faults: list[Any] = visit.page.evaluate(RUN)
    visit.page.evaluate(TWICE_AS_LARGE)
    wider_enlarged = visit.page.evaluate(OVERFLOW)
    return [
        *faults,
        *([["wider than the window", wider]] if wider > 0 else []),
        *([["wider than the window, its text at 200 %", wider_enlarged]] if wider_enlarged > 0 else []),
    ]


@pytest.mark.parametrize(("viewport", "language"), [(PHONE, "fr"), (DESK, "en")], ids=["phone-fr", "desk-en"])
def test_no_page_has_a_fault(
    chromium: Browser, demo: Demonstration, pages: dict[str, str], viewport: Any, language: str
) -> None:
    """Signed in, so that the personal pages open; the others are the same for everybody."""
    context = chromium.new_context(viewport=viewport)
    context.set_default_timeout(20_000)
    visit = Visit(context, demo.address)
    go_to_franceconnect(visit)
    be(visit.page, PEOPLE["lucas"])
    expect_balance(visit.page, points_in_the_case("lucas"))
    if language == "en":
        visit.page.get_by_role("button", name="English").click()
    if not pages:
        find_pages(visit, pages)
    faults = {page: found for page, address in pages.items() if (found := faults_of(visit, address))}
    context.close()

    assert {} == faults
    assert len(pages) > 20
    assert [] == visit.strangers


def test_faults_are_seen(chromium: Browser) -> None:
    """The checker does find what is wrong: a picture without words, grey on white, a field without a name."""
    page = chromium.new_page()
    page.set_content(
        "<!doctype html><html lang=fr><title>x</title><main><h1>x</h1><img src=x>"
        "<p style='color:#aaa'>Trop pâle</p><input></main></html>"
    )
    page.evaluate(AXE)
    found = {fault[0] for fault in page.evaluate(RUN)}
    page.close()

    assert {"image-alt", "color-contrast", "label"} <= found
