"""A confidential code asked for without signing in, by whoever gives a file number and the day of birth of its holder.

The page answers alike whether the register knows them or not, and whether a letter leaves or not: the code is told on
paper alone, at the address that the file holds. Every request counts as a failure would, since nobody is told.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mespoints.identity import limits, networks
from mespoints.identity.birth import register_dates
from mespoints.identity.provider import franceconnect
from mespoints.identity.pseudonyms import pseudonym
from mespoints.identity.session import moment
from mespoints.letters.code_requests import DAYS_BETWEEN, PUBLIC_FORM, TooSoon, ask_for_code
from mespoints.portal.sign_in_forms import NephForm
from mespoints.portal.simulator.days import DayField
from mespoints.portal.wording import _
from mespoints.register.models import Licence

DOOR = "code"


class AskingForm(NephForm):
    """The file number and the day of birth."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["born_on"] = DayField(
            label=_("Votre date de naissance"),
            hint=_("Jour, mois, année, par exemple 12/06/1985. Elle doit être celle du permis."),
        )


@require_http_methods(["GET", "HEAD", "POST"])
def asking_for_code(request: HttpRequest) -> HttpResponse:
    """The form; once it is filled, the page that says the same to everybody."""
    if request.method != "POST":
        return form_page(request, AskingForm())
    form = AskingForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, status=422)
    address, now = request.META.get("REMOTE_ADDR", ""), moment(request)
    if networks.is_full(DOOR, address, now):
        form.add_error(None, _("Trop d'essais depuis votre connexion à internet. Réessayez dans une heure."))
        return form_page(request, form, status=429)
    networks.count_failure(DOOR, address, now)
    born_on = date.fromordinal(form.cleaned_data["born_on"])
    ask(form.cleaned_data["neph"], born_on, now, request.today)  # type: ignore[attr-defined]
    response = redirect("portal:code_asked")
    response.status_code = 303
    return response


@require_safe
def code_asked(request: HttpRequest) -> HttpResponse:
    """What happens next, if there is such a licence."""
    return render(request, "portal/asking/asked.html", {"days": DAYS_BETWEEN[PUBLIC_FORM]})


def ask(neph: str, born_on: date, now: datetime, today: date) -> None:
    """Ask for the code of a licence, if the two go together, the holder lives, and nobody tries days in turn."""
    if not limits.open_attempt(pseudonym("code request", neph), now).is_open:
        return
    living = Licence.objects.select_related("holder").filter(holder__deceased_on=None)
    licence = living.filter(neph=neph).first()
    if licence is not None and licence.holder.birth_date in register_dates(born_on.isoformat()):
        with suppress(TooSoon):
            ask_for_code(licence, means=PUBLIC_FORM, on=today)


def form_page(request: HttpRequest, form: AskingForm, *, status: int = 200) -> HttpResponse:
    """The form."""
    context = {"form": form, "franceconnect": franceconnect() is not None}
    return render(request, "portal/asking/form.html", context, status=status)
