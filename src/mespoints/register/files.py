"""The file of one licence, read back from the register and folded on read: a page is never stale.

The queries are written in SQL: every page runs them, and the ORM takes five times longer to write
them than the database to answer.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from mespoints.law.acts import Dossier
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.register.administrative import ADMINISTRATIVE, UNDOES
from mespoints.register.books import Opening
from mespoints.register.models import Delivery, Licence

LICENCE_COLUMNS = 'id, neph, holder_id, obtained_on, probation, territory, "foreign", recorded_on'
LICENCE = f"SELECT {LICENCE_COLUMNS} FROM register_licence WHERE id = %s"  # noqa: S608 - names of our own columns
LICENCE_FIELDS = [field.attname for field in Licence._meta.concrete_fields]  # noqa: SLF001
PAYLOADS = """
SELECT a.kind, p.body FROM register_act a JOIN register_payload p ON p.act_id = a.id
WHERE a.licence_id = %s AND a.recorded_on <= %s ORDER BY a.sequence
"""
CORRECTIONS = """
SELECT c.posted_on, m."on", m.id, m.points, c.points FROM register_movement c
JOIN register_movement m ON m.id = c.corrects_id WHERE c.licence_id = %s ORDER BY c.sequence
"""
LAST_ERASED = """
SELECT MAX(e.erased_on) FROM register_erasure e JOIN register_act a ON a.id = e.act_id WHERE a.licence_id = %s
"""
LAST_DAYS = """
(SELECT MAX(recorded_on) FROM register_act WHERE licence_id = %s), (SELECT MAX(received_on) FROM register_delivery)
"""
LAST_KNOWN = f"SELECT {LAST_DAYS}"


def licence_with(pk: int) -> Licence:
    """The licence of this number, as ``Licence.objects.get`` gives it. Raises Licence.DoesNotExist."""
    with connection.cursor() as cursor:
        cursor.execute(LICENCE, [pk])
        row = cursor.fetchone()
    if row is None:
        raise Licence.DoesNotExist(pk)
    return licence_from(row)


def licence_from(row: Sequence[Any]) -> Licence:
    """The licence of a row of LICENCE."""
    number, neph, holder, obtained_on, probation, territory, foreign, recorded_on = row
    obtained, recorded = (date.fromisoformat(str(day)) for day in (obtained_on, recorded_on))
    values = (number, neph, holder, obtained, probation, territory, bool(foreign), recorded)
    return Licence.from_db(connection.alias, LICENCE_FIELDS, values)


def opening_of(licence: Licence) -> Opening:
    """What a licence opens with."""
    return Opening(
        licence.pk, licence.neph, licence.obtained_on.isoformat(), licence.probation, licence.territory,
        licence.foreign, licence.recorded_on.isoformat(),
    )  # fmt: skip


def dossier_of(licence: Licence, known_on: date = date.max) -> Dossier:
    """The dossier as the register holds it, in one query; or as it held it at the end of the day ``known_on``."""
    return read_dossier(dossier_document(licence, known_on))


def dossier_document(licence: Licence, known_on: date = date.max) -> dict[str, Any]:
    """The same as ``dossier/1``."""
    with connection.cursor() as cursor:
        cursor.execute(PAYLOADS, [licence.pk, known_on])
        payloads = latest(json.loads(body) for kind, body in cursor if kind not in ADMINISTRATIVE or kind in UNDOES)
    payloads = [payload for payload in payloads if payload["act"] not in UNDOES]
    return opening_of(licence).document(payloads)


def payloads_of(licence: Licence, kinds: Collection[str], known_on: date = date.max) -> list[dict[str, Any]]:
    """What the acts of some kinds say, in their order, as known at the end of a day; those erased say nothing."""
    with connection.cursor() as cursor:
        cursor.execute(PAYLOADS, [licence.pk, known_on])
        return [json.loads(body) for kind, body in cursor if kind in kinds]


class Correction(NamedTuple):
    """What facts learned late changed: posted on a day, the movement of another day counts for so many points now."""

    posted_on: date
    on: date
    before: int
    after: int


def corrections_since(licence: Licence, known_on: date) -> list[Correction]:
    """The corrections posted after a day, in their order."""
    counts: dict[int, int] = {}
    found = []
    with connection.cursor() as cursor:
        cursor.execute(CORRECTIONS, [licence.pk])
        for posted_on, on, movement, points, change in cursor:
            before = counts.get(movement, points)
            counts[movement] = before + change
            posted_on, on = (date.fromisoformat(str(day)) for day in (posted_on, on))
            if posted_on > known_on:
                found.append(Correction(posted_on, on, before, before + change))
    return found


class FileNotKnown(Exception):
    """What the register knew that day cannot be told.

    ``since``: the day from which it can. ``is_erased``: because facts were erased on that day, and not because the
    licence was unknown before it.
    """

    def __init__(self, since: date, *, is_erased: bool) -> None:
        super().__init__(since)
        self.since = since
        self.is_erased = is_erased


def dossier_as_known(licence: Licence, on: date, known_on: date) -> Dossier:
    """The dossier as the register held it at the end of ``known_on``, to be stated on the day ``on``.

    Raises FileNotKnown before the licence was recorded, and when facts were erased since (art. L. 225-2): a balance
    carried over stands in their place, and says nothing of the days before.
    """
    if known_on < licence.recorded_on:
        raise FileNotKnown(licence.recorded_on, is_erased=False)
    with connection.cursor() as cursor:
        cursor.execute(LAST_ERASED, [licence.pk])
        (erased_on,) = cursor.fetchone()
    if erased_on is not None and str(min(on, known_on)) < str(erased_on):
        raise FileNotKnown(date.fromisoformat(str(erased_on)), is_erased=True)
    return dossier_of(licence, known_on)


def latest(payloads: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One payload an act, the last received, at the place of the first: a pending offence has two once it ended."""
    return list({payload["id"]: payload for payload in payloads}.values())


def statement_of(licence: Licence, on: date, reading: str = "registered", known_on: date = date.max) -> Statement:
    """The licence as it stands on a day, folded from its acts: nothing posted is read.

    ``known_on``: as the file stood at the end of that day, without the acts learned since.
    """
    return make_statement(dossier_of(licence, known_on), on.toordinal(), reading)


def known_up_to(licence: Licence) -> date:
    """The last day on which the register took in a feed, or an act of this file: what came later may be unknown yet."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_KNOWN, [licence.pk])
        return last_day(licence, cursor.fetchone())


def last_day(licence: Licence, days: Iterable[Any]) -> date:
    """The last of the days on which something was recorded: its own, and others that may be None."""
    return max([licence.recorded_on, *(date.fromisoformat(str(day)) for day in days if day is not None)])


def note_delivery(source: str, received_on: date) -> None:
    """A feed was taken in to its end; the same one again on the same day changes nothing."""
    Delivery.objects.get_or_create(source=source, received_on=received_on)
