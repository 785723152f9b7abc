"""A document is told authentic, altered, expired or of an unknown authority, and what its seal says."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from mespoints.records.composing import Composer
from mespoints.records.contents import Contents, Releve
from mespoints.records.issuing import issue, seal_of
from mespoints.records.verdicts import tell_verdict
from mespoints.records.verifying import (
    ALTERED,
    AUTHENTIC,
    DISAGREES,
    EXPIRED,
    UNKNOWN,
    UNREADABLE,
    UNSIGNED,
    seal_in,
    verify,
    verify_text,
)
from mespoints.seal.embedding import sign
from mespoints.seal.keys import Signer, make_signer, read_signer
from mespoints.seal.structure import SEEN, shown
from tests.records.conftest import AT, CAMILLE, TODAY

NAMES = ("attestation", "restreint", "releve")


@pytest.mark.parametrize("name", NAMES)
def test_a_document_as_issued_is_authentic(name: str, issued: dict[str, bytes], signer: Signer) -> None:
    """Its seal and its page agree; the verdict says whom it is about."""
    verdict = verify(issued[name], [signer.certificate], TODAY)

    assert (AUTHENTIC, (), AT) == (verdict.outcome, verdict.missing, verdict.signed_at)
    assert (CAMILLE.neph, "CAMILLE OENONE") == (verdict.fields["NE"], verdict.fields["PN"])


@pytest.mark.parametrize("name", NAMES)
def test_one_byte_altered_is_refused(name: str, issued: dict[str, bytes], signer: Signer) -> None:
    """Wherever it is: header, pages, metadata, text of the seal, cross-references, signature."""
    pdf, chance = issued[name], random.Random(name)
    start = pdf.index(b"DC04")
    places = [0, 5, pdf.rindex(b"/ByteRange"), pdf.rindex(b"xref"), len(pdf) - 2, start + 30, start + 200]
    places += [chance.randrange(len(pdf)) for _ in range(60)]
    accepted = [
        place for place in places
        if verify(pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :], [signer.certificate], TODAY).is_good
    ]  # fmt: skip

    assert accepted == []


def test_of_an_altered_file_the_seal_alone_is_believed(issued: dict[str, bytes], signer: Signer) -> None:
    """The file is refused; what its genuine seal says is told apart."""
    verdict = verify(issued["attestation"] + b"\n", [signer.certificate], TODAY)
    told = tell_verdict(verdict, "fr")

    assert (ALTERED, "20270322") == (verdict.outcome, verdict.fields["FI"])
    assert not told.is_good
    assert "ne croyez que ce qu'il dit" in told.sentence


def test_a_file_without_its_signature_is_refused(
    documents_of: Callable[..., dict[str, Contents]], composer: Composer, signer: Signer
) -> None:
    """The page is genuine, and nothing proves that it was not changed."""
    contents = documents_of()["attestation"]

    assert (
        UNSIGNED == verify(composer.compose(contents, seal_of(contents, signer)), [signer.certificate], TODAY).outcome
    )


def test_an_attestation_is_good_for_four_months(issued: dict[str, bytes], signer: Signer) -> None:
    """Its last day included, the file and the text of its seal alike; a relevé has no last day."""
    pdf, trusted = issued["attestation"], [signer.certificate]
    last, after = date(2027, 3, 22), date(2027, 3, 23)

    assert [AUTHENTIC, EXPIRED] == [verify(pdf, trusted, day).outcome for day in (last, after)]
    assert [AUTHENTIC, EXPIRED] == [verify_text(seal_in(pdf), trusted, day).outcome for day in (last, after)]
    assert verify(issued["releve"], trusted, after).outcome == AUTHENTIC


def test_another_authority_is_unknown(issued: dict[str, bytes]) -> None:
    """The file and the text of its seal alike."""
    other = read_signer(make_signer("Une autre", AT)).certificate
    pdf = issued["attestation"]

    assert [UNKNOWN, UNKNOWN] == [
        verify(pdf, [other], TODAY).outcome,
        verify_text(seal_in(pdf), [other], TODAY).outcome,
    ]


def test_a_page_that_does_not_bear_its_seal_is_refused(
    documents_of: Callable[..., dict[str, Contents]], composer: Composer, signer: Signer
) -> None:
    """Even signed by us: the seal of one document on the page of another."""
    contents = documents_of()["releve"]
    assert isinstance(contents, Releve)
    seal = seal_of(contents._replace(balance=11), signer)
    verdict = verify(sign(composer.compose(contents, seal), signer, AT), [signer.certificate], TODAY)

    assert (DISAGREES, ("SO",)) == (verdict.outcome, verdict.missing)


def test_the_text_of_a_seal_is_enough_to_verify_it(issued: dict[str, bytes], signer: Signer) -> None:
    """As a reader gives it, as it is shown, or given as a file; a letter changed is refused."""
    text = seal_in(issued["attestation"])
    given = [text, shown(text), f"{shown(text)}\n", text.replace("LE GALL", "LE GALT"), text[:-1], "bonjour", ""]
    outcomes = [verify(one.encode(), [signer.certificate], TODAY).outcome for one in given]

    assert [AUTHENTIC, AUTHENTIC, AUTHENTIC, ALTERED, UNREADABLE, UNREADABLE, UNREADABLE] == outcomes


@pytest.mark.parametrize("given", [b"%PDF-1.7\n", b"%PDF-1.7\n/ByteRange [0 1 2 3]", b"\xff\xfe\x00", b"PK\x03\x04"])
def test_what_is_not_ours_is_refused(given: bytes, signer: Signer) -> None:
    """A PDF of nobody, a picture, an archive."""

    assert not verify(given, [signer.certificate], TODAY).is_good


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_field_is_told(name: str, language: str, issued: dict[str, bytes], signer: Signer) -> None:
    """In both languages, a term and a value for each, without a code left."""
    verdict = verify(issued[name], [signer.certificate], TODAY)
    lines = tell_verdict(verdict, language).lines

    assert len(verdict.fields) + 3 == len(lines)
    assert [] == [value for _term, value in lines if not value or (value.isdigit() and len(value) == 8)]
    assert [] == [picture for picture in SEEN.values() if picture in str(lines)]


def test_a_document_of_now_signed_by_a_former_key_is_known(
    documents_of: Callable[..., dict[str, Contents]], composer: Composer, signer: Signer
) -> None:
    """Beside the present certificate, those of former keys are trusted."""
    former = read_signer(make_signer("La clé d'avant", AT))
    pdf = issue(documents_of()["attestation"], composer, former, AT)

    assert verify(pdf, [signer.certificate, former.certificate], TODAY).issuer == "La clé d'avant"
