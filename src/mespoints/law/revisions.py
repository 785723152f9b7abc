"""What a judge or the minister undoes, for a time or for good: the licence is lived again without it.

Doubts D16 (annulled withdrawal), D18 (suspended decisions, annulled 48SI) and D19 (exchange of licences). The state
from a revision on is the one had the undone facts never happened; one movement carries the difference. The revisions
are rows of ``law.undone``.
"""

from mespoints.law import causes, kinds, reasons
from mespoints.law.days import Day
from mespoints.law.fold import advance, begin
from mespoints.law.memory import ENDED_BY, HELD, HOLD, LETTER_ACT, STRICT, TOTAL, Memory
from mespoints.law.revision_reasons import difference, is_replaced, reason_of_end, reason_of_undoing, standing
from mespoints.law.rows import Row
from mespoints.law.rules import rule
from mespoints.law.undone import is_undone


@rule
def live(m: Memory, until: Day) -> None:
    """Live a licence up to a day, again at each revision (format ``dossier/1``; doubts D16, D18 and D19)."""
    for k in range(len(m.revisions)):
        if m.revisions[k].day <= until:
            revise(m, k)
    advance(m, until, kinds.OF_ITSELF)


@rule
def revise(m: Memory, k: int) -> None:
    """A decision undoes another, or its suspension ends (art. L. 223-1 and L. 223-5; doubts D16, D18 and D19)."""
    revision = m.revisions[k]
    advance(m, revision.day, kinds.REVISED)
    if is_end(revision):
        end_suspension(m, k)
    elif revision.grade == causes.LICENCE_EXCHANGED:
        exchange_licences(m, k)
    else:
        undo(m, k)


@rule
def is_end(revision: Row) -> bool:
    """Whether a suspension ends on that day (code de justice administrative, art. L. 521-1; doubt D18)."""
    return revision.established_on == 0


@rule
def relive(m: Memory, day: Day) -> None:
    """The licence lived again without what is undone, up to the revisions of a day (art. L. 223-1; doubt D16).

    What it would have written then is not told: one movement carries the difference.
    """
    written = len(m.movements)
    begin(m, m.state[STRICT])
    advance(m, day, kinds.REVISED)
    del m.movements[written:]


@rule
def undo(m: Memory, k: int) -> None:
    """A withdrawal or a 48SI is annulled or suspended: from that day it never took place.

    Art. L. 223-1 and L. 223-5 (doubts D16 and D18). A letter annulled while another licence is held waits for an
    exchange (doubt D19).
    """
    revision, before, place = m.revisions[k], standing(m), concerned_by(m, k)
    was_suspended = is_suspended(m, place)
    if is_replaced(before, place):
        m.waits[k] = place if revision.grade == causes.LETTRE_48SI_ANNULLED else -1
    elif place >= 0:
        was_undone = is_undone(m, place)
        m.undoes[k] = place
        if not was_undone:
            relive(m, revision.day)
    reason = reason_of_undoing(revision, before, m, place, was_suspended)
    m.movements.append(difference(revision, before, m, reason, place))


@rule
def end_suspension(m: Memory, k: int) -> None:
    """What a suspension had undone counts again, unless another decision undoes it too.

    Code de justice administrative, art. L. 521-1 (doubt D18).
    """
    revision, before, began = m.revisions[k], standing(m), beginning_of(m, k)
    place = m.undoes[began]
    m.undoes[began] = -1
    if place >= 0 and not is_undone(m, place):
        relive(m, revision.day)
        m.movements.append(difference(revision, before, m, reason_of_end(revision, before, m), place))


@rule
def exchange_licences(m: Memory, k: int) -> None:
    """The new licence is handed back for the former one, if that one can come back.

    Art. L. 223-5; CE, 22 July 2016 (doubt D19).
    """
    revision, before = m.revisions[k], standing(m)
    place = m.state[ENDED_BY] if m.state[HOLD] == HELD else -1
    is_done = place >= 0 and hand_back(m, k, place)
    reason = reasons.EXCHANGED if is_done else reasons.EXCHANGE_REFUSED
    m.movements.append(difference(revision, before, m, reason, place))


@rule
def hand_back(m: Memory, k: int, place: int) -> bool:
    """Whether the former licence comes back, without the letters that waited for it; if not, nothing is undone.

    Art. L. 223-5; CE, 22 July 2016 (doubt D19). ``place``: that of the new licence.
    """
    m.undoes[k] = place
    for j in range(k):
        if m.waits[j] >= 0:
            m.undoes[j] = m.waits[j]
    relive(m, m.revisions[k].day)
    comes_back = can_come_back(m)
    for j in range(k):
        if comes_back:
            m.waits[j] = -1
        elif m.waits[j] >= 0:
            m.undoes[j] = -1
    if not comes_back:
        m.undoes[k] = -1
        relive(m, m.revisions[k].day)
    return comes_back


@rule
def can_come_back(m: Memory) -> bool:
    """The former licence comes back in an exchange when it is held and its sum is not nil.

    Art. L. 223-5; CE, 22 July 2016 (doubt D19). A licence that is not held has no points.
    """
    return m.state[TOTAL] > 0


@rule
def concerned_by(m: Memory, k: int) -> int:
    """The place of the act to undo: the offence or the letter named, or else the letter suspended last, or in force.

    Art. L. 223-1 and L. 223-5 (doubts D16 and D18). -1: none.
    """
    if m.revisions[k].group >= 0:
        return m.revisions[k].group
    for j in range(k - 1, -1, -1):
        if m.undoes[j] >= 0 and m.revisions[j].grade == causes.LETTRE_48SI_SUSPENDED:
            return m.undoes[j]
    return m.state[LETTER_ACT]


@rule
def beginning_of(m: Memory, k: int) -> int:
    """Which revision began the suspension that ends (code de justice administrative, art. L. 521-1; doubt D18)."""
    j = 0
    while m.revisions[j].act != m.revisions[k].act:
        j += 1
    return j


@rule
def is_suspended(m: Memory, letter: int) -> bool:
    """Whether a letter is suspended (code de justice administrative, art. L. 521-1; doubt D18)."""
    found = False
    for k in range(len(m.revisions)):
        found = found or (m.undoes[k] == letter and m.revisions[k].grade == causes.LETTRE_48SI_SUSPENDED)
    return found and letter >= 0
