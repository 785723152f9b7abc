"""The balance page as values: everything that it says, in the order in which it says it. Templates hold no logic."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.utils.safestring import SafeString

from mespoints.law.acts import Dossier
from mespoints.law.days import iso
from mespoints.law.explain import (
    day_words,
    long_day,
    must_follow_one,
    pending_threat,
    points_words,
    stage_advice,
    status_words,
)
from mespoints.law.explain.afterwards import because_way_back, remedies_told
from mespoints.law.explain.duties import suspended_until
from mespoints.law.explain.missing import fates_of
from mespoints.law.explain.movements import has_foreign_licence
from mespoints.law.explain.returning import tell
from mespoints.law.explain.standing import live_again
from mespoints.law.results import Statement
from mespoints.letters.whereabouts import LetterKey, Whereabouts
from mespoints.portal.coming import LOST, Coming, coming_of
from mespoints.portal.duties import Card, cards
from mespoints.portal.history import StepRow, movement_list, step_rows
from mespoints.portal.missing import MissingSection, missing_section
from mespoints.portal.movements import Behind, movement_lines
from mespoints.portal.offences import PendingLine, pending_lines
from mespoints.portal.picture import Step, draw, steps_of
from mespoints.portal.wording import _

FULL = 12
NO_LETTERS: Mapping[LetterKey, Whereabouts] = {}


class Answer(NamedTuple):
    """The first thing that is read. ``marks``: twelve of "held", "lost" and, above the ceiling, "closed".

    ``notes``: what the status does not say, if anything: whether one may drive, until when probation runs.
    ``threat``: what is pending may take every point left.
    """

    when: str
    figure: str
    unit: str
    marks: tuple[str, ...]
    status: str
    is_warning: bool
    notes: tuple[str, ...]
    threat: str
    fresh: str


class Picture(NamedTuple):
    """The step picture and the rows of its twin table."""

    svg: SafeString
    rows: SafeString


class BalancePage(NamedTuple):
    """Everything on the page."""

    answer: Answer
    cards: tuple[Card, ...]
    coming: Coming
    missing: MissingSection | None
    picture: Picture
    stage: str
    movements: SafeString
    pending: tuple[PendingLine, ...]
    remedies: tuple[str, ...]
    way_back: str
    has_agenda: bool


def balance_page(
    dossier: Dossier,
    statement: Statement,
    known_up_to: date,
    language: str,
    letters: Mapping[LetterKey, Whereabouts] = NO_LETTERS,
    *,
    is_abroad: bool = False,
) -> BalancePage:
    """The page of one licence on the day of its statement; ``letters``: where those are that it was owed.

    ``is_abroad``: the declared address is out of France.
    """
    standing = live_again(dossier, statement)
    fates = fates_of(standing, language)
    returns = {offence: tell(fate, language) for offence, fate in fates.items()}
    behind = Behind(dossier, returns, letters, date.fromordinal(statement.on), language)
    return BalancePage(
        answer=_answer(dossier, statement, known_up_to, language),
        cards=cards(dossier, statement, language),
        coming=coming_of(dossier, statement, language),
        missing=missing_section(standing, fates, language),
        picture=_picture(statement, language),
        stage=_stage(statement, language),
        movements=movement_list(movement_lines(statement, behind)),
        pending=pending_lines(dossier, statement, language),
        remedies=remedies_told(statement, dossier, language, is_abroad=is_abroad),
        way_back="" if statement.way_back is None else because_way_back(statement.way_back, language),
        has_agenda=bool(statement.next or statement.deadlines),
    )


def _answer(dossier: Dossier, statement: Statement, known_up_to: date, language: str) -> Answer:
    figure, _space, word = points_words(statement.balance, language).partition(" ")
    return Answer(
        when=_("Votre solde au %(day)s") % {"day": long_day(statement.on, language)},
        figure=figure,
        unit=_("%(points)s sur %(ceiling)d") % {"points": word, "ceiling": statement.ceiling},
        marks=_marks(statement),
        status=status_words(statement, dossier, language),
        is_warning=statement.status != "valid",
        notes=_notes(dossier, statement, language),
        threat=pending_threat(statement, language),
        fresh=_("Faits enregistrés jusqu'au %(day)s. Une infraction récente peut ne pas encore y figurer.")
        % {"day": day_words(known_up_to.toordinal(), language)},
    )


def _marks(statement: Statement) -> tuple[str, ...]:
    held, lost = statement.balance, statement.ceiling - statement.balance
    return ("held",) * held + ("lost",) * lost + ("closed",) * (FULL - held - lost)


def _notes(dossier: Dossier, statement: Statement, language: str) -> tuple[str, ...]:
    """Whether one may drive, when the status is not enough to tell; then the probation."""
    return tuple(note for note in (_right_to_drive(dossier, statement), _probation(statement, language)) if note)


def _right_to_drive(dossier: Dossier, statement: Statement) -> str:
    if statement.status in LOST:
        return _("Vous n'avez plus le droit de conduire.")
    if suspended_until(dossier, statement.on) is not None:
        return _("Vous ne devez pas conduire pendant cette suspension.")
    if statement.status != "zero":
        return ""
    if has_foreign_licence(statement):
        return _("Vous pouvez conduire en France tant que l'interdiction ne vous est pas notifiée.")
    valid = _("Votre permis reste valable tant que cette lettre ne vous est pas notifiée.")
    if not statement.stage.gain:
        return valid
    return valid + " " + _("Un stage terminé avant peut éviter l'invalidation : voyez plus bas.")


def _probation(statement: Statement, language: str) -> str:
    if statement.status in LOST or statement.probation_ends_on is None:
        return ""
    end = {"day": day_words(statement.probation_ends_on, language), "ceiling": statement.ceiling}
    if statement.ceiling == FULL:
        return _("Période probatoire jusqu'au %(day)s.") % end
    return _("Période probatoire jusqu'au %(day)s ; votre plafond est aujourd'hui de %(ceiling)d points.") % end


def _stage(statement: Statement, language: str) -> str:
    """Whether a stage is worth it; a duty comes before any advice."""
    advice = stage_advice(statement, language)
    if must_follow_one(statement):
        return f"{_('Un stage est obligatoire pour vous, quel que soit son gain.')} {advice}"
    return advice


def _picture(statement: Statement, language: str) -> Picture:
    steps = steps_of(statement)
    rows = tuple(_step_row(step, language) for step in steps)
    title = _("Votre solde dans le temps")
    description = " ; ".join(f"{row.day} : {row.balance}" for row in rows)
    return Picture(draw(statement, steps, title, description), step_rows(rows))


def _step_row(step: Step, language: str) -> StepRow:
    kind = _("à venir") if step.is_coming else _("enregistré")
    return StepRow(iso(step.on), day_words(step.on, language), str(step.balance), kind)
