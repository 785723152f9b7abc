"""What brings the points of a withdrawal back, and when: read off the statement, never computed again."""

from mespoints.law import reasons
from mespoints.law.explain import day_words
from mespoints.law.results import Movement, Statement
from mespoints.portal.wording import _

FULL = 12


def what_brings_back(index: int, statement: Statement, language: str) -> str:
    """A few words on the return of the points that ``statement.movements[index]`` withdrew."""
    withdrawal, later = statement.movements[index], statement.movements[index + 1 :]
    settled = next((words for movement in later if (words := _settled_by(movement, withdrawal, language))), "")
    return _end_of_licence(later, language) or settled or _expected(withdrawal, later, statement, language)


def _end_of_licence(later: tuple[Movement, ...], language: str) -> str:
    """A licence that ended, and was not held again by the annulment of a withdrawal, gives nothing back."""
    end = next((movement for movement in later if movement.cause in ("lost", "obtained")), None)
    if end is None or any(movement.reason == reasons.ANNULMENT_HELD_AGAIN for movement in later):
        return ""
    return _("aucun : ce permis a pris fin le %(day)s") % {"day": day_words(end.on, language)}


def _settled_by(movement: Movement, withdrawal: Movement, language: str) -> str:
    """How a later movement settled these points, if it did."""
    settled = _words_of_settlement(movement, is_own=movement.offence == withdrawal.offence)
    return settled % {"day": day_words(movement.on, language)} if settled else ""


def _words_of_settlement(movement: Movement, *, is_own: bool) -> str:
    """``is_own``: the movement concerns the offence itself, not all offences together."""
    if is_own and movement.cause == "withdrawal_annulled":
        return _("retrait annulé le %(day)s")
    if is_own and movement.points > 0:
        return _("fait le %(day)s")
    if movement.cause == "full_restoration":
        return _("fait le %(day)s, avec tous les autres points")
    if movement.points > 0 and movement.balance == movement.ceiling == FULL:
        return _("votre solde est remonté à 12 points le %(day)s")
    return ""


def _expected(withdrawal: Movement, later: tuple[Movement, ...], statement: Statement, language: str) -> str:
    """The day on which these points come back of themselves, or that none is foreseen."""
    for movement in statement.next:
        words = _words_of_return(movement, withdrawal, later)
        if words:
            return _unless_lost(statement) + words % {"day": day_words(movement.on, language)}
    return _("aucun retour automatique n'est prévu")


def _unless_lost(statement: Statement) -> str:
    """What comes first when no point is left: the letter 48SI ends every hope of points."""
    return _("sauf si la lettre 48SI vous est notifiée avant :") + " " if statement.status == "zero" else ""


def _words_of_return(movement: Movement, withdrawal: Movement, later: tuple[Movement, ...]) -> str:
    """What a movement to come does for these points, if anything."""
    if movement.cause == "full_restoration":
        return _with_all_others(any(_is_interrupted(other, withdrawal) for other in later))
    if movement.offence != withdrawal.offence:
        return ""
    if movement.cause == "one_point":
        return _("le %(day)s, si vous ne commettez d'ici là aucune infraction qui retire des points")
    return _("le %(day)s, dix ans après")


def _with_all_others(is_interrupted: bool) -> str:
    """The sentence of a full restoration to come, which says why a single point does not come back sooner."""
    if is_interrupted:
        return _(
            "pas seul, car une autre infraction a interrompu son délai ; avec tous les autres points le %(day)s, "
            "si vous ne commettez d'ici là aucune infraction qui retire des points"
        )
    return _(
        "le %(day)s, avec tous les autres points, si vous ne commettez d'ici là aucune infraction qui retire des points"
    )


def _is_interrupted(movement: Movement, withdrawal: Movement) -> bool:
    """Whether the six months of a single point were broken by another offence."""
    return movement.offence == withdrawal.offence and movement.reason == reasons.ONE_POINT_INTERRUPTED
