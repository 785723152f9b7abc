"""What comes of itself after today: the next returns of points, the day of twelve, or why nothing comes."""

from typing import NamedTuple

from mespoints.law.acts import Dossier
from mespoints.law.explain import day_words, points_words, upcoming
from mespoints.law.explain.movements import has_foreign_licence
from mespoints.law.results import Movement, Statement
from mespoints.portal.wording import _, out_of

FULL = 12
LOST = ("invalidated", "annulled", "banned")
WHATEVER_ONE_DOES = ("ten_years", "stage")
"""The causes of a return that no later offence prevents."""


class ComingLine(NamedTuple):
    """« Le 20 novembre 2026, vous retrouvez 1 point », the balance it leads to if not said, and the rule in full."""

    sentence: str
    balance: str
    because: str


class Coming(NamedTuple):
    """``before`` opens the section when something must be known first; ``condition`` closes it."""

    before: str
    lines: tuple[ComingLine, ...]
    condition: str


def coming_of(dossier: Dossier, statement: Statement, language: str) -> Coming:
    """Every change to come, in order, and the condition that they share."""
    lines = tuple(_line(movement, dossier, statement, language) for movement in statement.next)
    return Coming(_before(statement), lines, _condition(statement))


def _line(movement: Movement, dossier: Dossier, statement: Statement, language: str) -> ComingLine:
    return ComingLine(
        _sentence(movement, language),
        out_of(movement.balance, movement.ceiling, language) if movement.balance != FULL else "",
        upcoming(movement, dossier, statement, language),
    )


def _sentence(movement: Movement, language: str) -> str:
    """The movement in one line, its condition left to the end of the section."""
    words = {
        "day": day_words(movement.on, language),
        "points": points_words(movement.points, language),
        "balance": points_words(movement.balance, language),
    }
    if movement.cause == "probation_end" and not movement.points:
        return _("Le %(day)s, votre plafond passe à 12 points") % words
    if movement.balance == FULL and movement.cause == "probation_end":
        return _("Le %(day)s, vous passez à 12 points") % words
    if movement.balance == FULL:
        return _("Le %(day)s, vous revenez à 12 points") % words
    if movement.cause == "ten_years":
        return _("Le %(day)s, vous retrouvez %(points)s, après dix ans") % words
    if movement.cause in ("probation_step", "probation_end"):
        return _("Le %(day)s, vous gagnez %(points)s") % words
    return _("Le %(day)s, vous retrouvez %(points)s") % words


def _before(statement: Statement) -> str:
    """What must be known before any hope of points, or why nothing is to come."""
    if statement.status == "banned":
        return _("Vous ne pouvez pas conduire en France pendant l'interdiction. À sa fin :")
    if statement.status in LOST:
        return _("Ce permis n'est plus valable : aucun point n'y revient.")
    if statement.status == "zero" and has_foreign_licence(statement):
        return _(
            "L'interdiction de circuler en France vous sera notifiée. À partir de ce jour, vous ne pouvez plus y "
            "conduire pendant un an. Tant qu'elle ne l'est pas, et sans nouvelle infraction qui retire des points :"
        )
    if statement.status == "zero":
        return _(
            "La lettre 48SI vous sera envoyée en recommandé. Le jour où elle vous est notifiée, votre permis n'est "
            "plus valable : vous ne pouvez plus conduire et devez le remettre au préfet. Tant qu'elle ne l'est pas, et "
            "sans nouvelle infraction qui retire des points :"
        )
    if statement.next:
        return ""
    if statement.balance == FULL:
        return _("Vous avez tous vos points : il n'y a aucun retour à attendre.")
    return _("Aucun changement n'est prévu.")


def _condition(statement: Statement) -> str:
    """What must not happen for these returns to happen, unless the opening has said it."""
    depends = {movement.cause not in WHATEVER_ONE_DOES for movement in statement.next if movement.points}
    if statement.status in ("zero", "banned") or True not in depends:
        return ""
    if False in depends:
        return _(
            "À condition, sauf pour ce qui revient après dix ans ou par un stage, de ne commettre d'ici là aucune "
            "infraction qui retire des points."
        )
    if statement.pending:
        return _(
            "À condition de ne commettre d'ici là aucune infraction qui retire des points, et que celles qui sont "
            "en attente n'en retirent pas."
        )
    return _("À condition de ne commettre d'ici là aucune infraction qui retire des points.")
