"""The simulator in a browser without JavaScript: by hand and by keyboard, on a small phone and on a desk."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.demo.running import Demonstration
from tests.journeys.conftest import Visit
from tests.journeys.test_balance import DESK, OPEN_EVERYTHING, OVERFLOW, PHONE, SMALL_TARGETS

SMALL_CHOICES = """[...document.querySelectorAll('fieldset label, .check')]
    .filter(label => label.getClientRects().length && label.getBoundingClientRect().height < 44)
    .map(label => label.textContent.trim())"""
FOCUSED_NAME = "document.activeElement.name || ''"
RED_LIGHT = {"fr": "feu rouge", "en": "red light"}

Opened = Callable[[str], Visit]


@pytest.fixture(params=[PHONE], ids=["phone"])
def opened(request: pytest.FixtureRequest, chromium: Browser, demo: Demonstration) -> Iterator[Opened]:
    """Somebody at the simulator, in a language, whose browser runs no script: ``opened("en")``."""
    context = chromium.new_context(viewport=request.param, java_script_enabled=False, locale="de-DE")
    context.set_default_timeout(10_000)
    visit = Visit(context, demo.address)

    def at(language: str) -> Visit:
        visit.open("/simulateur/")
        if language == "en":
            visit.page.get_by_role("button", name="English").click()
        expect(visit.page.locator("html")).to_have_attribute("lang", language)
        return visit

    yield at
    context.close()

    assert visit.strangers == []


def press(page: Page, do: str) -> None:
    """Press a button by what it does, and wait for the page that answers: a click alone may return before it."""
    with page.expect_navigation():
        page.locator(f'button[name="do"][value="{do}"]').first.click()


def begin(page: Page) -> None:
    """Type the licence."""
    page.locator('[name="licence-obtained_on"]').fill("12/06/2015")
    press(page, "set-licence")


def add_red_light(page: Page, language: str, *, on: str, paid_on: str) -> None:
    """Add an offence, paid or not."""
    press(page, "new:offence")
    page.locator('[name="find-committed_on"]').fill(on)
    page.locator('[name="find-words"]').fill(RED_LIGHT[language])
    press(page, "find")
    page.locator(f'[name="act-outcome"][value="{"paiement" if paid_on else "pending"}"]').check()
    page.locator('[name="act-outcome_on"]').fill(paid_on)
    press(page, "save-offence")


def compare(page: Page) -> None:
    """Pay what is pending, or let the fine be increased."""
    for kind in ("paiement", "titre_executoire"):
        press(page, f"try:{kind}")
        press(page, f"keep:{kind}")


def look_around(page: Page) -> dict[str, list[str]]:
    """What sticks out of the window, or is too small for a thumb, everything opened."""
    page.evaluate(OPEN_EVERYTHING)
    wide = [str(page.evaluate(OVERFLOW))] if page.evaluate(OVERFLOW) > 0 else []
    return {"wide": wide, "small": page.evaluate(SMALL_TARGETS) + page.evaluate(SMALL_CHOICES)}


@pytest.mark.parametrize(
    ("opened", "language"), [(PHONE, "fr"), (DESK, "en")], ids=["phone-fr", "desk-en"], indirect=["opened"]
)
def test_a_history_typed_by_hand(opened: Opened, language: str) -> None:
    """Licence, two offences, two scenarios; on each page nothing sticks out and nothing is too small."""
    page = opened(language).page
    seen = {"start": look_around(page)}
    begin(page)
    seen["empty"] = look_around(page)
    press(page, "new:offence")
    seen["find"] = look_around(page)
    page.locator('[name="find-committed_on"]').fill("20/01/2024")
    page.locator('[name="find-words"]').fill("R413-14")
    press(page, "find")
    seen["offence"] = look_around(page)
    press(page, "show")
    add_red_light(page, language, on="20/01/2024", paid_on="15/02/2024")
    add_red_light(page, language, on="30/10/2026", paid_on="")
    press(page, "try:paiement")
    seen["try"] = look_around(page)
    press(page, "show")
    compare(page)
    seen["compared"] = look_around(page)

    assert seen == {name: {"wide": [], "small": []} for name in seen}
    expect(page.get_by_role("heading", level=1)).to_contain_text("8 points")
    expect(page.locator(".act")).to_have_count(2)
    expect(page.locator(".compared tbody tr")).to_have_count(3)
    expect(page.locator(".paths svg")).to_have_count(2)
    expect(page.locator(".moves > li")).not_to_have_count(0)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until a field has the focus."""
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED_NAME) == name:
            return
    raise AssertionError(name)


