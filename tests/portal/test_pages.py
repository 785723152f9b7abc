"""The pages as HTML: structure, policy, languages, refusals."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import path

from mespoints.config.urls import urlpatterns as site
from mespoints.portal.public import PROSE
from mespoints.register.models import Licence
from tests.portal.conftest import offence

VOID = {"meta", "link", "input", "br", "img", "hr"}
PUBLIC = [
    "/",
    "/connexion/",
    "/bareme/",
    "/verifier/",
    "/demander-mon-releve/",
    "/demander-mon-releve/?canal=courrier&departement=44&permis=suspendu",
    "/demander-mon-releve/?canal=courriel&departement=30&permis=valide",
    "/demander-mon-releve/?canal=guichet&departement=2A&permis=perdu",
    "/delais-des-prefectures/",
    "/verifier-des-droits/",
    "/demander-un-code/",
    "/demander-un-code/demande-recue/",
    "/pas-au-fichier/",
    "/pas-au-fichier/suivi/",
    *(f"/{address}/" for address in PROSE.values()),
]
PERSONAL = [
    "/mes-points/", "/mon-permis/", "/mes-lettres/", "/mes-lettres/en-ligne/", "/mes-documents/", "/mes-partages/",
    "/qui-a-consulte/", "/mes-connexions/", "/mes-reclamations/",
]  # fmt: skip
LIFE = [
    offence("a", "2024-08-01", "2024-09-03"),
    offence("b", "2026-07-02", "2026-08-14", 1, label="Excès de vitesse", place="Orvault", source="radar"),
    {"act": "lettre_48n", "id": "n", "notified_on": "2026-09-20", "offence": "b"},
    {"act": "suspension", "id": "s", "from": "2026-09-04", "to": "2027-03-03"},
    offence("p", "2026-10-30"),
]


class Outline(HTMLParser):
    """What a page is made of: open elements that match, headings, landmarks, ids, names, attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.unmatched: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.unmatched.append(tag)

    def count(self, tag: str) -> int:
        """How many elements of a name."""
        return sum(found == tag for found, _attributes in self.elements)

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [value for _tag, attributes in self.elements if (value := attributes.get(attribute)) is not None]


def wrong_request(_request: object) -> None:
    """A view with a bug."""
    raise RuntimeError


urlpatterns = [*site, path("panne/", wrong_request)]


@pytest.fixture(params=[*PUBLIC, *PERSONAL, "/nulle-part/"])
def page(request: pytest.FixtureRequest, driver: Callable[..., Licence], visit: Callable[..., Client]) -> Any:
    """Each page, as a driver with much on their page reads it, in both languages in turn."""
    client = visit(None if request.param in PUBLIC else driver("2024-01-01", *LIFE, probation="ordinary"))
    return client.get(request.param)


def test_elements_match_and_landmarks_are_there(page: Any) -> None:
    """One h1, one main, one header, one footer; every element closed where it should be; each id once."""
    outline = Outline(page.content.decode())

    assert (outline.unmatched, outline.stack) == ([], [])
    assert [outline.count(tag) for tag in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    assert len(outline.values("id")) == len(set(outline.values("id")))


def test_labels_name_what_exists(page: Any) -> None:
    """Every aria-labelledby and every fragment leads to an id of the page."""
    outline = Outline(page.content.decode())
    named = [word for value in outline.values("aria-labelledby") for word in value.split()]
    fragments = [href[1:] for href in outline.values("href") if href.startswith("#")]

    assert set(named + fragments) <= set(outline.values("id"))


def test_nothing_needs_an_exception_to_the_policy(page: Any) -> None:
    """No script, no inline style, nothing from another host; the policy says so too."""
    outline = Outline(page.content.decode())
    loaded = outline.values("src") + [a["href"] for tag, a in outline.elements if tag == "link"]

    assert (outline.count("script"), outline.count("style"), outline.values("style")) == (0, 0, [])
    assert [value for value in loaded if value is None or not value.startswith("/static/")] == []
    assert [name for _tag, attributes in outline.elements for name in attributes if name.startswith("on")] == []
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]


def test_tables_have_captions_and_scopes(page: Any) -> None:
    """Every table says what it is, and every header cell what it heads."""
    outline = Outline(page.content.decode())
    headers = [attributes.get("scope") for tag, attributes in outline.elements if tag == "th"]

    assert outline.count("caption") == outline.count("table")
    assert set(headers) <= {"col", "row"}


def test_the_three_notices_are_always_there(page: Any) -> None:
    """The lag, the right to drive, the personal use: on every page."""
    text = page.content.decode()
    notices = ["une fois enregistré", "ne préjuge pas de votre droit de conduire", "art.\u00a0L.\u00a0225-\u20608"]

    assert [notice for notice in notices if notice not in text] == []


