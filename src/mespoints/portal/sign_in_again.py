"""« C'est bien vous ? »: what changes how somebody is reached or known is done soon after a sign-in, or not at all.

A browser left open for an hour looks; it changes nothing of that kind. The person signs in again by the way they came,
and finds the page that they left; what they had typed there is kept nowhere.
"""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mespoints.identity.session import Visit, driver_required
from mespoints.letters.compte_personnel import FRANCECONNECT
from mespoints.portal.sign_in_forms import CodeForm

LATELY = timedelta(minutes=15)
"""How long after a sign-in such a change may be asked for."""
LEFT = "page_left_to_sign_in_again"
HOME = "portal:balance"


def came_lately(request: Visit) -> bool:
    """Whether the person signed in a short while ago."""
    return request.now - request.driver.since < LATELY


def ask_again(request: Visit, page: str) -> HttpResponse:
    """Lead to the page that asks to sign in again (303), and remember the one that was left: a name of ours."""
    request.session[LEFT] = page
    response = redirect("portal:sign_in_again")
    response.status_code = 303
    return response


def is_asked_again(request: HttpRequest) -> bool:
    """Whether the sign-in that begins is to prove again who is there."""
    return LEFT in request.session


def page_left(request: HttpRequest) -> str:
    """Where to go once signed in: to the page that was left, or to the points. Asked before the session is emptied."""
    return str(request.session.get(LEFT, HOME))


@require_safe
@driver_required
def sign_in_again(request: Visit) -> HttpResponse:
    """The way by which they came, once more. It shows nothing of the file: no line is added to the journal."""
    if not is_asked_again(request):
        return redirect(HOME)
    context = {"by_franceconnect": request.driver.means == FRANCECONNECT, "form": CodeForm()}
    return render(request, "portal/sign_in/again.html", context)
