"""An agent opens a file for a reason and records a stage, another validates it, and the driver reads it all."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.test_every_page import AXE, RUN
from tests.journeys.test_sign_in import PEOPLE, be, go_to_franceconnect

DRIVER = PEOPLE["camille"]
REASON = "Attestation de stage reçue le 20 novembre"


def enter(visit: Visit, name: str) -> Page:
    """Sign in at the desk as this agent."""
    visit.open("/guichet/")
    visit.page.get_by_role("button", name="S'identifier avec ProConnect").click()
    visit.page.get_by_role("button", name=name).click()
    visit.page.get_by_role("button", name="Continuer sur mespoints").click()
    return visit.page


def expect_no_fault(page: Page) -> None:
    """axe-core holds nothing against the page that is shown."""
    page.evaluate(AXE)

    assert [] == page.evaluate(RUN)


def leave(page: Page) -> None:
    """Sign out here and at ProConnect."""
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page.get_by_role("main")).to_contain_text("fermée ici et chez ProConnect")


def press_access_key(page: Page, letter: str) -> None:
    """Press Alt and a letter, as a keyboard does: Playwright leaves out the letter, by which Chromium finds the key."""
    keyboard = page.context.new_cdp_session(page)
    key = {"modifiers": 1, "key": letter, "code": f"Key{letter.upper()}", "windowsVirtualKeyCode": ord(letter.upper())}
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": letter, "unmodifiedText": letter, **key})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    keyboard.detach()


def go_by_key(page: Page, letter: str, title: str) -> None:
    """Press an access key, and be on the page that it leads to."""
    press_access_key(page, letter)
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is out of reach of the keyboard")


def follow(page: Page, wanted: Locator) -> None:
    """Go to a link or a button with Tab, and press Enter."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def type_in(page: Page, label: str, text: str) -> None:
    """Go to a field with Tab, and type."""
    tab_to(page, page.get_by_label(label))
    page.keyboard.type(text)


def open_file(page: Page, reason: str) -> None:
    """Open the driver's file by its number, from the keyboard."""
    go_by_key(page, "d", "Ouvrir un dossier")
    type_in(page, "NEPH (numéro de dossier)", DRIVER.neph)
    type_in(page, "Motif", reason)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ROUSSEL Camille Jeanne")


def test_from_the_desk_to_the_driver(visit: Visit) -> None:
    """By the keyboard alone, but for days, which each Chromium has typed in its own order.

    No address names the driver; the second person sees the effect; the driver reads who, when, why.
    """
    page = enter(visit, "Hélène Aubry")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Hélène Aubry")
    open_file(page, REASON)

    assert DRIVER.neph not in page.url
    expect_no_fault(page)

    go_by_key(page, "e", "Enregistrer un fait")
    follow(page, page.get_by_role("link", name="Titre perdu"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Titre perdu")
    expect_no_fault(page)
    page.get_by_label("Jour du fait").fill("2026-11-20")
    type_in(page, "Numéro de la pièce", "PERTE-1")
    press_access_key(page, "o")
    expect(page.get_by_role("main")).to_contain_text("l'acte est enregistré")
    open_file(page, REASON)
    go_by_key(page, "e", "Enregistrer un fait")
    follow(page, page.get_by_role("link", name="Suspension du permis"))
    page.get_by_label("À compter du").fill("2026-11-20")
    page.get_by_label("Jusqu'au (compris)").fill("2026-12-20")
    type_in(page, "Numéro de la pièce", "AP-2026-1")
    press_access_key(page, "o")
    expect(page.get_by_role("main")).to_contain_text("Une autre personne doit décider")
    leave(page)

    page = enter(visit, "Karim Delmas")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Karim Delmas")
    go_by_key(page, "v", "Saisies à valider")
    follow(page, page.get_by_role("row", name=re.compile("Suspension du permis")).get_by_role("link"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Suspension du permis")
    expect_no_fault(page)
    type_in(page, "Ou motif du refus", "L'arrêté n'est pas signé")
    follow(page, page.get_by_role("button", name="Refuser"))
    expect(page.get_by_role("main")).to_contain_text("refusée par Karim Delmas")
    leave(page)

    go_to_franceconnect(visit)
    be(page, DRIVER)
    visit.open("/qui-a-consulte/")
    looks = page.get_by_role("main")
    expect(looks).to_contain_text("Un agent de préfecture")
    expect(looks).to_contain_text(re.compile(r"Préfecture de la Loire-Atlantique, agent n° \d+"))
    expect(looks).to_contain_text(REASON)
    expect(looks).to_contain_text(re.compile(r"L\.\s225-\u2060?4"))
    expect(looks).not_to_contain_text("Aubry")


def test_who_has_no_account_reads_why(visit: Visit) -> None:
    """ProConnect knows Paul; the desk does not, and says how an account is opened."""
    page = enter(visit, "Paul Huet")

    expect(page.get_by_role("main")).to_contain_text("aucun compte ouvert du guichet n'est le vôtre")
    # The page says 403, which the browser's console repeats.
    visit.complaints[:] = [one for one in visit.complaints if "403" not in one]
