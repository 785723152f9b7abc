"""Which decisions a judge or the minister undoes, and when; ``law.revisions`` lives the licence without them.

Doubts D16, D18 and D19.
"""

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
from mespoints.law.memory import INVALIDATED_ON, Memory
from mespoints.law.rows import Row
from mespoints.law.rules import rule

Suspending = WithdrawalSuspended | Lettre48SISuspended
Revising = Suspending | WithdrawalAnnulled | Lettre48SIAnnulled | LicenceExchanged

CAUSE_OF = {
    WithdrawalAnnulled: causes.WITHDRAWAL_ANNULLED,
    WithdrawalSuspended: causes.WITHDRAWAL_SUSPENDED,
    Lettre48SISuspended: causes.LETTRE_48SI_SUSPENDED,
    Lettre48SIAnnulled: causes.LETTRE_48SI_ANNULLED,
    LicenceExchanged: causes.LICENCE_EXCHANGED,
}
"""The acts that revise what went before, with the cause of their movement."""

LOST_AGAIN = (reasons.LETTER_48SI_SUSPENSION_OVER, reasons.WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN)


def withdrawals_undone(dossier: Dossier, on: Day) -> set[str]:
    """The offences whose withdrawal is annulled, or suspended, on a day.

    Code de justice administrative, art. L. 521-1, for a suspension (doubts D16 and D18).
    """
    annulled = {act.offence for act in dossier.acts if isinstance(act, WithdrawalAnnulled) and act.on <= on}
    return annulled | {
        act.offence
        for act in dossier.acts
        if isinstance(act, WithdrawalSuspended) and act.on <= on and (act.to_on is None or on <= act.to_on)
    }


def in_force_since(m: Memory) -> Day:
    """The day since which the last 48SI has its effects: its notification, or the day it took the licence again.

    The end of a suspension, of the letter or of a withdrawal, can take it again (doubt D18).
    """
    again = [row.day for row in m.movements if row.reason in LOST_AGAIN]
    return max([m.state[INVALIDATED_ON], *again])


def revisions_of(dossier: Dossier) -> list[Row]:
    """Every decision that undoes another, and every end of a suspension, as rows of the kind ``REVISED``.

    ``established_on``: the day of the decision, 0 where its suspension ends: of one day, ends come first. ``grade``:
    its cause. ``group``: place of the offence or of the letter that it names, -1: none.
    """
    found = []
    for place, act in enumerate(dossier.acts):
        if isinstance(act, Revising):
            row = Row(act.on, kinds.REVISED, act.on, 0, place, CAUSE_OF[type(act)], 0, place_named(act, dossier))
            found.append(row)
            if isinstance(act, Suspending) and act.to_on is not None:
                found.append(row._replace(day=suspension_over_on(act.to_on), established_on=0))
    return found


def place_named(act: Revising, dossier: Dossier) -> int:
    """The place of the offence or of the letter that an act names; -1: none."""
    if isinstance(act, LicenceExchanged):
        return -1
    named = act.offence if isinstance(act, WithdrawalAnnulled | WithdrawalSuspended) else act.letter
    return -1 if named is None else [other.id for other in dossier.acts].index(named)


@rule
def suspension_over_on(to_on: Day) -> Day:
    """What was suspended has its effects again on the day after the last one.

    Code de justice administrative, art. L. 521-1 (doubt D18).
    """
    return to_on + 1


@rule
def is_undone(m: Memory, place: int) -> bool:
    """Whether an act is undone: annulled, it never took place; suspended, it has no effect for a time.

    Art. L. 223-1; code de justice administrative, art. L. 521-1 (doubts D16, D18 and D19).
    """
    found = False
    for k in range(len(m.revisions)):
        found = found or m.undoes[k] == place
    return found and place >= 0
