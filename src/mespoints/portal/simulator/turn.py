"""One turn of the simulator: what was posted, the state that came with it, and the answers that several turns share."""

from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from mespoints.law.capital import opens_on
from mespoints.law.days import Day
from mespoints.law.explain import day_words
from mespoints.law.statement import StatementRefused
from mespoints.portal.simulator.comparing import scenarios_of
from mespoints.portal.simulator.days import as_typed
from mespoints.portal.simulator.history import History, HistoryRefused
from mespoints.portal.simulator.licence_forms import DayForm, LicenceForm, LoadForm
from mespoints.portal.simulator.overview import overview_of
from mespoints.portal.simulator.state import State
from mespoints.portal.wording import _

WRONG = 400


class Turn(NamedTuple):
    """``what``: what the button that was pressed names, a kind of act or a place in a list."""

    request: HttpRequest
    state: State
    what: str

    @property
    def posted(self) -> QueryDict:
        """What the forms of the page hold."""
        return self.request.POST

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.request.LANGUAGE_CODE

    @property
    def today(self) -> Day:
        """The day of the request."""
        day: Day = self.request.today.toordinal()  # type: ignore[attr-defined]
        return day

    @property
    def on(self) -> Day:
        """The day of the page."""
        return self.today if self.state.on is None else self.state.on


def place_in(text: str, count: int) -> int | None:
    """The place that a text names in a list of so many, None when it names none."""
    is_place = text.isascii() and text.isdigit() and len(text) <= len(str(count))
    return int(text) if is_place and int(text) < count else None


def with_history(turn: Turn, history: History) -> Turn:
    """The same turn, with another history."""
    return turn._replace(state=turn.state._replace(history=history))


def answer(turn: Turn, template: str, again: str, form: forms.Form | None = None, **more: Any) -> HttpResponse:
    """A page of the simulator. ``again``: what opens it anew, for who changes its language."""
    is_wrong = form is not None and form.is_bound and bool(form.errors)
    context = {"hidden": turn.state.hidden(), "again": again, "form": form, "is_wrong": is_wrong, **more}
    return render(turn.request, f"portal/simulator/{template}.html", context, status=WRONG if is_wrong else 200)


def show(turn: Turn, said: str = "") -> HttpResponse:
    """The simulation of the state, or the first page as long as there is no licence. ``said``: what was just done."""
    history = turn.state.history
    if history is None:
        return start(turn)
    holding = tuple(turn.state.scenarios[place] for place in scenarios_of(turn.state, history, turn.on))
    dropped = len(turn.state.scenarios) - len(holding)
    turn = turn._replace(state=turn.state._replace(scenarios=holding))
    try:
        overview = overview_of(turn.state, history, turn.today, turn.language)
    except StatementRefused:
        return too_early(turn, history)
    more: dict[str, Any] = {"page": overview.page, "said": said, "dropped": dropped, "lag": None}
    return answer(turn, "overview", "show", overview=overview, **more)


def start(
    turn: Turn, form: LicenceForm | None = None, load: LoadForm | None = None, refusal: HistoryRefused | None = None
) -> HttpResponse:
    """The first page: the licence, or a history kept from a former visit. ``refusal``: why it cannot be read."""
    licence = form or LicenceForm(turn.today, turn.state.history)
    files = {"load": load or LoadForm(prefix="load"), "refusal": refusal}
    response = answer(turn, "start", "licence", licence, has_history=turn.state.history is not None, **files)
    response.status_code = WRONG if refusal else response.status_code
    return response


def too_early(turn: Turn, history: History) -> HttpResponse:
    """The day asked, when the licence held no points yet."""
    licence = history.dossier.licence
    opening = day_words(opens_on(licence.obtained_on, licence.foreign), turn.language)
    form = DayForm({}, {"day-on": as_typed(turn.on), "day-reading": turn.state.reading})
    form.add_error(
        "on",
        _("Choisissez un jour à partir du %(opening)s : avant, ce permis n'avait pas de points.")
        % {"opening": opening},
    )
    return answer(turn, "day", "show", form)
