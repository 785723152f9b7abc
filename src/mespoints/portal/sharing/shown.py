"""« Vérifier des droits avec un code »: open to anyone who was given one. The code is never in an address."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from mespoints.identity import networks
from mespoints.identity.session import moment
from mespoints.law.explain import day_words, long_day
from mespoints.portal.licence_page.card import CategoryRow
from mespoints.portal.sharing.codes import digest_of
from mespoints.portal.sharing.forms import ShareCodeForm
from mespoints.portal.wording import _
from mespoints.records.holding import Held
from mespoints.records.models import ShareCode
from mespoints.records.sharing import SharedRights, code_open, rights_shown
from mespoints.register.accesses import RECIPIENT, record_access

DOOR = "share"
ARTICLE = "L225-5"
"""Existence, category and validity of a licence may be told to the holder's own proxy, and to others that it names."""


class RightsCard(NamedTuple):
    """What the page says: words alone, made of ``SharedRights`` alone."""

    holder: str
    usage_name: str
    status: str
    is_valid: bool
    when: str
    categories: tuple[CategoryRow, ...]
    restrictions: str


@require_http_methods(["GET", "HEAD", "POST"])
def shared_rights(request: HttpRequest) -> HttpResponse:
    """The form; or the rights of the day, once the look is written in the journal of the file."""
    if request.method != "POST":
        return enter_page(request, ShareCodeForm())
    form = ShareCodeForm(request.POST)
    if not form.is_valid():
        return enter_page(request, form, status=422)
    address, now = request.META.get("REMOTE_ADDR", ""), moment(request)
    if networks.is_full(DOOR, address, now):
        form.add_error(None, _("Trop d'essais depuis votre connexion à internet. Réessayez dans une heure."))
        return enter_page(request, form, status=429)
    today = request.today  # type: ignore[attr-defined]
    code = code_open(digest_of(form.cleaned_data["code"]), today)
    if code is None:
        networks.count_failure(DOOR, address, now)
        form.add_error("code", refusal())
        return enter_page(request, form, status=422)
    card = rights_card(rights_shown(code.licence, today), get_language() or "fr")
    note_recipient(code, form.cleaned_data["name"])
    return render(request, "portal/sharing/shown.html", {"rights": card})


def refusal() -> str:
    """The one answer to a code that opens nothing: unknown, ended or revoked, nobody is told which."""
    return _("Ce code n'ouvre rien : vérifiez-le. S'il a expiré ou a été révoqué, demandez-en un autre au titulaire.")


def note_recipient(code: ShareCode, name: str) -> None:
    """The line that the holder will read."""
    record_access(
        code.licence, viewer=RECIPIENT, who=name, means="", article=ARTICLE, reason=str(code.number), shown="rights"
    )


def enter_page(request: HttpRequest, form: ShareCodeForm, *, status: int = 200) -> HttpResponse:
    """The form."""
    return render(request, "portal/sharing/enter.html", {"form": form}, status=status)


def rights_card(rights: SharedRights, language: str) -> RightsCard:
    """The rights in words."""
    return RightsCard(
        holder=f"{rights.given_names} {rights.family_name}",
        usage_name=rights.usage_name,
        status=_("Permis valable") if rights.is_valid else _("Ce permis ne permet pas de conduire ce jour-là"),
        is_valid=rights.is_valid,
        when=_("État au %(day)s") % {"day": long_day(rights.on, language)},
        categories=tuple(category_row(held, language) for held in rights.categories),
        restrictions=", ".join(rights.restrictions),
    )


def category_row(held: Held, language: str) -> CategoryRow:
    """A category in words."""
    return CategoryRow(
        held.category,
        day_words(held.from_on, language),
        day_words(held.to_on, language) if held.to_on else _("sans limite"),
        ", ".join(held.codes) or _("aucun"),
    )
