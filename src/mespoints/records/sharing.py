"""« Partager mes droits »: a code that a holder hands to a third party, who then sees the right to drive of the day.

Existence, categories, validity, which is all that art. L. 225-5 opens to others than the authorities. What the third
party is shown is a ``SharedRights``: it has no place for a number, and does not say why a licence is not valid, since
one that was invalidated has no points left (art. L. 223-5) and nobody may learn that (art. L. 223-7).
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Max, QuerySet

from mespoints.law.days import Day
from mespoints.records.holding import VALID, Held
from mespoints.records.models import ShareCode
from mespoints.records.rights import rights_of
from mespoints.register.accesses import kept_from
from mespoints.register.durability import durable_transaction
from mespoints.register.files import dossier_of
from mespoints.register.models import Licence

DAYS = 21
MOST_OPEN = 5
"""Codes of one licence that are open at a time: enough for a life, few enough to look after."""


class SharedRights(NamedTuple):
    """What a third party is shown: of the day, without how fresh the file is, which would tell that something came in.

    ``categories`` and ``restrictions``: those that run on the day; none when the licence is not valid that day.
    """

    on: Day
    family_name: str
    usage_name: str
    given_names: str
    is_valid: bool
    categories: tuple[Held, ...]
    restrictions: tuple[str, ...]


class TooMany(Exception):
    """As many codes are open as may be."""


def share(licence: Licence, digest: str, *, label: str, on: date) -> ShareCode:
    """Open a code of this digest, for 21 days. Raises TooMany."""
    with durable_transaction():
        Licence.objects.select_for_update(no_key=True).get(pk=licence.pk)
        if open_codes(on).filter(licence=licence).count() >= MOST_OPEN:
            raise TooMany
        last = licence.share_codes.aggregate(last=Max("number"))["last"] or 0
        return ShareCode.objects.create(
            licence=licence, number=last + 1, digest=digest, label=label, created_on=on,
            until_on=on + timedelta(days=DAYS),
        )  # fmt: skip


def revoke(licence: Licence, number: int, *, on: date) -> None:
    """Close a code of this licence at once; nothing happens when it is closed already, or is not theirs."""
    with durable_transaction():
        ShareCode.objects.filter(licence=licence, number=number, revoked_on=None).update(revoked_on=on)


def open_codes(on: date) -> QuerySet[ShareCode]:
    """The codes that open something on a day."""
    return ShareCode.objects.filter(revoked_on=None, created_on__lte=on, until_on__gte=on)


def code_open(digest: str, on: date) -> ShareCode | None:
    """The code of this digest, with its licence; None when there is none, or not any more, or its holder has died."""
    found = open_codes(on).filter(digest=digest, licence__holder__deceased_on=None)
    return found.select_related("licence__holder").first()


def rights_shown(licence: Licence, on: date) -> SharedRights:
    """The right to drive of the day, whenever the code was made; ``licence`` comes with its holder."""
    rights = rights_of(licence, dossier_of(licence), on, date.max)
    is_valid = rights.state == VALID
    return SharedRights(
        rights.on, rights.person.family_name, rights.person.usage_name, rights.person.given_names, is_valid,
        rights.categories if is_valid else (), rights.restrictions if is_valid else (),
    )  # fmt: skip


def to_purge(on: date) -> QuerySet[ShareCode]:
    """The codes that ended more than a year ago: the journal of who used them is gone too."""
    return ShareCode.objects.filter(until_on__lt=kept_from(on))


def purge(on: date) -> int:
    """Let these codes go; how many went."""
    with durable_transaction():
        return to_purge(on).delete()[0]
