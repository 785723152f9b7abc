"""The attestation and the relevé restreint hold no point, and nothing that a point could change (art. L. 223-7)."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, get_type_hints

import pikepdf
import pypdf
import pytest

from mespoints.records.composing import Composer
from mespoints.records.contents import Attestation, Contents, FirmAttestation, Head
from mespoints.records.holding import Held, Person, Rights
from mespoints.records.issuing import issue, seal_of
from mespoints.seal.keys import Signer
from tests.records.conftest import AT

OTHERS_MAY_READ = ("attestation", "entreprise", "restreint")


def taken(number: int, points: int) -> dict[str, Any]:
    """An offence paid."""
    return {
        "act": "offence", "id": f"o{number}", "class": "c4", "points": points, "committed_on": f"2026-0{number}-01",
        "final_on": f"2026-0{number}-15", "final_by": "paiement",
    }  # fmt: skip


LIVES = {
    "twelve points": [],
    "eight points": [taken(1, 4)],
    "one point, one stage": [
        taken(1, 6), taken(2, 4),
        {"act": "stage", "id": "s", "kind": "volontaire", "started_on": "2026-05-04", "ended_on": "2026-05-05"},
        taken(6, 5),
    ],
    "zero points, the 48SI not notified": [taken(1, 6), taken(2, 6)],
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS_MAY_READ)
def test_points_change_nothing_of_it(
    name: str, documents_of: Callable[..., dict[str, Contents]], composer: Composer
) -> None:
    """Whatever the balance, the page is the same to the byte; one that is all lost and not yet told included."""
    pages = {composer.compose(documents_of(*acts)[name], "DC04") for acts in LIVES.values()}

    assert len(pages) == 1


def whole(pdf: bytes) -> bytes:
    """The bytes of a file, and those of each of its streams once unpacked."""
    unpacked = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            unpacked.append(zlib.decompress(packed))
        except zlib.error:
            unpacked.append(packed)
    return b"\n".join([pdf, *unpacked])


@pytest.mark.parametrize("name", OTHERS_MAY_READ)
def test_the_word_is_nowhere(
    name: str, documents_of: Callable[..., dict[str, Contents]], composer: Composer, signer: Signer
) -> None:
    """Neither in the bytes, nor in the words, the metadata, the seal, nor in what is attached: nothing is."""
    contents = documents_of(taken(1, 4))[name]
    pdf = issue(contents, composer, signer, AT)
    reader = pypdf.PdfReader(BytesIO(pdf))
    words = " ".join(page.extract_text() for page in reader.pages)
    with pikepdf.open(BytesIO(pdf)) as opened:
        metadata = opened.Root.Metadata.read_bytes()
        attached = [*opened.attachments, *[key for key in opened.Root if key in ("/AF", "/EmbeddedFiles")]]

    assert "Permis valide" in words
    assert [] == [
        where for where in (words, str(reader.metadata)) if re.search(r"(?i)points?|solde|retrait|stage", where)
    ]
    assert [] == re.findall(rb"(?i)points?\b|solde|stage", whole(pdf) + metadata)
    assert [] == re.findall(r"SO|PT", seal_of(contents, signer).partition("\x1f")[0][26:])
    assert attached == []


def test_their_type_has_no_place_for_a_number() -> None:
    """Days, an hour and words alone: no field of theirs, however deep, could hold a balance."""
    days = {"on", "until", "from_on", "to_on", "issued_on", "minute"}
    for record in (Attestation, FirmAttestation, Head, Rights, Person, Held):
        numbers = {name for name, kind in get_type_hints(record).items() if kind is int or kind == int | None}

        assert numbers <= days, record
    assert {"head", "rights"} == set(Attestation._fields)
