"""The licence as it would have been without what a judge undid: what the returns of today follow from.

An annulled withdrawal, a suspended letter or a licence handed back never took place (doubts D16, D18 and D19): the
movements before it stay in the statement, but the points come back as in the life lived again.
"""

from typing import NamedTuple

from mespoints.law import reasons
from mespoints.law.acts import (
    Act,
    CarriedOver,
    CategoryBByAac,
    Dossier,
    FormationComplementaire,
    FrenchLicence,
    InterdictionDeCirculer,
    Lettre48SI,
    LicenceAnnulled,
    LicenceObtained,
    Offence,
    Stage,
    Suspension,
)
from mespoints.law.results import Movement, Statement
from mespoints.law.statement import make_statement

ANNULMENTS = (reasons.ANNULMENT_BACK, reasons.ANNULMENT_HELD_AGAIN, reasons.ANNULMENT_NO_CHANGE)
SUSPENSIONS = (
    reasons.WITHDRAWAL_SUSPENDED,
    reasons.WITHDRAWAL_SUSPENDED_HELD_AGAIN,
    reasons.WITHDRAWAL_SUSPENDED_NO_CHANGE,
)
LETTERS_UNDONE = (
    reasons.LETTER_48SI_SUSPENDED,
    reasons.LETTER_48SI_ANNULLED,
    reasons.LETTER_48SI_ANNULLED_NEW_LICENCE,
    reasons.LETTER_48SI_NOT_IN_FORCE,
)
UNDOING = (*ANNULMENTS, *SUSPENSIONS, *LETTERS_UNDONE, reasons.EXCHANGED)
DOING_AGAIN = (
    reasons.WITHDRAWAL_SUSPENSION_OVER,
    reasons.WITHDRAWAL_SUSPENSION_OVER_NO_CHANGE,
    reasons.WITHDRAWAL_SUSPENSION_OVER_LOST_AGAIN,
    reasons.LETTER_48SI_SUSPENSION_OVER,
)

LIVED = (
    Offence,
    Stage,
    FormationComplementaire,
    Suspension,
    Lettre48SI,
    LicenceAnnulled,
    LicenceObtained,
    CategoryBByAac,
    InterdictionDeCirculer,
    FrenchLicence,
    CarriedOver,
)
"""The acts that move points or change the licence; the others only open and close duties, or undo."""


class Standing(NamedTuple):
    """A dossier and its statement; what is undone on its day; and both again, without it."""

    dossier: Dossier
    statement: Statement
    undone: dict[str, Movement]
    again: Dossier
    lived: Statement


def undone_by(statement: Statement) -> dict[str, Movement]:
    """The acts that are undone on the day of a statement, by id, each with the movement that undid it last."""
    undone: dict[str, Movement] = {}
    for movement in statement.movements:
        named = movement.offence or movement.ground or ""
        if named and movement.reason in UNDOING:
            undone[named] = movement
        elif named in undone and movement.reason in DOING_AGAIN and undone[named].reason not in ANNULMENTS:
            del undone[named]
    return undone


def live_again(dossier: Dossier, statement: Statement) -> Standing:
    """The dossier without what is undone, and its statement on the same day: the same ones when nothing is."""
    undone = undone_by(statement)
    if not any(movement.reason in (*UNDOING, *DOING_AGAIN) for movement in statement.movements):
        return Standing(dossier, statement, undone, dossier, statement)
    acts = tuple(without_name(act, undone) for act in dossier.acts if isinstance(act, LIVED) and act.id not in undone)
    again = dossier._replace(acts=acts)
    return Standing(dossier, statement, undone, again, make_statement(again, statement.on, statement.reading))


def without_name(act: Act, undone: dict[str, Movement]) -> Act:
    """A letter that names an undone offence names none any more."""
    if isinstance(act, Lettre48SI) and act.offence in undone:
        return act._replace(offence=None)
    return act
