"""« Partager mes droits »: the holder makes a code, sees who used it, revokes it. With FranceConnect alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mespoints.identity.session import Visit, driver_required
from mespoints.law.explain import day_words
from mespoints.letters.compte_personnel import FRANCECONNECT
from mespoints.portal.file import licence_of, note
from mespoints.portal.sharing.cards import share_cards
from mespoints.portal.sharing.codes import digest_of, new_code
from mespoints.portal.sharing.forms import LabelForm
from mespoints.portal.sign_in_again import ask_again, came_lately
from mespoints.records.sharing import DAYS, MOST_OPEN, TooMany, revoke, share
from mespoints.register.models import Licence


@require_http_methods(["GET", "HEAD", "POST"])
@driver_required
def my_shares(request: Visit) -> HttpResponse:
    """The codes and who used them; a new code is shown in the answer to its form, and nowhere else ever."""
    licence = licence_of(request)
    if request.method != "POST":
        note(request, licence, shown="shares")
        return shares_page(request, licence, LabelForm())
    if request.driver.means != FRANCECONNECT:
        return shares_page(request, licence, LabelForm(), status=403)
    if "revoke" in request.POST:
        return revoked(request, licence)
    if not came_lately(request):
        return ask_again(request, "portal:shares")
    form = LabelForm(request.POST)
    if not form.is_valid():
        return shares_page(request, licence, form, status=422)
    return shared(request, licence, form)


def revoked(request: Visit, licence: Licence) -> HttpResponse:
    """Close the code of a number, then show the page at its own address."""
    number = request.POST["revoke"]
    if number.isascii() and number.isdigit() and len(number) < 10:
        revoke(licence, int(number), on=request.today)
    response = redirect("portal:shares")
    response.status_code = 303
    return response


def shared(request: Visit, licence: Licence, form: LabelForm) -> HttpResponse:
    """Make a code. Not followed by a redirection: the code would have to be kept somewhere meanwhile."""
    code = new_code()
    try:
        made = share(licence, digest_of(code), label=form.cleaned_data["label"], on=request.today)
    except TooMany:
        return shares_page(request, licence, LabelForm(), is_full=True, status=409)
    until = day_words(made.until_on.toordinal(), request.LANGUAGE_CODE)
    return shares_page(request, licence, LabelForm(), code=code, until=until)


def shares_page(
    request: Visit,
    licence: Licence,
    form: LabelForm,
    *,
    code: str = "",
    until: str = "",
    is_full: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page; ``code``: the one that was just made."""
    context = {
        "cards": share_cards(licence, request.today, request.LANGUAGE_CODE),
        "form": form,
        "code": code,
        "until": until,
        "is_full": is_full,
        "days": DAYS,
        "most_open": MOST_OPEN,
        "may_share": request.driver.means == FRANCECONNECT,
        "address": address_of_rights(request),
    }
    return render(request, "portal/sharing/mine.html", context, status=status)


def address_of_rights(request: HttpRequest) -> str:
    """Where a third party types the code, as one reads it aloud: without the scheme."""
    return request.build_absolute_uri(reverse("portal:shared_rights")).partition("://")[2].rstrip("/")
