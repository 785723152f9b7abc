"""Sign-in through FranceConnect: leave, come back, and what may be asked or said before the balance.

The address of the return holds the code and the state. It answers with a redirection, so that neither stays in the
history nor in a page, and so that reloading what the person sees is always harmless.
"""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mespoints.identity import session, step_up, transactions
from mespoints.identity.franceconnect import Identity, authorization_url, receive
from mespoints.identity.linking import Outcome, Resolution, resolve
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import franceconnect as franceconnect_provider
from mespoints.identity.reviews import Piece, State, state_under
from mespoints.letters.sign_in_notices import owe_notice
from mespoints.portal.sign_in_again import is_asked_again, page_left
from mespoints.portal.sign_in_forms import NephForm, neph_refusal

log = logging.getLogger(__name__)

STOPPED = "sign_in_stopped"
PIECES = {
    Piece.IDENTITY: gettext_lazy("une pièce d'identité en cours de validité"),
    Piece.TITLE: gettext_lazy("votre permis de conduire, ou sa déclaration de perte ou de vol"),
    Piece.BIRTH: gettext_lazy("un acte de naissance de moins de trois mois"),
}


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Leave for FranceConnect. By POST, so that no other site can start a sign-in."""
    provider = franceconnect_provider()
    if provider is None:
        return redirect("portal:sign_in")
    request.session.pop(STOPPED, None)
    redirect_uri = request.build_absolute_uri(reverse("portal:fc_callback"))
    transaction = transactions.begin(
        request.session, redirect_uri, session.moment(request), pkce=provider.pkce, again=is_asked_again(request)
    )
    try:
        return redirect(authorization_url(provider, transaction))
    except SignInError as error:
        return _stop(request, error)


@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Come back from FranceConnect. The state is checked before anything else is read."""
    now = session.moment(request)
    provider = franceconnect_provider()
    transaction = transactions.take(request.session, request.GET.get("state", ""), now)
    if provider is None or transaction is None:
        return _stale(request)
    try:
        identity = receive(provider, transaction, request.GET.dict(), now)
        response = _follow(request, identity, resolve(identity, now))
    except SignInError as error:
        response = _stop(request, error)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """Ask for the NEPH when the identity alone does not tell which licence is theirs."""
    now = session.moment(request)
    identity = step_up.held(request.session, now)
    if identity is None:
        return redirect("portal:sign_in")
    form = NephForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _link_page(request, form)
    resolution, verdict = step_up.try_neph(identity, form.cleaned_data["neph"], now)
    if resolution.outcome is Outcome.NOT_FOUND:
        form.add_error("neph", neph_refusal(verdict))
        return _link_page(request, form)
    try:
        return _follow(request, identity, resolution)
    except SignInError as error:
        return _stop(request, error)


@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    """Why the sign-in went no further, and what to do. May be reloaded."""
    stop = request.session.get(STOPPED)
    if stop is None:
        return redirect("portal:sign_in")
    pieces = [PIECES[Piece(piece)] for piece in state_under(stop["reference"])[1]] if stop["reference"] else []
    told = {"pieces": pieces, "to_end": session.FRANCECONNECT in request.session}
    return render(request, "portal/sign_in/stopped.html", stop | told)


def _follow(request: HttpRequest, identity: Identity, resolution: Resolution) -> HttpResponse:
    """Open the driver's session, ask for the NEPH, or stop."""
    if resolution.licence is not None:
        page = page_left(request)
        session.sign_in(request, resolution.licence, "franceconnect", {"id_token": identity.id_token})
        owe_notice(resolution.licence, "franceconnect")
        return redirect(page)
    if resolution.outcome is Outcome.NEEDS_NEPH:
        step_up.hold(request.session, identity, session.moment(request))
        request.session[session.FRANCECONNECT] = {"id_token": identity.id_token}
        return redirect("portal:fc_link")
    request.session.pop(step_up.SESSION_KEY, None)
    problem = problem_of_review(resolution.reference) if resolution.outcome is Outcome.REVIEW else Problem.NOT_FOUND
    raise SignInError(problem, "matching", id_token=identity.id_token, reference=resolution.reference)


def problem_of_review(reference: str) -> Problem:
    """What the person is told of the review of their identity."""
    state, _ = state_under(reference)
    return {State.PIECES: Problem.REVIEW_PIECES, State.REFUSED: Problem.REVIEW_REFUSED}.get(state, Problem.REVIEW)


def _stop(request: HttpRequest, error: SignInError) -> HttpResponse:
    """Keep the reason for the page that says it, at an address that holds nothing."""
    log.info("FranceConnect sign-in stopped: %s (%s)", error.problem, error.detail)
    request.session[STOPPED] = {"problem": error.problem.value, "reference": error.reference}
    if error.id_token:
        request.session[session.FRANCECONNECT] = {"id_token": error.id_token}
    return redirect("portal:fc_stopped")


def _stale(request: HttpRequest) -> HttpResponse:
    """A return used before, too late, or begun elsewhere: often a page reloaded by someone who is signed in."""
    if session.signed_in(request) is not None:
        return redirect("portal:balance")
    log.info("FranceConnect sign-in stopped: %s", Problem.STALE)
    response = render(request, "portal/sign_in/stopped.html", {"problem": Problem.STALE.value}, status=400)
    # Not "no-referrer": the forms of the page would then be sent with "Origin: null" and refused.
    response.headers["Referrer-Policy"] = "strict-origin"
    return response


def _link_page(request: HttpRequest, form: NephForm) -> HttpResponse:
    return render(request, "portal/sign_in/link.html", {"form": form}, status=422 if form.is_bound else 200)
