"""What a judge or the minister undoes, for a time or for good: the licence is lived again without it.

Doubts D16 (annulled withdrawal), D18 (suspended decisions, annulled 48SI) and D19 (exchange of licences). The state
from a revision on is the one had the undone facts never happened; one movement carries the difference.
"""

from typing import NamedTuple

from mespoints.law import causes, kinds, reasons
from mespoints.law.acts import (
    Dossier,
    Lettre48SIAnnulled,
    Lettre48SISuspended,
    LicenceExchanged,
    WithdrawalAnnulled,
    WithdrawalSuspended,
)
from mespoints.law.days import Day
from mespoints.law.fold import advance, start
from mespoints.law.letters import letter_of_fall, letter_of_return
from mespoints.law.memory import (
    CEILING,
    ENDED_BY,
    FOREIGN,
    HELD,
    HOLD,
    INVALIDATED,
    LETTER_ACT,
    TOTAL,
    Memory,
)
from mespoints.law.rows import MovementRow, Row
from mespoints.law.undone import Revising, Suspending

CAUSE_OF = {
    WithdrawalAnnulled: causes.WITHDRAWAL_ANNULLED,
    WithdrawalSuspended: causes.WITHDRAWAL_SUSPENDED,
    Lettre48SISuspended: causes.LETTRE_48SI_SUSPENDED,
    Lettre48SIAnnulled: causes.LETTRE_48SI_ANNULLED,
    LicenceExchanged: causes.LICENCE_EXCHANGED,
}
"""The acts that revise what went before, with the cause of their movement."""


class Revision(NamedTuple):
    """A day on which facts are undone, or done again when ``is_end``: a suspension is then over.

    ``act``: place of the act that says so. ``names``: place of the offence or of the letter that it names; -1: none.
    """

    on: Day
    act: int
    is_end: bool
    cause: int
    names: int


Undone = frozenset[tuple[int, int]]
"""What is undone: places of acts, each with the place of the act that undid it."""


class Lived(NamedTuple):
    """A licence lived so far: every row of its dossier, its memory, and what is undone.

    ``waiting``: the letters annulled while another licence was held, undone only by an exchange (doubt D19).
    """

    rows: list[Row]
    memory: Memory
    undone: Undone = frozenset()
    waiting: Undone = frozenset()


REASONS_OF_WITHDRAWAL = {
    (causes.WITHDRAWAL_ANNULLED, False): (
        reasons.ANNULMENT_BACK,
        reasons.ANNULMENT_HELD_AGAIN,
        reasons.ANNULMENT_NO_CHANGE,
    ),
    (causes.WITHDRAWAL_SUSPENDED, False): (
        reasons.WITHDRAWAL_SUSPENDED,
        reasons.WITHDRAWAL_SUSPENDED_HELD_AGAIN,
        reasons.WITHDRAWAL_SUSPENDED_NO_CHANGE,
    ),
    (causes.WITHDRAWAL_SUSPENDED, True): (
        reasons.WITHDRAWAL_SUSPENSION_OVER,
        reasons.WITHDRAWAL_SUSPENSION_OVER,
        reasons.WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE,
    ),
}
"""Why points move, the licence is held again, or nothing changes."""


def live_revisions(dossier: Dossier, rows: list[Row], m: Memory, until: Day, strict: bool) -> Memory:
    """Live a licence up to its last revision before a day, each one lived again without what it undoes."""
    lived = Lived(rows, m)
    for revision in revisions_of(dossier, until):
        lived = revise(revision, lived, dossier, strict)
    return lived.memory


def revisions_of(dossier: Dossier, until: Day) -> list[Revision]:
    """Every revision up to a day, in order: on one day, suspensions end before others begin."""
    found: list[Revision] = []
    for place, act in enumerate(dossier.acts):
        if isinstance(act, Revising):
            begins = Revision(act.on, place, False, CAUSE_OF[type(act)], place_named(act, dossier))
            found.append(begins)
            if isinstance(act, Suspending) and act.to_on is not None:
                found.append(begins._replace(on=act.to_on + 1, is_end=True))
    return sorted(
        (revision for revision in found if revision.on <= until),
        key=lambda revision: (revision.on, not revision.is_end, revision.act),
    )


def place_named(act: Revising, dossier: Dossier) -> int:
    """The place of the offence or of the letter that an act names; -1: none."""
    if isinstance(act, LicenceExchanged):
        return -1
    named = act.offence if isinstance(act, WithdrawalAnnulled | WithdrawalSuspended) else act.letter
    return -1 if named is None else [other.id for other in dossier.acts].index(named)


def concerned_by(revision: Revision, m: Memory, undone: Undone, dossier: Dossier) -> int:
    """The place of the act to undo: the offence or the letter named, the letter in force, the new licence. -1: none."""
    if revision.names >= 0:
        return revision.names
    if revision.cause == causes.LICENCE_EXCHANGED:
        return m.state[ENDED_BY] if m.state[HOLD] == HELD else -1
    suspended = [
        (act.on, by, place) for place, by in undone if isinstance(act := dossier.acts[by], Lettre48SISuspended)
    ]
    return max(suspended)[2] if suspended else m.state[LETTER_ACT]


def undone_after(revision: Revision, lived: Lived, place: int) -> tuple[Undone, Undone]:
    """What is undone once a revision has come, and what still waits for an exchange."""
    undone, waiting = lived.undone, lived.waiting
    if revision.is_end:
        return frozenset(pair for pair in undone if pair[1] != revision.act), waiting
    if place < 0:
        return undone, waiting
    new = frozenset([(place, revision.act)])
    if revision.cause == causes.LICENCE_EXCHANGED:
        return undone | waiting | new, frozenset()
    if is_replaced(lived.memory, place):
        return undone, waiting | new if revision.cause == causes.LETTRE_48SI_ANNULLED else waiting
    return undone | new, waiting


