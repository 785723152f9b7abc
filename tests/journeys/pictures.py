"""The pictures of ``docs/pages.md``: the main pages of the demonstration on one day, as Chromium draws them.

``make pictures`` makes them again. Sign-ins are those of the journeys; what a page shows is what its person reads.
"""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.demo.running import Demonstration, demonstration
from tests.journeys.conftest import CHROMIUM, QUIET, Visit
from tests.journeys.test_desk import enter, open_file
from tests.journeys.test_sign_in import PEOPLE, be, go_to_franceconnect

FOLDER = Path(__file__).parent.parent.parent / "docs" / "pictures"
DAY = "2026-11-27"
DESK, PHONE = {"width": 1100, "height": 800}, {"width": 390, "height": 800}
TALLEST = 2400
"""Pixels: what lies below is more of the same."""


class Picture(NamedTuple):
    """One page: the name of its file, its address, and who reads it (a key of the demonstration; nobody: anyone)."""

    name: str
    address: str
    person: str = ""
    viewport: dict[str, int] = DESK
    english: bool = False


PICTURES = (
    Picture("home", "/"),
    Picture("sign-in", "/connexion/"),
    Picture("balance-desktop", "/mes-points/", "lucas"),
    Picture("balance-phone", "/mes-points/", "ines", PHONE),
    Picture("licence", "/mon-permis/", "philippe"),
    Picture("letters", "/mes-lettres/", "lucas"),
    Picture("documents", "/mes-documents/", "lucas"),
    Picture("shares", "/mes-partages/", "lucas"),
    Picture("who-looked", "/qui-a-consulte/", "lucas"),
    Picture("what-if", "/mes-points/et-si/", "lucas"),
    Picture("simulator", "/simulateur/", "", PHONE),
    Picture("bareme", "/bareme/", english=True),
    Picture("verify", "/verifier/"),
)
AGENT, REASON = "Hélène Aubry", "Attestation de stage reçue le 20 novembre"
OF_AGENTS = Picture("desk-file", "/guichet/")
"""What an agent sees of a file: the last one, since its driver reads who looked."""


def take(browser: Browser, demo: Demonstration, picture: Picture) -> None:
    """Open the page as its person, and draw it."""
    context = browser.new_context(viewport=picture.viewport, locale="en-GB" if picture.english else "fr-FR")  # type: ignore[arg-type]
    visit = Visit(context, demo.address)
    if picture.person:
        go_to_franceconnect(visit)
        be(visit.page, PEOPLE[picture.person])
    if picture is OF_AGENTS:
        open_file(enter(visit, AGENT), REASON)
    else:
        visit.open(picture.address)
    if picture.english:
        visit.page.get_by_role("button", name="English").click()
    height = min(TALLEST, visit.page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": picture.viewport["width"], "height": height}
    drawn = visit.page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    # A page has few colours: as a palette, its picture weighs a third.
    Image.open(BytesIO(drawn)).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(
        FOLDER / f"{picture.name}.png", optimize=True
    )
    context.close()


def main() -> None:
    """Draw those that are named, or all."""
    every = (*PICTURES, OF_AGENTS)
    wanted = [picture for picture in every if picture.name in sys.argv[1:]] or list(every)
    os.environ["MESPOINTS_TODAY"] = DAY
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with (
        tempfile.TemporaryDirectory() as folder,
        demonstration(Path(folder)) as demo,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *sandbox])
        for picture in wanted:
            take(browser, demo, picture)
            sys.stdout.write(f"{picture.name}\n")
        browser.close()


if __name__ == "__main__":
    main()
