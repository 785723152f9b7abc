"""A claim at the desk: taken in hand, asked about, answered. It changes no file: a correction is recorded apart."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from mespoints.desk.files.openings import open_file
from mespoints.desk.guarding import Role, for_agents
from mespoints.desk.queue.forms import AnswerForm
from mespoints.desk.queue.replies import names_of
from mespoints.desk.queue.views import READERS, note
from mespoints.desk.queue.words import CLAIM_EVENTS, CLAIM_KINDS, CLAIM_STATES, OUTCOMES
from mespoints.identity.agent_session import AgentVisit
from mespoints.requests.claims import answer_claim, ask_driver, let_claim_go, standing_of_claim, take_claim
from mespoints.requests.models import Claim
from mespoints.requests.references import normal_reference, shown_reference
from mespoints.requests.steps import StepRefused


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: AgentVisit, reference: str) -> HttpResponse:
    """One claim of the département; by POST, one step of it. Its holder reads each look."""
    one = get_object_or_404(
        Claim.objects.select_related("licence", "claimant"),
        reference=normal_reference(reference) or "",
        departement=request.agent.departement,
    )
    if request.method != "POST":
        if one.licence is not None:
            note(request, one, one.licence, "claims")
        return page(request, one, AnswerForm())
    form = AnswerForm(request.POST)
    form.full_clean()
    try:
        act(request, one, form)
    except StepRefused as refused:
        return page(request, one, form, refused.reason, status=422)
    return redirect("desk:claim", reference)


def act(request: AgentVisit, one: Claim, form: AnswerForm) -> None:
    """Take it, ask, or answer. Raises StepRefused."""
    on, by, text = request.today, request.agent.public_name, form.cleaned_data.get("text", "")
    match request.POST.get("do"):
        case "take":
            take_claim(one.pk, on=on, by=by, takes_over=request.agent.role == Role.VALIDATION)
        case "let_go":
            let_claim_go(one.pk, on=on, by=by)
        case "ask":
            ask_driver(one.pk, text, on=on, by=by)
        case "answer":
            answer_claim(one.pk, form.cleaned_data.get("outcome", ""), text, on=on, by=by)
        case _:
            raise Http404


def page(request: AgentVisit, one: Claim, form: AnswerForm, refusal: str = "", *, status: int = 200) -> HttpResponse:
    """The page of a claim, and the way to the file of its driver."""
    events = list(one.events.select_related("message").order_by("sequence"))
    standing = standing_of_claim(one, events, request.today)
    reason = f"réclamation {shown_reference(one.reference)}"
    context = {
        "claim": one,
        "reference": shown_reference(one.reference),
        "kind": CLAIM_KINDS[one.kind],
        "state": CLAIM_STATES[standing.state],
        "outcome": OUTCOMES.get(standing.outcome, ""),
        "standing": standing,
        "names": names_of(request.agent.departement),
        "me": request.agent.public_name,
        "may_take_over": request.agent.role == Role.VALIDATION,
        "days_left": (standing.clock.due_on - request.today).days,
        "events": [(event, CLAIM_EVENTS[event.kind], getattr(event, "message", None)) for event in events],
        "claimant": getattr(one, "claimant", None),
        "files": one.attachments.defer("content").order_by("pk"),
        "token": open_file(request, one.licence, reason, "L225-3") if one.licence and not one.closed_on else "",
        "form": form,
        "refusal": refusal,
    }
    return render(request, "desk/queue/claim.html", context, status=status)
