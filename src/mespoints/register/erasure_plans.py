"""What may be erased of a file on a day, and what must be carried over so that nothing else changes.

An act leaves when its delay is over (see ``delays``) and the file goes on as before without it (see ``sameness``), once
a ``carried_over`` act keeps the balance, the ceiling and the running delay of the full restoration. That act can carry
nothing else: what a single point, ten years, a probation, a stage, a former loss or a lost licence still depends on is
kept, and the plan says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.capital import opens_on
from mespoints.law.days import NEVER, Day, iso
from mespoints.law.memory import CAN_RESTORE, CEILING, HELD, HOLD, IS_LENGTHENED, LAST_FINAL, TOTAL
from mespoints.law.play import play
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.law.statement import READINGS, make_statement
from mespoints.register.administrative import ADMINISTRATIVE
from mespoints.register.books import Book, Opening
from mespoints.register.delays import FOLLOWS, MOVEMENT, Leaving, days_of, leader_of, leavings, over_on
from mespoints.register.posting import CARRIED_BY_ERASURE
from mespoints.register.sameness import MOST_UNDONE, annulments, combined, differences, shown_differences

UNDOING = ("withdrawal_annulled", "withdrawal_suspended", "lettre_48si_annulled", "lettre_48si_suspended")

Payload = dict[str, Any]


class Plan(NamedTuple):
    """What to erase: the paragraph of each act, by name; the balance to carry over, None when nothing needs it.

    ``kept``: the acts whose delay is over and that stay, each with what still depends on it.
    """

    paragraphs: dict[str, str]
    carried: Payload | None
    kept: dict[str, str]


class File(NamedTuple):
    """The acts that the law reads, as they stand on a day."""

    opening: Opening
    acts: list[Payload]
    on: Day

    def dossier(self, acts: Iterable[Payload]) -> Dossier:
        """A dossier of this licence. Raises DossierRefused."""
        return read_dossier(self.opening.document(list(acts)))


class Attempt(NamedTuple):
    """Acts to erase, and the day on which the balance is carried over; 0 for none."""

    names: set[str]
    carried_on: Day


def make_plan(book: Book, on: Day, born_on: Day) -> Plan:
    """What may be erased of a book at the end of a day. ``born_on``: NEVER when it is not known."""
    acts = [act.payload for act in book.latest_acts.values() if act.body is not None]
    delays = leavings(acts, born_on)
    due = {str(act["id"]): delays[act["id"]] for act in acts if is_due(act, delays, on)}
    file = File(book.opening, [act for act in acts if act["act"] not in ADMINISTRATIVE], on)
    apart = {str(act["id"]) for act in acts if act["act"] in ADMINISTRATIVE and act["id"] in due}
    names, carried, why = plan_of_law(file, {name: due[name] for name in due if name not in apart})
    stay = {str(act["id"]) for act in acts} - names
    names |= {str(act["id"]) for act in acts if act["id"] in apart and concerns(act, acts).isdisjoint(stay)}
    paragraphs = {name: due[name].paragraph for name in due if name in names}
    kept = {name: why or "named" for name in due if name not in names and not name.startswith(CARRIED_BY_ERASURE)}
    return Plan(paragraphs, carried, kept)


def is_due(act: Payload, delays: dict[str, Leaving], on: Day) -> bool:
    """Whether the delay of an act is over, and the act too."""
    name = str(act["id"])
    return name in delays and delays[name].on <= on and over_on(act) <= on


def plan_of_law(file: File, due: dict[str, Leaving]) -> tuple[set[str], Payload | None, str]:
    """The acts of points law to erase, the balance to carry over, and what the others are kept for."""
    why = ""
    for attempt in attempts(file, due) if due else ():
        carried = carried_over(file, attempt.carried_on) if attempt.carried_on else None
        if attempt.carried_on and carried is None:
            why = why or "status"
            continue
        obstacle = next(obstacles(file, attempt, carried), "")
        if attempt.names and not obstacle:
            return attempt.names, carried, why
        why = why or (obstacle if attempt.carried_on else "")
    return set(), None, why


def attempts(file: File, due: dict[str, Leaving]) -> Iterator[Attempt]:
    """What to try, the most first: all that is due, then less and less, up to the eve of an act that stays.

    A balance that an erasure carried over leaves when something else does, never for its own sake.
    """
    by_name = {str(act["id"]): act for act in file.acts}
    firsts = {min(days_of(act)) for act in file.acts if days_of(act)}
    seen: list[Attempt] = []
    if {by_name[name]["act"] for name in due}.isdisjoint(("offence", "stage", "carried_over", "licence_annulled")):
        yield Attempt(without_concerned({*due}, file.acts), 0)
    for day in (file.on, *sorted((first for first in firsts if first < file.on), reverse=True)):
        over = {name for name in due if over_on(by_name[name]) <= day}
        entries = {name for name in over if due[name].paragraph != MOVEMENT}
        for names in (over, entries):
            closed = without_concerned(names, file.acts)
            attempt = Attempt(closed, day)
            if attempt not in seen and any(not name.startswith(CARRIED_BY_ERASURE) for name in closed):
                seen.append(attempt)
                yield attempt
    for act in file.acts:
        about = {name for name in due if name == act["id"] or act["id"] in concerns(by_name[name], file.acts)}
        group = without_concerned(about, file.acts)
        if act["act"] in ("lettre_48si", "suspension") and act["id"] in group:
            yield Attempt(group, 0)


def concerns(act: Payload, acts: Sequence[Payload]) -> set[str]:
    """The acts that an act names, or that it means without naming them."""
    return {str(act[key]) for key in {*FOLLOWS.values()} if key in act} | {leader_of(act, acts)} - {""}


def without_concerned(names: set[str], acts: Sequence[Payload]) -> set[str]:
    """These acts, save those that an act which stays is about, and so on.

    What undoes a decision leaves with it, neither before nor after.
    """
    left, before = set(names), {""}
    while left != before:
        before = set(left)
        left -= {name for act in acts if act["id"] not in before for name in concerns(act, acts)}
        left -= {
            str(act["id"]) for act in acts if act["act"] in UNDOING and leader_of(act, acts) not in before
        }  # fmt: skip
    return left


def carried_over(file: File, on: Day) -> Payload | None:
    """The balance of the eve of a day, with its running delay; None when it cannot be told: no licence is held.

    Format ``dossier/1``; art. L. 223-6, al. 1 and 2 (doubt D6).
    """
    licence = file.dossier(file.acts).licence
    if on <= opens_on(licence.obtained_on, licence.foreign):
        return None
    state = play(file.dossier(file.acts), on - 1, strict=False).memory.state
    if state[HOLD] != HELD or state[TOTAL] < 0:
        return None
    taken = {str(act["id"]) for act in file.acts}
    day = iso(file.on)
    name = next(name for name in (f"{CARRIED_BY_ERASURE}{day}{'+' * n}" for n in range(99)) if name not in taken)
    carried = {"act": "carried_over", "id": name, "on": iso(on), "balance": state[TOTAL], "ceiling": state[CEILING]}
    if state[CAN_RESTORE]:
        carried |= {"last_final_on": iso(state[LAST_FINAL]), "lengthened": state[IS_LENGTHENED] == 1}
    return carried


def obstacles(file: File, attempt: Attempt, carried: Payload | None) -> Iterator[str]:
    """What would not go on as before without these acts; nothing when they may go."""
    kept = [act for act in file.acts if act["id"] not in attempt.names]
    after = [*kept, *([carried] if carried else [])]
    first_unknown = attempt.carried_on or file.on + 1
    if carried and any(is_pending(act) for act in kept if min(days_of(act), default=0) < first_unknown):
        yield "pending"
    days = [attempt.carried_on or file.on]
    if any(act["act"] in (*UNDOING, "licence_exchanged") for act in kept):
        days.append(file.on)  # what is undone after the balance is lived again from the beginning
    try:
        for until in days:
            yield from undone_differences(file, kept, after, until, first_unknown if until < file.on else file.on + 1)
        yield from shown(file, file.dossier(after), attempt)
    except DossierRefused:
        yield "named"


def undone_differences(
    file: File, kept: list[Payload], after: list[Payload], until: Day, first_unknown: Day
) -> Iterator[str]:
    """What the fold would remember otherwise, whichever decisions of the acts kept a judge annuls that day."""
    undoable = annulments([act for act in kept if min(days_of(act), default=NEVER) < first_unknown], until)
    if len(undoable) > MOST_UNDONE:
        yield "undoable"
        return
    for undone in combined(undoable):
        yield from differences(file.dossier([*file.acts, *undone]), file.dossier([*after, *undone]), until)


def is_pending(act: Payload) -> bool:
    """Whether an offence is not established yet, and may still be (art. L. 223-1, al. 4)."""
    return act["act"] == "offence" and "final_on" not in act and "closed_on" not in act


def shown(file: File, after: Dossier, attempt: Attempt) -> Iterator[str]:
    """What a driver would see change, in either reading."""
    before = file.dossier(file.acts)
    for reading in READINGS:
        yield from shown_differences(
            make_statement(before, file.on, reading), make_statement(after, file.on, reading),
            attempt.carried_on, attempt.names,
        )  # fmt: skip
