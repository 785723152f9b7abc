"""The queue of a préfecture and its requests. An agent sees those of their own département, and no other exists."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mespoints.desk.guarding import Role, for_agents
from mespoints.desk.queue.forms import ArrivalForm
from mespoints.desk.queue.page import queue_rows, request_page
from mespoints.identity.agent_session import AgentVisit
from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.matching import Agreement, candidates
from mespoints.letters.timeline import letter_lives
from mespoints.records.assembling import contents_of, file_today
from mespoints.records.contents import Head
from mespoints.records.issuer import issue_now, signer
from mespoints.register.accesses import record_access
from mespoints.register.files import known_up_to
from mespoints.register.models import Licence
from mespoints.requests import handling
from mespoints.requests.attachments import FileRefused, judge
from mespoints.requests.media import EXTENSIONS
from mespoints.requests.models import Applicant, Attachment, RecordRequest
from mespoints.requests.pieces import DOCUMENTS
from mespoints.requests.references import normal_reference, shown_reference
from mespoints.requests.replies import missing_reply, refusal_reply
from mespoints.requests.standing import PIECES_ASKED, REFUSED
from mespoints.requests.steps import StepRefused

READERS = (Role.INSTRUCTION, Role.VALIDATION)
ARTICLE = "L225-3"


@for_agents(*READERS)
@require_safe
def queue(request: AgentVisit) -> HttpResponse:
    """Everything that is open, the most urgent first."""
    return render(request, "desk/queue/queue.html", {"rows": queue_rows(request.agent.departement, request.today)})


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
    except FileRefused:
        reason = "trouvé un fichier trop grand, abîmé ou d'un autre format, attendu un PDF, un JPEG ou un PNG de 4 Mo."
        return page(request, request_of(request, reference), reason, status=422)
    return redirect("desk:record_request", reference)


def page(request: AgentVisit, one: RecordRequest, refusal: str = "", *, status: int = 200) -> HttpResponse:
    """The page of a request, with the reply that its last step calls for."""
    context = {
        "page": request_page(one, request.today, request.agent.public_name),
        "applicant": Applicant.objects.filter(pk=one.pk).first(),
        "reply": reply_of(one),
        "refusal": refusal,
        "may_validate": request.agent.role == Role.VALIDATION,
        "issues": signer() is not None,
    }
    return render(request, "desk/queue/request.html", context, status=status)


def reply_of(one: RecordRequest) -> str:
    """The letter or e-mail to send, when the last step was to ask or to refuse."""
    last = one.events.order_by("sequence").last()
    if last is not None and last.kind == REFUSED:
        return refusal_reply(one, last.why)
    if last is not None and last.kind == PIECES_ASKED and last.until_on is not None:
        missing = request_page(one, last.on, "").standing.missing()
        return missing_reply(one, missing, last.until_on, one.due_on)
    return ""


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
    "refuse": lambda request, one: handling.refuse(
        one.pk, request.POST.get("ground", ""), on=request.today, by=request.agent.public_name
    ),
}


@for_agents(*READERS)
@require_POST
def deliver(request: AgentVisit, reference: str) -> HttpResponse:
    """Release the document, by another agent than the one who validated: it is made, noted, and handed to be sent."""
    one, by = request_of(request, reference), signer()
    licence, kind = one.licence, DOCUMENTS.get(one.requester)
    if licence is None or kind is None or by is None:
        return page(
            request, one, "trouvé une demande sans document à délivrer, attendu une demande validée.", status=422
        )
    file = file_today(Licence.objects.select_related("holder").get(pk=licence.pk), request.today)
    verify_at = request.build_absolute_uri(reverse("portal:verify"))
    head = Head(request.today.toordinal(), by.certificate.name, verify_at, settings.MESPOINTS_DEMO_BAND)
    known_on = min(known_up_to(licence), request.today)
    pdf = issue_now(contents_of(kind, file, head, known_on, letter_lives(licence, file.statement)), by, request.now)
    try:
        handling.release(
            one.pk, digest=hashlib.sha256(pdf).hexdigest(), on=request.today, by=request.agent.public_name
        )  # fmt: skip
    except StepRefused as refused:
        return page(request, one, refused.reason, status=422)
    note(request, one, licence, kind)
    headers = {"Content-Disposition": f'attachment; filename="{kind}-{one.reference.lower()}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


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
