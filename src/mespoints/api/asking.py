"""One question, from who asks to what is told: the law first, then the person, then the journal, then the answer."""

from collections.abc import Collection
from datetime import date
from typing import Any, NoReturn

from mespoints.api.clients import caller_of
from mespoints.api.filling import Source, fill
from mespoints.api.journal import ANSWERED, REFUSED, UNCERTAIN, UNKNOWN, Asked, note
from mespoints.api.models import Client
from mespoints.api.people import PersonUncertain, PersonUnknown, by_civil_status, by_number
from mespoints.api.problems import Refusal
from mespoints.api.scopes import HOLDS, scope_of
from mespoints.api.shapes import Asking, ByCivilStatus, ByNumber, Purpose
from mespoints.identity.civil_status import CivilStatus
from mespoints.law.access import BY_KIND, Datum, Refused, kept_by, refusals
from mespoints.register.models import Licence

Person = ByNumber | ByCivilStatus


def look(client: Client, asking: Asking, operation: str, on: date) -> dict[str, Any]:
    """What may be told of somebody. ``operation``: the scope whose answer was chosen. Raises Refusal."""
    wanted = frozenset(asking.data) if asking.data is not None else HOLDS[operation]
    asked = Asked(client, operation, asking.agent, asking.purpose.reason, tuple(sorted(wanted)))
    refused = refused_of(client.kind, operation, wanted, on)
    if refused:
        refuse(asked, "forbidden", asking.person, refused=[one._asdict() for one in refused])
    require_article(asked, asking.purpose, asking.person)
    licence = found(asked, asking.person)
    answer = fill(Source(licence, on), sorted(wanted))
    note(asked, ANSWERED, licence)
    return answer


def refused_of(kind: str, operation: str, wanted: Collection[Datum], on: date) -> tuple[Refused, ...]:
    """What of these may not be told: nothing when all may.

    The answer of others is refused whole, even when each datum asked for may be seen: it is not this caller's.
    """
    if scope_of(BY_KIND[kind]) != operation:
        return tuple(Refused(datum, kept_by(datum)) for datum in sorted(wanted))
    return refusals(kind, wanted, on.toordinal())


def require_article(asked: Asked, purpose: Purpose, person: Person | None = None) -> None:
    """The article of the purpose is that of the caller. Raises Refusal."""
    if purpose.article != caller_of(asked.client).article:
        refuse(asked, "wrong-article", person)


def refuse(asked: Asked, kind: str, person: Person | None, **extra: Any) -> NoReturn:
    """Write the refusal, in the journal of the file too when there is one, and end the call with it."""
    try:
        licence = licence_of(person) if person is not None else None
    except (PersonUnknown, PersonUncertain):
        licence = None
    note(asked, REFUSED, licence)
    raise Refusal(kind, **extra)


def found(asked: Asked, person: Person) -> Licence:
    """The licence of the person meant. Raises Refusal, once what was looked for in vain is written."""
    try:
        return licence_of(person)
    except PersonUnknown:
        note(asked, UNKNOWN)
        raise Refusal("unknown-person") from None
    except PersonUncertain:
        note(asked, UNCERTAIN)
        raise Refusal("uncertain-person") from None


def licence_of(person: Person) -> Licence:
    """The licence of a person, as a request names them. Raises PersonUnknown or PersonUncertain."""
    if isinstance(person, ByNumber):
        return by_number(person.neph, person.family_name)
    return by_civil_status(CivilStatus(**{**person.model_dump(), "given_names": tuple(person.given_names)}))
