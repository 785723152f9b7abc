"""Who holds a licence, and what it allows on a day: the content of the two documents that others may read.

``Rights`` is made of the licence, its categories and what suspends or ends it. It has no place for a number: no balance
is read to make it, and none can be put in it (art. L. 223-7 and L. 225-5). A balance of zero leaves the licence valid
until the 48SI is notified; nothing here tells the one from the other.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.days import Day
from mespoints.law.explain.duties import suspended_until
from mespoints.law.memory import ANNULLED, BANNED, HOLD, INVALIDATED
from mespoints.law.play import play
from mespoints.register.files import payloads_of
from mespoints.register.models import Licence

VALID, SUSPENDED = "valid", "suspended"
LOST = {INVALIDATED: "invalidated", ANNULLED: "annulled", BANNED: "banned"}
FRANCE = "99100"


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


def person_of(licence: Licence) -> Person:
    """The holder; ``licence`` comes with its holder."""
    holder = licence.holder
    place = holder.birth_place if holder.birth_country == FRANCE else holder.birth_country
    return Person(
        holder.family_name, holder.usage_name, " ".join(holder.given_names), holder.birth_date, place, licence.neph
    )  # fmt: skip


def rights_of(licence: Licence, dossier: Dossier, on: date, known_on: date) -> Rights:
    """The right to drive on a day, as the file was known at the end of another."""
    day = on.toordinal()
    state, until = state_of(dossier, day)
    restrictions = restrictions_of(payloads_of(licence, ("restriction", "medical_validity"), known_on), on.isoformat())
    return Rights(day, person_of(licence), state, until, categories_of(licence, on, restrictions), restrictions[""])


def state_of(dossier: Dossier, on: Day) -> tuple[str, Day | None]:
    """Whether the licence stands, and the last day of the suspension that runs (art. L. 224-1 and following)."""
    lost = LOST.get(play(dossier, on, False).memory.state[HOLD])
    if lost is not None:
        return lost, None
    until = suspended_until(dossier, on)
    return (VALID, None) if until is None else (SUSPENDED, until)


class Restrictions(dict[str, tuple[str, ...]]):
    """The codes that run on a day, by category; under "", those of the whole licence."""

    def __missing__(self, category: str) -> tuple[str, ...]:
        return ()


def restrictions_of(payloads: Iterable[dict[str, Any]], on: str) -> Restrictions:
    """What restricts on a day, ``YYYY-MM-DD``, out of the administrative acts."""
    found = Restrictions()
    for payload in payloads:
        if "codes" in payload and payload["from"] <= on <= payload.get("to", on):
            category = payload.get("category", "")
            found[category] = tuple(dict.fromkeys((*found[category], *payload["codes"])))
    return found


def categories_of(licence: Licence, on: date, restrictions: Restrictions) -> tuple[Held, ...]:
    """The categories that run on a day, in their order."""
    rows = licence.categories.filter(from_on__lte=on).order_by("from_on", "category")
    return tuple(
        Held(
            row.category,
            row.from_on.toordinal(),
            row.to_on.toordinal() if row.to_on else None,
            tuple(dict.fromkeys((*row.codes, *restrictions[row.category]))),
        )
        for row in rows
        if row.to_on is None or row.to_on >= on
    )
