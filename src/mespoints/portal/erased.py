"""What the page tells of a file of which old facts were erased (art. L. 225-2): nothing from before that day.

The acts that were kept would tell half a story of those years; the balance carried over stands in their place.
"""

from mespoints.law.acts import CarriedOver, Dossier
from mespoints.law.results import Movement, Statement
from mespoints.portal.wording import _
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


def why_it_begins_there(movement: Movement) -> str:
    """The sentence of that first line; empty for any other movement."""
    if not is_by_erasure(movement.act):
        return ""
    return _(
        "Votre historique commence ce jour-là, avec ce solde : les faits plus anciens ont été effacés du fichier, "
        "comme la loi le veut (art. L. 225-2). Cet effacement ne change ni vos points, ni les délais en cours."
    )
