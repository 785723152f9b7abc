"""A visible seal is signed, drawn, read by others than us, and refused when a character of it changes."""

import re
from datetime import date

import py2ddoc
import pytest
import zxingcpp
from PIL import Image

from mespoints.seal.keys import AUTHORITY, Signer
from mespoints.seal.matrix import QUIET, matrix_of, picture_of
from mespoints.seal.structure import GROUP, UNIT, SealUnreadable
from mespoints.seal.visible import SealAltered, UnknownAuthority, open_seal, seal

ON = date(2026, 11, 22)
FIELDS = {"NO": "MARTIN-DUPONT", "PR": "CAMILLE", "CA": "AM B"}
REFUSALS = (SealUnreadable, UnknownAuthority, SealAltered)


@pytest.fixture(scope="session")
def text(signer: Signer) -> str:
    """A seal of these fields."""
    return seal("AD", FIELDS, ON, signer)


def test_a_genuine_seal_opens(text: str, signer: Signer) -> None:
    """With the certificate that it names, on a day that it covers."""
    sealed = open_seal(text, [signer.certificate])

    assert (FIELDS, ON, "AD") == (sealed.fields, sealed.header.issued_on, sealed.header.kind)


def test_every_character_counts(text: str, signer: Signer) -> None:
    """Whichever character becomes another one, the seal is refused."""
    places = [place for place, character in enumerate(text) if character not in (GROUP, UNIT)]
    opened = []
    for place in [*places, text.index(GROUP), text.index(UNIT)]:
        other = "B" if text[place] != "B" else "C"
        try:
            open_seal(text[:place] + other + text[place + 1 :], [signer.certificate])
        except REFUSALS:
            continue
        opened.append(place)

    assert opened == []


def test_another_authority_is_not_known(text: str, signer: Signer, stranger: Signer) -> None:
    """Neither a certificate that is not there, nor one of the ANTS, nor a day that no certificate covers."""
    too_late = seal("AD", FIELDS, date(2040, 1, 1), signer)
    for one, trusted in ((text, stranger), (text.replace(AUTHORITY, "FR03"), signer), (too_late, signer)):
        with pytest.raises(UnknownAuthority):
            open_seal(one, [trusted.certificate])


def test_the_ants_is_not_imitated() -> None:
    """The authorities of 2D-Doc bear the code of their State; XM is the code of none."""

    assert AUTHORITY.startswith("XM")


def test_another_program_reads_it_and_verifies_it(text: str, signer: Signer) -> None:
    """py2ddoc finds the structure and a good signature, with our certificate.

    Its header stops before the country, which version 4 added, and it counts days in another base: the first field
    and the days are left aside.
    """
    store = py2ddoc.TrustStore.from_der(AUTHORITY, signer.certificate.der)
    read = py2ddoc.TwoDDoc.from_string(text, trust_store=store)

    assert (True, "04", AUTHORITY, signer.certificate.code) == (
        read.is_authentic, read.version, read.ca_id, read.cert_id,
    )  # fmt: skip
    assert read.fields == {"FR": "NOMARTIN-DUPONT", "PR": "CAMILLE", "CA": "AM B"}


def test_another_program_refuses_it_altered(text: str, signer: Signer) -> None:
    """And py2ddoc does not take it for one of the ANTS."""
    store = py2ddoc.TrustStore.from_der(AUTHORITY, signer.certificate.der)
    with pytest.raises(py2ddoc.SignatureError):
        py2ddoc.TwoDDoc.from_string(text.replace("CAMILLE", "CAROLLE"), trust_store=store)
    with pytest.raises(py2ddoc.TwoDBarcodeError):
        py2ddoc.TwoDDoc.from_string(text)


def test_the_drawing_is_read_by_another_program(text: str) -> None:
    """The modules that ppf.datamatrix draws, found in a picture by ZXing: the same text, separators included."""
    rows = matrix_of(text)
    side = len(rows) + 2 * QUIET
    picture = Image.new("L", (side, side), 255)
    for down, row in enumerate(rows):
        for across, module in enumerate(row):
            picture.putpixel((across + QUIET, down + QUIET), 0 if module else 255)
    (found,) = zxingcpp.read_barcodes(picture.resize((side * 4, side * 4), Image.Resampling.NEAREST))

    assert (text.encode(), zxingcpp.BarcodeFormat.DataMatrix) == (found.bytes, found.format)


def test_the_drawing_covers_every_black_module(text: str) -> None:
    """As many modules in the path as in the symbol, and a size that says its quiet zone."""
    rows, drawn = matrix_of(text), picture_of(text)
    widths = [int(width) for width in re.findall(r"h(\d+)v1", drawn)]

    assert sum(map(sum, rows)) == sum(widths)
    assert f'viewBox="0 0 {len(rows) + 4} {len(rows) + 4}"' in drawn
