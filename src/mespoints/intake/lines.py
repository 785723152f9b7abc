"""One line of a feed: bytes or text to a JSON value, or the reason why it is none."""

import json
import re
from collections import Counter
from typing import Any, NoReturn

UNSTORABLE = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""The one character that JSON can write and that PostgreSQL cannot keep."""


class LineRefused(Exception):
    """A line that is not taken, with the reasons, in French. Nothing of it was written."""

    def __init__(self, *reasons: str) -> None:
        """Keep the reasons in their order."""
        super().__init__(*reasons)
        self.reasons = reasons


def parse(line: str | bytes) -> Any:
    """The JSON value of a line."""
    text = decode(line).strip()
    if not text:
        raise LineRefused("ligne vide")
    if UNSTORABLE.search(text):
        raise LineRefused("le caractère nul (\\u0000) n'est pas accepté")
    try:
        value = json.loads(text, parse_constant=refuse_constant, object_pairs_hook=object_of)
        # Half a surrogate pair can be escaped in JSON, and nothing can store it.
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise LineRefused("la ligne contient une moitié de caractère (\\ud800 à \\udfff)") from error
    except json.JSONDecodeError as error:
        raise LineRefused(f"JSON invalide à la colonne {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise LineRefused("JSON invalide : un nombre ou une imbrication démesurés") from error
    return value


def decode(line: str | bytes) -> str:
    """The text of a line, which must be UTF-8; text read with ``surrogateescape`` shows where it was not."""
    try:
        return line.decode() if isinstance(line, bytes) else line.encode().decode()
    except UnicodeDecodeError as error:
        raise LineRefused(f"UTF-8 invalide à l'octet {error.start + 1}") from error
    except UnicodeEncodeError as error:
        raise LineRefused(f"UTF-8 invalide au caractère {error.start + 1}") from error


def refuse_constant(name: str) -> NoReturn:
    """NaN and the infinities are Python's, not JSON's."""
    raise LineRefused(f"JSON invalide : {name} n'est pas un nombre")


def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, each key once: of two values, neither is guessed to be the right one."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise LineRefused(f"JSON ambigu : la clé « {twice[:40]} » est donnée deux fois")
    return found
