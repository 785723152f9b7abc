"""The agents' door: leave for ProConnect, come back, go out. The addresses of the return keep nothing."""

import hmac
import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mespoints.desk.guarding import at_the_door
from mespoints.identity import agent_session, transactions
from mespoints.identity.agents import recognise
from mespoints.identity.openid import authorization_url, end_session_url
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.proconnect import receive_agent
from mespoints.identity.provider import proconnect
from mespoints.identity.session import moment

log = logging.getLogger(__name__)

STOPPED = "agent_sign_in_stopped"
LOGOUT_STATE = "agent_logout_state"


@at_the_door
@require_safe
def sign_in(request: HttpRequest) -> HttpResponse:
    """The one way in."""
    if agent_session.agent_of(request) is not None:
        return redirect("desk:home")
    expired = bool(request.session.pop(agent_session.EXPIRED, False))
    return render(request, "desk/sign_in.html", {"expired": expired, "proconnect": proconnect() is not None})


@at_the_door
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Leave for ProConnect. By POST, so that no other site can start a sign-in."""
    provider = proconnect()
    if provider is None:
        return redirect("desk:sign_in")
    request.session.pop(STOPPED, None)
    transaction = transactions.begin(
        request.session, request.build_absolute_uri(reverse("desk:callback")), moment(request), pkce=provider.pkce,
        key=transactions.OF_AGENTS,
    )  # fmt: skip
    try:
        return redirect(authorization_url(provider, transaction))
    except SignInError as error:
        return _stop(request, error)


@at_the_door
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Come back from ProConnect. The state is checked before anything else is read."""
    now = moment(request)
    provider = proconnect()
    state = request.GET.get("state", "")
    transaction = transactions.take(request.session, state, now, key=transactions.OF_AGENTS)
    if provider is None or transaction is None:
        response = _stop(request, SignInError(Problem.STALE, "state"))
    else:
        try:
            person = receive_agent(provider, transaction, request.GET.dict(), now)
            agent = recognise(person, request.today, now)  # type: ignore[attr-defined]
            agent_session.open_session(request, agent, person.id_token)
            log.info("agent %d signed in", agent.pk)
            response = redirect("desk:home")
        except SignInError as error:
            response = _stop(request, error)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@at_the_door
@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    """Why the sign-in went no further. May be reloaded."""
    problem = request.session.get(STOPPED)
    if problem is None:
        return redirect("desk:sign_in")
    left = agent_session.PROCONNECT in request.session
    return render(request, "desk/stopped.html", {"problem": problem, "to_end": left}, status=403)


@at_the_door
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here at once, then at ProConnect, which otherwise lets the next person in for twelve hours."""
    id_token = agent_session.close_session(request)
    provider = proconnect()
    if not id_token or provider is None:
        return redirect("desk:signed_out")
    state = secrets.token_hex(32)
    return_uri = request.build_absolute_uri(reverse("desk:signed_out"))
    try:
        url = end_session_url(provider, id_token, state=state, return_uri=return_uri)
    except SignInError:
        return render(request, "desk/signed_out.html", {"still_open": True})
    request.session[LOGOUT_STATE] = state
    return redirect(url)


@at_the_door
@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say what has ended: here always, at ProConnect if the state that we sent comes back."""
    if agent_session.agent_of(request) is not None:
        # A forged return ends nothing.
        return redirect("desk:home")
    sent = request.session.pop(LOGOUT_STATE, None)
    came_back = sent is not None and hmac.compare_digest(sent.encode(), request.GET.get("state", "").encode())
    context = {"ended_there": came_back, "still_open": sent is not None and not came_back}
    return render(request, "desk/signed_out.html", context)


def _stop(request: HttpRequest, error: SignInError) -> HttpResponse:
    """Keep the reason for the page that says it, at an address that holds nothing."""
    if error.problem is Problem.STALE and agent_session.agent_of(request) is not None:
        return redirect("desk:home")
    log.info("ProConnect sign-in stopped: %s (%s)", error.problem, error.detail)
    request.session[STOPPED] = error.problem.value
    if error.id_token:
        request.session[agent_session.PROCONNECT] = {"id_token": error.id_token}
    return redirect("desk:stopped")
