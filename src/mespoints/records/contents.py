"""What each document says, as values. The attestation and the relevé restreint are made of ``Rights`` alone."""

from typing import NamedTuple

from mespoints.law.days import Day, add_months
from mespoints.records.holding import Held, Person, Rights
from mespoints.records.postal import LetterLine

MONTHS_OF_ATTESTATION = 4


class Head(NamedTuple):
    """``issued_on``: the day of issue. ``verify_at``: the address where anybody may verify the document.

    ``is_specimen``: it says that it is worth nothing.
    """

    issued_on: Day
    issuer: str
    verify_at: str
    is_specimen: bool


class Attestation(NamedTuple):
    """The attestation de droits à conduire sécurisée (art. R. 225-6, III): existence, categories, validity."""

    head: Head
    rights: Rights

    @property
    def until(self) -> Day:
        """Its last day: four months from its issue (art. R. 225-6, III)."""
        return add_months(self.head.issued_on, MONTHS_OF_ATTESTATION)


class FirmAttestation(NamedTuple):
    """The attestation of a firm of road transport about a driver whom it declared (art. R. 225-5-1): dated, sealed.

    ``minute``: of the day of its issue, in Paris. It is not a title to drive: no term is given.
    """

    head: Head
    rights: Rights
    firm: str
    minute: int


class Restreint(NamedTuple):
    """The relevé d'information restreint: the same rights, and the address that the file knows."""

    head: Head
    rights: Rights
    address: tuple[str, ...]


class Event(NamedTuple):
    """One line. The days are those of an offence alone; ``effect``: the withdrawal is decided, or points come."""

    effect: str
    title: str
    detail: str
    committed: str
    established: str
    points: str
    balance: str


class Outside(NamedTuple):
    """What bears on the right to drive without moving a point: from a day to another, or on a day alone."""

    when: str
    what: str


class Releve(NamedTuple):
    """The relevé d'information intégral (art. L. 225-3): everything, for its holder alone.

    ``on``: the day of the balance; ``known_on``: up to which day facts are known. ``status``: in words;
    ``is_valid``: it warns of nothing.
    """

    head: Head
    person: Person
    address: tuple[str, ...]
    on: Day
    known_on: Day
    status: str
    is_valid: bool
    is_lost: bool
    balance: int
    ceiling: int
    probation_ends_on: Day | None
    categories: tuple[Held, ...]
    restrictions: tuple[str, ...]
    events: tuple[Event, ...]
    pending: tuple[Event, ...]
    coming: tuple[str, ...]
    outside: tuple[Outside, ...]
    letters: tuple[LetterLine, ...]


Contents = Attestation | FirmAttestation | Restreint | Releve
