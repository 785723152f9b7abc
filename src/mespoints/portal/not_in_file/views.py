"""The pages of whoever the register does not know: the form, the way back to the claim, the claim itself.

None says whether a person, a licence or a reference exists; the claim is in the session, never in an address.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit
from mespoints.portal.claims.cards import claim_card
from mespoints.portal.claims.views import is_too_large
from mespoints.portal.not_in_file.following import Refusal, find, follow, followed, leave, why_no_files
from mespoints.portal.not_in_file.forms import MOST_OF_A_REQUEST, FollowForm, LightReplyForm, NotInFileForm
from mespoints.portal.wording import _
from mespoints.requests.claimants import file_as_claimant
from mespoints.requests.claims import TooMany, reply_to_claim
from mespoints.requests.models import Claim
from mespoints.requests.steps import StepRefused

REFUSALS = {
    Refusal.FILES_OF_NETWORK: gettext_noop(
        "Trop de fichiers reçus depuis votre connexion à internet. Réessayez demain, ou écrivez à votre préfecture."
    ),
    Refusal.FILES_OF_ALL: gettext_noop(
        "Le service a reçu trop de fichiers en 24 heures et n'en prend plus pour l'instant ; vous n'y êtes pour rien. "
        "Ce que vous venez d'envoyer n'est pas gardé. Réessayez demain, ou écrivez à votre préfecture par la poste."
    ),
    Refusal.NETWORK_FULL: gettext_noop("Trop d'essais depuis votre connexion à internet. Réessayez dans une heure."),
    Refusal.LOCKED: gettext_noop("Trop d'essais avec cette référence. Réessayez plus tard."),
    Refusal.WRONG: gettext_noop(
        "Cette référence et cette date de naissance ne vont pas ensemble. Vérifiez l'une et l'autre."
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def not_in_file(request: Visit) -> HttpResponse:
    """The form; once it is filled, the claim and its receipt."""
    form = NotInFileForm(today=request.today)
    if is_too_large(request, MOST_OF_A_REQUEST):
        return page(request, "form", form, is_heavy=True, status=413)
    if request.method != "POST":
        return page(request, "form", form)
    form = NotInFileForm(request.POST, request.FILES, today=request.today)
    if not form.is_valid():
        return page(request, "form", form, status=422)
    refusal = why_no_files(address_of(request), request.now)
    if refusal is not None:
        form.add_error(None, _(REFUSALS[refusal]))
        return page(request, "form", form, status=429)
    told = form.cleaned_data
    claim = file_as_claimant(form.claimant(), told["departement"], told["text"], form.judged, on=request.today)
    follow(request, claim)
    return to("portal:followed_claim")


@require_http_methods(["GET", "HEAD", "POST"])
def follow_claim(request: Visit) -> HttpResponse:
    """The way back to a claim, by its reference and the day of birth."""
    if request.method != "POST":
        return page(request, "follow", FollowForm())
    form = FollowForm(request.POST)
    if not form.is_valid():
        return page(request, "follow", form, status=422)
    told = form.cleaned_data
    found = find(told["reference"], date.fromordinal(told["born_on"]), address_of(request), request.now)
    if isinstance(found, Refusal):
        form.add_error(None, _(REFUSALS[found]))
        return page(request, "follow", form, status=422 if found is Refusal.WRONG else 429)
    follow(request, found)
    return to("portal:followed_claim")


@require_http_methods(["GET", "HEAD", "POST"])
def followed_claim(request: Visit) -> HttpResponse:
    """The claim that the session follows: its receipt, its life, the answer; by POST, what is added to it."""
    claim = followed(request)
    if claim is None:
        return redirect("portal:follow_claim")
    if is_too_large(request, MOST_OF_A_REQUEST):
        return claim_page(request, claim, LightReplyForm(), is_heavy=True, status=413)
    if request.method != "POST":
        return claim_page(request, claim, LightReplyForm())
    if "leave" in request.POST:
        leave(request)
        return to("portal:follow_claim")
    return add(request, claim)


def add(request: Visit, claim: Claim) -> HttpResponse:
    """Add to a claim what was sent."""
    form = LightReplyForm(request.POST, request.FILES)
    if not form.is_valid():
        return claim_page(request, claim, form, status=422)
    refusal = why_no_files(address_of(request), request.now) if form.judged else None
    if refusal is not None:
        form.add_error(None, _(REFUSALS[refusal]))
        return claim_page(request, claim, form, status=429)
    try:
        reply_to_claim(claim.pk, None, form.cleaned_data["text"], form.judged, on=request.today)
    except (StepRefused, TooMany):
        return claim_page(request, claim, LightReplyForm(), is_full=True, status=409)
    return to("portal:followed_claim")


def claim_page(
    request: Visit, claim: Claim, form: LightReplyForm, *, is_full: bool = False, is_heavy: bool = False,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page of the claim, that of a driver but for what leads elsewhere."""
    card = claim_card(claim, request.today, request.LANGUAGE_CODE)
    context = {"claim": card, "form": form, "is_full": is_full, "is_heavy": is_heavy, "may_write": True}
    return render(request, "portal/not_in_file/claim.html", context, status=status)


def page(
    request: HttpRequest, name: str, form: NotInFileForm | FollowForm, *, is_heavy: bool = False, status: int = 200
) -> HttpResponse:
    """One of the two forms."""
    return render(request, f"portal/not_in_file/{name}.html", {"form": form, "is_heavy": is_heavy}, status=status)


def address_of(request: HttpRequest) -> str:
    """The address that the request came from."""
    address: str = request.META.get("REMOTE_ADDR", "")
    return address


def to(name: str) -> HttpResponse:
    """Lead to a page: reading it again sends nothing twice."""
    response = redirect(name)
    response.status_code = 303
    return response
