"""The file of the driver whose session it is, and the line of the journal that a look at it writes."""

from datetime import date
from typing import NamedTuple

from mespoints.identity.session import Visit
from mespoints.law.acts import Dossier
from mespoints.law.results import Statement
from mespoints.law.statement import make_statement
from mespoints.records.erased import told
from mespoints.register.accesses import record_access
from mespoints.register.files import dossier_of
from mespoints.register.models import Licence

ARTICLE = "L225-3"
"""The holder's own right to the record."""


class File(NamedTuple):
    """The licence of the signed-in driver, its acts, and its statement of the day."""

    licence: Licence
    dossier: Dossier
    statement: Statement


def licence_of(request: Visit) -> Licence:
    """The licence of the session, never one that an address names."""
    return Licence.objects.get(pk=request.driver.licence_pk)


def file_of(request: Visit) -> File:
    """The driver's file, folded up to the day of the request."""
    return file_today(licence_of(request), request.today)


def file_today(licence: Licence, today: date) -> File:
    """A file as it is known, folded up to this day."""
    dossier = dossier_of(licence)
    return File(licence, dossier, told(dossier, make_statement(dossier, today.toordinal())))


def note(request: Visit, licence: Licence, *, shown: str) -> None:
    """The one row that a look at the file writes."""
    record_access(licence, viewer="holder", means=request.driver.means, article=ARTICLE, reason="", shown=shown)
