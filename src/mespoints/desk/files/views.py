"""The views of a file. Each look writes its line in the journal of accesses, and changes nothing else."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from mespoints.desk.files.as_known import TwoDaysForm, as_known
from mespoints.desk.files.holder import corrections_of
from mespoints.desk.files.openings import Opening, note, open_file, opened
from mespoints.desk.files.page import act_rows, duty_lines, file_page, letter_rows
from mespoints.desk.files.search import SearchForm, found
from mespoints.desk.guarding import Role, for_agents
from mespoints.identity.agent_session import AgentVisit
from mespoints.letters.countries import is_abroad
from mespoints.register.files import known_up_to, payloads_of
from mespoints.register.holders import KINDS, told_by

READERS = (Role.INSTRUCTION, Role.VALIDATION)
"""Who may open a file."""

FileView = Callable[..., HttpResponseBase]


def of_an_open_file(view: FileView) -> FileView:
    """Give the view the file of its address, or ask for the reason again."""

    @wraps(view)
    def guarded(request: AgentVisit, token: str, **kwargs: object) -> HttpResponseBase:
        opening = opened(request, token)
        if opening is None:
            return redirect(f"{reverse('desk:search')}?ferme=1")
        return view(request, opening, **kwargs)

    return guarded


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: AgentVisit) -> HttpResponse:
    """Look for one file, with the reason. What was typed never stands in an address."""
    if request.method != "POST":
        form = SearchForm(initial={"birth_country": "99100"})
        return render(request, "desk/files/search.html", {"form": form, "closed": "ferme" in request.GET})
    form = SearchForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/files/search.html", {"form": form}, status=422)
    licences, is_certain = found(form)
    reason, article = form.cleaned_data["reason"], form.cleaned_data["article"]
    tokens = [open_file(request, licence, reason, article) for licence in licences]
    if is_certain and len(tokens) == 1:
        return redirect("desk:file", tokens[0])
    for licence, token in zip(licences, tokens, strict=True):
        note(request, Opening(token, licence, reason, article), shown="agent_identity")
    context = {"form": form, "searched": True, "found": list(zip(licences, tokens, strict=True))}
    return render(request, "desk/files/search.html", context)


@for_agents(*READERS)
@require_safe
@of_an_open_file
def file(request: AgentVisit, opening: Opening) -> HttpResponse:
    """The whole file on two days."""
    form = TwoDaysForm(request.GET, today=request.today)
    told = as_known(form, opening.licence)
    is_today = told.on == told.known_on == request.today
    payloads = payloads_of(opening.licence, KINDS, told.known_on)
    note(request, opening, shown="agent_file" if is_today else "agent_file_as_known")
    holder = told_by(opening.licence.holder, payloads)
    context = {
        "opening": opening,
        "holder": holder,
        "corrected": corrections_of(payloads),
        "page": file_page(told.dossier, told.statement, is_abroad=is_abroad(holder.address)),
        "acts": act_rows(opening.licence, told.known_on),
        "categories": opening.licence.categories.order_by("from_on", "category"),
        "told": told,
        "is_today": is_today,
        "fresh": known_up_to(opening.licence),
        "form": form,
    }
    return render(request, "desk/files/file.html", context)


@for_agents(*READERS)
@require_safe
@of_an_open_file
def letters(request: AgentVisit, opening: Opening) -> HttpResponse:
    """The letters of the file with their receipts, and who was told of its duties."""
    told = as_known(TwoDaysForm({}, today=request.today), opening.licence)
    note(request, opening, shown="agent_letters")
    context = {
        "opening": opening,
        "letters": letter_rows(opening.licence, told.statement),
        "duties": duty_lines(opening.licence),
    }
    return render(request, "desk/files/letters.html", context)
