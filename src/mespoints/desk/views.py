"""The first page of the desk: what this agent may do, and what waits for them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mespoints.desk.guarding import EVERYONE, for_agents
from mespoints.identity.agent_session import AgentVisit


@for_agents(*EVERYONE)
@require_safe
def home(request: AgentVisit) -> HttpResponse:
    """Where an agent arrives."""
    return render(request, "desk/home.html")
