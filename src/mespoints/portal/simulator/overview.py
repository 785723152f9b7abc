"""The page of a simulation: the balance page of the history typed, that history, what may be added or supposed."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_noop

from mespoints.law.acts import Licence
from mespoints.law.days import Day
from mespoints.law.explain import day_words, long_day
from mespoints.law.statement import make_statement
from mespoints.portal.balance import BalancePage, balance_page
from mespoints.portal.simulator.choices import choice_words
from mespoints.portal.simulator.comparing import Comparison, compare_scenarios
from mespoints.portal.simulator.history import MOST_ACTS, History
from mespoints.portal.simulator.licence_forms import DayForm
from mespoints.portal.simulator.lines import Lines, lines_of
from mespoints.portal.simulator.state import State
from mespoints.portal.simulator.supposing import Button, supposable
from mespoints.portal.simulator.words import KINDS
from mespoints.portal.wording import _

FIRST_KINDS = ("offence", "stage")
"""What most histories are made of: offered at once, the others in a fold."""


class Kinds(NamedTuple):
    """The buttons that add an act."""

    first: tuple[Button, ...]
    others: tuple[Button, ...]


class Overview(NamedTuple):
    """Everything on the page, beside the hidden fields."""

    page: BalancePage
    other_day: str
    strict: str
    licence: str
    lines: Lines
    kinds: Kinds
    is_full: bool
    day_form: DayForm
    supposable: tuple[Button, ...]
    comparison: Comparison


def overview_of(state: State, history: History, today: Day, language: str) -> Overview:
    """The page of a history on the day asked. Raises StatementRefused when the licence held no points then."""
    on = today if state.on is None else state.on
    statement = make_statement(history.dossier, on, state.reading)
    page = balance_page(history.dossier, statement, date.fromordinal(on), language)
    return Overview(
        page=page._replace(answer=page.answer._replace(when=_when(on, language), fresh=""), has_agenda=False),
        other_day=_other_day(on, today, language),
        strict=_("Tout l'historique est compté comme s'il était su d'avance.") if state.reading == "strict" else "",
        licence=licence_words(history.dossier.licence, language),
        lines=lines_of(history, language),
        kinds=kinds_offered(),
        is_full=len(history.acts) >= MOST_ACTS,
        day_form=DayForm({"on": on, "reading": state.reading}),
        supposable=supposable(history, statement),
        comparison=compare_scenarios(state, history, on, language),
    )


def kinds_offered() -> Kinds:
    """Every kind of act that has words, those that most histories are made of apart."""
    buttons = {kind: Button(kind, _(words.button)) for kind, words in KINDS.items()}
    others = tuple(button for kind, button in buttons.items() if kind not in FIRST_KINDS)
    return Kinds(tuple(buttons[kind] for kind in FIRST_KINDS), others)


PROBATIONS = {
    "ordinary": gettext_noop("période probatoire de trois ans"),
    "aac": gettext_noop("période probatoire de deux ans"),
    "none": gettext_noop("sans période probatoire"),
}


def licence_words(licence: Licence, language: str) -> str:
    """The licence in one line."""
    obtained = _("Permis étranger, en France depuis le") if licence.foreign else _("Permis obtenu le")
    said = [f"{obtained} {day_words(licence.obtained_on, language)}", _(PROBATIONS[licence.probation])]
    if licence.territory != "metropole":
        said.append(choice_words("licence", "territory", licence.territory))
    return ", ".join(said)


def _when(on: Day, language: str) -> str:
    return _("Simulation de votre solde au %(day)s") % {"day": long_day(on, language)}


def _other_day(on: Day, today: Day, language: str) -> str:
    """Why « aujourd'hui » is another day on this page."""
    if on == today:
        return ""
    return _("Toute la page parle comme si l'on était le %(day)s.") % {"day": long_day(on, language)}
