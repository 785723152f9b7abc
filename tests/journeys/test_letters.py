"""A letter deposited on line, read by its driver without JavaScript; then back to paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from mespoints.demo.people import people
from tests.demo.running import Demonstration
from tests.journeys.conftest import Visit
from tests.journeys.test_sign_in import be, go_to_franceconnect

PEOPLE = {person.key: person for person in people()}


@pytest.fixture
def driver(chromium: Browser, demo: Demonstration) -> Iterator[Visit]:
    """Camille, who has a compte personnel, signed in on a phone that runs no script."""
    context = chromium.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False, locale="fr-FR")
    context.set_default_timeout(10_000)
    visit = Visit(context, demo.address)
    go_to_franceconnect(visit)
    be(visit.page, PEOPLE["camille"])
    expect(visit.page).to_have_url(re.compile("/mes-points/$"))
    yield visit
    context.close()

    assert visit.strangers == []


def test_a_letter_is_read_on_line_then_letters_go_back_to_paper(driver: Visit) -> None:
    """From the navigation to the PDF, which makes it read; then the compte is closed, and the letter is still there."""
    page = driver.page
    page.get_by_role("link", name="Lettres", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Non lue.")
    page.get_by_role("button", name="Lire la lettre (PDF)").click()
    page.wait_for_url(re.compile(r"/mes-lettres/lettre-1\.pdf$"), wait_until="commit")
    driver.open("/mes-lettres/")
    expect(page.get_by_role("main")).to_contain_text("elle est connue depuis ce jour-là")
    page.get_by_role("link", name="Changer d'adresse électronique, ou revenir au papier").click()
    page.get_by_role("button", name="Fermer mon compte").click()
    expect(page.get_by_role("main")).to_contain_text("Votre compte est fermé depuis le")
    page.get_by_role("link", name="Voir mes lettres").click()

    expect(page.get_by_role("link", name="Lire la lettre (PDF)")).to_be_visible()
    letter = page.request.get(f"{driver.address}/mes-lettres/lettre-1.pdf")
    assert (200, "application/pdf") == (letter.status, letter.headers["content-type"])
    assert letter.body().startswith(b"%PDF-")
