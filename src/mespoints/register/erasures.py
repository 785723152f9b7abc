"""The journal of erasures, and the payloads that it lets go (art. L. 225-2)."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import connection
from django.db.models import Max

from mespoints.register.models import Erasure, Licence

WRITE_ERASURE = "INSERT INTO register_erasure (act_id, paragraph, erased_on) VALUES (%s, %s, %s)"
DELETE_PAYLOAD = "DELETE FROM register_payload WHERE act_id = %s"


def erased_on(licence: Licence) -> date | None:
    """The last day on which something of this file was erased: before it, the file cannot be told as it stood."""
    last: date | None = Erasure.objects.filter(act__licence=licence).aggregate(last=Max("erased_on"))["last"]
    return last


def erase_payloads(paragraphs: Mapping[int, str], on: date) -> None:
    """Write the journal, then let the payloads go; ``paragraphs``: of each act, by the number of its row.

    Inside a transaction: the database lets no payload go whose act the journal does not name.
    """
    acts: Sequence[int] = sorted(paragraphs)
    with connection.cursor() as cursor:
        cursor.executemany(WRITE_ERASURE, [(act, paragraphs[act], on) for act in acts])
        cursor.executemany(DELETE_PAYLOAD, [(act,) for act in acts])
