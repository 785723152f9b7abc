"""The demonstration in a browser: real service, real provider, real Chromium, and eyes on what a page does."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.demo.running import Demonstration, demonstration

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
"""Chromium speaks to nobody but the pages it is shown."""


class Visit:
    """One person's browser. ``complaints``: what the console said; ``strangers``: who else was spoken to."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        context.on("request", self._note_request)
        self.page: Page = context.new_page()
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        # Chromium shows a PDF with an extension of its own.
        if address.scheme not in ("data", "chrome-extension") and address.hostname != "127.0.0.1":
            self.strangers.append(request.url)

    def open(self, path: str = "/") -> None:
        self.page.goto(self.address + path)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """The demonstration, started once."""
    with demonstration(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. For one module: while Playwright runs, Django takes this thread for an asynchronous one."""
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *sandbox])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, demo: Demonstration) -> Iterator[Visit]:
    """A person who has never come before. At the end, nothing was complained of and nobody else was spoken to."""
    context = chromium.new_context(locale="fr-FR")
    context.set_default_timeout(10_000)
    visit = Visit(context, demo.address)
    yield visit
    context.close()

    assert visit.complaints == []
    assert visit.strangers == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey drives a browser."""
    here = str(Path(__file__).parent) + os.sep
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
