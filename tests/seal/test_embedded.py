"""A signed PDF is the one signed, to the byte; another is refused, whichever byte of it changed."""

import asyncio
import random
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from mespoints.seal.embedded import (
    FileAltered,
    NotPdf,
    NotSigned,
    Signature,
    UnknownSigner,
    as_written,
    check,
    parts_of,
)
from mespoints.seal.embedding import sign
from mespoints.seal.keys import Certificate, Signer
from tests.seal.conftest import AT

REFUSALS = (NotPdf, NotSigned, UnknownSigner, FileAltered)


def passes(pdf: bytes, certificate: Certificate) -> bool:
    """Whether a file is taken for the one signed."""
    try:
        check(pdf, [certificate])
    except REFUSALS:
        return False
    return True


def flipped(pdf: bytes, place: int) -> bytes:
    """The same file with one bit changed."""
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def test_the_file_signed_is_known(signed: bytes, signer: Signer) -> None:
    """By its certificate, at the instant that it bears."""

    assert Signature(signer.certificate, AT) == check(signed, [signer.certificate])


def test_the_signature_itself_counts(signed: bytes, signer: Signer) -> None:
    """Each digit of its container that it does not cover, and of the rest, zeros included, one in forty.

    A usual reader, pyHanko, lets about fifty of these digits change: versions, algorithms, the zeros at the end.
    """
    start = signed.index(b"/Contents <") + len(b"/Contents ")
    written, _signed = parts_of(signed)
    end = len(written.rstrip(b"0")) + 1
    algorithms = [
        place for place in range(1000, end) if written[place:].startswith((b"3081", b"0201", b"300D", b"310"))
    ]
    places = [*range(90), *algorithms, *range(90, len(written) + 2, 40), *range(end - 2, end + 3), len(written) + 1]
    passed = [place for place in places if passes(flipped(signed, start + place), signer.certificate)]

    assert passed == []


def test_every_part_of_the_file_counts(signed: bytes, unsigned: bytes, signer: Signer) -> None:
    """The first bytes, the last ones, the content, the cross-references, the entries of the signature."""
    chance = random.Random(6)
    landmarks = [signed.rindex(mark) for mark in (b"xref", b"/ByteRange", b"/M (", b"startxref", b"%%EOF", b"/Sig")]
    places = [*range(12), *range(len(signed) - 40, len(signed)), *landmarks, len(unsigned)]
    places += [chance.randrange(len(signed)) for _ in range(100)]
    passed = [place for place in places if passes(flipped(signed, place), signer.certificate)]

    assert passed == []


def test_nothing_may_be_added_or_taken_off(signed: bytes, unsigned: bytes, signer: Signer) -> None:
    """A byte more, a byte less, another revision after it, the revision before it."""
    with pikepdf.open(BytesIO(signed)) as pdf:
        pdf.docinfo["/Title"] = "Autre"
        saved = BytesIO()
        pdf.save(saved)
    others = [signed + b"\n", signed[:-1], signed + signed[len(unsigned) :], b" " + signed, saved.getvalue()]

    assert [False] * 5 == [passes(other, signer.certificate) for other in others]


def test_a_file_without_signature_is_said_to_have_none(signed: bytes, unsigned: bytes, signer: Signer) -> None:
    """The document before it was signed, and what is no PDF at all."""
    with pytest.raises(NotSigned):
        check(unsigned, [signer.certificate])
    for other in (b"", b"bonjour", signed[1:]):
        with pytest.raises(NotPdf):
            check(other, [signer.certificate])


def test_another_signer_is_not_known(unsigned: bytes, signer: Signer, stranger: Signer) -> None:
    """Whatever name the certificate bears."""
    with pytest.raises(UnknownSigner):
        check(sign(unsigned, stranger, AT), [signer.certificate])


def test_a_day_outside_the_certificate_is_refused(unsigned: bytes, signer: Signer) -> None:
    """The key signed after its certificate ended."""
    with pytest.raises(FileAltered):
        check(sign(unsigned, signer, datetime(2040, 1, 1, tzinfo=UTC)), [signer.certificate])


def test_a_signature_moved_to_another_file_is_refused(signed: bytes, unsigned: bytes, signer: Signer) -> None:
    """Its container is good, and the bytes around it are others."""
    other = sign(unsigned, signer, datetime(2026, 11, 22, 9, 31, tzinfo=UTC))
    written, _rest = parts_of(signed)
    start = other.index(b"/Contents <") + len(b"/Contents <")

    assert not passes(other[:start] + written + other[start + len(written) :], signer.certificate)
    assert as_written(b"\xab") == b"AB" + b"0" * 4094


def test_another_reader_finds_the_signature_good(signed: bytes, signer: Signer) -> None:
    """PyHanko's own validation: intact, valid, trusted, over the whole file, of the PAdES form."""
    from asn1crypto.x509 import Certificate as Asn1Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import async_validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    (found,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    trusted = ValidationContext(
        trust_roots=[Asn1Certificate.load(signer.certificate.der)], allow_fetching=False, moment=AT
    )
    status = asyncio.run(async_validate_pdf_signature(found, signer_validation_context=trusted))

    assert (True, True, True, "ENTIRE_FILE") == (status.intact, status.valid, status.trusted, status.coverage.name)
    assert found.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_the_document_keeps_what_it_declares(signed: bytes, unsigned: bytes) -> None:
    """PDF/A-2a and PDF/UA-1, its metadata to the byte, its version; the field bears a name and no picture."""
    with pikepdf.open(BytesIO(unsigned)) as before, pikepdf.open(BytesIO(signed)) as after:
        (field,) = after.Root.AcroForm.Fields

        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert before.pdf_version == after.pdf_version
        assert {str(key) for key in before.docinfo} == {str(key) for key in after.docinfo}
        assert (str(field.TU), int(field.F) & 2) == ("Signature électronique du document", 0)
        assert "/Extensions" not in after.Root
