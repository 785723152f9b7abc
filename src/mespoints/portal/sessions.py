"""« Vos connexions »: the sessions that are open, the sign-ins of the year, and how to end the other sessions."""

from datetime import datetime
from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mespoints.identity.open_sessions import OpenSession, end_others, open_sessions
from mespoints.identity.session import Visit, driver_required
from mespoints.identity.sign_ins import sign_ins_of
from mespoints.law.explain import long_day
from mespoints.portal.journal import MEANS
from mespoints.portal.sign_in_again import ask_again, came_lately
from mespoints.portal.wording import _

SIGN_INS_A_PAGE = 50


class SignInLine(NamedTuple):
    """One sign-in, or one session: since when, how, and the hour of its last page."""

    iso: str
    when: str
    means: str
    seen: str = ""
    is_this_one: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def my_sign_ins(request: Visit) -> HttpResponse:
    """The page; its form ends the other sessions, soon after a sign-in.

    It shows nothing of the file: no line is added to the journal.
    """
    licence_pk, here, language = request.driver.licence_pk, request.session, request.LANGUAGE_CODE
    if request.method == "POST":
        if not came_lately(request):
            return ask_again(request, "portal:sign_ins")
        end_others(licence_pk, here, request.now)
        response = redirect("portal:sign_ins")
        response.status_code = 303
        return response
    page = Paginator(sign_ins_of(licence_pk), SIGN_INS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "sessions": [session_line(one, language) for one in open_sessions(licence_pk, here, request.now)],
        "lines": [sign_in_line(one.at, one.means, language) for one in page.object_list],
        "page": page,
    }
    return render(request, "portal/sign_ins.html", context)


def session_line(session: OpenSession, language: str) -> SignInLine:
    """A session in words."""
    line = sign_in_line(session.since, session.means, language)
    return line._replace(seen=hour_words(session.seen), is_this_one=session.is_this_one)


def sign_in_line(at: datetime, means: str, language: str) -> SignInLine:
    """A sign-in in words: « samedi 28 novembre 2026, 9 h 05 », in Paris."""
    local = timezone.localtime(at)
    when = f"{long_day(local.toordinal(), language)}, {hour_words(at)}"
    return SignInLine(local.isoformat(timespec="minutes"), when, _(MEANS.get(means, means)))


def hour_words(at: datetime) -> str:
    """« 9 h 05 », in Paris."""
    local = timezone.localtime(at)
    return _("%(hour)d h %(minute)02d") % {"hour": local.hour, "minute": local.minute}
