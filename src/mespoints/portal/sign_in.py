"""The door: the page with the two ways in, the NEPH and its code, the way out."""

import hmac
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mespoints.identity import franceconnect, session
from mespoints.identity import neph as neph_and_code
from mespoints.identity.problems import SignInError
from mespoints.identity.provider import franceconnect as franceconnect_provider
from mespoints.letters.sign_in_notices import owe_notice
from mespoints.portal.sign_in_again import page_left
from mespoints.portal.sign_in_forms import CodeForm, code_refusal

LOGOUT_STATE = "logout_state"


@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    """The two ways in, FranceConnect first."""
    if session.signed_in(request) is not None:
        return redirect("portal:balance")
    expired = bool(request.session.pop(session.EXPIRED, False))
    return _sign_in_page(request, CodeForm(), expired=expired)


@require_http_methods(["GET", "HEAD", "POST"])
def neph(request: HttpRequest) -> HttpResponse:
    """Answer the NEPH and its code. The page is shown again at this address, which a reader may then reload."""
    if request.method != "POST":
        return redirect("portal:sign_in")
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, form, status=422)
    check = neph_and_code.check(
        form.cleaned_data["neph"],
        form.cleaned_data["code"],
        address=request.META.get("REMOTE_ADDR", ""),
        now=session.moment(request),
    )
    if check.licence is None:
        form.add_error(None, code_refusal(check, franceconnect=franceconnect_provider() is not None))
        return _sign_in_page(request, form, status=422 if check.outcome is neph_and_code.Outcome.WRONG else 429)
    page = page_left(request)
    session.sign_in(request, check.licence, "neph")
    owe_notice(check.licence, "neph")
    return redirect(page)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here at once, then at FranceConnect: the person may never come back from there."""
    left = session.sign_out(request)
    provider = franceconnect_provider()
    if left is None or provider is None:
        return redirect("portal:signed_out")
    state = secrets.token_hex(32)
    return_uri = request.build_absolute_uri(reverse("portal:signed_out"))
    try:
        url = franceconnect.end_session_url(provider, left["id_token"], state=state, return_uri=return_uri)
    except SignInError:
        return render(request, "portal/sign_in/signed_out.html", {"still_open": True})
    request.session[LOGOUT_STATE] = state
    return redirect(url)


@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say what has ended: here always, at FranceConnect if the state that we sent comes back."""
    if session.signed_in(request) is not None:
        # A forged return ends nothing.
        return redirect("portal:balance")
    sent = request.session.pop(LOGOUT_STATE, None)
    came_back = sent is not None and hmac.compare_digest(sent.encode(), request.GET.get("state", "").encode())
    return render(
        request,
        "portal/sign_in/signed_out.html",
        {"ended_there": came_back, "still_open": sent is not None and not came_back},
    )


def _sign_in_page(request: HttpRequest, form: CodeForm, *, expired: bool = False, status: int = 200) -> HttpResponse:
    context = {"form": form, "expired": expired, "franceconnect": franceconnect_provider() is not None}
    return render(request, "portal/sign_in/sign_in.html", context, status=status)
