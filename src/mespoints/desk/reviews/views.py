"""The pages of reviews: those that wait, one of them with what is needed to decide, and the two steps."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from mespoints.desk.files.openings import Opening, note, open_file
from mespoints.desk.files.views import READERS
from mespoints.desk.guarding import Role, for_agents
from mespoints.desk.reviews.words import PIECES, STATES, WHY
from mespoints.identity.agent_session import AgentVisit
from mespoints.identity.models import Link, Review, Settlement
from mespoints.identity.reviews import (
    ARTICLE,
    LINKABLE,
    ReviewRefused,
    State,
    decide,
    last_step,
    say,
    state_of,
    waiting,
)

Outcome = Settlement.Outcome
CORRECTIONS = {Review.Reason.BIRTH_DATE: "etat_civil", Review.Reason.DECEASED: "deces_retire"}
"""What the desk records when the register itself is wrong, by what a review is about."""

CHOICES = {
    Outcome.LINK: "Rattacher cette identité à ce permis (un autre agent valide)",
    Outcome.REFUSE: "Refuser (un autre agent valide)",
    Outcome.PIECES: "Demander les pièces cochées",
    Outcome.CLOSE: "Classer : plus rien à vérifier",
}


class StepForm(forms.Form):
    """What an agent says of a review."""

    use_required_attribute = False

    outcome = forms.ChoiceField(label="Vous proposez de", error_messages={"required": "Choisissez une suite."})
    pieces = forms.MultipleChoiceField(
        label="Pièces vues, ou demandées", choices=list(PIECES.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reason = forms.CharField(
        label="Motif", max_length=200, help_text="Lu par vos collègues et par l'audit, pas par la personne.",
        error_messages={"required": "Donnez le motif."}, widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, review: Review, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="suite_%s")
        told = [(word, label) for word, label in CHOICES.items() if word != Outcome.LINK or review.reason in LINKABLE]
        self.fields["outcome"].choices = told  # type: ignore[attr-defined]


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def reviews(request: AgentVisit) -> HttpResponse:
    """What waits in this département, without a name; a reference that somebody dictates leads to its review."""
    reference = request.POST.get("reference", "").strip().upper()
    if reference:
        found = Review.objects.filter(reference=reference, licence__holder__departement=request.agent.departement)
        if found.exists():
            return redirect("desk:review", reference)
    told = ((review, state_of(review)) for review in waiting(request.agent.departement))
    rows = [(one, WHY[Review.Reason(one.reason)], STATES[state]) for one, state in told if state is not State.REFUSED]
    return render(request, "desk/reviews/reviews.html", {"rows": rows, "unknown": bool(reference)})


@for_agents(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: AgentVisit, reference: str) -> HttpResponse:
    """One review of the département, and the step that an agent takes. Each look is a line that the holder reads."""
    found = review_of(request, reference)
    form = StepForm(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            say(
                found, request.agent, Outcome(given["outcome"]), given["pieces"], given["reason"], now=request.now
            )  # fmt: skip
        except ReviewRefused as refusal:
            form.add_error(None, f"Rien n'est fait : {refusal}.")
        else:
            return redirect("desk:review", reference)
    return page(request, found, form)


@for_agents(*READERS)
@require_POST
def decide_on(request: AgentVisit, reference: str) -> HttpResponse:
    """Validate or reject what a colleague proposed."""
    found = review_of(request, reference)
    step, decision = last_step(found), request.POST.get("decision")
    if step is None or decision not in ("validate", "reject"):
        raise Http404
    try:
        decide(
            step, request.agent, validates=decision == "validate", reason=request.POST.get("reason", ""),
            now=request.now,
        )  # fmt: skip
    except ReviewRefused as refusal:
        return page(request, found, StepForm(found), refusal=str(refusal))
    return redirect("desk:review", reference)


def review_of(request: AgentVisit, reference: str) -> Review:
    """A review of the agent's own département; no other one exists for them."""
    found = Review.objects.select_related("licence__holder").prefetch_related("settlements__decision")
    return get_object_or_404(found, reference=reference, licence__holder__departement=request.agent.departement)


def page(request: AgentVisit, found: Review, form: StepForm, refusal: str = "") -> HttpResponse:
    """What is needed to decide, and nothing more: who the holder is, how the link was made, what was said so far."""
    state, step = state_of(found), last_step(found)
    reason = f"vérification {found.reference}"
    opening = Opening(open_file(request, found.licence, reason, ARTICLE), found.licence, reason, ARTICLE)
    note(request, opening, shown="agent_review")
    is_other = step is not None and step.agent_id != request.agent.pk and request.agent.role == Role.VALIDATION
    context = {
        "review": found, "holder": found.licence.holder, "token": opening.token, "form": form, "refusal": refusal,
        "correction": CORRECTIONS.get(Review.Reason(found.reason), ""),
        "why": WHY[Review.Reason(found.reason)], "state": STATES[state],
        "link": Link.objects.filter(issuer=found.issuer, licence=found.licence).first(),
        "steps": [(one, [PIECES[piece] for piece in one.pieces]) for one in found.settlements.order_by("pk")],
        "is_proposed": state is State.PROPOSED,
        "may_decide": state is State.PROPOSED and is_other,
        "may_say": state in (State.OPEN, State.PIECES, State.REFUSED),
    }  # fmt: skip
    failed = bool(refusal or form.errors)
    return render(request, "desk/reviews/review.html", context, status=422 if failed else 200)
