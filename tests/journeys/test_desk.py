"""An agent opens a file for a reason and records a stage, another validates it, and the driver reads it all."""

import re

from playwright.sync_api import Page, expect

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


def open_file(page: Page, reason: str) -> None:
    """Open the driver's file by its number."""
    page.get_by_role("link", name="Ouvrir un dossier").click()
    page.get_by_label("NEPH (numéro de dossier)").fill(DRIVER.neph)
    page.get_by_label("Motif").fill(reason)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("ROUSSEL Camille Jeanne")


def test_from_the_desk_to_the_driver(visit: Visit) -> None:
    """No address names the driver; the second person sees the effect; the driver reads who, when, why."""
    page = enter(visit, "Hélène Aubry")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Hélène Aubry")
    open_file(page, REASON)

    assert DRIVER.neph not in page.url
    expect_no_fault(page)

    page.get_by_role("link", name="Enregistrer un fait").click()
    page.get_by_role("link", name="Titre perdu").click()
    expect_no_fault(page)
    page.get_by_label("Jour du fait").fill("2026-11-20")
    page.get_by_label("Numéro de la pièce").fill("PERTE-1")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("main")).to_contain_text("l'acte est enregistré")
    open_file(page, REASON)
    page.get_by_role("link", name="Enregistrer un fait").click()
    page.get_by_role("link", name="Suspension du permis").click()
    page.get_by_label("À compter du").fill("2026-11-20")
    page.get_by_label("Jusqu'au (compris)").fill("2026-12-20")
    page.get_by_label("Numéro de la pièce").fill("AP-2026-1")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("main")).to_contain_text("Une autre personne doit décider")
    leave(page)

    page = enter(visit, "Karim Delmas")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Karim Delmas")
    page.get_by_role("link", name="Saisies à valider").click()
    page.get_by_role("row", name=re.compile("Suspension du permis")).get_by_role("link").click()
    expect_no_fault(page)
    page.get_by_label("Ou motif du refus").fill("L'arrêté n'est pas signé")
    page.get_by_role("button", name="Refuser").click()
    expect(page.get_by_role("main")).to_contain_text("refusée par Karim Delmas")
    leave(page)

    go_to_franceconnect(visit)
    be(page, DRIVER)
    visit.open("/qui-a-consulte/")
    looks = page.get_by_role("main")
    expect(looks).to_contain_text("Un agent de préfecture")
    expect(looks).to_contain_text(re.compile(r"Préfecture de la Loire-Atlantique, agent n° \d+"))
    expect(looks).to_contain_text(REASON)
    expect(looks).to_contain_text("art. L. 225-4")
    expect(looks).not_to_contain_text("Aubry")


def test_who_has_no_account_reads_why(visit: Visit) -> None:
    """ProConnect knows Paul; the desk does not, and says how an account is opened."""
    page = enter(visit, "Paul Huet")

    expect(page.get_by_role("main")).to_contain_text("aucun compte ouvert du guichet n'est le vôtre")
    # The page says 403, which the browser's console repeats.
    visit.complaints[:] = [one for one in visit.complaints if "403" not in one]
