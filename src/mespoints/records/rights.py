"""The right to drive, read from the register: the holder, the categories, what restricts them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mespoints.law.acts import Dossier
from mespoints.records.holding import Held, Person, Rights, state_of
from mespoints.register.files import payloads_of
from mespoints.register.holders import KINDS, told_by
from mespoints.register.holdings import categories_held
from mespoints.register.models import Holder, Licence

FRANCE = "99100"


def person_of(licence: Licence, holder: Holder) -> Person:
    """The holder of a licence, as known on the day that the document tells."""
    place = holder.birth_place if holder.birth_country == FRANCE else holder.birth_country
    return Person(
        holder.family_name, holder.usage_name, " ".join(holder.given_names), holder.birth_date, place, licence.neph
    )  # fmt: skip


def rights_of(licence: Licence, dossier: Dossier, on: date, known_on: date) -> Rights:
    """The right to drive on a day, as the file was known at the end of another."""
    day = on.toordinal()
    state, until = state_of(dossier, day)
    payloads = payloads_of(licence, ("restriction", "medical_validity", *KINDS), known_on)
    restrictions, person = (
        restrictions_of(payloads, on.isoformat()),
        person_of(licence, told_by(licence.holder, payloads)),
    )
    return Rights(day, person, state, until, categories_of(licence, on, restrictions), restrictions[""])


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
    return tuple(
        Held(
            row.category,
            row.from_on.toordinal(),
            row.to_on.toordinal() if row.to_on else None,
            tuple(dict.fromkeys((*row.codes, *restrictions[row.category]))),
        )
        for row in categories_held(licence)
        if row.from_on <= on and (row.to_on is None or row.to_on >= on)
    )
