"""A licence is lost, by a 48SI or by a judge: art. L. 223-5 and L. 224-12. Doubts D9 and D17."""

from mespoints.law import causes, reasons
from mespoints.law.following import coming_stage
from mespoints.law.invalidation import letter_takes_licence
from mespoints.law.memory import (
    ANNULLED,
    BANNED,
    ENDED_BY,
    FOREIGN,
    HELD,
    HOLD,
    INVALIDATED,
    INVALIDATED_ON,
    LETTER_ACT,
    RISEN,
    TOTAL,
    Memory,
)
from mespoints.law.obtaining import end_holding
from mespoints.law.posting import note, post
from mespoints.law.rows import Row
from mespoints.law.rules import rule


@rule
def receive_48si(m: Memory, row: Row) -> None:
    """The notified 48SI takes the licence, unless the sum stands above zero, or has risen since the fall it names.

    Art. L. 223-1, al. 3, and L. 223-5 (doubts D9 and D17).
    """
    state = m.state
    reason, ground = reasons.LETTER_48SI_VOID, -1
    if state[HOLD] != HELD:
        reason, ground = reasons.LETTER_48SI_NOT_HELD, state[ENDED_BY]
    elif state[FOREIGN] == 1:
        reason = reasons.LETTER_48SI_FOREIGN
    elif letter_takes_licence(state[TOTAL], coming_stage(m, row.day)):
        reason = reasons.LETTER_48SI_OVERTAKEN
        if not has_risen_since(m, row.group):
            end_holding(m, INVALIDATED, row.act)
            state[INVALIDATED_ON], state[LETTER_ACT] = row.day, row.act
            reason = reasons.LOST_BY_48SI
    note(m, row.day, causes.LOST, row.act, -1, reason, ground)


@rule
def has_risen_since(m: Memory, offence_act: int) -> bool:
    """Whether the sum rose above zero after an offence took its points; never for -1, no offence.

    Art. L. 223-5 (doubt D17): a 48SI notified late tells of a fall that is over.
    """
    risen_since = False
    for k in range(m.state[RISEN]):
        risen_since = risen_since or (m.offences[k].act == offence_act and m.taken[k] > 0)
    return risen_since


@rule
def annul_licence(m: Memory, row: Row) -> None:
    """The judge annuls the licence, an invalidated or banned one too: the sum goes to zero (art. L. 224-12; D9)."""
    state = m.state
    if state[HOLD] == HELD or state[HOLD] == INVALIDATED or state[HOLD] == BANNED:
        end_holding(m, ANNULLED, row.act)
        post(m, row.day, causes.LOST, -state[TOTAL], row.act, -1, reasons.LOST_BY_JUDGE)
    else:
        note(m, row.day, causes.LOST, row.act, -1, reasons.JUDGE_NOT_HELD, state[ENDED_BY])
