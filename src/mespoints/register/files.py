"""The file of one licence, read back from the register and folded on read: a page is never stale.

The two queries are written in SQL: every page runs them, and the ORM takes five times longer to write
them than the database to answer.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from mespoints.law.acts import Dossier
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.register.models import Delivery, Licence

PAYLOADS = "SELECT payload FROM register_act WHERE licence_id = %s ORDER BY sequence"
LAST_KNOWN = """
SELECT MAX(day) FROM (
    SELECT MAX(recorded_on) AS day FROM register_act WHERE licence_id = %s
    UNION ALL SELECT MAX(received_on) FROM register_delivery
) AS days
"""


def document_of(licence: Licence, payloads: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The ``dossier/1`` of a licence and of these acts, in their order."""
    opening = {
        "neph": licence.neph,
        "obtained_on": licence.obtained_on.isoformat(),
        "probation": licence.probation,
        "territory": licence.territory,
        "foreign": licence.foreign,
    }
    return {"format": "dossier/1", "licence": opening, "acts": list(payloads)}


def dossier_of(licence: Licence) -> Dossier:
    """The dossier as the register holds it, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(PAYLOADS, [licence.pk])
        payloads = latest(json.loads(payload) for (payload,) in cursor)
    return read_dossier(document_of(licence, payloads))


def latest(payloads: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One payload an act, the last received, at the place of the first: a pending offence has two once it ended."""
    return list({payload["id"]: payload for payload in payloads}.values())


def statement_of(licence: Licence, on: date, reading: str = "registered") -> Statement:
    """The licence as it stands on a day, folded from its acts: nothing posted is read."""
    return make_statement(dossier_of(licence), on.toordinal(), reading)


def known_up_to(licence: Licence) -> date:
    """The last day on which the register took in a feed, or an act of this file: what came later may be unknown yet."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_KNOWN, [licence.pk])
        (last,) = cursor.fetchone()
    return max(date.fromisoformat(str(last)), licence.recorded_on) if last else licence.recorded_on


def note_delivery(source: str, received_on: date) -> None:
    """A feed was taken in to its end; the same one again on the same day changes nothing."""
    Delivery.objects.get_or_create(source=source, received_on=received_on)
