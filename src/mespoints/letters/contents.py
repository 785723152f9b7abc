"""What each letter must say: one immutable record a kind, with every field that its template prints.

Days are ordinals, points are positive numbers. Nothing here is optional but what the law makes so: a record that
exists is a letter that can be composed. ``drafting`` builds them, and names what is missing.
"""

from typing import NamedTuple

from mespoints.law.days import Day
from mespoints.letters.address import AddressBlock
from mespoints.letters.authorities import Authorities


class Sender(NamedTuple):
    """The service that writes. ``signatory``: for whom, and which office signs; ``place``: where."""

    name: str
    address: tuple[str, ...]
    place: str
    signatory: tuple[str, ...]


class Recipient(NamedTuple):
    """The driver. ``sex``: "female" or "male"; ``neph``: the number of their dossier.

    ``is_abroad``: they have two more months for the court (code de justice administrative, art. R. 421-7).
    """

    sex: str
    neph: str
    block: AddressBlock
    authorities: Authorities
    is_abroad: bool = False


class Head(NamedTuple):
    """What every letter bears. ``is_specimen``: the line that says that it is a demonstration, without any value.

    ``is_deposited``: on the compte personnel of art. R. 223-3-1, and not in the post.
    """

    reference: str
    written_on: Day
    sender: Sender
    recipient: Recipient
    is_specimen: bool = True
    is_deposited: bool = False


class OffenceTold(NamedTuple):
    """An offence and its withdrawal. ``taken``: the points withdrawn; ``in_bareme``: what the offence is worth.

    ``final_by``: one of the words of ``dossier/1``. Code de la route, art. L. 223-3 and R. 223-3, III.
    """

    label: str
    article: str
    place: str
    committed_on: Day
    final_on: Day
    final_by: str
    decided_on: Day
    taken: int
    in_bareme: int


class Recap(NamedTuple):
    """The withdrawals that led to zero, the oldest first, and what makes the sum add up (art. R. 223-3, III).

    ``opening``: the balance that it starts from, on ``opened_on``. ``regained``: the points that came back meanwhile;
    below zero after a correction. ``signed_balance``: the sum, zero or below.
    """

    withdrawals: tuple[OffenceTold, ...]
    opening: int
    opened_on: Day
    regained: int
    signed_balance: int


class Letter48(NamedTuple):
    """A withdrawal that leaves points: art. R. 223-3, III, al. 2."""

    head: Head
    offence: OffenceTold
    balance: int
    ceiling: int


class Letter48N(NamedTuple):
    """Three points or more in probation: a stage is mandatory, art. R. 223-4."""

    head: Head
    offence: OffenceTold
    balance: int
    ceiling: int


class Letter48M(NamedTuple):
    """The balance comes down to half of the maximum: a stage is advised (usage of the administration, D14)."""

    head: Head
    offence: OffenceTold
    balance: int
    ceiling: int


class Letter48SI(NamedTuple):
    """No points left: the licence is invalid, art. L. 223-5 and R. 223-3, III, al. 3.

    ``months_before_new_licence``: from the surrender of the title, 6 or 12 (art. L. 223-5, II).
    """

    head: Head
    offence: OffenceTold
    recap: Recap
    months_before_new_licence: int


class Interdiction(NamedTuple):
    """No points left on a foreign licence: no driving in France for a year, art. L. 223-10, II."""

    head: Head
    offence: OffenceTold
    recap: Recap


class Letter46(NamedTuple):
    """Full restoration, or end of a probation without withdrawal: art. L. 223-6, al. 1 and 2, R. 223-1, IV.

    In this letter and the next three: ``points`` come back ``on`` a day; ``because``: the sentence that says why.
    """

    head: Head
    on: Day
    points: int
    balance: int
    ceiling: int
    because: str


class Letter46D(NamedTuple):
    """A single point back: art. L. 223-6, al. 3. ``label`` and ``committed_on``: its offence."""

    head: Head
    on: Day
    points: int
    balance: int
    ceiling: int
    because: str
    label: str
    committed_on: Day


class Letter46B(NamedTuple):
    """Points back after ten years: art. L. 223-6, al. 5. ``label`` and ``committed_on``: their offence."""

    head: Head
    on: Day
    points: int
    balance: int
    ceiling: int
    because: str
    label: str
    committed_on: Day


class Letter47(NamedTuple):
    """Points back after a stage: art. L. 223-6, al. 4, and R. 223-8. ``stage``: its kind."""

    head: Head
    on: Day
    points: int
    balance: int
    ceiling: int
    because: str
    started_on: Day
    ended_on: Day
    stage: str


class Rectificatif(NamedTuple):
    """A balance corrected ``on`` a day (our own letter, reading D14)."""

    head: Head
    on: Day
    old_balance: int
    new_balance: int
    because: str


class LetterOfCode(NamedTuple):
    """A new confidential code (our own letter): no movement owes it, it cites no balance, and the NEPH is not there."""

    head: Head
    code: str


Letter = (
    Letter48
    | Letter48N
    | Letter48M
    | Letter48SI
    | Interdiction
    | Letter46
    | Letter46D
    | Letter46B
    | Letter47
    | Rectificatif
)
