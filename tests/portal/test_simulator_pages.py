"""The pages of the simulator as HTML: structure, names, languages, policy."""

import json
import re
from collections.abc import Callable

import pytest

from tests.portal.conftest import dossier_document, offence
from tests.portal.simulating import Simulation

pytestmark = pytest.mark.usefixtures("at")
LONG = [offence(f"o{year}", f"{year}-03-01", f"{year}-04-01", 1) for year in range(2008, 2026)]
HISTORY = dossier_document(
    "2005-06-12",
    *LONG,
    offence("p", "2026-10-30", natinf="23800", points=3),
    {"act": "lettre_48n", "id": "n", "notified_on": "2026-09-20", "offence": "o2025"},
    {"act": "suspension", "id": "s", "from": "2026-09-04", "to": "2027-03-03", "by": "prefet"},
    {"act": "stage", "id": "t", "ended_on": "2020-05-03", "kind": "volontaire"},
    territory="guadeloupe",
)
SEARCHED = {"find__committed_on": "20/01/2024", "find__words": "vitesse"}
SUPPOSED = {"suppose__on": "23/11/2026", "suppose__together": "apart", "suppose__offence": "p"}


def full(language: str) -> Simulation:
    """A visit with much on its page."""
    return Simulation(language).load(json.dumps(HISTORY)).press("keep:paiement", **SUPPOSED)


PAGES: dict[str, Callable[[str], Simulation]] = {
    "start": Simulation,
    "start, wrong": lambda language: Simulation(language).begin("hier"),
    "file refused": lambda language: Simulation(language).load("{"),
    "nothing typed": lambda language: Simulation(language).begin(),
    "overview": full,
    "day, wrong": lambda language: full(language).press("look", day__on="1/1/1991", day__reading="registered"),
    "licence": lambda language: full(language).press("licence"),
    "act": lambda language: full(language).press("new:lettre_48n"),
    "act, wrong": lambda language: full(language).press("save:carried_over"),
    "find": lambda language: full(language).press("new:offence"),
    "offence": lambda language: full(language).press("find", **SEARCHED),
    "offence, wrong": lambda language: full(language).press("save-offence", **SEARCHED),
    "offence by hand": lambda language: full(language).press("find", find__committed_on="20/01/2024"),
    "offence again": lambda language: full(language).press("edit:0"),
    "try": lambda language: full(language).press("try:stage"),
    "try an offence": lambda language: full(language).press("try:offence"),
    "one more offence": lambda language: full(language).press(
        "try-offence", find__committed_on="20/01/2027", find__words="23800"
    ),
}
GOES_ON = {
    "set-licence", "load", "look", "save", "find", "save-offence", "try-offence", "keep", "keep-offence",
}  # fmt: skip
FRENCH_WORDS = r"\b(?:votre|vous|les|une|est|points? sur|retrait|jusqu|aujourd|infraction|amende|permis)\b"
FRENCH_ANYWAY = re.compile(r'<(\w+)([^>]*) lang="fr"[^>]*>.*?</\1>', re.DOTALL)


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest) -> Simulation:
    """Each page of the simulator."""
    return PAGES[request.param]("fr")


def test_elements_match_and_landmarks_are_there(page: Simulation) -> None:
    """One h1, one main, one header, one footer; every element closed where it should be; each id once."""
    outline = page.outline

    assert (outline.unmatched, outline.stack) == ([], [])
    assert [outline.count(tag) for tag in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    assert len(outline.values("id")) == len(set(outline.values("id")))


def test_names_lead_to_what_exists(page: Simulation) -> None:
    """Every label, description, fragment and form leads to an id of the page."""
    outline = page.outline
    named = [
        word
        for attribute in ("aria-labelledby", "aria-describedby", "for", "form")
        for value in outline.values(attribute)
        for word in value.split()
    ]
    fragments = [href[1:] for href in outline.values("href") if href.startswith("#")]

    assert set(named + fragments) - set(outline.values("id")) == set()


def test_every_field_has_its_label(page: Simulation) -> None:
    """A field, whatever it is, is named by a label that the page shows."""
    fields = [a for tag, a in page.outline.elements if tag in ("input", "select", "textarea")]
    shown = {a["id"] for a in fields if a.get("type") not in ("hidden", "checkbox")}
    boxes = re.findall(r'<label class="check"><input type="checkbox"', page.page)

    assert shown - set(page.outline.values("for")) == set()
    assert len(boxes) == sum(a.get("type") == "checkbox" for a in fields)


def test_nothing_needs_an_exception_to_the_policy(page: Simulation) -> None:
    """No script, no inline style, nothing from another host."""
    outline = page.outline

    assert (outline.count("script"), outline.count("style"), outline.values("style")) == (0, 0, [])
    assert [name for _tag, attributes in outline.elements for name in attributes if name.startswith("on")] == []


def test_enter_goes_on(page: Simulation) -> None:
    """In a form with fields the first button, which Enter presses, goes on: it never removes anything."""
    forms = re.findall(r'<form\b(?! id="simulateur").*?</form>', page.page, re.DOTALL)
    first = [found[1] for form in forms if (found := re.search(r'name="do" value="([\w-]+)', form))]

    assert set(first) <= GOES_ON
    assert page.page.count('name="language"') == 1


@pytest.mark.parametrize("name", list(PAGES))
def test_english_is_whole(name: str) -> None:
    """In English, no French word is left, save what bears lang="fr" and the words of the format."""
    text = FRENCH_ANYWAY.sub("", PAGES[name]("en").page)
    words = re.findall(FRENCH_WORDS, re.sub(r"<title>.*?</title>|<[^>]+>", " ", text, flags=re.DOTALL))

    assert '<html lang="en">' in text
    assert words == []


def test_a_long_history_folds_its_oldest_acts() -> None:
    """The eight last are seen at once, each under the name that tells its buttons from the others."""
    page = full("fr").page
    folded = page.split("Les faits plus anciens")[1].split("</details>")[0]

    assert folded.count("<li") == len(HISTORY["acts"]) - 8
    assert page.count('value="remove:') == len(HISTORY["acts"])


def test_the_history_is_told_in_words() -> None:
    """No word of the format, no day that is not written in full."""
    text = full("fr").text

    assert "Permis obtenu le 12 juin 2005, période probatoire de trois ans, Guadeloupe." in text
    assert "Suspension du droit de conduire 4 septembre 2026 . Dernier jour : 3 mars 2027 . le préfet ." in text
    assert "Stage de sensibilisation 3 mai 2020 . Volontaire, pour retrouver des points ." in text
    assert "Lettre 48N, stage obligatoire 20 septembre 2026 ." in text


def test_the_page_of_a_long_history_is_light() -> None:
    """Twenty acts and a scenario weigh less than 100 KB of HTML."""
    assert len(full("fr").page.encode()) < 100_000


def test_the_simulator_is_found_from_everywhere() -> None:
    """From the navigation of each page, and from the home page in so many words."""
    home = Simulation().client.get("/").content.decode()

    assert home.count('href="/simulateur/"') == 2


def test_no_link_of_a_page_forgets_its_history(page: Simulation) -> None:
    """The entry of the navigation stays where one is: it leads to no blank page."""
    links = [attributes for tag, attributes in page.outline.elements if tag == "a"]

    assert [link["href"] for link in links if link.get("aria-current") == "page"] == ["#contenu"]
    assert "/simulateur/" not in [link["href"] for link in links]
