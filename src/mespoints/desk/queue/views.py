"""The queue of a préfecture and its requests. An agent sees those of their own département, and no other exists."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mespoints.desk.guarding import Role, for_agents
from mespoints.desk.queue.forms import ArrivalForm
from mespoints.desk.queue.page import MOST_ROWS, queue_rows, request_page
from mespoints.desk.queue.replies import names_of, replies_of, reply_of
from mespoints.identity.agent_session import AgentVisit
from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.matching import Agreement, candidates
from mespoints.records.issuer import signer
from mespoints.register.accesses import record_access
from mespoints.register.models import Licence
from mespoints.requests import handling
from mespoints.requests.attachments import INFECTED, UNSCANNED, FileRefused, judge
from mespoints.requests.departures import not_left
from mespoints.requests.media import EXTENSIONS
from mespoints.requests.models import Applicant, Attachment, RecordRequest
from mespoints.requests.references import normal_reference, shown_reference
from mespoints.requests.steps import StepRefused

READERS = (Role.INSTRUCTION, Role.VALIDATION)
ARTICLE = "L225-3"


@for_agents(*READERS)
@require_safe
def queue(request: AgentVisit) -> HttpResponse:
    """Everything that is open, the most urgent first."""
    departement = request.agent.departement
    context = {
        "rows": queue_rows(departement, request.today),
        "replies": [reply_of(one) for one in not_left(departement)[:MOST_ROWS]],
        "names": names_of(departement),
        "me": request.agent.public_name,
    }
    return render(request, "desk/queue/queue.html", context)


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: AgentVisit) -> HttpResponse:
    """Write a request that arrived by post, by e-mail or at the counter."""
    form = ArrivalForm(request.POST if request.method == "POST" else None, today=request.today)
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/queue/new.html", {"form": form}, status=422 if form.errors else 200)
    arrival = form.arrival(request.agent.departement)
    made = handling.receive(
        arrival, form.applicant(), on=form.cleaned_data["received_on"], by=request.agent.public_name
    )  # fmt: skip
    return redirect("desk:record_request", made.reference.lower())


NO_SCAN = "trouvé un fichier trop grand, abîmé ou d'un autre format, attendu un PDF, un JPEG ou un PNG de 4 Mo."
REFUSED_SCANS = {
    INFECTED: "trouvé un virus dans ce fichier, qui n'est pas gardé, attendu un fichier sain.",
    UNSCANNED: "trouvé un fichier qui n'a pas pu être vérifié contre les virus, attendu un autre essai dans un moment.",
}


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def record_request(request: AgentVisit, reference: str) -> HttpResponse:
    """One request; by POST, one step of it."""
    one = request_of(request, reference)
    if request.method != "POST":
        return page(request, one)
    step = STEPS.get(request.POST.get("do", ""))
    if step is None:
        raise Http404
    try:
        step(request, one)
    except StepRefused as refused:
        return page(request, request_of(request, reference), refused.reason, status=422)
    except FileRefused as refused:
        return page(request, request_of(request, reference), REFUSED_SCANS.get(refused.why, NO_SCAN), status=422)
    return redirect("desk:record_request", reference)


def page(request: AgentVisit, one: RecordRequest, refusal: str = "", *, status: int = 200) -> HttpResponse:
    """The page of a request, with what left of it or is to leave."""
    context = {
        "page": request_page(one, request.today, request.agent.public_name),
        "applicant": Applicant.objects.filter(pk=one.pk).first(),
        "replies": replies_of(one),
        "names": names_of(request.agent.departement),
        "refusal": refusal,
        "may_validate": request.agent.role == Role.VALIDATION,
        "issues": signer() is not None,
    }
    return render(request, "desk/queue/request.html", context, status=status)


def request_of(request: AgentVisit, reference: str) -> RecordRequest:
    """A request of the agent's département."""
    return get_object_or_404(
        RecordRequest, reference=normal_reference(reference) or "", departement=request.agent.departement
    )


