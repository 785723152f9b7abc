"""One fact of a dossier, sent to the rule that takes it in."""

from mespoints.law import kinds
from mespoints.law.following import follow_stage, follow_training
from mespoints.law.foreign import end_ban, follow_foreign_licence, receive_ban
from mespoints.law.losing import annul_licence, receive_48si
from mespoints.law.memory import (
    HOLD,
    NOT_YET,
    SUSPENDED,
    Memory,
)
from mespoints.law.obtaining import carry_over, obtain_licence
from mespoints.law.probation import shorten_by_aac
from mespoints.law.returns import weigh_again
from mespoints.law.rows import Row
from mespoints.law.rules import rule
from mespoints.law.taking import withdraw


@rule
def change_holding(m: Memory, row: Row) -> None:
    """A licence is obtained, lost, or takes over the points of another (format ``dossier/1``)."""
    if row.kind == kinds.LICENCE_OBTAINED:
        obtain_licence(m, row)
    elif row.kind == kinds.LETTRE_48SI:
        receive_48si(m, row)
    elif row.kind == kinds.LICENCE_ANNULLED:
        annul_licence(m, row)
    elif row.kind == kinds.INTERDICTION:
        receive_ban(m, row)
    elif row.kind == kinds.END_OF_BAN:
        end_ban(m, row)
    elif row.kind == kinds.FRENCH_LICENCE:
        follow_foreign_licence(m, row)
    else:
        carry_over(m, row)


@rule
def take_in(m: Memory, row: Row) -> None:
    """One fact, by its kind (format ``dossier/1``)."""
    if row.kind == kinds.DECIDED:
        withdraw(m, row)
    elif row.kind <= kinds.CARRIED_OVER:
        change_holding(m, row)
    elif row.kind == kinds.STAGE:
        follow_stage(m, row)
    elif row.kind == kinds.SUSPENSION:
        m.state[SUSPENDED] = 1
    elif row.kind == kinds.FORMATION:
        follow_training(m, row)
    elif row.kind == kinds.CATEGORY_B_BY_AAC:
        shorten_by_aac(m, row.day)
    elif m.state[HOLD] != NOT_YET:
        weigh_again(m, row.day)
