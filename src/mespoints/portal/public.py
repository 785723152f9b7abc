"""The pages that anyone may read: how points work, help, and what the law asks a site to say of itself.

Their prose stands in one template a language, ``portal/public/fr`` and ``portal/public/en``, with the same headings.
"""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from mespoints.identity.session import moment

PROSE = {
    "how": "comment-ca-marche",
    "help": "aide",
    "accessibility": "accessibilite",
    "legal": "mentions-legales",
    "privacy": "donnees-personnelles",
    "site_map": "plan-du-site",
}
"""The pages of prose, by the name of their template, and their addresses."""

SECURITY_DAYS = 180
"""How long ``security.txt`` may be relied on once read: less than the year that RFC 9116 recommends at most."""


def prose(name: str) -> Callable[[HttpRequest], HttpResponse]:
    """The view of a page of prose."""

    @require_safe
    def show(request: HttpRequest) -> HttpResponse:
        page = f"portal/public/{get_language()}/{name}.html"
        return render(request, page, {"publisher": settings.MESPOINTS_PUBLISHER, "contact": settings.MESPOINTS_CONTACT})

    return show


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    contact = settings.MESPOINTS_SECURITY_CONTACT or request.build_absolute_uri(reverse("portal:help")) + "#securite"
    expires = (moment(request) + timedelta(days=SECURITY_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires}",
        "Preferred-Languages: fr, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
