"""The file of the driver whose session it is, and the line of the journal that a look at it writes."""

from mespoints.identity.session import Visit
from mespoints.records.assembling import File, file_today
from mespoints.register.accesses import record_access
from mespoints.register.files import licence_with
from mespoints.register.holdings import licence_with_holder
from mespoints.register.models import Licence

ARTICLE = "L225-3"
"""The holder's own right to the record."""


def licence_of(request: Visit) -> Licence:
    """The licence of the session, never one that an address names."""
    return licence_with(request.driver.licence_pk)


def file_of(request: Visit) -> File:
    """The driver's file with its holder, folded up to the day of the request."""
    return file_today(licence_with_holder(request.driver.licence_pk), request.today)


def note(request: Visit, licence: Licence, *, shown: str) -> None:
    """The one row that a look at the file writes."""
    record_access(licence, viewer="holder", means=request.driver.means, article=ARTICLE, reason="", shown=shown)
