"""What a request holds. Nothing that is not here is taken; identifiers stand in the body, never in an address."""

from datetime import date
from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from mespoints.law.access import Datum

PRINTED = r"^[^\x00-\x1f\x7f]+$"
"""No control character: a name, a reason, is one printed line."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=PRINTED)]
Reason = Annotated[str, StringConstraints(min_length=8, max_length=200, pattern=PRINTED)]
Agent = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=PRINTED)]
Handle = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$")]


class Given(Schema):
    """A part of a request."""

    model_config = ConfigDict(extra="forbid")


class ByNumber(Given):
    """A file number (NEPH) and the family name of its holder, which must agree."""

    neph: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z ]{5,24}$")]
    family_name: Line


class ByCivilStatus(Given):
    """A whole civil status: names in their order, INSEE codes of the place and of the country of birth."""

    family_name: Line
    usage_name: Annotated[str, StringConstraints(max_length=120, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""
    given_names: Annotated[list[Line], Field(min_length=1, max_length=20)]
    sex: Literal["male", "female"]
    birth_date: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    birth_place: Annotated[str, StringConstraints(pattern=r"^([0-9][0-9AB][0-9]{3})?$")] = ""
    birth_country: Annotated[str, StringConstraints(pattern=r"^99[0-9]{3}$")]


class Purpose(Given):
    """Why: the article under which one asks, as its journal writes it, and a reason that the driver may read."""

    article: Annotated[str, StringConstraints(max_length=20, pattern=PRINTED)]
    reason: Reason


class Asking(Given):
    """A question about somebody. ``agent``: who asks there; ``data``: what is needed; all of it otherwise."""

    person: ByNumber | ByCivilStatus
    purpose: Purpose
    agent: Agent
    data: Annotated[list[Datum], Field(min_length=1, max_length=len(Datum))] | None = None


class Declaring(Given):
    """A driver to declare (art. R. 225-5-1). ``informed_on``: the day on which the firm told them."""

    person: ByNumber | ByCivilStatus
    purpose: Purpose
    agent: Agent
    informed_on: date


class AboutDriver(Given):
    """A question about a declared driver."""

    driver: Handle
    purpose: Purpose
    agent: Agent


class AboutDrivers(Given):
    """Drivers who are employed no longer."""

    drivers: Annotated[list[Handle], Field(min_length=1, max_length=500)]
    purpose: Purpose
    agent: Agent


class Following(Given):
    """What came since a number: 0 for all of it."""

    agent: Agent
    after: Annotated[int, Field(ge=0, le=2**62)] = 0


class Ending(Given):
    """The end of the contract."""

    purpose: Purpose
    agent: Agent
