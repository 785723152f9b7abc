"""One line of a feed: bytes or text to a JSON value, or the reason why it is none."""

import json
import re
from typing import Any

from mespoints.law.strict_json import JsonRefused, parse_json

UNSTORABLE = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""The one character that JSON can write and that PostgreSQL cannot keep."""
HALVES = (b"\\ud", b"\\uD")
"""How the escape of half a surrogate pair begins; UTF-8 has no other way to write one."""


class LineRefused(Exception):
    """A line that is not taken, with the reasons, in French. Nothing of it was written."""

    def __init__(self, *reasons: str) -> None:
        """Keep the reasons in their order."""
        super().__init__(*reasons)
        self.reasons = reasons


def parse(line: str | bytes) -> Any:
    """The JSON value of a line, made of what the register can keep."""
    raw = raw_of(line).strip()
    if not raw:
        raise LineRefused("ligne vide")
    if b"u0000" in raw and UNSTORABLE.search(raw):  # the expression alone is slow on a long line
        raise LineRefused("le caractère nul (\\u0000) n'est pas accepté")
    try:
        value = parse_json(raw)
        if any(half in raw for half in HALVES):  # writing every line again would take as long as reading it
            json.dumps(value, ensure_ascii=False).encode()
    except JsonRefused as refusal:
        raise LineRefused(str(refusal)) from refusal
    except UnicodeEncodeError as error:
        raise LineRefused("la ligne contient une moitié de caractère (\\ud800 à \\udfff)") from error
    return value


def raw_of(line: str | bytes) -> bytes:
    """The bytes of a line; text must have been read with ``surrogateescape``, which gives back what it was."""
    if isinstance(line, bytes):
        return line
    try:
        return line.encode(errors="surrogateescape")
    except UnicodeEncodeError as error:
        raise LineRefused(f"UTF-8 invalide au caractère {error.start + 1}") from error
