"""The pages of recording: what to enter on an open file, what waits for a second person, what became of it."""

import json
from datetime import date
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mespoints.desk.files.openings import Opening, note, open_file
from mespoints.desk.files.page import signed
from mespoints.desk.files.views import READERS, of_an_open_file
from mespoints.desk.files.words import CIVIL_STATUS
from mespoints.desk.guarding import Role, for_agents
from mespoints.desk.models import Entry
from mespoints.desk.recording.entries import (
    DecisionRefused,
    EntryRefused,
    enter,
    last_day,
    refuse,
    validate,
    waiting,
    what_it_would_do,
    withdraw,
)
from mespoints.desk.recording.forms import CHOICES, DAYS, LABELS
from mespoints.desk.recording.identity import DEATH_TAKEN_BACK, changes_of, consequences_of, form_of
from mespoints.desk.recording.identity import follow as told_of_holder
from mespoints.desk.recording.kinds import BY_WORD, KINDS
from mespoints.identity.agent_session import AgentVisit
from mespoints.law.explain import day_words

ARTICLE = "R225-2"
SHOWN_AT_ONCE = 50


@for_agents(*READERS)
@require_safe
@of_an_open_file
def choose(request: AgentVisit, opening: Opening) -> HttpResponse:
    """What can be recorded on this file."""
    is_dead = opening.licence.holder.deceased_on is not None
    kinds = [kind for kind in KINDS if kind.word != DEATH_TAKEN_BACK or is_dead]
    return render(request, "desk/recording/choose.html", {"opening": opening, "kinds": kinds})


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
@of_an_open_file
def record(request: AgentVisit, opening: Opening, word: str) -> HttpResponse:
    """Enter one fact."""
    if word not in BY_WORD:
        raise Http404
    kind = BY_WORD[word]
    form = form_of(kind, opening.licence, request.POST if request.method == "POST" else None, request.today)
    if form.is_bound and form.is_valid():
        try:
            entry = enter(opening.licence, request.agent, form.typed(), request.today)
        except EntryRefused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            note(request, opening, shown="agent_entry")
            return redirect("desk:entry", entry.pk)
    context = {"opening": opening, "kind": kind, "form": form}
    return render(request, "desk/recording/record.html", context, status=422 if form.errors else 200)


@for_agents(*READERS)
@require_safe
def entries(request: AgentVisit) -> HttpResponse:
    """What waits in this département, then what was decided of late on this agent's own entries."""
    own = Entry.objects.filter(agent=request.agent).exclude(decision=None)
    rows = [(entry, BY_WORD[entry.kind], last_day(entry)) for entry in waiting(request.agent.departement)]
    context = {
        "rows": rows,
        "today": request.today,
        "decided": own.select_related("decision__taken", "decision__agent").order_by("-pk")[:SHOWN_AT_ONCE],
    }
    return render(request, "desk/recording/entries.html", context)


@for_agents(*READERS)
@require_safe
def entry(request: AgentVisit, number: int) -> HttpResponse:
    """One entry of the département: what was typed, what it would bring; or what became of it."""
    found = entry_of(request, number)
    decision = getattr(found, "decision", None)
    context = {"entry": found, "kind": BY_WORD[found.kind], "decision": decision, "last_on": last_day(found)}
    if decision is None:
        reason = f"saisie n° {found.pk} : {BY_WORD[found.kind].label}"
        token = open_file(request, found.licence, reason, ARTICLE)
        note(request, Opening(token, found.licence, reason, ARTICLE), shown="agent_entry")
        context |= {"token": token, **preview(found, request)}
    return render(request, "desk/recording/entry.html", context)


def preview(found: Entry, request: AgentVisit) -> dict[str, object]:
    """What the entry would bring today, movement by movement, and the form that decides."""
    tried = what_it_would_do(found, request.today)
    movements = [
        (day_words(_ordinal(row.on)), signed(row.points), row.balance, row.letter) for row in tried.movements
    ]  # fmt: skip
    is_own = found.agent_id == request.agent.pk
    return {
        "tried": tried,
        "movements": movements,
        "is_own": is_own,
        "may_decide": not is_own and request.agent.role == Role.VALIDATION,
        "typed": typed_words(found),
        "changes": changes_of(found),
        "consequences": consequences_of(found),
    }


@for_agents(*READERS)
@require_POST
def decide(request: AgentVisit, number: int) -> HttpResponse:
    """Validate, refuse with a reason, or take back one's own entry."""
    found = entry_of(request, number)
    try:
        match request.POST.get("decision"):
            case "validate":
                validate(found, request.agent, request.today, partial(told_of_holder, now=request.now))
            case "refuse":
                refuse(found, request.agent, request.POST.get("reason", ""), request.today)
            case "withdraw":
                withdraw(found, request.agent, request.today)
            case _:
                raise Http404
    except DecisionRefused as refusal:
        context = {"entry": found, "refusal": str(refusal)}
        return render(request, "desk/recording/not_decided.html", context, status=422)
    return redirect("desk:entry", found.pk)


def entry_of(request: AgentVisit, number: int) -> Entry:
    """An entry of the agent's own département; no other one exists for them."""
    entries = Entry.objects.select_related("agent", "licence__holder", "decision__taken", "decision__agent")
    return get_object_or_404(entries, pk=number, agent__departement=request.agent.departement)


def typed_words(found: Entry) -> list[tuple[str, str]]:
    """What was typed, label by label."""
    document: dict[str, object] = json.loads(found.line)
    return [
        (LABELS[key], value_words(key, value))
        for key, value in document.items()
        if key in LABELS and key not in CIVIL_STATUS
    ]


def value_words(key: str, value: object) -> str:
    """A value of the line as people read it."""
    if key in DAYS:
        return day_words(_ordinal(str(value)))
    if key in CHOICES:
        return dict(CHOICES[key]).get(str(value), str(value))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
