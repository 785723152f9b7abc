"""Each letter of a driver as the page shows it: where it is, until when it can be challenged, what happened to it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext_noop

from mespoints.law.acts import Dossier
from mespoints.law.explain.afterwards import because_remedy, told_with_abroad, until_abroad
from mespoints.law.remedies import court_last_day_abroad
from mespoints.law.results import Remedy
from mespoints.letters.countries import is_abroad
from mespoints.letters.production import is_registered
from mespoints.letters.steps import DEPOSITED, READ, RETRAIT
from mespoints.letters.timeline import Happened, LetterLife, OnCompte
from mespoints.letters.whereabouts import whereabouts_in
from mespoints.portal.letters import words
from mespoints.portal.letters.state import Asked, notified_before, state_words
from mespoints.portal.movements import change_words
from mespoints.portal.wording import _

TWO_MONTHS_MORE = gettext_noop(
    "Si vous demeurez à l'étranger, vous avez deux mois de plus pour saisir le tribunal "
    "(code de justice administrative, art. R. 421-7)."
)


class StepLine(NamedTuple):
    """One step. ``detail``: what proves it, or where the letter went; may be empty."""

    iso: str
    day: str
    words: str
    detail: str


class PdfLink(NamedTuple):
    """A letter to open. ``slug``: its place among those of this driver, the first one sent being « lettre-1 »."""

    slug: str
    words: str
    is_unread: bool


class LetterCard(NamedTuple):
    """``about``: the movement that it tells. ``state``: where it is; ``appeal``: until when it can be challenged."""

    title: str
    about: str
    state: str
    is_unread: bool
    appeal: str
    links: tuple[PdfLink, ...]
    steps: tuple[StepLine, ...]


class Reader(NamedTuple):
    """For whom cards are made: the dossier and its day, the places of the letters that can be shown, the language.

    ``remedies``: how long the notified letters can be challenged. ``is_abroad``: the declared address is out of France.
    """

    dossier: Dossier
    today: date
    places: Mapping[str, int]
    language: str
    remedies: tuple[Remedy, ...] = ()
    is_abroad: bool = False

    @property
    def asked(self) -> Asked:
        """What the words of a state are asked with."""
        return Asked(self.dossier, self.today, self.language)

    def day(self, on: date) -> str:
        """« 3 mars 2027 »."""
        return self.asked.day(on)

    def long_day(self, on: date) -> str:
        """« mercredi 3 mars 2027 »."""
        return self.asked.long_day(on)


def letter_cards(lives: Sequence[LetterLife], reader: Reader) -> tuple[LetterCard, ...]:
    """Every letter, in the order given."""
    return tuple(card(life, reader) for life in lives)


def card(life: LetterLife, reader: Reader) -> LetterCard:
    """One letter."""
    is_unread = life.compte is not None and life.compte.read_on is None
    return LetterCard(
        title=_(words.TITLES[life.letter]),
        about=_("%(change)s, le %(day)s")
        % {"change": change_words(life.points, reader.language), "day": reader.day(life.moved_on)},
        state=state_words(whereabouts_in(life), life.letter, life.moved_on, reader.asked),
        is_unread=is_unread,
        appeal=appeal_of(life, reader),
        links=links_of(life, reader, is_unread=is_unread),
        steps=tuple(step_line(step, life, reader) for step in life.steps),
    )


def appeal_of(life: LetterLife, reader: Reader) -> str:
    """Until when a letter can be challenged before the court; empty when it was never sent or is of no effect."""
    if life.compte is not None:
        return appeal_on_compte(life.compte, reader, is_abroad=may_live_abroad(life, reader))
    if not life.attempts:
        return appeal_against_former(life, reader)
    if life.is_taken_back:
        return ""
    if life.remedy is not None:
        return remedy_words(life.remedy, reader, is_abroad=may_live_abroad(life, reader))
    if life.notified_on is not None:
        return ""
    more = f" {_(TWO_MONTHS_MORE)}" if may_live_abroad(life, reader) else ""
    if is_registered(life.attempts[-1].franking):
        return _("Vous aurez deux mois pour la contester, à partir du jour où elle vous sera notifiée.") + more
    return _("Vous avez deux mois pour la contester, à partir du jour où vous l'avez reçue.") + more


def may_live_abroad(life: LetterLife, reader: Reader) -> bool:
    """Whether an address abroad is declared, or was where the letter went: all that is known of where they live."""
    return reader.is_abroad or any(is_abroad(attempt.address) for attempt in life.attempts)


def remedy_words(remedy: Remedy, reader: Reader, *, is_abroad: bool) -> str:
    """Until when it can be challenged, and from abroad."""
    if is_abroad:
        return told_with_abroad(remedy, reader.dossier, reader.today.toordinal(), reader.language)
    return because_remedy(remedy, reader.dossier, reader.language)


def appeal_against_former(life: LetterLife, reader: Reader) -> str:
    """Until when a letter that another system notified can be challenged; empty when none was."""
    act = notified_before(life.letter, life.moved_on, reader.dossier)
    remedy = next((one for one in reader.remedies if act is not None and one.letter == act.id), None)
    return "" if remedy is None else remedy_words(remedy, reader, is_abroad=reader.is_abroad)


def appeal_on_compte(compte: OnCompte, reader: Reader, *, is_abroad: bool) -> str:
    """The last day to go to court, which a reading may bring forward; then that of whoever lives abroad."""
    last_abroad = court_last_day_abroad(compte.known_on.toordinal())
    more = until_abroad(last_abroad, reader.language) if is_abroad and last_abroad >= reader.today.toordinal() else ""
    return f"{court_words(compte, reader)} {more}".strip()


def court_words(compte: OnCompte, reader: Reader) -> str:
    """The last day to go to court, ordinarily."""
    day = {"day": reader.long_day(compte.last_on)}
    if compte.last_on < reader.today:
        return _("Le délai pour saisir le tribunal a pris fin le %(day)s.") % day
    if compte.read_on is None and compte.known_on > reader.today:
        return _("Dernier jour pour saisir le tribunal : le %(day)s, ou plus tôt si vous l'ouvrez avant.") % day
    return _("Dernier jour pour saisir le tribunal : le %(day)s.") % day


def links_of(life: LetterLife, reader: Reader, *, is_unread: bool) -> tuple[PdfLink, ...]:
    """The last sending of the letter, and of the one that took it back, when they can be shown."""
    last = {attempt.kind == RETRAIT: attempt for attempt in life.attempts}
    return tuple(
        PdfLink(
            f"lettre-{reader.places[attempt.reference]}",
            _("La lettre qui la retire (PDF)") if is_retrait else _("Lire la lettre (PDF)"),
            is_unread,
        )
        for is_retrait, attempt in sorted(last.items())
        if attempt.reference in reader.places
    )


def step_line(step: Happened, life: LetterLife, reader: Reader) -> StepLine:
    """One step, with its proof."""
    said = _(words.HAPPENED[step.kind])
    return StepLine(step.on.isoformat(), reader.day(step.on), said, detail_of(step, life))


def detail_of(step: Happened, life: LetterLife) -> str:
    """The hour that was stamped, the number of the post, or the address."""
    if life.compte is not None and step.kind == DEPOSITED:
        return hour(life.compte.deposited_at, step.on)
    if life.compte is not None and life.compte.read_at is not None and step.kind == READ:
        return hour(life.compte.read_at, step.on)
    if step.proof:
        return _("numéro de suivi %(number)s") % {"number": step.proof}
    attempt = next((one for one in life.attempts if one.reference == step.reference), None)
    if step.kind == "dispatched" and attempt is not None and attempt.source in words.SOURCES:
        where = _(words.SOURCES[attempt.source])
        return f"{where} ({', '.join(attempt.address)})" if attempt.address else where
    return ""


def hour(at: datetime, on: date) -> str:
    """« 14 h 05 », in Paris; nothing when the day of the service is another one, that a demonstration pretends."""
    local = timezone.localtime(at)
    if local.date() != on:
        return ""
    return _("%(hour)d h %(minute)02d") % {"hour": local.hour, "minute": local.minute}
