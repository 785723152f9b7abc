"""Every page of the service that opens by its address alone, looked at by axe-core: both languages, both widths."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser, expect

from tests.demo.running import Demonstration
from tests.journeys.conftest import Visit
from tests.journeys.test_balance import DESK, OPEN_EVERYTHING, OVERFLOW, PHONE
from tests.journeys.test_sign_in import PEOPLE, be, expect_balance, go_to_franceconnect, points_in_the_case

AXE = (Path(__file__).parent.parent / "node" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run({
    resultTypes: ['violations'], preload: false,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
})).violations.map(fault => [fault.id, ...fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160))])"""

WIDER_AT = f"size => {{ document.documentElement.style.fontSize = size; return {OVERFLOW} }}"
USUAL, TWICE_AS_LARGE = "", "225%"
"""The size of the style sheet, and twice as much, by the characters alone."""
WIDTHS = {"phone": PHONE, "desk": DESK}

AGAIN = "/connexion/a-nouveau/"
NOT_IN_FILE, FOLLOW, FOLLOWED = "/pas-au-fichier/", "/pas-au-fichier/suivi/", "/pas-au-fichier/ma-reclamation/"
CLAIM = {
    "given_names": "Ada Grace", "family_name": "Okonjo", "born_on": "03/07/1988", "birth_place": "Lagos, Nigeria",
    "reply_to": "ada@example.org", "text": "Mon permis de 2010 n'y est pas.",
}  # fmt: skip

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
def lucas(chromium: Browser, demo: Demonstration) -> Iterator[Visit]:
    """Signed in, so that the personal pages open; he follows a claim of the public form, and must sign in again."""
    context = chromium.new_context(locale="fr-FR")
    context.set_default_timeout(20_000)
    context.add_init_script(AXE)  # once: it is half a megabyte
    visit = Visit(context, demo.address)
    go_to_franceconnect(visit)
    be(visit.page, PEOPLE["lucas"])
    expect_balance(visit.page, points_in_the_case("lucas"))
    file_as_nobody_knows(visit)
    with demo.long_after_signing_in():
        visit.open("/mes-partages/")
        visit.page.get_by_role("main").locator("form[method=post] button").first.click()
        expect(visit.page).to_have_url(f"{visit.address}{AGAIN}")
    yield visit
    context.close()

    assert [] == visit.strangers


def file_as_nobody_knows(visit: Visit) -> None:
    """« Je ne suis pas au fichier »: what leads to the page of that claim."""
    visit.open(NOT_IN_FILE)
    main = visit.page.get_by_role("main")
    for name, words in CLAIM.items():
        main.locator(f"[name={name}]").fill(words)
    main.locator("[name=departement]").select_option("44")
    scan = {"name": "permis.png", "mimeType": "image/png", "buffer": visit.page.screenshot()}
    main.locator("[name=attached]").set_input_files([scan])
    main.get_by_role("button", name="Déposer la réclamation").click()
    expect(visit.page).to_have_url(f"{visit.address}{FOLLOWED}")


@pytest.fixture(scope="module")
def pages(lucas: Visit) -> dict[str, str]:
    """The pages that there are, each with an address that leads to it; neither actions nor files."""
    found: dict[str, str] = {}
    for address in addresses(get_resolver().url_patterns):
        answer = lucas.page.request.get(lucas.address + address)
        if answer.status != 405 and "text/html" in answer.headers["content-type"]:
            found.setdefault(answer.url.partition("?")[0], address)
    return found


def open_page(visit: Visit, address: str) -> None:
    """Open a page, and everything that opens on it."""
    visit.open(address)
    visit.page.evaluate(OPEN_EVERYTHING)


def faults_at(visit: Visit, width: str) -> list[Any]:
    """What axe-core holds against the page that is shown, at this width, and whether it is wider than its window."""
    visit.page.set_viewport_size(WIDTHS[width])
    faults: list[Any] = visit.page.evaluate(RUN)
    for size in (TWICE_AS_LARGE, USUAL):
        wider = visit.page.evaluate(WIDER_AT, size)
        if wider > 0:
            faults.append(["wider than the window", size, wider])
    return faults


def add_faults(faults: dict[str, Any], visit: Visit, page: str) -> None:
    """Note what is wrong with the page that is shown, on a phone and on a desk: it is opened once."""
    for width in WIDTHS:
        if found := faults_at(visit, width):
            faults[f"{page} ({width})"] = found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_has_a_fault(lucas: Visit, pages: dict[str, str], language: str) -> None:
    """Every page, on a phone and on a desk; those of the public form once more when it is sent empty."""
    lucas.open("/")
    other = lucas.page.locator(f"button[name=language][value={language}]")
    if other.count():
        other.click()
    faults: dict[str, Any] = {}
    for address in pages.values():
        open_page(lucas, address)
        add_faults(faults, lucas, address)
    for address in (NOT_IN_FILE, FOLLOW):
        lucas.open(address)
        lucas.page.get_by_role("main").locator("form button").click()
        add_faults(faults, lucas, f"{address}, sent empty")

    assert {} == faults
    assert len(pages) > 20
    assert {lucas.address + FOLLOWED, lucas.address + AGAIN} <= pages.keys()


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
