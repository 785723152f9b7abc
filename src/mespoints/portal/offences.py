"""Offences named in plain words, and those that are known but not yet withdrawn."""

from typing import NamedTuple

from mespoints.law.acts import Dossier, Offence
from mespoints.law.explain import day_words, points_words
from mespoints.law.explain.labels import label_of
from mespoints.law.results import Pending, Statement
from mespoints.portal.wording import _


class Title(NamedTuple):
    """The name of an offence or of a movement. ``language`` is empty when it is that of the page."""

    text: str
    language: str


class PendingLine(NamedTuple):
    """An offence that moved nothing yet: what it is, and what would move the balance."""

    title: str
    title_language: str
    facts: str
    waits_for: str


def offences_of(dossier: Dossier) -> dict[str, Offence]:
    """The offences of a dossier by their id."""
    return {act.id: act for act in dossier.acts if isinstance(act, Offence)}


def title_of(offence: Offence, language: str) -> Title:
    """What happened: the words of the file, which are French, those of the barème, else a bare one."""
    label = label_of(offence, language)
    return Title(label or _("Infraction"), "fr" if label and label == offence.label else "")


def pending_lines(dossier: Dossier, statement: Statement, language: str) -> tuple[PendingLine, ...]:
    """What is known and not final."""
    offences = offences_of(dossier)
    return tuple(_pending_line(pending, offences[pending.act], language) for pending in statement.pending)


def _pending_line(pending: Pending, offence: Offence, language: str) -> PendingLine:
    committed = _("infraction commise le %(day)s") % {"day": day_words(offence.committed_on, language)}
    return PendingLine(
        *title_of(offence, language),
        f"{committed}, {offence.place}" if offence.place else committed,
        _waits_for(pending, points_words(abs(pending.points), language)),
    )


def _waits_for(pending: Pending, at_stake: str) -> str:
    if pending.waits_for == "decision":
        return _("%(points)s en moins le jour de la décision, qui n'est pas encore prise.") % {"points": at_stake}
    return _(
        "%(points)s en moins si elle devient définitive : paiement de l'amende, amende majorée ou condamnation."
    ) % {"points": at_stake}
