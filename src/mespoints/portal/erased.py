"""The sentence of a history that begins where old facts were erased (art. L. 225-2)."""

from mespoints.law.results import Movement
from mespoints.portal.wording import _
from mespoints.records.erased import is_by_erasure


def why_it_begins_there(movement: Movement) -> str:
    """The sentence of that first line; empty for any other movement."""
    if not is_by_erasure(movement.act):
        return ""
    return _(
        "Votre historique commence ce jour-là, avec ce solde : les faits plus anciens ont été effacés du fichier, "
        "comme la loi le veut (art. L. 225-2). Cet effacement ne change ni vos points, ni les délais en cours."
    )
