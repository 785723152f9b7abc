"""The day on which a registered letter is notified, from what the post says of it. Doubt D25.

Code de la route, art. R. 223-3, III, al. 3, and R. 223-4, I, ask for a registered letter with acknowledgement; what
proves that it arrived, and on which day, is settled by the Conseil d'État. Nothing is guessed: what cannot all be true
is for a person to look into.
"""

from collections.abc import Iterable
from typing import NamedTuple

from mespoints.law.days import Day
from mespoints.law.rules import rule

EVENTS = ("posted", "presented", "collected", "refused", "unclaimed", "npai", "lost")
"""What the post says of a letter. ``npai``: « n'habite pas à l'adresse indiquée »."""

ENDS = ("collected", "refused", "unclaimed", "npai", "lost")
"""Those after which it has nothing more to say."""

DAYS_KEPT = 15
"""How long the post keeps a letter for its addressee, from the day after the first presentation."""

NOTIFIED = 1
ON_ITS_WAY = 2
NOT_NOTIFIED = 3
TO_EXAMINE = 4

COLLECTED, COLLECTED_LATE, REFUSED, UNCLAIMED = 1, 2, 3, 4
NOT_POSTED, POSTED, KEPT = 5, 6, 7
NPAI, ADDRESS_GIVEN_UP, LOST = 8, 9, 10
TWO_ENDS, TWO_DAYS, OUT_OF_ORDER, NO_PRESENTATION, REFUSED_ELSEWHERE = 11, 12, 13, 14, 15

WHYS = (
    "", "collected", "collected_late", "refused", "unclaimed", "not_posted", "posted", "kept", "npai",
    "address_given_up", "lost", "two_ends", "two_days", "out_of_order", "no_presentation", "refused_elsewhere",
)  # fmt: skip
"""The grounds of a ``Notification``, in words."""


class PostalEvent(NamedTuple):
    """One thing that the post said of a letter: one of ``EVENTS``, and the day on which it happened."""

    event: str
    on: Day


class PostalLife(NamedTuple):
    """The days of a letter in the post, 0 for what did not happen. ``presented_on``: the first presentation."""

    posted_on: Day
    presented_on: Day
    collected_on: Day
    refused_on: Day
    unclaimed_on: Day
    npai_on: Day
    lost_on: Day


class Notification(NamedTuple):
    """What the post's words amount to. ``outcome``: NOTIFIED, ON_ITS_WAY, NOT_NOTIFIED or TO_EXAMINE.

    ``notified_on``: 0 unless it is notified. ``why``: a place in ``WHYS``.
    """

    outcome: int
    notified_on: Day
    why: int


def notification(events: Iterable[PostalEvent], *, given_up: bool) -> Notification:
    """Whether a registered letter is notified, on which day, or why it is not (yet).

    Art. R. 223-3, III, and R. 223-4, I (doubt D25). ``given_up``: when it was presented, its addressee had declared
    another address in the place of that one. The order of the events does not matter, nor do repetitions.
    """
    told = set(events)
    found = {event: min(one.on for one in told if one.event == event) for event in {one.event for one in told}}
    if any(len({one.on for one in told if one.event == end}) > 1 for end in ENDS):
        return Notification(TO_EXAMINE, 0, TWO_DAYS)
    return weigh(PostalLife(*(found.get(event, 0) for event in EVENTS)), given_up)


@rule
def weigh(life: PostalLife, given_up: bool) -> Notification:
    """A letter is notified by what ended its life in the post, if one thing alone did.

    Art. R. 223-3, III, al. 3, and R. 223-4, I (doubt D25): the marks must be clear and agree (CE, 22 March 2017,
    n° 399871). One returned NPAI is not notified, even to a driver who moved without a word: nothing obliges the holder
    of a licence to tell where they live (CE, avis, 18 September 2009, n° 327027).
    """
    contradiction = contradiction_in(life)
    if contradiction != 0:
        return Notification(TO_EXAMINE, 0, contradiction)
    if life.collected_on > 0:
        on = day_of_collection(life.presented_on, life.collected_on)
        return Notification(NOTIFIED, on, COLLECTED if on == life.collected_on else COLLECTED_LATE)
    if life.refused_on > 0:
        return weigh_refusal(life, given_up)
    if life.unclaimed_on > 0:
        return weigh_unclaimed(life, given_up)
    if life.npai_on > 0:
        return Notification(NOT_NOTIFIED, 0, NPAI)
    if life.lost_on > 0:
        return Notification(NOT_NOTIFIED, 0, LOST)
    return Notification(ON_ITS_WAY, 0, stage_of_journey(life))


@rule
def contradiction_in(life: PostalLife) -> int:
    """What cannot all be true of one letter: two ends, or an end before what comes first; 0 when all agrees.

    Art. R. 223-3, III: the proof is the administration's (CE, 22 March 2017, n° 399871).
    """
    ended_on = max(life.collected_on, life.refused_on, life.unclaimed_on, life.npai_on, life.lost_on)
    ends = 0
    for on in (life.collected_on, life.refused_on, life.unclaimed_on, life.npai_on, life.lost_on):
        ends += 1 if on > 0 else 0
    if ends > 1:
        return TWO_ENDS
    if life.presented_on > 0 and life.presented_on < life.posted_on:
        return OUT_OF_ORDER
    if ends == 1 and ended_on < max(life.posted_on, life.presented_on):
        return OUT_OF_ORDER
    return 0


@rule
def day_of_collection(presented_on: Day, collected_on: Day) -> Day:
    """The day of the signature when it comes within fifteen days, else that of the first presentation.

    Art. R. 223-3, III, al. 3; CE, 24 April 2012, n° 341146. ``presented_on``: 0 when the post tells the signature
    alone.
    """
    return collected_on if presented_on == 0 or collected_on <= kept_until(presented_on) else presented_on


@rule
def weigh_refusal(life: PostalLife, given_up: bool) -> Notification:
    """Whoever refuses a letter knows that it came: it is notified when it was first presented, or else refused.

    Art. R. 223-3, III, al. 3 (CE, 10 May 2017, n° 396279, for a letter handed over). At an address given up somebody
    else may have refused it.
    """
    if given_up:
        return Notification(TO_EXAMINE, 0, REFUSED_ELSEWHERE)
    return Notification(NOTIFIED, life.presented_on if life.presented_on > 0 else life.refused_on, REFUSED)


@rule
def weigh_unclaimed(life: PostalLife, given_up: bool) -> Notification:
    """A letter that nobody claimed is notified on the day of its first presentation, at any home of the driver.

    Art. R. 223-3, III, al. 3; CE, 24 April 2012, n° 341146, and for a second home CE, 29 January 2014, n° 356812. Not
    at an address in the place of which they had declared another; and without that day, nothing is proved.
    """
    if given_up:
        return Notification(NOT_NOTIFIED, 0, ADDRESS_GIVEN_UP)
    if life.presented_on == 0:
        return Notification(TO_EXAMINE, 0, NO_PRESENTATION)
    return Notification(NOTIFIED, life.presented_on, UNCLAIMED)


@rule
def stage_of_journey(life: PostalLife) -> int:
    """How far a letter has come that has no end yet: kept at the post office, posted, or not even that.

    Art. R. 223-3, III.
    """
    if life.presented_on > 0:
        return KEPT
    return POSTED if life.posted_on > 0 else NOT_POSTED


@rule
def kept_until(presented_on: Day) -> Day:
    """The last day on which the post office gives out a letter that it keeps: fifteen days.

    Art. R. 223-3, III, al. 3; CE, 24 April 2012, n° 341146.
    """
    return presented_on + DAYS_KEPT
