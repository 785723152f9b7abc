"""The address of the simulator. Everything comes by POST and goes back in the page: nothing is kept, nothing logged."""

from collections.abc import Callable

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from mespoints.law.statement import StatementRefused
from mespoints.portal.simulator import acts, entering, trying
from mespoints.portal.simulator.history import History, HistoryRefused
from mespoints.portal.simulator.licence_forms import LoadForm
from mespoints.portal.simulator.state import State, read_state
from mespoints.portal.simulator.turn import Turn, show, start, too_early
from mespoints.portal.wording import _

MOST_BYTES = 450_000
"""Of a whole request: less than what the server would put in a file while it receives it."""

ALWAYS: dict[str, Callable[[Turn], HttpResponse]] = {
    "show": show,
    "licence": entering.licence,
    "set-licence": entering.set_licence,
    "load": entering.load,
    "look": entering.look,
    "give-back": entering.give_back,
}
WITH_A_HISTORY: dict[str, Callable[[Turn, History], HttpResponse]] = {
    "new": acts.new,
    "edit": acts.edit,
    "find": acts.find_offence,
    "find-again": acts.find_again,
    "save-offence": acts.save_offence,
    "save": acts.save,
    "remove": acts.remove,
    "try": trying.try_fact,
    "try-offence": trying.try_offence,
    "keep": trying.keep_fact,
    "keep-offence": trying.keep_offence,
    "drop": trying.drop,
}
"""What each button does, by the word before its colon; what follows the colon says to what."""


@csrf_exempt  # ``_simulator`` checks the token, once it is known that nothing of the request goes to the disk
@require_http_methods(["GET", "HEAD", "POST"])
def simulator(request: HttpRequest) -> HttpResponse:
    """The simulator: a page before anything is typed, then one answer a button."""
    if _length(request) > MOST_BYTES:
        refusal = HistoryRefused(_("Ce fichier est trop grand pour être un historique."))
        response = start(Turn(request, State(), ""), refusal=refusal)
    else:
        request.upload_handlers = [MemoryFileUploadHandler(request)]
        response = _simulator(request)
    response.headers["Cache-Control"] = "no-store"
    return response


def _length(request: HttpRequest) -> int:
    """The number of bytes announced; nothing is read beyond it."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isascii() and announced.isdigit() else 0


@csrf_protect
def _simulator(request: HttpRequest) -> HttpResponse:
    """Answer in the language that the page asks for, which is then kept as everywhere else."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return _answer(request)
    with translation.override(chosen):
        request.LANGUAGE_CODE = chosen
        response = _answer(request)
    response.headers["Content-Language"] = chosen
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    """What the button that was pressed asks for; another address or a browser that pressed none sees the page."""
    try:
        state = read_state(request.POST)
    except HistoryRefused as refusal:
        load = LoadForm({"load-text": request.POST["dossier"]}, prefix="load")
        return start(Turn(request, State(), ""), load=load, refusal=refusal)
    do, _colon, what = request.POST.get("do", "show").partition(":")
    turn = Turn(request, state, what)
    if state.history is None or do not in WITH_A_HISTORY:
        return ALWAYS.get(do, show)(turn)
    try:
        return WITH_A_HISTORY[do](turn, state.history)
    except StatementRefused:
        return too_early(turn, state.history)
