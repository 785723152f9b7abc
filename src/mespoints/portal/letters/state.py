"""Where a letter is, in one or two sentences: the same words on « Mes lettres » and under each movement."""

from datetime import date
from typing import NamedTuple

from mespoints.law.acts import Dossier, InterdictionDeCirculer, Lettre48N, Lettre48SI
from mespoints.law.explain import day_words, long_day
from mespoints.letters.models import NOT_NOTIFIED, NOTIFIED, SENT, TO_EXAMINE
from mespoints.letters.production import is_registered
from mespoints.letters.whereabouts import Deposited, Posted, Whereabouts
from mespoints.portal.letters import words
from mespoints.portal.wording import _

Notified = Lettre48SI | Lettre48N | InterdictionDeCirculer

BY_NAME: dict[str, type[Notified]] = {"48SI": Lettre48SI, "48N": Lettre48N, "interdiction": InterdictionDeCirculer}
"""The letters whose notification is an act of the file."""


class Asked(NamedTuple):
    """Who asks: the dossier, the day, the language."""

    dossier: Dossier
    today: date
    language: str

    def day(self, on: date) -> str:
        """« 3 mars 2027 »."""
        return day_words(on.toordinal(), self.language)

    def long_day(self, on: date) -> str:
        """« mercredi 3 mars 2027 »."""
        return long_day(on.toordinal(), self.language)


def state_words(where: Whereabouts, letter: str, moved_on: date, asked: Asked) -> str:
    """Where a letter is; ``moved_on``: the day of its movement."""
    if where.deposited is not None:
        return on_compte(where.deposited, asked)
    if where.posted is None:
        return not_sent(where, letter, moved_on, asked)
    if where.is_taken_back:
        return _("Retirée avant d'être notifiée : même si elle vous parvient, elle est sans effet.")
    return in_the_post(where.posted, where.notified_on, asked)


def not_sent(where: Whereabouts, letter: str, moved_on: date, asked: Asked) -> str:
    """Why a letter has not left; one that another system had notified already was never to leave."""
    before = notified_before(letter, moved_on, asked.dossier)
    if before is not None:
        words_before = _("Notifiée le %(day)s par le service qui tenait le fichier avant celui-ci.")
        return words_before % {"day": day_words(before.notified_on, asked.language)}
    if where.done_on is not None:
        return _(words.WHY_STOPPED.get(where.stopped or "", words.STOPPED))
    if where.put_aside is not None:
        return _(words.WHY_PUT_ASIDE.get(where.put_aside, words.PUT_ASIDE))
    return _("Elle vous est due et partira bientôt.")


def notified_before(letter: str, moved_on: date, dossier: Dossier) -> Notified | None:
    """The act by which a letter that this service never sent was notified all the same, if it was."""
    kind = BY_NAME.get(letter)
    acts = [act for act in dossier.acts if kind is not None and isinstance(act, kind)]
    later = [act for act in acts if act.notified_on >= moved_on.toordinal()]
    return min(later, key=lambda act: act.notified_on, default=None)


def in_the_post(last: Posted, notified_on: date | None, asked: Asked) -> str:
    """What is known of a letter that was posted."""
    day = {"day": asked.day(last.produced_on)}
    if last.produced_on > asked.today:
        return _("Elle sera postée le %(day)s.") % day
    if last.outcome == NOTIFIED and notified_on is not None:
        return _("Notifiée le %(day)s.") % {"day": asked.day(notified_on)}
    if last.outcome == TO_EXAMINE:
        return _("Envoyée le %(day)s. Un agent doit vérifier ce qu'elle est devenue.") % day
    if last.outcome == NOT_NOTIFIED:
        return _("Envoyée le %(day)s, elle ne vous est pas parvenue. Elle repartira dès que possible.") % day
    if last.outcome == SENT and not is_registered(last.franking):
        return _("Envoyée par lettre simple le %(day)s. La poste ne dit pas quand une lettre simple arrive.") % day
    if last.is_presented:
        return _("Envoyée en recommandé le %(day)s, puis présentée à votre adresse : allez la retirer.") % day
    return _("Envoyée en recommandé le %(day)s. La poste n'a pas encore dit ce qu'elle est devenue.") % day


def on_compte(compte: Deposited, asked: Asked) -> str:
    """What is known of a letter that was deposited (art. R. 223-3-1, III)."""
    days = {"day": asked.day(compte.deposited_on), "known": asked.long_day(compte.known_on)}
    if compte.read_on is None and compte.known_on > asked.today:
        return _("Déposée le %(day)s. Elle sera réputée connue le %(known)s, même si vous ne l'ouvrez pas.") % days
    if compte.read_on is None:
        return _("Déposée le %(day)s. Elle est réputée connue depuis le %(known)s.") % days
    if compte.read_on > compte.known_on:
        return _("Déposée le %(day)s, réputée connue le %(known)s, lue ensuite.") % days
    return _("Déposée le %(day)s, lue le %(known)s : elle est connue depuis ce jour-là.") % days
