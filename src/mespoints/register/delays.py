"""When each act of a file may leave it, and under which paragraph of art. L. 225-2.

The delays themselves are rules of ``law.erasure``; here each kind of act finds its own. What no paragraph names stays:
the licences and categories obtained, the titles, the training, the addresses, an offence not yet established.

Doubts. An annulation whose ban is not known may be for life (IV): its entries stay until the eightieth birthday, unless
a licence was obtained since. A delay that ended before the Code of 2001 ended at the latest on its first day. The
register holds no request for a licence: paragraph VI has nothing to apply to.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mespoints.law.days import NEVER, Day, add_months, parse_day
from mespoints.law.erasure import (
    CODE_OF_2001,
    NOT_KNOWN,
    annulled_measure_erased_on,
    entries_erased_on,
    lifetime_ban_erased_on,
    points_erased_on,
)

Payload = Mapping[str, Any]

ENTRIES = {
    "offence": "final_on",
    "lettre_48si": "notified_on",
    "licence_annulled": "on",
    "suspension": "from",
    "interdiction_de_circuler": "notified_on",
    "restriction": "from",
    "retention": "on",
}
"""The judgments, fines and measures of paragraph I, with the day that their delay runs from (II)."""

FOLLOWS = {
    "lettre_48n": "offence",
    "withdrawal_annulled": "offence",
    "withdrawal_suspended": "offence",
    "lettre_48si_suspended": "letter",
    "lettre_48si_annulled": "letter",
    "recours": "letter",
    "recours_rejected": "recours",
    "suspension_letter": "suspension",
}
"""What leaves with the act that it names, and the key that names it."""

POINTS = {"stage": "ended_on", "stage_annulled": "on", "carried_over": "on"}
"""What the file holds for its points alone (V)."""

ENDLESS = ("restriction", "withdrawal_suspended", "lettre_48si_suspended")
"""What lasts until it is said to be over."""

LOSSES = ("lettre_48si", "licence_annulled")
ERASABLE = (*ENTRIES, *FOLLOWS, *POINTS, "title_surrendered")

ENTRY, ANNULLED, LIFETIME, MOVEMENT = "L225-2 I", "L225-2 III", "L225-2 IV", "L225-2 V"


class Leaving(NamedTuple):
    """The first day on which an act is no longer in the file, and the paragraph that says so."""

    on: Day
    paragraph: str


def day_in(act: Payload, key: str) -> Day:
    """A day of an act; NEVER when the act does not say it."""
    return parse_day(act[key]) if key in act else NEVER


def days_of(act: Payload) -> list[Day]:
    """The days that an act names, save that on which it was learned."""
    return [
        parse_day(value)
        for key, value in act.items()
        if key in ("on", "from", "to") or (key.endswith("_on") and key != "recorded_on")
    ]


def over_on(act: Payload) -> Day:
    """The first day on which an act has nothing more to say: the day after its last one; NEVER while it runs."""
    is_endless = act["act"] in ENDLESS and "to" not in act
    if is_endless or not days_of(act):
        return NEVER
    last = max(days_of(act))
    return (add_months(last, 12) if act["act"] == "interdiction_de_circuler" else last) + 1


def leavings(acts: Sequence[Payload], born_on: Day) -> dict[str, Leaving]:
    """When each act may leave, by its name; those that no paragraph names are not there.

    ``born_on``: NEVER when it is not known.
    """
    annulled = {name: leaving for act in acts for name, leaving in annulled_letter(act, acts).items()}
    standing = [act for act in acts if act["id"] not in annulled]
    found = entries_of(standing, born_on) | movements_of(acts) | annulled
    for act in sorted(acts, key=lambda act: act["act"] == "recours_rejected"):
        leader = leader_of(act, acts)
        if leader in found and act["act"] not in ENTRIES:
            found[str(act["id"])] = found[leader]
    return found


def known(day: Day) -> Day:
    """The day that a rule gives; the first of the Code when its delay had ended before."""
    return CODE_OF_2001 if day == NOT_KNOWN else day


def began_on(act: Payload) -> Day:
    """The day that the delay of an entry runs from (art. L. 225-2, II); NEVER: none runs."""
    return day_in(act, ENTRIES[act["act"]]) if act["act"] in ENTRIES else NEVER


def entries_of(acts: Sequence[Payload], born_on: Day) -> dict[str, Leaving]:
    """Judgments, fines and measures: ten years, each waiting for the next one that comes within them (I, II, IV)."""
    entries = sorted((began_on(act), str(act["id"])) for act in acts if began_on(act) != NEVER)
    days = entries_erased_on([began for began, _ in entries])
    found = {name: Leaving(known(day), ENTRY) for (_, name), day in zip(entries, days, strict=True)}
    if not may_be_barred_for_life(acts):
        return found
    freed = NEVER if born_on == NEVER else known(lifetime_ban_erased_on(born_on))
    return {name: max(leaving, Leaving(freed, LIFETIME)) for name, leaving in found.items()}


def may_be_barred_for_life(acts: Sequence[Payload]) -> bool:
    """Whether a judge annulled the licence, for how long is not known, and none was obtained since (IV)."""
    annulled = [day_in(act, "on") for act in acts if act["act"] == "licence_annulled" and "ban_months" not in act]
    obtained = [day_in(act, "on") for act in acts if act["act"] == "licence_obtained"]
    return bool(annulled) and max(annulled) >= max(obtained, default=0)


def movements_of(acts: Sequence[Payload]) -> dict[str, Leaving]:
    """Stages and balances taken over: three years after the last offence established, none having come since (V)."""
    established = sorted(day_in(act, "final_on") for act in acts if act["act"] == "offence" and "final_on" in act)
    found = {}
    for act in acts:
        if act["act"] in POINTS:
            last = day_in(act, POINTS[act["act"]])
            for day in established:
                if last < day < known(points_erased_on(last)):
                    last = day
            found[str(act["id"])] = Leaving(known(points_erased_on(last)), MOVEMENT)
    return found


def annulled_letter(letter: Payload, acts: Sequence[Payload]) -> dict[str, Leaving]:
    """A 48SI annulled leaves at once (III), unless it may still give the former licence back (CE, 22 July 2016)."""
    if letter["act"] != "lettre_48si":
        return {}
    annulments = [
        day_in(act, "on")
        for act in acts
        if act["act"] == "lettre_48si_annulled" and leader_of(act, acts) == letter["id"]
    ]
    if not annulments or awaits_exchange(letter, min(annulments), acts):
        return {}
    return {str(letter["id"]): Leaving(known(annulled_measure_erased_on(min(annulments))), ANNULLED)}


def awaits_exchange(letter: Payload, annulled_on: Day, acts: Sequence[Payload]) -> bool:
    """Whether a new licence was held when a 48SI was annulled, and was not given back for the former one since."""
    exchanged = any(act["act"] == "licence_exchanged" and day_in(act, "on") >= annulled_on for act in acts)
    return not exchanged and any(
        act["act"] == "licence_obtained" and began_on(letter) <= day_in(act, "on") <= annulled_on for act in acts
    )


def leader_of(act: Payload, acts: Sequence[Payload]) -> str:
    """The act that another one leaves with: the one it names, or the last loss before it; empty: there is none."""
    kind = act["act"]
    if kind in FOLLOWS and FOLLOWS[kind] in act:
        return str(act[FOLLOWS[kind]])
    if kind == "title_surrendered" or kind in ("lettre_48si_annulled", "lettre_48si_suspended"):
        losses = LOSSES if kind == "title_surrendered" else LOSSES[:1]
        before = [(began_on(other), str(other["id"])) for other in acts if other["act"] in losses]
        return max([pair for pair in before if pair[0] <= day_in(act, "on")], default=(0, ""))[1]
    return ""
