"""What is told of a file of which old facts were erased (art. L. 225-2): nothing from before that day.

The acts that were kept would tell half a story of those years; the balance carried over stands in their place.
"""

from mespoints.law.acts import CarriedOver, Dossier
from mespoints.law.results import Statement
from mespoints.register.posting import CARRIED_BY_ERASURE


def told(dossier: Dossier, statement: Statement) -> Statement:
    """The statement without the movements before the last erasure; its own balance is where the history begins."""
    carried = [
        act for act in dossier.acts
        if isinstance(act, CarriedOver) and is_by_erasure(act.id) and act.on <= statement.on
    ]  # fmt: skip
    if not carried:
        return statement
    last = max(carried, key=lambda act: act.on)
    names = [movement.act for movement in statement.movements]
    first, *since = statement.movements[names.index(last.id) :]
    return statement._replace(movements=(first._replace(points=0), *since))


def is_by_erasure(act_id: str | None) -> bool:
    """Whether a balance was carried over by an erasure, and not from another register."""
    return act_id is not None and act_id.startswith(CARRIED_BY_ERASURE)
