"""The page of the compte personnel: opened, moved to another address once that one is confirmed, closed."""

from contextlib import suppress
from typing import NamedTuple

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, driver_required
from mespoints.law.explain import day_words
from mespoints.letters.compte_personnel import (
    FRANCECONNECT,
    Compte,
    CompteRefused,
    change_address,
    close_compte,
    compte_of,
    open_compte,
)
from mespoints.portal.file import licence_of, note
from mespoints.portal.letters.confirming import forget, send_code, take, waiting
from mespoints.portal.letters.forms import AddressForm, CompteForm, EmailCodeForm
from mespoints.portal.letters.printing import has_printer
from mespoints.portal.sign_in_again import ask_again, came_lately
from mespoints.portal.wording import _
from mespoints.register.models import Licence

FORMS: dict[str, type[forms.Form]] = {"open": CompteForm, "address": AddressForm, "confirm": EmailCodeForm}
"""By the word of the button."""
ASKED_LATELY = ("open", "address", "close")
"""What needs a sign-in of a short while ago; a code that was sent to the new address then proves enough."""


class Refusal(NamedTuple):
    """Why nothing was done: a form to mend, or words when there is nothing to mend any more."""

    form: forms.Form | None = None
    words: str = ""


def see(_request: HttpRequest, name: str, *arguments: str) -> HttpResponse:
    """Lead to a page after a form (303): reloading it sends nothing again."""
    response = redirect(name, *arguments)
    response.status_code = 303
    return response


def offers_compte() -> bool:
    """Whether a compte can be opened here: its alerts can leave, and its letters can be shown."""
    return bool(settings.MESPOINTS_HAS_MAIL) and has_printer()


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def compte(request: Visit) -> HttpResponse:
    """Open the compte personnel, keep its address up to date, close it; with a code, only read how it stands."""
    licence = licence_of(request)
    if request.method != "POST":
        note(request, licence, shown="compte")
        return compte_page(request, licence)
    if request.driver.means != FRANCECONNECT:
        return compte_page(request, licence, status=403)
    if request.POST.get("change") in ASKED_LATELY and not came_lately(request):
        return ask_again(request, "portal:compte")
    refusal = changed(request, licence)
    return compte_page(request, licence, refusal, status=422) if refusal else see(request, "portal:compte")


def changed(request: Visit, licence: Licence) -> Refusal | None:
    """Do what the form asks, or say why not.

    What is so already, by another page of the same driver, is no error: the page says how the compte stands.
    """
    asked = request.POST.get("change", "")
    if asked == "confirm" and waiting(request) is None:
        return too_late()
    form = FORMS.get(asked, forms.Form)(request.POST)
    if not form.is_valid():
        return Refusal(form)
    if asked == "confirm":
        return confirmed(request, licence, form)
    if asked in ("open", "address") and may_be_asked(asked, licence):
        why_not = send_code(request, form.cleaned_data["email"], asked)
        if why_not:
            form.add_error("email", why_not)
            return Refusal(form)
    elif asked == "forget":
        forget(request)
    elif asked == "close":
        with suppress(CompteRefused):
            close_compte(licence, means=request.driver.means, on=request.today)
    return None


def too_late() -> Refusal:
    """Nothing waits for a code any more: its twenty minutes are over, or its tries."""
    return Refusal(words=_("Ce code ne sert plus. Donnez votre adresse à nouveau."))


def may_be_asked(change: str, licence: Licence) -> bool:
    """Whether a compte that is closed can be opened here, or one that is open can have another address."""
    is_open = compte_of(licence).is_open
    return is_open if change == "address" else not is_open and offers_compte()


def confirmed(request: Visit, licence: Licence, form: forms.Form) -> Refusal | None:
    """Do what waited for the code of its address; the conditions were ticked before the code was sent."""
    pending = take(request, form.cleaned_data["code"])
    if pending is None:
        if waiting(request) is None:
            return too_late()
        form.add_error("code", _("Ce code n'est pas celui que nous avons envoyé. Vérifiez-le."))
        return Refusal(form)
    with suppress(CompteRefused):
        if pending.change == "open":
            open_compte(licence, pending.email, conditions_met=True, means=request.driver.means, on=request.today)
        else:
            change_address(licence, pending.email, means=request.driver.means, on=request.today)
    return None


def compte_page(request: Visit, licence: Licence, refusal: Refusal | None = None, *, status: int = 200) -> HttpResponse:
    """How the compte stands, and the form of what can be done with it."""
    compte, pending = compte_of(licence), waiting(request)
    form = refusal.form if refusal else None
    if form is None or not fits(form, compte):
        form = EmailCodeForm() if pending else first_form(compte, licence)
    context = {
        "compte": compte,
        "since": day_words(compte.since.toordinal(), request.LANGUAGE_CODE) if compte.since else "",
        "form": form,
        "failed": refusal.words if refusal else "",
        "pending": pending.email if pending and isinstance(form, EmailCodeForm) else "",
        "may_change": request.driver.means == FRANCECONNECT,
        "offers_compte": offers_compte(),
    }
    return render(request, "portal/letters/compte.html", context, status=status)


def fits(form: forms.Form, compte: Compte) -> bool:
    """Whether a form to mend is still one that this compte takes."""
    return isinstance(form, EmailCodeForm) or compte.is_open != isinstance(form, CompteForm)


def first_form(compte: Compte, licence: Licence) -> forms.Form:
    """The form of an address: the one that is kept, or the one that the register knows."""
    if compte.is_open:
        return AddressForm(initial={"email": compte.email})
    return CompteForm(initial={"email": licence.holder.email})
