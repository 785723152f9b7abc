"""The pages of the letters. None names a letter but by its place among those of the driver whose session it is."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mespoints.identity.session import Visit, driver_required
from mespoints.letters.authorities import authorities_abroad, authorities_of
from mespoints.letters.compte_personnel import compte_of
from mespoints.letters.copies import NoCopy
from mespoints.letters.countries import is_abroad
from mespoints.letters.first_readings import is_unread, note_first_reading
from mespoints.letters.models import Sending
from mespoints.letters.timeline import letter_lives
from mespoints.portal.file import file_of, licence_of, note
from mespoints.portal.letters.cards import Reader, letter_cards
from mespoints.portal.letters.compte import offers_compte, see
from mespoints.portal.letters.printing import copy_for, has_printer
from mespoints.register.models import Licence


@require_safe
@driver_required
def letters(request: Visit) -> HttpResponse:
    """Every letter that the driver was owed, and where it is. The letters themselves are opened one by one."""
    file = file_of(request)
    lives = letter_lives(file.licence, file.statement)
    holder = file.licence.holder
    lives_abroad = is_abroad(holder.address)
    authorities = (authorities_abroad if lives_abroad else authorities_of)(holder.departement)
    places = places_of(file.licence) if any(life.attempts for life in lives) else {}
    reader = Reader(file.dossier, request.today, places, request.LANGUAGE_CODE, file.statement.remedies, lives_abroad)
    note(request, file.licence, shown="letters")
    context = {
        "letters": letter_cards(lives, reader),
        "court": authorities.court if authorities else "",
        "is_abroad": lives_abroad,
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


def sendings_of(licence: Licence) -> list[Sending]:
    """All that was sent to a driver, the first one first; their places never change."""
    rows = Sending.objects.filter(owed__licence=licence)
    return list(rows.select_related("owed__licence__holder", "batch", "deposit").order_by("pk"))


def places_of(licence: Licence) -> dict[str, int]:
    """The places, from 1, of the letters that can be shown, by their references: as ``sendings_of`` has them."""
    if not has_printer():
        return {}
    rows = Sending.objects.filter(owed__licence=licence).order_by("pk").values_list("reference", "acts")
    return {reference: place for place, (reference, acts) in enumerate(rows, 1) if acts is not None}


def sending_at(licence: Licence, slug: str) -> Sending:
    """The letter at a place among those of this driver, or the answer that there is none."""
    for place, sending in enumerate(sendings_of(licence), 1):
        if slug == f"lettre-{place}" and sending.acts is not None and has_printer():
            return sending
    raise Http404
