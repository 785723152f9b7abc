"""The JSON of a file or of a line, read strictly: a value, or the reason why it is none, in French."""

import json
from typing import Any, NoReturn

from mespoints.law.refusals import printable

BYTE_ORDER_MARK = "\ufeff"


class JsonRefused(ValueError):
    """A text that is no JSON, or that can be read in two ways; the message says why and where."""


def parse_json(raw: bytes) -> object:
    """The value of a text in UTF-8, each key given once, without NaN. Raises JsonRefused."""
    try:
        text = raw.decode().removeprefix(BYTE_ORDER_MARK)
        return json.loads(text, object_pairs_hook=object_of, parse_constant=refuse_constant)
    except UnicodeDecodeError as error:
        raise JsonRefused(f"UTF-8 invalide à l'octet {error.start + 1}") from error
    except json.JSONDecodeError as error:
        raise JsonRefused(f"JSON invalide, ligne {error.lineno}, colonne {error.colno}") from error
    except JsonRefused:
        raise
    except (ValueError, RecursionError) as error:
        raise JsonRefused("JSON invalide : un nombre ou une imbrication démesurés") from error


def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of two values for one key, neither is guessed to be the right one."""
    found = dict(pairs)
    if len(found) < len(pairs):
        last_places = {key: place for place, (key, _) in enumerate(pairs)}
        twice = next(key for place, (key, _) in enumerate(pairs) if last_places[key] != place)
        raise JsonRefused(f"JSON ambigu : la clé « {printable(twice)} » est donnée deux fois")
    return found


def refuse_constant(name: str) -> NoReturn:
    """NaN and the infinities are Python's, not JSON's."""
    raise JsonRefused(f"JSON invalide : {name} n'est pas un nombre")
