"""What a register posts of a licence: its movements and where they leave it, without articles, advice or duties.

The same lives as ``law.statement`` tells, lived by the same functions; a register folds millions of them.
"""

from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.causes import CAUSE_NAMES
from mespoints.law.days import Day
from mespoints.law.forecast import first_coming
from mespoints.law.letters import LETTER_NAMES
from mespoints.law.memory import CEILING, TOTAL
from mespoints.law.play import play
from mespoints.law.rows import MovementRow
from mespoints.law.statement import refuse_too_early, status_on


class Entry(NamedTuple):
    """A movement as it is posted; the words are those of ``results.Movement``."""

    on: Day
    cause: str
    points: int
    act: str | None
    offence: str | None
    letter: str | None
    reason: int


class Reckoning(NamedTuple):
    """A licence on a day. ``next``: the first movement to come by itself, or nothing."""

    on: Day
    balance: int
    signed_balance: int
    ceiling: int
    status: str
    movements: tuple[Entry, ...]
    next: tuple[Entry, ...]


def reckon(dossier: Dossier, on: Day) -> Reckoning:
    """The licence on a day, in the reading ``registered``. Raises StatementRefused as ``make_statement`` does."""
    refuse_too_early(dossier, on)
    movements, memory = play(dossier, on, strict=False)
    return Reckoning(
        on=on,
        balance=max(0, memory.state[TOTAL]),
        signed_balance=memory.state[TOTAL],
        ceiling=memory.state[CEILING],
        status=status_on(dossier, memory, on),
        movements=tuple([entry_of(row, dossier) for row in movements]),
        next=tuple([entry_of(row, dossier) for row in first_coming(dossier, memory, on)]),
    )


def entry_of(row: MovementRow, dossier: Dossier) -> Entry:
    """Attach ids and words to a row."""
    acts = dossier.acts
    return Entry(
        row.day,
        CAUSE_NAMES[row.cause],
        row.points,
        acts[row.act].id if row.act >= 0 else None,
        acts[row.offence].id if row.offence >= 0 else None,
        LETTER_NAMES[row.letter],
        row.reason,
    )
