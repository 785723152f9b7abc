"""The first page of the desk: what this agent may do, and what waits for them."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mespoints.desk.guarding import EVERYONE, for_agents
from mespoints.desk.navigation import READERS
from mespoints.desk.queue.page import queue_rows
from mespoints.desk.recording.entries import waiting as waiting_entries
from mespoints.identity.agent_session import AgentVisit
from mespoints.identity.models import Agent
from mespoints.identity.reviews import waiting as waiting_reviews
from mespoints.requests.departures import not_left


@for_agents(*EVERYONE)
@require_safe
def home(request: AgentVisit) -> HttpResponse:
    """Where an agent arrives."""
    waits = what_waits(request.agent, request.today) if request.agent.role in READERS else []
    return render(request, "desk/home.html", {"waits": waits, "is_reader": request.agent.role in READERS})


def what_waits(agent: Agent, on: date) -> list[tuple[str, str]]:
    """What is to be done in the département of an agent: the address of its page, and how much of it there is."""
    rows, departement = queue_rows(agent.departement, on), agent.departement
    late = sum(row.days_left < 0 for row in rows)
    mine = sum(row.held_by == agent.public_name for row in rows)
    more = [f"{late} hors délai"] * bool(late) + [f"{mine} que vous tenez"] * bool(mine)
    told: tuple[tuple[str, int, str, str, list[str]], ...] = (
        ("desk:queue", len(rows), "demande ou réclamation en cours", "demandes ou réclamations en cours", more),
        ("desk:queue", not_left(departement).count(), "réponse à faire partir", "réponses à faire partir", []),
        (
            "desk:entries",
            waiting_entries(departement).count(),
            "saisie attend une décision",
            "saisies attendent une décision",
            [],
        ),
        (
            "desk:reviews",
            waiting_reviews(departement).count(),
            "identité attend une vérification",
            "identités attendent une vérification",
            [],
        ),
    )
    return [
        (route, f"{count} {one if count == 1 else many}{', dont ' if notes else ''}{' et '.join(notes)}")
        for route, count, one, many, notes in told
        if count
    ]
