"""The driver's pages in a browser without JavaScript, on a small phone and on a desk, in both languages."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from mespoints.demo.people import people
from tests.demo.running import Demonstration
from tests.journeys.conftest import Visit
from tests.journeys.test_sign_in import be, go_to_franceconnect

PEOPLE = {person.key: person for person in people()}
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
HEADINGS = {
    "fr": (
        "Ce qui vient", "Pourquoi il vous manque 6 points", "Un stage, maintenant ?", "Et si... ?", "Mouvements",
        "En attente", "Un autre jour",
    ),
    "en": (
        "What comes next", "Why you are missing 6 points", "Is an awareness course worth it now?", "What if...?",
        "Movements", "Pending", "Another day",
    ),
}  # fmt: skip
PAGES = (
    "/",
    "/mes-points/",
    "/mon-permis/",
    "/mes-lettres/",
    "/mes-lettres/en-ligne/",
    "/qui-a-consulte/",
    "/nulle-part/",
)
REQUESTS_AT_MOST, WEIGHT_AT_MOST = 10, 100_000
TARGET_AT_LEAST = 44

OPEN_EVERYTHING = "document.querySelectorAll('details').forEach(details => { details.open = true })"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
REACHABLE = """[...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')]
    .filter(element => element.checkVisibility()).map(element => element.textContent.trim())"""
FOCUSED = """(() => { const focused = document.activeElement; const style = getComputedStyle(focused);
    return focused === document.body ? null
        : [focused.textContent.trim(), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2] })()"""
SMALL_TARGETS = """[...document.querySelectorAll('a[href]:not(.skip), button, summary')]
    .filter(element => element.getClientRects().length && element.getBoundingClientRect().height < 44)
    .map(element => element.textContent.trim())"""

Reader = Callable[[str, str], Visit]


@pytest.fixture(scope="module")
def signed_in() -> dict[str, Any]:
    """The cookies of those who have signed in: nobody signs in twice, nor out, in this module."""
    return {}


@pytest.fixture(params=[PHONE], ids=["phone"])
def reader(
    request: pytest.FixtureRequest, chromium: Browser, demo: Demonstration, signed_in: dict[str, Any]
) -> Iterator[Reader]:
    """Somebody signed in, in a language, whose browser runs no script: ``reader("lucas", "en")``."""
    context = chromium.new_context(viewport=request.param, java_script_enabled=False, locale="de-DE")
    context.set_default_timeout(10_000)
    visit = Visit(context, demo.address)

    def read(key: str, language: str) -> Visit:
        if key in signed_in:
            context.add_cookies(signed_in[key])
            visit.open("/mes-points/")
        else:
            go_to_franceconnect(visit)
            be(visit.page, PEOPLE[key])
            expect(visit.page).to_have_url(re.compile("/mes-points/$"))
            signed_in[key] = context.cookies()
        if language == "en":
            visit.page.get_by_role("button", name="English").click()
        expect(visit.page).to_have_url(re.compile("/mes-points/$"))
        return visit

    yield read
    context.close()

    assert visit.strangers == []


@pytest.mark.parametrize("reader", [PHONE], ids=["phone"], indirect=True)
@pytest.mark.parametrize(("key", "language"), [("philippe", "fr"), ("gerard", "en")])
def test_nothing_sticks_out(reader: Reader, key: str, language: str) -> None:
    """An invalidation, a long history: no page is wider than a phone, everything opened; a duty is ``every_page``'s."""
    visit = reader(key, language)
    too_wide = []
    for address in PAGES:
        visit.open(address)
        visit.page.evaluate(OPEN_EVERYTHING)
        if visit.page.evaluate(OVERFLOW) > 0:
            too_wide.append(address)

    assert too_wide == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_answers_in_its_order(reader: Reader, language: str) -> None:
    """The answer, what comes, the stage, the movements; each movement opens to its proof without a script."""
    page = reader("karim", language).page
    headings = page.locator("main h2").all_text_contents()
    line = page.locator(".moves details").first
    expect(line.locator(".proof")).not_to_be_visible()
    line.locator("summary").click()

    expect(line.locator(".proof")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert [heading.replace("\u00a0", " ") for heading in headings] == list(HEADINGS[language])


def focus_order(page: Page) -> list[tuple[str, bool]]:
    """What Tab reaches, from the top to the end, and whether the focus is seen on each."""
    order = []
    for _press in range(200):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        order.append((focused[0], focused[1]))
    return order


def test_the_keyboard_reaches_everything(reader: Reader) -> None:
    """Tab goes through every link, button and fold, in the order of the page, and shows where it is."""
    visit = reader("lucas", "fr")
    visit.open("/mes-points/")
    order = focus_order(visit.page)

    assert [text for text, _seen in order] == visit.page.evaluate(REACHABLE)
    assert [text for text, seen in order if not seen] == []


def test_the_skip_link_comes_first_and_skips(reader: Reader) -> None:
    """The first Tab shows the way past the header, and Enter takes it."""
    visit = reader("lucas", "fr")
    visit.open("/mes-points/")
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator("main")).to_be_focused()


def test_targets_are_large(reader: Reader) -> None:
    """Every link, button and fold is at least 44 pixels high."""
    visit = reader("lucas", "fr")
    small = {}
    for address in PAGES:
        visit.open(address)
        small[address] = visit.page.evaluate(SMALL_TARGETS)

    assert small == {address: [] for address in PAGES}


def test_the_page_is_light(reader: Reader) -> None:
    """At most ten requests and 100 KB, all from our own address."""
    visit = reader("gerard", "fr")
    visit.page.wait_for_load_state("networkidle")  # nothing of the page before is counted, or lost on the way
    answers: list[Response] = []
    visit.page.on("response", lambda answer: answers.append(answer))
    visit.page.goto(f"{visit.address}/mes-points/", wait_until="networkidle")
    weight = sum(len(answer.body()) for answer in answers)

    assert len(answers) <= REQUESTS_AT_MOST
    assert 0 < weight <= WEIGHT_AT_MOST


def test_the_duty_goes_into_a_calendar(reader: Reader) -> None:
    """« Ajouter à mon agenda » gives a calendar file of one event."""
    page = reader("lucas", "fr").page
    with page.expect_download() as download:
        page.get_by_role("link", name="Ajouter à mon agenda", exact=True).click()

    assert download.value.suggested_filename.startswith("stage-obligatoire-")
    assert download.value.path().read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1


def test_each_look_is_in_the_journal(reader: Reader) -> None:
    """What was just read is the first line of « Qui a consulté »."""
    visit = reader("nathalie", "fr")
    visit.page.get_by_role("link", name="Qui a consulté").click()

    expect(visit.page.locator(".looks li").first).to_contain_text("Vous, avec FranceConnect")
    expect(visit.page.locator(".looks li").first).to_contain_text("votre solde et ses mouvements")
