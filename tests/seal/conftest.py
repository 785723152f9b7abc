"""Keys of the tests, and a document to sign."""

from datetime import UTC, datetime

import pytest
import typst

from mespoints.seal.embedding import sign
from mespoints.seal.keys import DEMONSTRATION, Signer, make_signer, read_signer

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SOURCE = b"""#set document(title: "Essai", date: datetime(year: 2026, month: 11, day: 22))
#set text(lang: "fr")
= Essai
Un texte."""


@pytest.fixture(scope="session")
def signer() -> Signer:
    """A key made for the tests."""
    return read_signer(make_signer(DEMONSTRATION, AT))


@pytest.fixture(scope="session")
def stranger() -> Signer:
    """Another key, which nobody trusts."""
    return read_signer(make_signer("Une autre autorité", AT))


@pytest.fixture(scope="session")
def unsigned() -> bytes:
    """A PDF as Typst composes it."""
    pdf = typst.Compiler(ignore_system_fonts=True).compile(SOURCE, format="pdf", pdf_standards=["a-2a", "ua-1"])
    assert isinstance(pdf, bytes)
    return pdf


@pytest.fixture(scope="session")
def signed(unsigned: bytes, signer: Signer) -> bytes:
    """The same, signed."""
    return sign(unsigned, signer, AT)
