"""What leaves: the release of a document, the letters to print, what an agent says has left, the first messages."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mespoints.desk.guarding import for_agents
from mespoints.desk.queue.forms import FirstMessageForm
from mespoints.desk.queue.replies import names_of, reply_of
from mespoints.desk.queue.views import READERS, note, page, request_of
from mespoints.identity.agent_session import AgentVisit
from mespoints.letters.timeline import letter_lives
from mespoints.records.assembling import contents_of, file_today
from mespoints.records.contents import Head
from mespoints.records.issuer import issue_now, signer
from mespoints.records.verified_at import verified_at
from mespoints.register.files import known_up_to
from mespoints.register.models import Licence
from mespoints.requests import handling
from mespoints.requests.covering import letter_of_departure
from mespoints.requests.departures import note_left, of_departement, receive_first_message, send_again
from mespoints.requests.mailing import file_name
from mespoints.requests.models import Applicant, Departure
from mespoints.requests.pieces import DOCUMENTS
from mespoints.requests.steps import StepRefused

PDF = "application/pdf"


@for_agents(*READERS)
@require_POST
def deliver(request: AgentVisit, reference: str) -> HttpResponse:
    """Release the document, by another agent than the one who validated: it is made, noted, and leaves."""
    one, by = request_of(request, reference), signer()
    licence, kind = one.licence, DOCUMENTS.get(one.requester)
    if licence is None or kind is None or by is None:
        reason = "trouvé une demande sans document à délivrer, attendu une demande validée."
        return page(request, one, reason, status=422)
    file = file_today(Licence.objects.select_related("holder").get(pk=licence.pk), request.today)
    verify_at = verified_at(request)
    head = Head(request.today.toordinal(), by.certificate.name, verify_at, settings.MESPOINTS_DEMO_BAND)
    known_on = min(known_up_to(licence), request.today)
    pdf = issue_now(contents_of(kind, file, head, known_on, letter_lives(licence, file.statement)), by, request.now)
    try:
        handling.release(one.pk, pdf, on=request.today, by=request.agent.public_name)
    except StepRefused as refused:
        return page(request, one, refused.reason, status=422)
    note(request, one, licence, kind)
    return redirect("desk:record_request", reference)


def departure_of(request: AgentVisit, number: int) -> Departure:
    """A reply of the agent's département."""
    return get_object_or_404(of_departement(request.agent.departement), pk=number)


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: AgentVisit, number: int) -> HttpResponse:
    """One reply; by POST, an agent says that it left, or has it sent once more."""
    one = departure_of(request, number)
    if request.method != "POST":
        return reply_page(request, one)
    try:
        match request.POST.get("do"):
            case "left":
                receipt = request.POST.get("receipt", "")
                note_left(one.pk, on=request.today, by=request.agent.public_name, receipt=receipt)
            case "again":
                send_again(one.pk, by=request.agent.public_name)
            case _:
                raise Http404
    except StepRefused as refused:
        return reply_page(request, one, refused.reason, status=422)
    return redirect("desk:reply", number)


def reply_page(request: AgentVisit, one: Departure, refusal: str = "", *, status: int = 200) -> HttpResponse:
    """The page of a reply."""
    context = {
        "reply": reply_of(one),
        "names": names_of(request.agent.departement),
        "to": applicant_of(one).reply_to if one.event else [one.message.reply_to] if one.message else [],
        "refusal": refusal,
    }
    return render(request, "desk/queue/reply.html", context, status=status)


@for_agents(*READERS)
@require_safe
def reply_letter(request: AgentVisit, number: int) -> HttpResponse:
    """The letter to print: the address, the reply, a place to sign for what is handed over."""
    one = departure_of(request, number)
    pdf = letter_of_departure(one, applicant_of(one), request.today)
    return given(pdf, f"lettre-{number}.pdf")


@for_agents(*READERS)
@require_safe
def reply_document(request: AgentVisit, number: int) -> HttpResponse:
    """The document to print, until it has left; its holder reads each time that it was opened."""
    one = departure_of(request, number)
    if one.document is None or one.event is None:
        raise Http404
    of_request = one.event.record_request
    if of_request.licence is not None:
        note(request, of_request, of_request.licence, DOCUMENTS[of_request.requester])
    return given(bytes(one.document), file_name(one))


def applicant_of(one: Departure) -> Applicant:
    """Who asked. Raises Http404 once they are purged, and for a first message."""
    return get_object_or_404(Applicant, pk=one.event.record_request_id if one.event else None)


def given(pdf: bytes, name: str) -> HttpResponse:
    """A PDF as a download."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(pdf, content_type=PDF, headers=headers)


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def first_message(request: AgentVisit) -> HttpResponse:
    """Write the first of the two messages of a request by e-mail: the reply says what to send."""
    form = FirstMessageForm(request.POST if request.method == "POST" else None, today=request.today)
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/queue/first.html", {"form": form}, status=422 if form.errors else 200)
    told = form.cleaned_data
    made = receive_first_message(
        request.agent.departement, told["reply_to"], on=told["received_on"], asked_on=request.today,
        by=request.agent.public_name,
    )  # fmt: skip
    return redirect("desk:reply", made.departure.pk)
