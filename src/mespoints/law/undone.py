"""Which decisions a judge or the minister undoes, as the dossier says it; ``law.revisions`` lives the licence without.

Doubts D16, D18 and D19.
"""

from mespoints.law import reasons
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

Suspending = WithdrawalSuspended | Lettre48SISuspended
Revising = Suspending | WithdrawalAnnulled | Lettre48SIAnnulled | LicenceExchanged

REVISING = frozenset(
    [WithdrawalSuspended, Lettre48SISuspended, WithdrawalAnnulled, Lettre48SIAnnulled, LicenceExchanged]
)
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


def is_revised(dossier: Dossier) -> bool:
    """Whether any act undoes another; most dossiers have none."""
    return not REVISING.isdisjoint(map(type, dossier.acts))
