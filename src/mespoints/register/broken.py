"""What a verification found broken: the place, what stands there, what should."""

from typing import NamedTuple


class Broken(NamedTuple):
    """The first thing that does not hold.

    ``licence``: its number in the register, never its file number; 0 when no licence is concerned. ``what``: "act",
    "movement", "letter", "account", "law", "orphan", "seal" or "seals_file". ``sequence``: within the licence; the
    number of a seal or of a line otherwise; 0 for none. ``point``: what about it. Nothing here says anything of the
    person: links, digests, numbers, days, words of the register.
    """

    licence: int
    what: str
    sequence: int
    point: str
    found: str
    expected: str
