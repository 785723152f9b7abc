"""A new confidential code asked for at the desk, for the holder of an open file: posted to them, shown to nobody."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mespoints.desk.files.openings import Opening, note
from mespoints.desk.files.views import READERS, of_an_open_file
from mespoints.desk.guarding import for_agents
from mespoints.identity.agent_session import AgentVisit
from mespoints.letters.code_destination import DEATH, destination_of_licence
from mespoints.letters.code_requests import DESK, TooSoon, ask_for_code, first_day, last_letter, waiting_request
from mespoints.register.models import ConfidentialCode


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
@of_an_open_file
def new_code(request: AgentVisit, opening: Opening) -> HttpResponse:
    """How the code of the holder stands, and the form that asks for another one, as often as on line at most."""
    is_asking = request.method == "POST"
    note(request, opening, shown="agent_code_asked" if is_asking else "agent_code")
    if is_asking and ask(request, opening):
        return redirect("desk:file_code", opening.token)
    return render(request, "desk/files/code.html", told(request, opening), status=422 if is_asking else 200)


def ask(request: AgentVisit, opening: Opening) -> bool:
    """Write the request, in the agent's public name; False when it is too soon. A lost code closes all the same.

    Nobody asks for the dead.
    """
    if destination_of_licence(opening.licence, request.today).why == DEATH:
        return False
    by, is_lost = request.agent.public_name, "lost" in request.POST
    try:
        ask_for_code(opening.licence, means=DESK, on=request.today, by=by, is_lost=is_lost)
    except TooSoon:
        return False
    return True


def told(request: AgentVisit, opening: Opening) -> dict[str, object]:
    """What the page says: where the letter goes and what would keep it, what waits, the first day of another one."""
    destination = destination_of_licence(opening.licence, request.today)
    first = first_day(opening.licence, DESK)
    return {
        "opening": opening,
        "address": ", ".join(destination.declared.lines),
        "why": destination.why,
        "may_ask": destination.why != DEATH,
        "code": ConfidentialCode.objects.filter(licence=opening.licence).first(),
        "waiting": waiting_request(opening.licence),
        "last": last_letter(opening.licence),
        "first": first if first > request.today else None,
    }