@pytest.mark.parametrize("address", [*PUBLIC, *PERSONAL])
def test_english_is_whole(address: str, driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """In English, no French word of the frame or of the sentences is left, save what bears lang="fr"."""
    licence = None if address in PUBLIC else driver("2024-01-01", *LIFE, probation="ordinary")
    text = visit(licence, "en").get(address).content.decode()
    text = re.sub(r'<(\w+)([^>]*) lang="fr"[^>]*>.*?</\1>', "", text, flags=re.DOTALL)
    words = re.findall(r"\b(?:votre|vous|le|les|une|est|points? sur|retrait|jusqu|aujourd)\b", text)

    assert '<html lang="en">' in text
    assert words == []


def test_french_whatever_the_browser_prefers(visit: Callable[..., Client]) -> None:
    """A browser's preference is not a choice."""
    answer = Client().get("/", headers={"Accept-Language": "en-GB,en;q=0.9"})

    assert '<html lang="fr">' in answer.content.decode()
    assert answer.headers["Content-Language"] == "fr"


def test_choosing_english_leads_back_to_the_page(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """The switch is a form; the choice is kept in a cookie, the page is the same."""
    client = visit(driver("1996-05-06"))
    page = client.get("/qui-a-consulte/").content.decode()
    here = re.search(r'name="next" value="([^"]*)"', page)
    assert here is not None
    answer = client.post("/langue/", {"next": here.group(1), "language": "en"}, follow=True)

    assert answer.redirect_chain == [("/qui-a-consulte/", 302)]
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert "Who looked at your file" in answer.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_the_switch_leads_nowhere_else(elsewhere: str, visit: Callable[..., Client]) -> None:
    """An address of another host is not followed."""
    answer = visit().post("/langue/", {"next": elsewhere, "language": "en"})

    assert "example.org" not in answer.headers["Location"]
    assert answer.headers["Location"].startswith("/")


def test_navigation_says_where_one_is(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """One entry is the current page; signing out is a form."""
    outline = Outline(visit(driver("1996-05-06")).get("/mon-permis/").content.decode())
    actions = [a.get("action") for tag, a in outline.elements if tag == "form"]

    assert outline.values("aria-current") == ["page"]
    assert actions == ["/langue/", "/deconnexion/"]


@pytest.mark.parametrize("band", [True, False])
def test_the_band_can_be_taken_off(band: bool, settings: Any, visit: Callable[..., Client]) -> None:
    """An official operator takes the band off; everybody else has it."""
    settings.MESPOINTS_DEMO_BAND = band
    page = visit().get("/").content.decode()

    assert ("Site de démonstration, non officiel" in page) == band


def test_an_unknown_address_says_what_to_do(visit: Callable[..., Client]) -> None:
    """Not found, in our manner, with a way back."""
    answer = visit().get("/nulle-part/")

    assert answer.status_code == 404
    assert "Cette page n'existe pas" in answer.content.decode()


def test_a_forged_form_is_refused_in_our_manner(visit: Callable[..., Client]) -> None:
    """Without its token a form changes nothing, and the page says what to do."""
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/langue/", {"language": "en"})

    assert answer.status_code == 403
    assert "Votre demande n'a pas pu être vérifiée" in answer.content.decode()
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


@pytest.mark.urls("tests.portal.test_pages")
@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Le service a rencontré une erreur"), ("en", "The service met with an error")]
)
def test_an_error_of_ours_is_told_as_ours(language: str, words: str, visit: Callable[..., Client]) -> None:
    """A bug shows a plain page, in the language of the person, without asking the database anything."""
    client = visit(None, language)
    client.raise_request_exception = False
    answer = client.get("/panne/")
    outline = Outline(answer.content.decode())

    assert answer.status_code == 500
    assert words in answer.content.decode()
    assert (outline.unmatched, outline.count("h1")) == ([], 1)


def test_robots_read_the_home_page_alone(visit: Callable[..., Client]) -> None:
    """Nothing personal is for machines."""
    answer = visit().get("/robots.txt")

    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "Disallow: /\n" in answer.content.decode()


def test_the_home_page_asks_the_database_nothing(visit: Callable[..., Client]) -> None:
    """A visitor without a session costs nothing: this test has no database, and would fail if one were asked."""
    answer = visit().get("/")

    assert answer.status_code == 200


def test_the_balance_page_asks_little(
    driver: Callable[..., Licence], visit: Callable[..., Client], django_assert_max_num_queries: Any
) -> None:
    """Session, licence and usual delays, acts, where letters are, journal: whatever the history."""
    acts = [offence(f"o{year}", f"{year}-03-01", f"{year}-04-01", 1) for year in range(2005, 2026)]
    client = visit(driver("1996-05-06", *acts))
    with django_assert_max_num_queries(6):
        client.get("/mes-points/")


def test_the_balance_page_is_light(driver: Callable[..., Licence], visit: Callable[..., Client]) -> None:
    """Forty movements weigh less than 60 KB of HTML."""
    acts = [offence(f"o{year}", f"{year}-03-01", f"{year}-04-01", 1) for year in range(2005, 2026)]
    page = visit(driver("1996-05-06", *acts)).get("/mes-points/")

    assert len(page.content) < 60_000
