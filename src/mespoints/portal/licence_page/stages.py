"""The stage that a 48N orders, and the fine that it takes the place of: what is left to do."""

from datetime import date

from django.utils.translation import gettext_noop

from mespoints.law.acts import Dossier, Lettre48N
from mespoints.law.explain import day_words, long_day
from mespoints.law.overdue import FULFILLED, MISSED, RUNNING, stage_duty
from mespoints.portal.wording import _

SENTENCES = {
    RUNNING: gettext_noop(
        "La lettre 48N notifiée le %(notified)s vous oblige à suivre un stage au plus tard le %(last)s. Suivi à "
        "temps, il remplace l'amende : si vous l'avez payée, demandez qu'elle vous soit remboursée."
    ),
    FULFILLED: gettext_noop(
        "Le stage que demandait la lettre 48N notifiée le %(notified)s est fait depuis le %(ended)s. Il remplace "
        "l'amende : si vous l'avez payée, demandez son remboursement avec l'attestation de stage."
    ),
    MISSED: gettext_noop(
        "Le stage que demandait la lettre 48N notifiée le %(notified)s devait être suivi au plus tard le %(last)s. "
        "Ne pas l'avoir suivi est puni d'une amende et peut suspendre le permis."
    ),
}
"""By what has become of the duty; the others have nothing left to say."""


def stage_lines(dossier: Dossier, on: date, language: str) -> tuple[str, ...]:
    """One sentence for each 48N whose stage is due, was followed in time, or was not."""
    day = on.toordinal()
    letters = [act for act in dossier.acts if isinstance(act, Lettre48N) and act.notified_on <= day]
    return tuple(filter(None, (_line(dossier, letter, day, language) for letter in letters)))


def _line(dossier: Dossier, letter: Lettre48N, day: int, language: str) -> str:
    standing = stage_duty(dossier, letter, day)
    if standing.word not in SENTENCES:
        return ""
    return _(SENTENCES[standing.word]) % {
        "notified": day_words(letter.notified_on, language),
        "last": long_day(standing.last_on, language),
        "ended": day_words(standing.stage.ended_on, language) if standing.stage else "",
    }
