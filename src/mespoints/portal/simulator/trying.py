"""« Et si... ? »: the form of a fact to suppose, and the scenarios that it makes."""

from django.http import HttpResponse

from mespoints.law.explain import day_words
from mespoints.law.statement import make_statement
from mespoints.portal.simulator.comparing import scenarios_of
from mespoints.portal.simulator.history import History
from mespoints.portal.simulator.state import MOST_SCENARIOS
from mespoints.portal.simulator.suppose_forms import FindSupposedForm, Ground, SupposeForm, SupposeOffenceForm
from mespoints.portal.simulator.supposing import WORDS, offences_for
from mespoints.portal.simulator.turn import Turn, answer, place_in, show
from mespoints.portal.wording import _, labelled


def try_fact(turn: Turn, history: History) -> HttpResponse:
    """The form of a kind of fact."""
    if turn.what not in WORDS:
        return show(turn)
    if turn.what == "offence":
        return _find_page(turn, FindSupposedForm(_ground(turn, history)))
    return _fact_page(turn, _form(turn, history, is_posted=False))


def try_offence(turn: Turn, history: History) -> HttpResponse:
    """Which offence one would commit, among those of the barème that hold the words."""
    searched = FindSupposedForm(_ground(turn, history), turn.posted)
    if not searched.is_valid():
        return _find_page(turn, searched)
    return _fact_page(turn, SupposeOffenceForm(searched), searched)


def keep_fact(turn: Turn, history: History) -> HttpResponse:
    """Compare what comes with the fact of the form."""
    if turn.what not in WORDS or turn.what == "offence":
        return show(turn)
    form = _form(turn, history, is_posted=True)
    return _kept(turn, form) or _fact_page(turn, form)


def keep_offence(turn: Turn, history: History) -> HttpResponse:
    """Compare what comes with the offence of the form."""
    searched = FindSupposedForm(_ground(turn, history), turn.posted)
    if not searched.is_valid():
        return _find_page(turn, searched)
    form = SupposeOffenceForm(searched, turn.posted)
    return _kept(turn, form) or _fact_page(turn, form, searched)


def drop(turn: Turn, _history: History) -> HttpResponse:
    """Take a scenario out of the comparison."""
    scenarios = turn.state.scenarios
    place = place_in(turn.what, len(scenarios))
    kept = tuple(text for at, text in enumerate(scenarios) if at != place)
    return show(turn._replace(state=turn.state._replace(scenarios=kept)), _("Le scénario est retiré."))


def _ground(turn: Turn, history: History) -> Ground:
    return Ground(history, turn.on, turn.language, scenarios_of(turn.state, history, turn.on))


def _form(turn: Turn, history: History, *, is_posted: bool) -> SupposeForm:
    """The form of the kind of fact that the button names."""
    statement = make_statement(history.dossier, turn.on, turn.state.reading)
    offences = offences_for(turn.what, history, statement, turn.language)
    return SupposeForm(turn.what, _ground(turn, history), offences, turn.posted if is_posted else None)


def _kept(turn: Turn, form: SupposeForm) -> HttpResponse | None:
    """The simulation with one more scenario, or one changed; None when something is wrong in the form."""
    found = form.scenario() if form.is_valid() else None
    if found is None:
        return None
    place, text = found
    scenarios = list(turn.state.scenarios)
    if place is None:
        scenarios = [*scenarios, text][-MOST_SCENARIOS:]
    else:
        scenarios[place] = text
    return show(turn._replace(state=turn.state._replace(scenarios=tuple(scenarios))), _("Le scénario est comparé."))


def _find_page(turn: Turn, form: FindSupposedForm) -> HttpResponse:
    return answer(turn, "find_supposed", "try:offence", form)


def _fact_page(turn: Turn, form: SupposeForm, searched: FindSupposedForm | None = None) -> HttpResponse:
    title, committed = _(WORDS[form.kind].button), ""
    if searched is not None:
        on = day_words(searched.cleaned_data["committed_on"], turn.language)
        committed = labelled(_(WORDS[form.kind].day), on)
    return answer(turn, "suppose", f"try:{form.kind}", form, title=title, committed=committed, searched=searched)
