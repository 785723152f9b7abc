"""The holder of a licence as the acts of its file tell them: the opening first, then what was learned since.

Nothing is changed: a correction of the civil status, an address, a death are acts, and so is a death taken back. The
row of the holder says what they come to today, for what has to be found by its columns; it can be told again at will,
as the file stood on any day.
"""

import json
from collections.abc import Collection, Iterable
from copy import copy
from datetime import date
from typing import Any

from mespoints.register.addresses import departement_told
from mespoints.register.books import Book
from mespoints.register.civil_status import CIVIL_STATUS
from mespoints.register.files import latest, payloads_of
from mespoints.register.models import Holder, Licence, Payload

CORRECTED, ADDRESS, DEATH, NOT_DEAD = "civil_status_corrected", "address", "death", "death_annulled"
KINDS = (CORRECTED, ADDRESS, DEATH, NOT_DEAD)
"""The acts that tell something of the holder."""

OPENED_WITH = (*CIVIL_STATUS, "address", "departement")
TOLD = (*OPENED_WITH, "deceased_on")


def holder_known(licence: Licence, known_on: date) -> Holder:
    """The holder as the register knew them at the end of a day; ``licence`` comes with its holder. Not to be saved."""
    return told_by(licence.holder, payloads_of(licence, KINDS, known_on))


def holder_of_book(book: Book, holder: Holder) -> Holder:
    """The holder as the acts of a book tell them, which may not be all of its file. Not to be saved."""
    return told_by(holder, [act.payload for act in book.acts if act.kind in KINDS and act.body is not None])


def as_opened(holder: Holder) -> Holder:
    """The holder as the licence was opened with them. Not to be saved."""
    opened = copy(holder)
    for name, value in (holder.opened_with or {}).items():
        setattr(opened, name, value)
    opened.deceased_on = None
    return opened


def told_by(holder: Holder, payloads: Iterable[dict[str, Any]]) -> Holder:
    """The holder of an opening once these acts, in the order in which they came, have been told. Not to be saved.

    The last correction of a key holds. Of addresses and deaths, the one of the latest day, whenever it was learned.
    """
    told, standing = as_opened(holder), latest(payloads)
    for payload in standing:
        if payload["act"] == CORRECTED:
            for key in CIVIL_STATUS.keys() & payload.keys():
                setattr(told, key, payload[key])
    for payload in sorted((one for one in standing if one["act"] == ADDRESS), key=lambda one: str(one["on"])):
        told.address = payload["lines"]
        told.departement = departement_told(payload.get("departement", ""), payload["lines"], told.departement)
    deaths = [payload["on"] for payload in standing if payload["act"] == DEATH]
    told.deceased_on = date.fromisoformat(max(deaths)) if deaths else None
    return told


def keep_told(nephs: Collection[str]) -> None:
    """Write in the rows of these holders what their acts tell today. Inside the transaction of these acts."""
    licences = {one.pk: one for one in Licence.objects.select_related("holder").filter(neph__in=nephs)}
    told: dict[int, list[dict[str, Any]]] = {pk: [] for pk in licences}
    rows = Payload.objects.filter(act__licence__in=licences, act__kind__in=KINDS).order_by("act__sequence")
    for pk, body in rows.values_list("act__licence_id", "body"):
        told[pk].append(json.loads(body))
    changed = []
    for pk, licence in licences.items():
        now, row = told_by(licence.holder, told[pk]), licence.holder
        if row.opened_with is None and any(getattr(now, name) != getattr(row, name) for name in OPENED_WITH):
            now.opened_with = {name: getattr(row, name) for name in OPENED_WITH}
        if any(getattr(now, name) != getattr(row, name) for name in TOLD):
            changed.append(now)
    Holder.objects.bulk_update(changed, [*TOLD, "opened_with"])