def test_the_keyboard_is_enough(opened: Opened) -> None:
    """Tab, letters, arrows and Enter: Enter goes on from any field."""
    page = opened("fr").page
    tab_to(page, "licence-obtained_on")
    page.keyboard.type("12 juin 2015")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("12 points sur 12")
    press(page, "new:offence")
    tab_to(page, "find-committed_on")
    page.keyboard.type("20/01/2024")
    tab_to(page, "find-words")
    page.keyboard.type("feu rouge")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Quelle infraction ?")).to_contain_text("Inobservation d'un feu rouge")
    tab_to(page, "act-outcome")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    tab_to(page, "act-outcome_on")
    page.keyboard.type("15.2.2024")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("8 points sur 12")
    expect(page.get_by_role("status")).to_contain_text("C'est ajouté")


def test_what_is_wrong_takes_the_focus_and_leads_to_its_field(opened: Opened) -> None:
    """The summary has the focus when the page opens; its link goes to the field, which keeps what was typed."""
    page = opened("fr").page
    page.locator('[name="licence-obtained_on"]').fill("31/02/2015")
    press(page, "set-licence")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()

    expect(page.locator('[name="licence-obtained_on"]')).to_be_focused()
    expect(page.locator('[name="licence-obtained_on"]')).to_have_value("31/02/2015")


def test_a_history_is_kept_and_loaded_again(opened: Opened, tmp_path: Path) -> None:
    """The file that the page gives holds everything; loaded by somebody else, it shows the same balance."""
    visit = opened("fr")
    page = visit.page
    begin(page)
    add_red_light(page, "fr", on="20/01/2024", paid_on="15/02/2024")
    with page.expect_download() as download:
        page.locator('button[name="do"][value="give-back"]').first.click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    visit.open("/")
    page.get_by_role("link", name="Simulateur", exact=True).click()
    page.locator('[name="load-file"]').set_input_files(kept)
    press(page, "load")

    assert [act["natinf"] for act in json.loads(kept.read_text(encoding="utf-8"))["acts"]] == ["210"]
    expect(page.get_by_role("heading", level=1)).to_contain_text("8 points sur 12")


def test_acts_are_changed_and_removed(opened: Opened) -> None:
    """The page comes back to the history, and the balance follows."""
    page = opened("fr").page
    begin(page)
    add_red_light(page, "fr", on="20/01/2024", paid_on="15/02/2024")
    page.get_by_role("button", name=re.compile("^Retirer")).click()

    expect(page).to_have_url(re.compile("/simulateur/#historique$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("12 points sur 12")


def test_the_language_changes_in_the_middle(opened: Opened) -> None:
    """Nothing of what was typed is lost, and the address holds nothing."""
    page = opened("fr").page
    begin(page)
    add_red_light(page, "fr", on="20/01/2024", paid_on="15/02/2024")
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("8 points out of 12")
    expect(page).to_have_url(re.compile("/simulateur/(#[a-z-]+)?$"))


def test_a_browser_with_scripts_complains_of_nothing(visit: Visit) -> None:
    """With its console open, from the home page to a comparison: no complaint, no other host, no cookie more."""
    visit.open()
    visit.page.get_by_role("link", name="Ouvrir le simulateur").click()
    begin(visit.page)
    add_red_light(visit.page, "fr", on="30/10/2026", paid_on="")
    compare(visit.page)

    expect(visit.page.locator(".paths svg")).to_have_count(2)
    assert {cookie["name"] for cookie in visit.page.context.cookies()} == {"mespoints_csrf"}
