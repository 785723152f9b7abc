"""Who signs the letters: a file of the operator, read whole or refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from mespoints.letters.contents import Sender
from mespoints.letters.senders import read_sender

FIELDS: dict[str, Any] = {
    "name": "Service",
    "address": ["1 RUE", "44000 NANTES"],
    "place": "Nantes",
    "signatory": ["Le chef"],
}


def written(tmp_path: Path, text: str) -> Path:
    """A file with this text."""
    path = tmp_path / "sender.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sender_is_read(tmp_path: Path) -> None:
    """Its four fields."""

    assert Sender("Service", ("1 RUE", "44000 NANTES"), "Nantes", ("Le chef",)) == read_sender(
        written(tmp_path, json.dumps(FIELDS))
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "{", "[]", json.dumps({**FIELDS, "name": ""}), json.dumps({**FIELDS, "more": "x"}),
        json.dumps({**FIELDS, "address": "1 RUE"}), json.dumps({**FIELDS, "signatory": [1]}),
        json.dumps({key: value for key, value in FIELDS.items() if key != "place"}),
    ],
)  # fmt: skip
def test_a_sender_that_is_not_whole_is_refused(tmp_path: Path, wrong: str) -> None:
    """The message names the file."""
    path = written(tmp_path, wrong)
    with pytest.raises(ImproperlyConfigured, match="sender.json"):
        read_sender(path)
