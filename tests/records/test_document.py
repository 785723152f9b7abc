"""docs/documents.md says what the code does."""

import re
from pathlib import Path

from mespoints.records.contents import Attestation, FirmAttestation, Releve, Restreint
from mespoints.records.sealing import FIELDS, KINDS, STATES
from mespoints.seal.keys import AUTHORITY
from mespoints.seal.structure import PERIMETER

DOCUMENT = (Path(__file__).parents[2] / "docs" / "documents.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([A-Z]{2})` \| ([^|]+) \|", re.MULTILINE)


def test_every_field_has_its_row() -> None:
    """In the order of the seal, in the same words."""

    assert list(FIELDS.items()) == ROW.findall(DOCUMENT)


def test_types_authority_perimeter_and_states_are_told() -> None:
    """As they are written in a seal."""
    words = [*KINDS.values(), AUTHORITY, PERIMETER, *STATES.values()]

    assert [] == [word for word in words if f"`{word}`" not in DOCUMENT]
    assert {"AD": Attestation, "AE": FirmAttestation, "RR": Restreint, "RI": Releve} == {
        code: kind for kind, code in KINDS.items()
    }
