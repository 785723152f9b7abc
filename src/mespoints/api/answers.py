"""What each authority may be told, as types: what it may not see has no place in its own.

``ANSWERS`` gives, for each set of data of the table of the law, the one type that holds them and no other.
"""

from datetime import date

from ninja import Schema
from pydantic import ConfigDict, Field

from mespoints.law.access import (
    EVERYTHING,
    OF_PREVENTION,
    OF_TITLES,
    RIGHTS,
    WITHOUT_NAMES,
    Datum,
)


class Told(Schema):
    """A part of an answer."""

    model_config = ConfigDict(extra="forbid")


class Held(Told):
    """A category that may be driven, with its codes; ``to_on``: its last day, null without limit."""

    category: str
    from_on: date
    to_on: date | None
    codes: list[str]


class Validity(Told):
    """``state``: valid, suspended, invalidated, annulled or banned; ``until``: the last day of a suspension."""

    state: str
    until: date | None


class Identity(Told):
    """The holder, as the register holds them; parts of ``birth_date`` that nobody knows are 00."""

    neph: str
    family_name: str
    usage_name: str
    given_names: list[str]
    sex: str
    birth_date: str
    birth_place: str
    birth_country: str


class Title(Told):
    """What happened to a title: ``event`` is title_issued, title_lost or title_stolen."""

    event: str
    on: date
    number: str | None
    to_on: date | None


class Measure(Told):
    """``kind``: suspension, retention, invalidation, annulation, interdiction, or what undid an invalidation."""

    kind: str
    from_on: date
    to_on: date | None
    by: str | None


class Established(Told):
    """An offence whose réalité is established (art. L. 223-1, al. 4), without its points."""

    committed_on: date
    final_on: date
    final_by: str | None
    label: str | None
    place: str | None


class Points(Told):
    """The balance of the day, out of the ceiling of the day."""

    balance: int
    ceiling: int


class Moved(Told):
    """One movement of the balance, in French words."""

    on: date
    what: str
    points: int
    balance: int


class Posted(Told):
    """A letter that was owed, and the day on which it was notified, if it was."""

    letter: str
    owed_on: date
    notified_on: date | None


class Rights(Told):
    """Art. L. 225-5: existence, categories, validity. Only what was asked for is there."""

    on: date = Field(description="The day of the answer.")
    existence: bool | None = None
    categories: list[Held] | None = None
    validity: Validity | None = None
    restrictions: list[str] | None = None


class Titles(Rights):
    """For those who make titles (art. R. 225-4, I, 3°)."""

    identity: Identity | None = None
    address: list[str] | None = None
    titles: list[Title] | None = None


class Prevention(Titles):
    """For the services of art. R. 225-4, II: no point."""

    measures: list[Measure] | None = None
    offences: list[Established] | None = None


class Study(Rights):
    """For those who study accidents (art. R. 225-4, I, 2°, f): nobody's name."""

    measures: list[Measure] | None = None
    offences: list[Established] | None = None
    points: Points | None = None
    movements: list[Moved] | None = None


class Record(Prevention):
    """For the other authorities of art. L. 225-4: all that is recorded."""

    points: Points | None = None
    movements: list[Moved] | None = None
    letters: list[Posted] | None = None


ANSWERS: dict[frozenset[Datum], type[Rights]] = {
    RIGHTS: Rights,
    OF_TITLES: Titles,
    OF_PREVENTION: Prevention,
    WITHOUT_NAMES: Study,
    EVERYTHING: Record,
}
