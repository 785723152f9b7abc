"""Which licence is meant: two things that agree, or nobody. Nothing here lists or hints at candidates."""

from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.matching import Agreement, candidates
from mespoints.identity.names import same_name
from mespoints.identity.neph import normal_neph
from mespoints.register.models import Licence


class PersonUnknown(Exception):
    """No licence is that person's."""


class PersonUncertain(Exception):
    """A civil status alone does not say whose licence it is: the file number is needed."""


def by_number(neph: str, family_name: str) -> Licence:
    """The licence of a file number, when the name is that of its holder: a mistyped number is nobody else's.

    Raises PersonUnknown.
    """
    number = normal_neph(neph)
    licence = Licence.objects.select_related("holder").filter(neph=number).first() if number else None
    if licence is None:
        raise PersonUnknown
    holder = licence.holder
    if not (same_name(family_name, holder.family_name) or same_name(family_name, holder.usage_name)):
        raise PersonUnknown
    return licence


def by_civil_status(status: CivilStatus) -> Licence:
    """The licence of a civil status, by the rule that signs drivers in: one certain licence, or none.

    Raises PersonUnknown, or PersonUncertain when the rule would ask for the file number.
    """
    found = candidates(status)
    if not found:
        raise PersonUnknown
    if len(found) > 1 or found[0].agreement is not Agreement.CERTAIN:
        raise PersonUncertain
    return found[0].licence
