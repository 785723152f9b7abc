"""Who holds a licence, and what it allows on a day: the content of the two documents that others may read.

``Rights`` is made of the licence, its categories and what suspends or ends it. It has no place for a number: no balance
is read to make it, and none can be put in it (art. L. 223-7 and L. 225-5). A balance of zero leaves the licence valid
until the 48SI is notified; nothing here tells the one from the other.
"""

from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.days import Day
from mespoints.law.explain.duties import suspended_until
from mespoints.law.memory import ANNULLED, BANNED, HOLD, INVALIDATED
from mespoints.law.play import play

VALID, SUSPENDED = "valid", "suspended"
LOST = {INVALIDATED: "invalidated", ANNULLED: "annulled", BANNED: "banned"}


class Person(NamedTuple):
    """A holder as their documents name them. Parts of ``birth`` (YYYY-MM-DD) that nobody knows are "00".

    ``birth_place``: the code of the commune, or that of the country when it is not France.
    """

    family_name: str
    usage_name: str
    given_names: str
    birth: str
    birth_place: str
    neph: str


class Held(NamedTuple):
    """A category that may be driven, with its restrictions; ``to_on``: its last day, None without limit."""

    category: str
    from_on: Day
    to_on: Day | None
    codes: tuple[str, ...]


class Rights(NamedTuple):
    """The right to drive on a day. ``state``: VALID, SUSPENDED, or one of LOST; ``until``: the last day suspended.

    ``restrictions``: codes that bear on the whole licence.
    """

    on: Day
    person: Person
    state: str
    until: Day | None
    categories: tuple[Held, ...]
    restrictions: tuple[str, ...]


def state_of(dossier: Dossier, on: Day) -> tuple[str, Day | None]:
    """Whether the licence stands, and the last day of the suspension that runs (art. L. 224-1 and following)."""
    lost = LOST.get(play(dossier, on, False).memory.state[HOLD])
    if lost is not None:
        return lost, None
    until = suspended_until(dossier, on)
    return (VALID, None) if until is None else (SUSPENDED, until)
