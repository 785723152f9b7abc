"""Dossiers for the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.law.lives import offence

DOSSIER: dict[str, Any] = {
    "format": "dossier/1",
    "licence": {"neph": "000000000001", "obtained_on": "2015-06-12"},
    "acts": [
        offence("i1", "2024-01-20", "2024-02-15", 4, "c4", decided_on="2024-03-01"),
        {"act": "offence", "id": "i2", "class": "c3", "points": 1, "committed_on": "2024-11-02"},
    ],
}


@pytest.fixture
def dossier_file(tmp_path: Path) -> Callable[..., str]:
    """Write a dossier, or any text or bytes, and give its path."""

    def write(content: object = DOSSIER, name: str = "dossier.json") -> str:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(path)

    return write
