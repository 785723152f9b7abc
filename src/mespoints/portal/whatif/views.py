"""The page « Et si... ? » of a signed-in driver: the scenarios travel in hidden fields, the file stays in the register.

Each answer shows the file: it writes its line in the journal like any other page, and changes nothing.
"""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, driver_required
from mespoints.law.days import Day
from mespoints.law.reading import read_dossier
from mespoints.law.statement import READINGS, make_statement
from mespoints.portal.file import licence_of, note
from mespoints.portal.simulator import attempts
from mespoints.portal.simulator.attempts import Asking, Tried
from mespoints.portal.simulator.comparing import compare_scenarios, scenarios_of
from mespoints.portal.simulator.history import History
from mespoints.portal.simulator.state import State, read_scenarios, written_scenarios
from mespoints.portal.simulator.suppose_forms import FindSupposedForm, Ground
from mespoints.portal.simulator.supposing import supposable
from mespoints.portal.simulator.trying import committed_words, title_of
from mespoints.register.files import dossier_document

BUTTONS: dict[str, Callable[[Asking], Tried]] = {
    "try": attempts.try_fact,
    "try-offence": attempts.try_offence,
    "keep": attempts.keep_fact,
    "keep-offence": attempts.keep_offence,
    "drop": attempts.drop,
}
WRONG = 400


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def what_if(request: Visit) -> HttpResponse:
    """What would become of the true balance: pay now, follow a stage on a day, one more offence, a recours won."""
    licence = licence_of(request)
    document = dossier_document(licence)
    history, on = History(document, read_dossier(document)), request.today.toordinal()
    tried = tried_by(request, history, on)
    note(request, licence, shown="what_if")
    if tried.form is not None:
        return form_page(request, tried)
    return comparison_page(request, tried, history, on)


def tried_by(request: Visit, history: History, on: Day) -> Tried:
    """What the button that was pressed does; a page that is only read has pressed none."""
    given = read_scenarios(request.POST.get("scenarios", ""))
    held = scenarios_of(State(scenarios=given), history, on)
    scenarios = tuple(given[place] for place in held)
    do, _colon, what = request.POST.get("do", "").partition(":")
    if do not in BUTTONS:
        return Tried(scenarios)
    ground = Ground(history, on, request.LANGUAGE_CODE, dict(enumerate(held.values())))
    return BUTTONS[do](Asking(ground, READINGS[0], scenarios, what, request.POST))


def comparison_page(request: Visit, tried: Tried, history: History, on: Day) -> HttpResponse:
    """The scenarios side by side, and what else can be tried."""
    language = request.LANGUAGE_CODE
    context = {
        "said": tried.said,
        "scenarios": written_scenarios(tried.scenarios),
        "comparison": compare_scenarios(State(scenarios=tried.scenarios), history, on, language),
        "supposable": supposable(history, make_statement(history.dossier, on)),
    }
    return render(request, "portal/whatif/page.html", context)


def form_page(request: Visit, tried: Tried) -> HttpResponse:
    """The form of one fact, or that which finds an offence."""
    form = tried.form
    assert form is not None
    is_wrong, is_search = bool(form.is_bound and form.errors), isinstance(form, FindSupposedForm)
    do = "try-offence" if is_search else "keep-offence" if tried.searched else f"keep:{getattr(form, 'kind', '')}"
    context = {
        "scenarios": written_scenarios(tried.scenarios),
        "form": form,
        "is_wrong": is_wrong,
        "title": title_of(form),
        "searched": tried.searched,
        "committed": committed_words(form, tried.searched, request.LANGUAGE_CODE),
        "do": do,
        "is_search": is_search,
    }
    return render(request, "portal/whatif/form.html", context, status=WRONG if is_wrong else 200)
