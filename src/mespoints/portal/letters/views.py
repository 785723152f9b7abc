"""The pages of the letters. None names a letter but by its place among those of the driver whose session it is."""

from contextlib import suppress
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mespoints.identity.session import Visit, driver_required
from mespoints.law.explain import day_words
from mespoints.letters.authorities import authorities_of
from mespoints.letters.compte_personnel import (
    FRANCECONNECT,
    CompteRefused,
    change_address,
    close_compte,
    compte_of,
    open_compte,
)
from mespoints.letters.copies import NoCopy
from mespoints.letters.first_readings import is_unread, note_first_reading
from mespoints.letters.models import Sending
from mespoints.letters.timeline import letter_lives
from mespoints.portal.file import file_of, licence_of, note
from mespoints.portal.letters.cards import Reader, letter_cards
from mespoints.portal.letters.forms import CONDITIONS, AddressForm, CompteForm
from mespoints.portal.letters.printing import copy_for, has_printer
from mespoints.register.models import Licence


@require_safe
@driver_required
def letters(request: Visit) -> HttpResponse:
    """Every letter that the driver was owed, and where it is. The letters themselves are opened one by one."""
    file = file_of(request)
    lives = letter_lives(file.licence, file.statement)
    reader = Reader(
        file.dossier, request.today, places_of(file.licence), request.LANGUAGE_CODE, file.statement.remedies
    )
    authorities = authorities_of(file.licence.holder.departement)
    note(request, file.licence, shown="letters")
    context = {
        "letters": letter_cards(lives, reader),
        "court": authorities.court if authorities else "",
        "has_copies": has_printer(),
        "compte": compte_of(file.licence),
        "offers_compte": offers_compte(),
    }
    return render(request, "portal/letters/letters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def letter(request: Visit, slug: str) -> HttpResponse:
    """A letter, as PDF. One that was deposited and never read is opened by POST: that is its first reading."""
    licence = licence_of(request)
    sending = sending_at(licence, slug)
    try:
        copy = copy_for(sending)
    except NoCopy:
        return render(request, "portal/letters/gone.html", status=410)
    if request.method == "POST":
        note_first_reading(sending, copy.digest, means=request.driver.means, on=request.today)
        return see(request, "portal:letter", slug)
    if is_unread(sending):
        return redirect("portal:letters")
    note(request, licence, shown="letter")
    headers = {"Content-Disposition": f'inline; filename="{slug}.pdf"'}
    return HttpResponse(copy.pdf, content_type="application/pdf", headers=headers)


def see(_request: HttpRequest, name: str, *arguments: str) -> HttpResponse:
    """Lead to a page after a form (303): reloading it sends nothing again."""
    response = redirect(name, *arguments)
    response.status_code = 303
    return response


def sendings_of(licence: Licence) -> list[Sending]:
    """All that was sent to a driver, the first one first; their places never change."""
    rows = Sending.objects.filter(owed__licence=licence)
    return list(rows.select_related("owed__licence__holder", "batch", "deposit").order_by("pk"))


def places_of(licence: Licence) -> dict[str, int]:
    """The places, from 1, of the letters that can be shown, by their references."""
    if not has_printer():
        return {}
    rows = enumerate(sendings_of(licence), 1)
    return {sending.reference: place for place, sending in rows if sending.acts is not None}


def sending_at(licence: Licence, slug: str) -> Sending:
    """The letter at a place among those of this driver, or the answer that there is none."""
    for place, sending in enumerate(sendings_of(licence), 1):
        if slug == f"lettre-{place}" and sending.acts is not None and has_printer():
            return sending
    raise Http404


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
        return compte_page(request, licence, None)
    if request.driver.means != FRANCECONNECT:
        return compte_page(request, licence, None, status=403)
    refused = changed(request, licence)
    return compte_page(request, licence, refused, status=422) if refused else see(request, "portal:compte")


def changed(request: Visit, licence: Licence) -> forms.Form | None:
    """Do what the form asks; the form itself when it is not filled as it should be.

    What is so already, by another page of the same driver, is no error: the page says how the compte stands.
    """
    asked = request.POST.get("change", "")
    form = {"open": CompteForm, "address": AddressForm}.get(asked, forms.Form)(request.POST)
    if not form.is_valid():
        return form
    told: dict[str, Any] = {"means": request.driver.means, "on": request.today}
    with suppress(CompteRefused):
        if asked == "open" and offers_compte():
            met = all(form.cleaned_data[name] for name in CONDITIONS)
            open_compte(licence, form.cleaned_data["email"], conditions_met=met, **told)
        elif asked == "address":
            change_address(licence, form.cleaned_data["email"], **told)
        elif asked == "close":
            close_compte(licence, **told)
    return None


def compte_page(request: Visit, licence: Licence, form: forms.Form | None, *, status: int = 200) -> HttpResponse:
    """How the compte stands, and the form of what can be done with it."""
    compte = compte_of(licence)
    if form is None or compte.is_open == isinstance(form, CompteForm):
        kind, email = (AddressForm, compte.email) if compte.is_open else (CompteForm, licence.holder.email)
        form = kind(initial={"email": email})
    context = {
        "compte": compte,
        "since": day_words(compte.since.toordinal(), request.LANGUAGE_CODE) if compte.since else "",
        "form": form,
        "may_change": request.driver.means == FRANCECONNECT,
        "offers_compte": offers_compte(),
    }
    return render(request, "portal/letters/compte.html", context, status=status)