def check(request: AgentVisit, one: RecordRequest) -> None:
    """A piece is good, or is not."""
    handling.check_piece(
        one.pk, request.POST.get("piece", ""), is_good="good" in request.POST, on=request.today,
        by=request.agent.public_name,
    )  # fmt: skip


def scan(request: AgentVisit, one: RecordRequest) -> None:
    """Keep the scans of a piece."""
    files = judge([file.read() for file in request.FILES.getlist("scans")])
    handling.keep_scans(
        one.pk, request.POST.get("piece", ""), files, on=request.today, by=request.agent.public_name
    )  # fmt: skip


def match(request: AgentVisit, one: RecordRequest) -> None:
    """Find whose licence it is, by the rule of identity alone; its holder reads that their name answered."""
    found = candidates(status_of(one.applicant))
    told = [handling.Found(each.licence, each.agreement is Agreement.CERTAIN) for each in found]
    handling.match(one.pk, told, on=request.today, by=request.agent.public_name)
    for each in found:
        note(request, one, each.licence, "agent_identity")


def status_of(applicant: Applicant) -> CivilStatus:
    """The civil status that a request tells."""
    return CivilStatus(
        applicant.family_name, applicant.usage_name, tuple(applicant.given_names), applicant.sex, applicant.birth_date,
        applicant.birth_place, applicant.birth_country,
    )  # fmt: skip


def validate(request: AgentVisit, one: RecordRequest) -> None:
    """Only the role that validates may."""
    if request.agent.role != Role.VALIDATION:
        raise StepRefused("trouvé un agent d'instruction, attendu un agent de validation.")
    handling.validate(one.pk, on=request.today, by=request.agent.public_name)


def take(request: AgentVisit, one: RecordRequest) -> None:
    """Take it in hand; an agent who validates, also from another one."""
    takes_over = request.agent.role == Role.VALIDATION
    handling.take(one.pk, on=request.today, by=request.agent.public_name, takes_over=takes_over)


Step = Callable[[AgentVisit, RecordRequest], object]


def plain(function: Callable[..., object]) -> Step:
    """A step that needs the day and the agent alone."""
    return lambda request, one: function(one.pk, on=request.today, by=request.agent.public_name)


STEPS: dict[str, Step] = {
    "check": check,
    "scan": scan,
    "match": match,
    "validate": validate,
    "ask": plain(handling.ask_for_pieces),
    "came": plain(handling.note_pieces_came),
    "back": plain(handling.send_back),
    "take": take,
    "let_go": plain(handling.let_go),
    "refuse": lambda request, one: handling.refuse(
        one.pk, request.POST.get("ground", ""), on=request.today, by=request.agent.public_name
    ),
}


@for_agents(*READERS)
@require_safe
def attachment(request: AgentVisit, name: str) -> HttpResponse:
    """A file that came with a request or a claim of the agent's département, as a download: nothing here opens it."""
    found = get_object_or_404(Attachment.objects.select_related("claim__licence", "record_request"), name=name)
    one = found.claim or found.record_request
    if one is None or one.departement != request.agent.departement:
        raise Http404
    if found.claim is not None and found.claim.licence is not None:
        note(request, found.claim, found.claim.licence, "claims")
    headers = {
        "Content-Disposition": f'attachment; filename="piece-{found.pk}.{EXTENSIONS[found.media]}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return HttpResponse(bytes(found.content), content_type=found.media, headers=headers)


def note(request: AgentVisit, one: RecordRequest | object, licence: Licence, shown: str) -> None:
    """The line that the holder reads: who looked, for which request."""
    reference = shown_reference(getattr(one, "reference", ""))
    record_access(
        licence, viewer="agent", who=request.agent.public_name, means="", article=ARTICLE,
        reason=f"demande ou réclamation {reference}", shown=shown,
    )  # fmt: skip
