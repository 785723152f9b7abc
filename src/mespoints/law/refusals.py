"""Why a dossier is refused, in words that a person can act on."""

from typing import NamedTuple

NOTHING = "rien"
LONGEST_SHOWN = 60
LARGEST_SHOWN = 10**15


class Fault(NamedTuple):
    """What is wrong with one key of one object: what was found there and what was expected."""

    key: str
    found: str
    expected: str


class Refusal(NamedTuple):
    """One reason why a dossier is refused. ``place``: « acts[3] (i2) », « licence » or « dossier »."""

    place: str
    key: str
    found: str
    expected: str

    @property
    def message(self) -> str:
        """The refusal as a French sentence."""
        return f"{self.place}, clé « {self.key} » : trouvé {self.found}, attendu {self.expected}."


class DossierRefused(Exception):
    """The dossier cannot be right; ``errors`` says everything that is wrong, in the order of the file."""

    def __init__(self, errors: tuple[Refusal, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        """One message a line."""
        return "\n".join(error.message for error in self.errors)


def shown(value: object) -> str:
    """A JSON value as a message can quote it: short, on one line, and never more than its nature when large."""
    if value is None:
        return "null"
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return str(value) if abs(value) < LARGEST_SHOWN else "un nombre démesuré"
    if type(value) is float:
        return str(value).replace("inf", "Infinity").replace("nan", "NaN")
    if type(value) is str:
        return f'"{printable(value)}"'
    if type(value) is list:
        return "une liste"
    if type(value) is dict:
        return "un objet"
    return "une valeur que JSON ne connaît pas"


def shown_key(key: object) -> str:
    """A key as a message can quote it."""
    return printable(key) if type(key) is str else shown(key)


def printable(text: str) -> str:
    """A text cut short, what cannot be printed (controls, half surrogate pairs) being escaped."""
    cut = text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in cut)
