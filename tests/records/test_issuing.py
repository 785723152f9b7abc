"""The documents as files: what they declare, what they say, how their seal is found on the page."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest
import zxingcpp
from PIL import Image

from mespoints.records.composing import Composer
from mespoints.records.contents import Contents
from mespoints.records.issuing import seal_of
from mespoints.records.verifying import seal_in
from mespoints.seal.keys import Signer
from tests.records.conftest import CAMILLE

NAMES = ("attestation", "restreint", "releve")


def text_of(pdf: bytes) -> str:
    """The words of a file, on one line."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def offence(number: int, year: int) -> dict[str, Any]:
    """A small offence of one year, paid."""
    return {
        "act": "offence", "id": f"o{number}", "class": "c4", "points": 1, "committed_on": f"{year}-02-01",
        "final_on": f"{year}-03-01", "final_by": "paiement", "label": "Excès de vitesse", "place": "Nantes",
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_document_declares_what_it_is(issued: dict[str, bytes], name: str) -> None:
    """PDF/A-2a and PDF/UA-1, tagged, in French, with a title; the day of issue is its only date."""
    with pikepdf.open(BytesIO(issued[name])) as pdf, pdf.open_metadata() as metadata:
        assert ("2", "A", "1") == (
            metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"],
        )  # fmt: skip
        assert (True, "fr-FR") == (bool(pdf.Root.MarkInfo.Marked), str(pdf.Root.Lang))
        assert str(pdf.docinfo["/Title"]) in text_of(issued[name])
        assert {"D:20261122"} == {str(pdf.docinfo[key])[:10] for key in ("/CreationDate",)}


@pytest.mark.parametrize("name", NAMES)
def test_another_program_finds_the_seal_on_the_page(
    name: str, documents_of: Callable[..., dict[str, Contents]], composer: Composer, signer: Signer
) -> None:
    """The picture of the first page, at the sharpness of a common scanner, holds the text that the file bears."""
    contents = documents_of()[name]
    seal = seal_of(contents, signer)
    page = Image.open(BytesIO(composer.pictures(contents, seal, ppi=200)[0])).convert("L")
    (found,) = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.DataMatrix)

    assert seal.encode() == found.bytes
    assert seal == seal_in(composer.compose(contents, seal))


def test_the_releve_names_the_three_days_and_the_balance(issued: dict[str, bytes]) -> None:
    """One line an event: commission, réalité, décision; then what is known and not withdrawn."""
    text = text_of(issued["releve"])

    assert "Votre solde au 22 novembre 2026 : 8 points sur 12" in text
    assert re.search(
        r"03/09/2024 Feu rouge Nantes, établie par le paiement de l’amende 01/08/2024 03/09/2024 −4 8", text
    )
    assert re.search(r"30/10/2026 pas encore 3 points retirés si l’infraction devient définitive", text)
    assert "Du 04/09/2026 au 03/03/2027 Droit de conduire suspendu ou restreint par le préfet" in text


def test_a_long_file_flows_over_pages(
    documents_of: Callable[..., dict[str, Contents]], composer: Composer, signer: Signer
) -> None:
    """Each page repeats the heads of the table and bears its number; the table stays one in the tags."""
    contents = documents_of(*[offence(number, 1997 + number % 28) for number in range(28)])["releve"]
    pdf = pypdf.PdfReader(BytesIO(composer.compose(contents, seal_of(contents, signer))))
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    history = [page for page in pages if "Excès de vitesse" in page]

    assert len(history) > 1
    assert [] == [page for page in history if "Commission Réalité Points Solde" not in page]
    assert [f"page {number} sur {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


def test_the_attestation_says_its_four_months(issued: dict[str, bytes]) -> None:
    """Its last day, the state and until when, the categories and their codes."""
    text = text_of(issued["attestation"])

    assert "valable jusqu’au 22 mars 2027" in text
    assert "Droit de conduire suspendu ou restreint jusqu’au 3 mars 2027" in text
    assert "B 06/05/1996 19/01/2033 01.06, 78" in text


def test_a_document_says_that_it_is_worth_nothing(issued: dict[str, bytes]) -> None:
    """Every page of a demonstration, and the name of whoever signs."""
    for pdf in issued.values():
        reader = pypdf.PdfReader(BytesIO(pdf))

        assert all("sans valeur officielle" in page.extract_text() for page in reader.pages)
        assert "sans valeur officielle" in str(reader.metadata.author if reader.metadata else "")


def test_everybodys_names_are_printed_whole(issued: dict[str, bytes]) -> None:
    """Accents and ligatures included."""

    assert [] == [part for part in (CAMILLE.given_names, CAMILLE.neph) if part not in text_of(issued["restreint"])]
