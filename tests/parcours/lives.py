"""What the parser makes of a life told in ``docs/parcours``."""

from typing import Any, NamedTuple

Says = dict[str, Any]
"""What a line says, by the names of its holes."""


class Movement(NamedTuple):
    """A movement as the statement must show it."""

    on: str
    cause: str
    points: int
    balance: int
    signed_balance: int
    ceiling: int
    letter: str | None
    offence: str | None


class Line(NamedTuple):
    """A told line: where it stands, its day, its sentences in the words of the table, all that they say, the movement
    that it tells, if any, and how things stand after it."""

    place: str
    on: str
    sentences: list[str]
    says: Says
    movement: Movement | None
    signed_balance: int
    ceiling: int
    status: str


class Life(NamedTuple):
    """A whole file: the dossier of its acts, and its lines."""

    dossier: dict[str, Any]
    lines: list[Line]
