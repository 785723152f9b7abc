"""Which licence is this person's: a fixed rule, no resemblance. One certain licence, or none.

The rule in its version ``RULE``. Required: birth name, sex, day of birth, first given name, and a place of birth
that does not contradict. It binds by itself only when the place is the same and the names are the birth names;
anything less certain asks for the NEPH, which the register must hold for one of the candidates.
"""

from enum import Enum
from typing import NamedTuple

from django.db.models import QuerySet

from mespoints.identity.birth import FRANCE, Place, compare_places, is_whole, register_dates
from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.names import given_names_agree, same_given_names, same_name
from mespoints.register.models import Holder, Licence

RULE = "mespoints-1"


class Agreement(Enum):
    """How a civil status agrees with a holder of the register."""

    CERTAIN = "certain"
    NEEDS_NEPH = "needs_neph"
    NONE = "none"


class Candidate(NamedTuple):
    """A licence that may be this person's."""

    licence: Licence
    agreement: Agreement


def candidates(status: CivilStatus) -> list[Candidate]:
    """The licences of the holders that agree."""
    compared = (Candidate(licence, compare(status, holder_status(licence.holder))) for licence in born_then(status))
    return [candidate for candidate in compared if candidate.agreement is not Agreement.NONE]


def born_then(status: CivilStatus) -> QuerySet[Licence]:
    """The licences of those born on one of a few days: the index leaves some thousand rows of forty million."""
    return Licence.objects.select_related("holder").filter(
        holder__birth_date__in=register_dates(status.birth_date), holder__sex=status.sex
    )


def holder_status(holder: Holder) -> CivilStatus:
    """The civil status that the register holds."""
    return CivilStatus(
        holder.family_name,
        holder.usage_name,
        tuple(holder.given_names),
        holder.sex,
        holder.birth_date,
        holder.birth_place,
        holder.birth_country,
    )


def compare(person: CivilStatus, held: CivilStatus) -> Agreement:
    """How what FranceConnect says of a person agrees with what the register holds."""
    if person.sex != held.sex or not same_birth_date(person, held):
        return Agreement.NONE
    place = compare_places(
        person.birth_place, person.birth_country, held.birth_place, held.birth_country, person.birth_date
    )
    if place is Place.CONTRADICTED or not given_names_agree(person.given_names, held.given_names):
        return Agreement.NONE
    if same_name(person.family_name, held.family_name):
        return Agreement.CERTAIN if place is Place.EQUAL and _precise(person, held) else Agreement.NEEDS_NEPH
    return Agreement.NEEDS_NEPH if _second_chance(person, held, place) else Agreement.NONE


def same_birth_date(person: CivilStatus, held: CivilStatus) -> bool:
    """Whether the register's day of birth is that of the person, as far as it is known."""
    return held.birth_date in register_dates(person.birth_date)


def _precise(person: CivilStatus, held: CivilStatus) -> bool:
    """Whether day and place together single a person out: not a year of birth in a whole country."""
    return _whole_dates(person, held) or person.birth_country == FRANCE


def _whole_dates(person: CivilStatus, held: CivilStatus) -> bool:
    return is_whole(person.birth_date) and is_whole(held.birth_date)


def _second_chance(person: CivilStatus, held: CivilStatus, place: Place) -> bool:
    """Whether the usage name stands in for the birth name: only when all the rest is fully equal."""
    return (
        same_name(person.usage_name, held.usage_name)
        and same_given_names(person.given_names, held.given_names)
        and place is Place.EQUAL
        and _whole_dates(person, held)
    )
