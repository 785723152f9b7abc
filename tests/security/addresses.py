"""Every address of the site, whatever serves it: the driver's pages, the desk, the authorities' access."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

ARGUMENT = re.compile(r"<(?:(\w+):)?\w+>")
STAND_INS = {"int": "1", "slug": "stage-obligatoire-2026-12-20"}
"""What to put in the place of an argument, by its converter; any other takes a word."""
ANY_WORD = "a"


class Address(NamedTuple):
    """A pattern of the site: its path with stand-ins, its route as it is written, itself."""

    path: str
    route: str
    pattern: URLPattern


def addresses(resolver: URLResolver | None = None, prefix: str = "/") -> Iterator[Address]:
    """All of them, in the order of the resolver."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, route)
        else:
            yield Address(filled(route), route, pattern)


def filled(route: str, word: str | None = None) -> str:
    """The route with a stand-in, or this word, in the place of each argument."""
    return ARGUMENT.sub(lambda found: word or STAND_INS.get(found[1] or "", ANY_WORD), route)