def is_replaced(m: Memory, letter: int) -> bool:
    """Whether a new licence is held since a 48SI took the former one (CE, 22 July 2016; doubt D19)."""
    return m.state[HOLD] == HELD and m.state[LETTER_ACT] == letter


def places_of(undone: Undone) -> set[int]:
    """The places of the acts that are undone, whatever undid them."""
    return {place for place, _ in undone}


def rows_without(rows: list[Row], undone: Undone) -> list[Row]:
    """The rows of the facts that stand."""
    places = places_of(undone)
    return [row for row in rows if row.act not in places]


def relive(rows: list[Row], undone: Undone, on: Day, strict: bool) -> Memory:
    """The licence lived again without what is undone, up to the revisions of a day."""
    m = start(rows_without(rows, undone), strict)
    advance(m, on, kinds.REVISED)
    return m


def is_suspended(place: int, undone: Undone, dossier: Dossier) -> bool:
    """Whether a letter is suspended."""
    return any(
        undone_place == place and isinstance(dossier.acts[by], Lettre48SISuspended) for undone_place, by in undone
    )


def reason_of_withdrawal(revision: Revision, before: Memory, after: Memory) -> int:
    """What the fate of a withdrawal changes (doubts D16 and D18)."""
    back, held_again, no_change = REASONS_OF_WITHDRAWAL[revision.cause, revision.is_end]
    if revision.is_end and before.state[HOLD] == HELD and after.state[HOLD] != HELD:
        return reasons.WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN
    if before.state[HOLD] != HELD and after.state[HOLD] == HELD:
        return held_again
    return no_change if after.state[TOTAL] == before.state[TOTAL] else back


def reason_of_letter(revision: Revision, before: Memory, after: Memory, place: int, was_suspended: bool) -> int:
    """What the fate of a 48SI changes (doubts D18 and D19)."""
    is_held_again = before.state[HOLD] == INVALIDATED and after.state[HOLD] == HELD
    if revision.is_end:
        is_lost_again = before.state[HOLD] == HELD and after.state[HOLD] == INVALIDATED
        return reasons.LETTER_48SI_SUSPENSION_OVER if is_lost_again else reasons.LETTER_48SI_NOT_IN_FORCE
    if revision.cause == causes.LETTRE_48SI_SUSPENDED:
        return reasons.LETTER_48SI_SUSPENDED if is_held_again else reasons.LETTER_48SI_NOT_IN_FORCE
    if was_suspended or is_held_again:
        return reasons.LETTER_48SI_ANNULLED
    has_waited = place >= 0 and is_replaced(before, place)
    return reasons.LETTER_48SI_ANNULLED_NEW_LICENCE if has_waited else reasons.LETTER_48SI_NOT_IN_FORCE


def can_come_back(after: Memory) -> bool:
    """The former licence comes back in an exchange when it is held and its sum is not nil (CE, 22 July 2016; D19).

    A licence that is not held has no points.
    """
    return after.state[TOTAL] > 0


def revise(revision: Revision, lived: Lived, dossier: Dossier, strict: bool) -> Lived:
    """The licence lived again without what a revision undoes, and the movement that carries the difference."""
    before = lived.memory
    advance(before, revision.on, kinds.REVISED)
    place = concerned_by(revision, before, lived.undone, dossier)
    undone, waiting = undone_after(revision, lived, place)
    changes = places_of(undone) != places_of(lived.undone)
    if revision.is_end and not changes:
        return lived._replace(undone=undone)
    after = before if not changes else relive(lived.rows, undone, revision.on, strict)
    if revision.cause == causes.LICENCE_EXCHANGED and not (place >= 0 and can_come_back(after)):
        before.movements.append(difference(before, before, revision, reasons.EXCHANGE_REFUSED, place))
        return lived
    reason = reason_of(revision, before, after, place, is_suspended(place, lived.undone, dossier))
    before.movements.append(difference(before, after, revision, reason, place))
    return Lived(lived.rows, after._replace(movements=before.movements), undone, waiting)


def reason_of(revision: Revision, before: Memory, after: Memory, place: int, was_suspended: bool) -> int:
    """Why the state changes, or does not."""
    if revision.cause == causes.LICENCE_EXCHANGED:
        return reasons.EXCHANGED
    if revision.cause in (causes.WITHDRAWAL_ANNULLED, causes.WITHDRAWAL_SUSPENDED):
        return reason_of_withdrawal(revision, before, after)
    return reason_of_letter(revision, before, after, place, was_suspended)


def difference(before: Memory, after: Memory, revision: Revision, reason: int, place: int) -> MovementRow:
    """The one movement that carries a revision: the state is the one had the undone facts never happened.

    Art. L. 223-1; CE, 10 March 2021, n° 444670 (doubts D16 and D18).
    """
    points = after.state[TOTAL] - before.state[TOTAL]
    letter = letter_of_return(revision.cause, points)
    if reason == reasons.WITHDRAWAL_SUSPENSION_OVER and after.state[HOLD] == HELD and after.state[TOTAL] <= 0:
        letter = letter_of_fall(after.state[FOREIGN] == 1)
    names_offence = revision.cause in (causes.WITHDRAWAL_ANNULLED, causes.WITHDRAWAL_SUSPENDED)
    offence, ground = (place, -1) if names_offence else (-1, place)
    return MovementRow(
        revision.on, revision.cause, points, after.state[TOTAL], after.state[CEILING],
        revision.act, offence, reason, letter, ground,
    )  # fmt: skip
