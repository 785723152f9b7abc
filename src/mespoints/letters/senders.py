"""Who signs the letters, from a file of the operator."""

import json
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mespoints.letters.contents import Sender

KEYS = {"name": str, "address": list, "place": str, "signatory": list}


def read_sender(path: Path) -> Sender:
    """The sender that a JSON file says: name, address, place, signatory. Raises ImproperlyConfigured, and OSError."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ImproperlyConfigured(f"MESPOINTS_SENDER: {path} is not JSON") from error
    if not isinstance(fields, dict) or {key: type(value) for key, value in fields.items()} != KEYS:
        raise ImproperlyConfigured(
            f"MESPOINTS_SENDER: {path}: expected name, address (lines), place, signatory (lines)"
        )
    lines = [*fields["address"], *fields["signatory"]]
    if not all(isinstance(line, str) and line.strip() for line in [fields["name"], fields["place"], *lines]):
        raise ImproperlyConfigured(f"MESPOINTS_SENDER: {path}: expected lines of text")
    return Sender(fields["name"], tuple(fields["address"]), fields["place"], tuple(fields["signatory"]))
