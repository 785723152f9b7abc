"""Entering a history: the licence, a file kept from a former visit, the day to look at; and giving it back."""

from django.http import HttpResponse

from mespoints.law.days import Day
from mespoints.law.reading import DossierRefused
from mespoints.portal.simulator.history import HistoryRefused, read_document, read_text, with_licence
from mespoints.portal.simulator.licence_forms import DayForm, LicenceForm, LoadForm
from mespoints.portal.simulator.state import written
from mespoints.portal.simulator.turn import Turn, answer, show, start, with_history
from mespoints.portal.simulator.words import words_of
from mespoints.portal.wording import _

FILE_NAME = "mes-points.json"


def licence(turn: Turn) -> HttpResponse:
    """The form of the licence, filled in when there is one."""
    return start(turn)


def set_licence(turn: Turn) -> HttpResponse:
    """Keep the licence that was typed."""
    form = LicenceForm(turn.today, turn.state.history, turn.posted)
    if not form.is_valid():
        return start(turn, form)
    try:
        history = read_document(with_licence(turn.state.history, form.licence()))
    except DossierRefused as refusal:
        for error in refusal.errors:
            form.add_error(error.key if error.key in form.fields else None, _(words_of("licence", error.key).refused))
        return start(turn, form)
    return show(with_history(turn, history), _("Le permis est noté."))


def load(turn: Turn) -> HttpResponse:
    """Read a file, or its text, in the place of the history."""
    form = LoadForm(turn.posted, turn.request.FILES, prefix="load")
    form.is_valid()
    raw = form.raw() if not form.errors else b""
    try:
        if not raw.strip():
            raise HistoryRefused(_("Choisissez un fichier, ou collez son texte."))
        history = read_text(raw)
    except HistoryRefused as refusal:
        return start(turn, load=form, refusal=refusal)
    state = turn.state._replace(history=history, scenarios=())
    return show(turn._replace(state=state), _("L'historique est chargé."))


def look(turn: Turn) -> HttpResponse:
    """Look at another day, or count otherwise what was learned later."""
    form = DayForm({"on": turn.on, "reading": turn.state.reading}, turn.posted)
    if not form.is_valid():
        return answer(turn, "day", "show", form)
    on: Day | None = form.cleaned_data["on"]
    state = turn.state._replace(on=None if on == turn.today else on, reading=form.cleaned_data["reading"])
    return show(turn._replace(state=state))


def give_back(turn: Turn) -> HttpResponse:
    """The history as a file, which the person alone keeps."""
    history = turn.state.history
    if history is None:
        return start(turn)
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(written(history, indent=2), content_type="application/json; charset=utf-8", headers=headers)
