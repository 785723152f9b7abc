"""The operator's pages: the standing of the service, the files of the feeds, the lines that were refused."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mespoints.desk.guarding import Role, for_agents
from mespoints.desk.operating.figures import TABLES
from mespoints.desk.operating.open_figures import WAITING
from mespoints.desk.operating.standing import standing
from mespoints.identity.agent_session import AgentVisit
from mespoints.intake.fates import lines_of
from mespoints.intake.models import FeedFile, FeedLine
from mespoints.intake.taking import NOT_TAKEN, replay
from mespoints.letters.models import DutyList
from mespoints.register.models import NightlyRun

OPERATORS = (Role.EXPLOITATION, Role.AUDIT)
"""Who sees how the service stands; the first alone may try lines again."""
A_PAGE = 50
REPLAYED_AT_MOST = 500
"""Lines tried again while somebody waits for the page; more are for ``mespoints replay``."""
NIGHTS_SHOWN = 14
LISTS_SHOWN = 8


@for_agents(*OPERATORS)
@require_safe
def service(request: AgentVisit) -> HttpResponse:
    """How the service stands today."""
    context = {
        "standing": standing(request.today),
        "nights": NightlyRun.objects.order_by("-pk")[:NIGHTS_SHOWN],
        "lists": DutyList.objects.order_by("-pk")[:LISTS_SHOWN],
        "tables": [(name, table.meaning) for name, table in TABLES.items()],
        "waiting": WAITING,
    }
    return render(request, "desk/operating/service.html", context)


@for_agents(*OPERATORS)
@require_safe
def feeds(request: AgentVisit) -> HttpResponse:
    """The files of the feeds, the latest first."""
    page = Paginator(FeedFile.objects.order_by("-pk"), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/operating/feeds.html", {"page": page})


@for_agents(*OPERATORS)
@require_safe
def feed(request: AgentVisit, number: int) -> HttpResponse:
    """The lines of a file that were refused or wait, with their reasons; whose they are is not shown."""
    file = get_object_or_404(FeedFile, pk=number)
    lines = lines_of(file).filter(fate__in=NOT_TAKEN).defer("raw", "neph")
    context = {
        "file": file,
        "page": Paginator(lines, A_PAGE).get_page(request.GET.get("page")),
        "may_replay": request.agent.role == Role.EXPLOITATION,
        "at_most": REPLAYED_AT_MOST,
    }
    return render(request, "desk/operating/feed.html", context)


@for_agents(Role.EXPLOITATION)
@require_POST
def replay_feed(request: AgentVisit, number: int) -> HttpResponse:
    """Try again the lines of a file that were refused or wait, the first ones when there are many."""
    file = get_object_or_404(FeedFile, pk=number)
    pks = FeedLine.objects.filter(file=file, fate__in=NOT_TAKEN).order_by("pk").values_list("pk", flat=True)
    for _fates in replay(list(pks[:REPLAYED_AT_MOST]), request.today):
        pass
    return redirect("desk:feed", file.pk)
