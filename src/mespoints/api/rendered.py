"""The services rendered to the firms of road transport, counted from the journal of calls (art. R. 225-5-2, al. 3).

The fee is owed for the service that gives them access to the information of art. L. 225-5 (al. 1): an attestation, or a
change of validity that a night noticed, each counted as often as it was given; and the drivers for whom it was open. A
question that was refused renders nothing. How it is priced is for the minister's order to say (al. 2): nothing here is
an amount, and the costs of managing the fee are known to the operator alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.timezone import localtime

from mespoints.api.journal import ANSWERED
from mespoints.api.models import Call, Client, DeclaredDriver
from mespoints.api.scopes import FIRM
from mespoints.register.accesses import beginning_of

BEGINS, ATTESTS, NOTICES = "drivers/declare", "drivers/attestation", "drivers/changes"
ENDS = ("drivers/remove", "drivers/end")


class Rendered(NamedTuple):
    """What a firm was given from a day to a day of one month; ``drivers``: followed on one of these days at least.

    ``notices``: the changes of validity that were written for it, whether it has read them or not.
    """

    client_id: str
    name: str
    from_on: date
    to_on: date
    attestations: int
    drivers: int
    notices: int


class Followed(NamedTuple):
    """A driver who was declared, by their licence, from a day to a day; ``to_on``: None while they are still."""

    licence: int
    from_on: date
    to_on: date | None


def rendered(from_on: date, to_on: date) -> Iterator[Rendered]:
    """What each firm was given from a day to a day, by month; both days are of the year that the journal keeps."""
    for client in Client.objects.filter(kind=FIRM).order_by("pk"):
        calls = calls_of(client, from_on)
        followed = list(followed_of(client, calls))
        for first, last in months(from_on, to_on):
            given = Counter(operation for on, operation, _licence in calls if first <= on <= last)
            licences = {
                one.licence for one in followed if one.from_on <= last and (one.to_on is None or first <= one.to_on)
            }
            attestations, notices = given[ATTESTS], given[NOTICES]
            if attestations or notices or licences:
                yield Rendered(client.client_id, client.name, first, last, attestations, len(licences), notices)


def calls_of(client: Client, from_on: date) -> list[tuple[date, str, int]]:
    """What was answered about a driver since a day: the day, the operation and the licence, in their order."""
    since: datetime = beginning_of(from_on)
    calls = Call.objects.filter(
        client=client,
        at__gte=since,
        outcome=ANSWERED,
        licence__isnull=False,
        operation__in=(BEGINS, ATTESTS, NOTICES, *ENDS),
    )
    rows = calls.order_by("pk").values_list("at", "operation", "licence_id")
    return [(localtime(at).date(), operation, licence) for at, operation, licence in rows]


def followed_of(client: Client, calls: Iterable[tuple[date, str, int]]) -> Iterator[Followed]:
    """The drivers followed since the first of these calls: a declaration that is over is known by its end alone."""
    open_since: dict[int, date] = {}
    for on, operation, licence in calls:
        if operation == BEGINS:
            open_since[licence] = on
        elif operation in ENDS:
            yield Followed(licence, open_since.pop(licence, date.min), on)
    for licence, declared_on in DeclaredDriver.objects.filter(client=client).values_list("licence_id", "declared_on"):
        yield Followed(licence, open_since.get(licence, declared_on), None)


def months(from_on: date, to_on: date) -> Iterator[tuple[date, date]]:
    """The months from a day to a day, the first and the last of them cut where those days cut them."""
    first = from_on
    while first <= to_on:
        following = (first.replace(day=1) + timedelta(days=31)).replace(day=1)
        yield first, min(to_on, following - timedelta(days=1))
        first = following
