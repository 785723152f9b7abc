"""A law to fold by: the one of the code, or the one that a reform would make of it."""

from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any, NamedTuple

from mespoints.law.forecast import first_coming
from mespoints.law.play import play
from mespoints.law.statement import status_on
from mespoints.national.rebinding import Change, Rebinding, plain_function

Replacing = Mapping[FunctionType, Change]


class Law(NamedTuple):
    """``replaced``: what takes the place of some rules (``Rebinding``); nothing: the law as it is. ``name`` tells it
    from every other."""

    name: str
    replaced: Replacing


AS_IT_IS = Law("", {})


class PlainLaw(NamedTuple):
    """The functions of the law that answer for one dossier, uncompiled."""

    play: Callable[..., Any]
    status_on: Callable[..., str]
    first_coming: Callable[..., Any]


def plain(law: Law) -> PlainLaw:
    """The plain functions of a law."""
    rebinding = Rebinding(law.replaced)
    functions = [plain_function(one) for one in (play, status_on, first_coming)]
    return PlainLaw(*[rebinding.led(one) for one in functions if one is not None])
