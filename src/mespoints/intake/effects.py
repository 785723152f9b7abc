"""What a line of a feed does to a file: it states a fact, ends an offence, makes one fall, or opens a licence."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from mespoints.law.holds import Holds
from mespoints.law.shapes import Shape


class Fact(NamedTuple):
    """An act of ``dossier/1``, or an administrative one, with the keys of the line and those that are ``fixed``."""

    kind: str
    fixed: Mapping[str, Any] = {}


class Stage(NamedTuple):
    """A stage, of the kind that the case of its attestation says."""


class Undo(NamedTuple):
    """An act of another kind is taken back: a stage never followed, a death that was not. ``key`` names its line."""

    kind: str
    key: str


class End(NamedTuple):
    """The réalité of an offence is established (art. L. 223-1, al. 4): ``final_by`` says by what."""

    final_by: str


class Fall(NamedTuple):
    """An offence falls: closed while it is pending, its withdrawal annulled once it was established."""

    closed_by: str


class Opening(NamedTuple):
    """A licence and its holder, met for the first time."""


Effect = Fact | Stage | Undo | End | Fall | Opening


class Event(NamedTuple):
    """One thing that a line may say: what it does, its keys beside the common ones, and its meaning, in French."""

    effect: Effect
    shape: Shape
    meaning: str


def shape_of(required: tuple[str, ...], keys: Mapping[str, Holds]) -> Shape:
    """The keys of an event as a table that ``law.reading`` knows how to read."""
    return Shape(dict, required, dict(keys))
