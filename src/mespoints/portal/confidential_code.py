"""A new confidential code, asked for by the driver whom FranceConnect has recognised, and told by letter alone."""

from contextlib import suppress
from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, driver_required
from mespoints.law.explain import day_words
from mespoints.letters.code_requests import (
    FRANCECONNECT,
    TooSoon,
    ask_for_code,
    first_day,
    last_letter,
    waiting_request,
)
from mespoints.portal.file import licence_of, note
from mespoints.portal.sign_in_again import ask_again, came_lately


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def confidential_code(request: Visit) -> HttpResponse:
    """How the code stands, and the form that asks for another; with a code, which may be another's, only the first."""
    licence, may_ask = licence_of(request), request.driver.means == FRANCECONNECT
    if request.method == "POST" and may_ask and not came_lately(request):
        return ask_again(request, "portal:code")
    if request.method == "POST" and may_ask:
        with suppress(TooSoon):
            ask_for_code(licence, means=FRANCECONNECT, on=request.today, is_lost="lost" in request.POST)
        response = redirect("portal:code")
        response.status_code = 303
        return response
    note(request, licence, shown="code")
    waiting, last, first = waiting_request(licence), last_letter(licence), first_day(licence, FRANCECONNECT)

    def words(day: date | None) -> str:
        return day_words(day.toordinal(), request.LANGUAGE_CODE) if day else ""

    context = {
        "asked": words(waiting.asked_on if waiting else None),
        "last": words(last),
        "first": words(first if first > request.today else None),
        "in_days": days_words((first - request.today).days) if first > request.today else "",
        "may_ask": may_ask,
    }
    return render(request, "portal/code.html", context, status=403 if request.method == "POST" else 200)


def days_words(count: int) -> str:
    """« dans 12 jours »."""
    return ngettext("dans %(count)d jour", "dans %(count)d jours", count) % {"count": count}
