"""The letters of the invented driver, composed once, and what a reader finds in them."""

import io

import pytest
from pypdf import PdfReader

from mespoints.demo.letters import sample_letters
from mespoints.letters.composing import Composer
from mespoints.letters.contents import Letter


@pytest.fixture(scope="session")
def composer() -> Composer:
    """One compiler for all the tests of a worker."""
    return Composer()


@pytest.fixture(scope="session")
def letters() -> dict[str, Letter]:
    """A letter of each kind, by its kind."""
    return dict(sample_letters())


@pytest.fixture(scope="session")
def pdfs(composer: Composer, letters: dict[str, Letter]) -> dict[str, bytes]:
    """Their PDF."""
    return {kind: composer.compose(letter) for kind, letter in letters.items()}


@pytest.fixture(scope="session")
def texts(pdfs: dict[str, bytes]) -> dict[str, str]:
    """Their text, read back by another program than the one that wrote it."""
    return {kind: text_of(pdf) for kind, pdf in pdfs.items()}


def text_of(pdf: bytes) -> str:
    """The words of every page, one space apart, plain apostrophes."""
    pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(pages.replace("\N{NO-BREAK SPACE}", " ").replace("’", "'").split())
