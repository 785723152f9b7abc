import re

import pytest
from playwright.sync_api import Page, expect

from mespoints.demo.people import Person, case_of, people
from mespoints.demo.provider.parties import IDENTITY_PROVIDERS
from tests.journeys.conftest import Visit

STOPPED = re.compile(r"/connexion/franceconnect/issue/$")
SIGNED_OUT = re.compile(r"/deconnexion/retour/(\?|$)")
PEOPLE = {person.key: person for person in people()}


def points_in_the_case(key: str) -> int:
    """What the public case expects on the last of its days before the day told, or else on the first one after."""
    person = PEOPLE[key]
    expected = [entry for entry in case_of(person)["expect"] if "balance" in entry]
    before = [entry for entry in expected if entry["on"] <= person.case_day.isoformat()]
    points: int = (before[-1:] or expected)[0]["balance"]
    return points


def go_to_franceconnect(visit: Visit) -> None:
    """From the home page to the choice of an account."""
    visit.open()
    visit.page.get_by_role("main").get_by_role("link", name="Se connecter").click()
    visit.page.get_by_role("button", name="S'identifier avec FranceConnect").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Choisissez un compte pour vous connecter")


def be(page: Page, person: Person) -> None:
    """Choose the account and the person, and consent."""
    page.get_by_role("button", name=IDENTITY_PROVIDERS[person.identity_provider], exact=True).click()
    page.get_by_role("button", name=person.name).click()
    page.get_by_role("button", name="Continuer sur mespoints").click()


def expect_balance(page: Page, points: int, status: str = "Permis valide") -> None:
    """The balance page says these points and this status, in words."""
    expect(page).to_have_url(re.compile(r"/mes-points/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(rf"\b{points} points? sur \d+$"))
    expect(page.get_by_role("main")).to_contain_text(status)


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("ines", "Permis valide"),
        ("lucas", "Permis valide"),
        ("philippe", "Permis invalidé"),
        ("isabelle", "droit de conduire suspendu"),
    ],
)
def test_sign_in_with_franceconnect_shows_the_points_of_the_case(visit: Visit, key: str, status: str) -> None:
    """Four people, by four identity providers, read on their page what the public case says."""
    go_to_franceconnect(visit)
    be(visit.page, PEOPLE[key])

    expect_balance(visit.page, points_in_the_case(key), status)


def test_sign_in_with_the_neph_and_the_code(visit: Visit) -> None:
    """An old number of seven characters, typed with a space, the code in small letters: both are understood."""
    gerard = PEOPLE["gerard"]
    visit.open("/connexion/")
    visit.page.get_by_role("textbox", name=re.compile("^NEPH")).fill(f"{gerard.neph[:3]} {gerard.neph[3:]}")
    visit.page.get_by_role("textbox", name="Code confidentiel").fill(str(gerard.code).lower())
    visit.page.get_by_role("button", name="Se connecter avec le NEPH").click()

    expect_balance(visit.page, points_in_the_case("gerard"))


def test_after_signing_out_there_is_no_way_back(visit: Visit) -> None:
    """Neither the history, nor the address, nor the provider's own session opens the file again."""
    go_to_franceconnect(visit)
    be(visit.page, PEOPLE["camille"])
    expect_balance(visit.page, points_in_the_case("camille"))
    visit.page.get_by_role("button", name="Se déconnecter").click()

    expect(visit.page).to_have_url(SIGNED_OUT)
    expect(visit.page.get_by_role("main")).to_contain_text("ici et chez FranceConnect")
    visit.page.go_back()
    expect(visit.page.get_by_role("heading", level=1)).not_to_contain_text("points sur")
    visit.open("/mes-points/")
    expect(visit.page).to_have_url(re.compile(r"/connexion/"))
    visit.page.get_by_role("button", name="S'identifier avec FranceConnect").click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Choisissez un compte pour vous connecter")


@pytest.mark.parametrize("step", ["account", "person", "consent"])
def test_going_back_at_the_provider_ends_on_a_page_that_says_what_to_do(visit: Visit, step: str) -> None:
    """Whatever the step, « Revenir en arrière » leads to a plain page with another way in."""
    go_to_franceconnect(visit)
    if step != "account":
        visit.page.get_by_role("button", name="ameli.fr").click()
    if step == "consent":
        visit.page.get_by_role("button", name="Karim Haddad").click()
    visit.page.get_by_role("button", name=re.compile("^Revenir en arrière")).click()

    expect(visit.page).to_have_url(STOPPED)
    expect(visit.page.get_by_role("main")).to_contain_text("Rien n'a été consulté")
    visit.page.get_by_role("link", name="Revenir à la connexion").click()
    expect(visit.page).to_have_url(re.compile(r"/connexion/$"))


@pytest.mark.parametrize("key", ["marie-helene", "marie-claire"])
def test_homonyms_are_asked_for_the_neph(visit: Visit, key: str) -> None:
    """Two licences bear the same civil status: the NEPH opens the right one, and neither is listed."""
    marie = PEOPLE[key]
    go_to_franceconnect(visit)
    be(visit.page, marie)
    expect(visit.page).to_have_url(re.compile(r"/connexion/rattachement/$"))
    expect(visit.page.get_by_role("main")).not_to_contain_text(marie.neph)
    visit.page.get_by_role("textbox", name=re.compile("^NEPH")).fill(marie.neph)
    visit.page.get_by_role("button", name="Continuer").click()

    expect_balance(visit.page, points_in_the_case(key))


@pytest.mark.parametrize("key", ["aminata", "odile"])
def test_an_uncertain_birth_is_settled_by_the_neph(visit: Visit, key: str) -> None:
    """A day of birth, or a place, that the register does not hold: the NEPH settles it, once for all."""
    for asked in (True, False):
        go_to_franceconnect(visit)
        be(visit.page, PEOPLE[key])
        if asked:
            visit.page.get_by_role("textbox", name=re.compile("^NEPH")).fill(PEOPLE[key].neph)
            visit.page.get_by_role("button", name="Continuer").click()
        expect_balance(visit.page, points_in_the_case(key))
        visit.page.get_by_role("button", name="Se déconnecter").click()
        expect(visit.page).to_have_url(SIGNED_OUT)


def test_somebody_without_a_licence_learns_nothing_more(visit: Visit) -> None:
    """Known to FranceConnect, absent from the register: the page does not say what failed to match."""
    go_to_franceconnect(visit)
    visit.page.get_by_role("button", name="impots.gouv.fr").click()
    visit.page.get_by_role("button", name="Noé Faucher").click()
    visit.page.get_by_role("button", name="Continuer sur mespoints").click()

    expect(visit.page).to_have_url(STOPPED)
    for word in ("naissance", "prénom", "sexe", "Faucher"):
        expect(visit.page.get_by_role("main")).not_to_contain_text(word)


def test_the_provider_can_be_used_with_the_keyboard_alone(visit: Visit) -> None:
    """Tab and Enter reach every choice, and the focus is where the eye expects it."""
    go_to_franceconnect(visit)
    for chosen in ("impots.gouv.fr", "Camille Roussel", "Continuer sur mespoints"):
        expect(visit.page.get_by_role("button", name=chosen)).to_be_visible()
        visit.page.keyboard.press("Tab")
        expect(visit.page.get_by_role("button", name=chosen)).to_be_focused()
        visit.page.keyboard.press("Enter")

    expect_balance(visit.page, points_in_the_case("camille"))
