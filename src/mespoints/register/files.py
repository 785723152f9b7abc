"""The file of one licence, read back from the register and folded on read: a page is never stale."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max

from mespoints.law.acts import Dossier
from mespoints.law.reading import read_dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.register.models import Licence


def document_of(licence: Licence, payloads: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The ``dossier/1`` of a licence and of these acts, in their order."""
    opening = {
        "neph": licence.neph,
        "obtained_on": licence.obtained_on.isoformat(),
        "probation": licence.probation,
        "territory": licence.territory,
    }
    return {"format": "dossier/1", "licence": opening, "acts": list(payloads)}


def dossier_of(licence: Licence) -> Dossier:
    """The dossier as the register holds it, in one query."""
    payloads = licence.acts.order_by("sequence").values_list("payload", flat=True)
    return read_dossier(document_of(licence, payloads))


def statement_of(licence: Licence, on: date, reading: str = "registered") -> Statement:
    """The licence as it stands on a day, folded from its acts: nothing posted is read."""
    return make_statement(dossier_of(licence), on.toordinal(), reading)


def known_up_to(licence: Licence) -> date:
    """The last day on which a fact of this file was recorded: what came later may be unknown yet."""
    last: date | None = licence.acts.aggregate(last=Max("recorded_on"))["last"]
    return max(last, licence.recorded_on) if last else licence.recorded_on
