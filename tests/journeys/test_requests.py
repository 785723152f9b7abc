"""Requests for a record at the desk, from arrival to release by two agents; a refusal of each kind; a claim."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.demo.running import Demonstration
from tests.journeys.conftest import Visit
from tests.journeys.test_desk import DRIVER, enter
from tests.journeys.test_sign_in import be, go_to_franceconnect
from tests.requests.test_media import picture

CAMILLE = {
    "Nom de naissance du titulaire": "Roussel", "Prénoms": "Camille Jeanne", "Né(e) le": "1975-04-12",
    "Commune de naissance": "44109", "Répondre à": "12 rue des Carmes, 44000 Nantes",
}  # fmt: skip


@pytest.fixture(scope="module")
def two(chromium: Browser, demo: Demonstration) -> Iterator[tuple[Page, Page]]:
    """The agent who instructs and the one who validates, each in their browser."""
    contexts = [chromium.new_context(locale="fr-FR") for _ in range(2)]
    for context in contexts:
        context.set_default_timeout(10_000)
    visits = [Visit(context, demo.address) for context in contexts]
    yield enter(visits[0], "Hélène Aubry"), enter(visits[1], "Karim Delmas")
    for context in contexts:
        context.close()

    assert [] == visits[0].strangers + visits[1].strangers
    assert [] == visits[0].complaints + visits[1].complaints


def write(page: Page, channel: str, requester: str, state: str = "en main") -> None:
    """Write a request that arrived."""
    page.get_by_role("link", name="Demandes et réclamations").click()
    page.get_by_role("link", name="Écrire une demande reçue").click()
    for label, choice in (("Canal", channel), ("Qui demande", requester), ("Le titre est", state)):
        page.get_by_label(label, exact=True).select_option(choice)
    for label, words in CAMILLE.items():
        page.get_by_label(label).fill(words)
    if channel == "courrier électronique":
        page.get_by_label("Répondre à").fill("camille.roussel@example.org")
    if requester != "le titulaire":
        page.get_by_label("Cabinet, société, mandataire").fill("Société Roche")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Demande D")


@pytest.mark.parametrize(
    ("channel", "state"), [("courrier", "en main"), ("courrier électronique", "suspendu"), ("guichet", "perdu")]
)
def test_a_request_is_released_by_two_agents(channel: str, state: str, two: tuple[Page, Page]) -> None:
    """One checks each piece and finds the licence, the other validates, the first releases the relevé."""
    clerk, validator = two
    write(clerk, channel, "le titulaire", state)
    for place in range(clerk.get_by_role("button", name=re.compile("^Bonne")).count()):
        clerk.get_by_role("button", name=re.compile("^Bonne")).nth(place).click()
    clerk.get_by_role("button", name="Chercher le permis").click()
    expect(clerk.get_by_role("main")).to_contain_text("permis reconnu : un seul permis concorde")
    validator.goto(clerk.url)
    validator.get_by_role("button", name="Valider").click()
    expect(validator.get_by_role("main")).to_contain_text("Vous avez validé : un autre agent délivre.")
    clerk.reload()
    clerk.get_by_role("button", name="Délivrer : relevé intégral").click()
    expect(clerk.get_by_role("main")).to_contain_text("délivrée")
    if channel == "courrier électronique":
        expect(clerk.get_by_role("main")).to_contain_text("par courriel")
    else:
        with clerk.expect_download() as download:
            clerk.get_by_role("link", name="Le relevé intégral (PDF)").click()
        assert re.fullmatch(r"releve-d\d{2}\w{9}\.pdf", download.value.suggested_filename)
        clerk.get_by_role("button", name=re.compile("^C'est (posté|remis)")).click()
        expect(clerk.get_by_role("main")).to_contain_text(re.compile("Réponse (postée|remise au guichet) le"))
    validator.reload()
    expect(validator.get_by_role("main")).to_contain_text("délivrée")


@pytest.mark.parametrize("requester", ["un employeur", "un assureur", "une autre personne"])
def test_a_refusal_cites_its_article(requester: str, two: tuple[Page, Page]) -> None:
    """Nothing else is offered; the reply to send is on the page."""
    page, _ = two
    write(page, "courrier électronique", requester)

    expect(page.get_by_role("main")).to_contain_text("rien : à refuser")
    expect(page.get_by_role("button", name="Valider")).to_have_count(0)
    page.get_by_role("button", name="Refuser").click()
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"L\.\s225-\u2060?8"))


def test_the_driver_reads_each_look(visit: Visit, two: tuple[Page, Page]) -> None:
    """With the service of the agent, the day and the reference of the request; none of it is a name of an agent."""
    del two
    go_to_franceconnect(visit)
    be(visit.page, DRIVER)
    visit.open("/qui-a-consulte/")
    main = visit.page.get_by_role("main")

    expect(main).to_contain_text(re.compile(r"Préfecture de la Loire-Atlantique, agent n° \d"))
    expect(main).to_contain_text(re.compile(r"demande ou réclamation D\d{2}-\w{4}-\w{4}-\w"))
    expect(main).to_contain_text(re.compile(r"L\.\s225-\u2060?3"))
    expect(main).not_to_contain_text("Aubry")


def test_a_claim_goes_from_the_driver_to_the_desk_and_back(visit: Visit, two: tuple[Page, Page]) -> None:
    """Filed with a photograph, answered at the desk, read by the driver."""
    page, (agent, _) = visit.page, two
    go_to_franceconnect(visit)
    be(page, DRIVER)
    page.get_by_role("link", name="Faites une réclamation").click()
    page.get_by_label("Mon adresse est fausse").check()
    page.get_by_label("Expliquez en quelques phrases").fill("J'habite au 14.")
    photograph = {"name": "IMG_0001.JPG", "mimeType": "image/jpeg", "buffer": picture("JPEG")}
    page.get_by_label("Pièces jointes").set_input_files([photograph])
    page.get_by_role("button", name="Déposer la réclamation").click()
    expect(page.get_by_role("main")).to_contain_text("photo JPEG")
    reference = re.search(r"R\d\d-\w{4}-\w{4}-\w", page.get_by_role("main").inner_text())
    assert reference is not None
    agent.get_by_role("link", name="Demandes et réclamations").click()
    agent.get_by_role("link", name=reference[0]).click()
    agent.get_by_label("Texte").fill("L'adresse est corrigée.")
    agent.get_by_label("Issue").select_option("acceptée")
    agent.get_by_role("button", name="Répondre et clore").click()
    page.reload()

    expect(page.get_by_role("main")).to_contain_text("Réclamation acceptée")
    expect(page.get_by_role("main")).to_contain_text("L'adresse est corrigée.")
