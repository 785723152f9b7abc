"""What becomes of a waiting letter on the day of a run: it leaves, it waits with its reason, or it never leaves."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mespoints.law.notification import ADDRESS_GIVEN_UP, NPAI, WHYS
from mespoints.letters.compte_personnel import goes_there
from mespoints.letters.countries import country_code
from mespoints.letters.files import File, Owed, offence_of, posted_movement
from mespoints.letters.models import COMPTE_PERSONNEL, UNDER_WAY, Sending
from mespoints.letters.routing import Destination, departement_at, destinations, on_compte_of, route
from mespoints.letters.steps import RETRAIT
from mespoints.letters.stopping import DEATH, Held, why_held

MOST_ATTEMPTS = 6
GONE = (WHYS[NPAI], WHYS[ADDRESS_GIVEN_UP])
"""The grounds on which an address is not tried again; a letter that was lost is."""

NO_OTHER_ADDRESS = "toutes les adresses connues ont été essayées : une autre est attendue"
TOO_MANY_ATTEMPTS = f"{MOST_ATTEMPTS} envois sont restés sans effet"


class Send(NamedTuple):
    """It leaves, for the ``attempt``-th time. ``kind``: that of the letter, or RETRAIT."""

    owed: Owed
    kind: str
    attempt: int
    destination: Destination

    @property
    def is_deposit(self) -> bool:
        """Whether it is put on the compte personnel of the driver, and not posted."""
        return self.destination.source == COMPTE_PERSONNEL


class Stop(NamedTuple):
    """It never leaves, or nothing more is done for it. ``why``: a word of ``stopping``."""

    owed: Owed
    why: str


class PutAside(NamedTuple):
    """It cannot leave yet. ``why``: a word of ``stopping``, or a French sentence for the agent who mends it."""

    owed: Owed
    why: str


Decision = Send | Stop | PutAside


def decide(
    owed: Owed, file: File, sendings: Sequence[Sending], on: date, *, has_compte: bool = False
) -> Decision | None:
    """What becomes of a letter on a day; None when it is on its way and nothing is to be done.

    ``sendings``: the attempts made so far, the first one first. ``has_compte``: the driver has a compte personnel.
    """
    row = posted_movement(file.book, owed.movement)
    held = why_held(file, row, owed.letter, on)
    under_way = next((sending for sending in sendings if sending.outcome == UNDER_WAY), None)
    if under_way is not None:
        return take_back(owed, under_way, len(sendings), held, destinations(file.book, file.holder, on)[0])
    if held is not None:
        return Stop(owed, held.why) if held.for_good else PutAside(owed, held.why)
    if len(sendings) >= MOST_ATTEMPTS:
        return PutAside(owed, TOO_MANY_ATTEMPTS)
    failed = {tuple(sending.address) for sending in sendings if sending.why in GONE}
    offence = offence_of(file, row)
    known = destinations(file.book, file.holder, on)
    if has_compte and goes_there(owed.letter, on):
        return Send(owed, owed.letter, len(sendings) + 1, on_compte_of(known[0]))
    destination = route(owed.letter, offence.source if offence else None, known, failed)
    if destination is None:
        return PutAside(owed, NO_OTHER_ADDRESS)
    return Send(owed, owed.letter, len(sendings) + 1, destination)


def take_back(
    owed: Owed, under_way: Sending, attempts: int, held: Held | None, declared: Destination
) -> Decision | None:
    """A 48SI in the post whose fall is over is followed, where it went, by the letter that takes it back.

    Also when the sum has fallen again since: the new fall has its own letter, from which the delays run.
    """
    if held is not None and held.why == DEATH:
        return Stop(owed, DEATH)
    if held is None or not held.is_taken_back:
        return None
    lines = tuple(under_way.address)
    where = Destination(lines, departement_at(lines, declared), under_way.source, country_code(lines))
    return Send(owed, RETRAIT, attempts + 1, where)
