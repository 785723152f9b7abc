"""The pages of the claims. Only FranceConnect writes; a file number and its code read. None names a claim but by its
place among those of the driver whose session it is.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, driver_required
from mespoints.letters.compte_personnel import FRANCECONNECT
from mespoints.portal.claims.cards import claim_card, claim_lines, claims_of
from mespoints.portal.claims.forms import MOST_OF_A_REQUEST, ClaimForm, ReplyForm
from mespoints.portal.claims.words import KINDS, TO_SEND
from mespoints.portal.file import licence_of, note
from mespoints.portal.wording import _
from mespoints.requests.claims import TooMany, file_claim, reply_to_claim
from mespoints.requests.models import Claim
from mespoints.requests.steps import StepRefused


def is_too_large(request: HttpRequest, most: int = MOST_OF_A_REQUEST) -> bool:
    """Whether the request announces more bytes than may come: the files of the largest were not kept (handlers)."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return not announced.isdigit() or int(announced) > most


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def claims(request: Visit) -> HttpResponse:
    """The list, and the form of a new claim."""
    if is_too_large(request):
        return list_page(request, ClaimForm(), is_large=True, status=413)
    if request.method != "POST":
        note(request, licence_of(request), shown="claims")
        return list_page(request, ClaimForm())
    if request.driver.means != FRANCECONNECT:
        return list_page(request, ClaimForm(), status=403)
    form = ClaimForm(request.POST, request.FILES)
    if not form.is_valid():
        return list_page(request, form, status=422)
    told = form.cleaned_data
    try:
        file_claim(licence_of(request), told["kind"], told["text"], form.judged, on=request.today)
    except TooMany:
        return list_page(request, form, is_full=True, status=409)
    return seen(len(claims_of(licence_of(request))))


def list_page(
    request: Visit, form: ClaimForm, *, is_full: bool = False, is_large: bool = False, status: int = 200
) -> HttpResponse:
    """The page of the list."""
    context = {
        "lines": claim_lines(claims_of(licence_of(request)), request.LANGUAGE_CODE),
        "form": form,
        "to_send": [(_(KINDS[word]), _(words)) for word, words in TO_SEND.items()],
        "is_full": is_full,
        "is_large": is_large,
        "may_write": request.driver.means == FRANCECONNECT,
    }
    return render(request, "portal/claims/claims.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def claim(request: Visit, slug: str) -> HttpResponse:
    """One claim: its receipt, its life, what is left to say."""
    found = claims_of(licence_of(request))
    if not (slug.isascii() and slug.isdigit() and len(slug) < 6 and 1 <= int(slug) <= len(found)):
        raise Http404
    one = found[int(slug) - 1]
    if is_too_large(request):
        return claim_page(request, one, ReplyForm(), is_large=True, status=413)
    if request.method != "POST":
        note(request, licence_of(request), shown="claims")
        return claim_page(request, one, ReplyForm())
    if request.driver.means != FRANCECONNECT:
        return claim_page(request, one, ReplyForm(), status=403)
    form = ReplyForm(request.POST, request.FILES)
    if not form.is_valid():
        return claim_page(request, one, form, status=422)
    try:
        reply_to_claim(one.pk, licence_of(request), form.cleaned_data["text"], form.judged, on=request.today)
    except (StepRefused, TooMany):
        return claim_page(request, one, ReplyForm(), is_full=True, status=409)
    return seen(int(slug))


def claim_page(
    request: Visit, one: Claim, form: ReplyForm, *, is_full: bool = False, is_large: bool = False, status: int = 200
) -> HttpResponse:
    """The page of one claim."""
    context = {
        "claim": claim_card(one, request.today, request.LANGUAGE_CODE),
        "form": form,
        "is_full": is_full,
        "is_large": is_large,
        "may_write": request.driver.means == FRANCECONNECT,
    }
    return render(request, "portal/claims/claim.html", context, status=status)


def seen(place: int) -> HttpResponse:
    """Lead to the page of a claim: reading it again sends nothing twice."""
    response = redirect("portal:claim", slug=str(place))
    response.status_code = 303
    return response
