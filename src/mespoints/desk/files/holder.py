"""The holder of a file as known on a day, and what was corrected of them by then: value, reason, proof."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from mespoints.desk.fields import french_birth
from mespoints.desk.files.words import CIVIL_STATUS, PROOFS, SEXES
from mespoints.register.holders import CORRECTED, NOT_DEAD

Payload = dict[str, Any]


class Corrected(NamedTuple):
    """One correction: the day of its proof, what it says, why, on which proof."""

    on: date
    what: str
    reason: str
    proof: str


def corrections_of(payloads: Iterable[Payload]) -> list[Corrected]:
    """The corrections among these acts, in the order in which they came."""
    told = [payload for payload in payloads if payload["act"] in (CORRECTED, NOT_DEAD)]
    return [
        Corrected(date.fromisoformat(act["on"]), what_words(act), act["reason"], PROOFS[act["proof"]]) for act in told
    ]


def what_words(payload: Payload) -> str:
    """« jour de naissance : 31/01/1980 »: what a correction says, key by key."""
    if payload["act"] == NOT_DEAD:
        return "décès retiré"
    return " ; ".join(
        f"{label.lower()} : {value_words(key, payload[key])}" for key, label in CIVIL_STATUS.items() if key in payload
    )


def value_words(key: str, value: object) -> str:
    """A value of the civil status as people read it."""
    if key == "birth_date":
        return french_birth(str(value))
    if key == "sex":
        return SEXES[str(value)]
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value)) or "rien"
