"""A site of sign-in alone: the real pages of the door, and a plain page behind it."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.i18n import set_language

from mespoints.identity.session import Visit, driver_required
from mespoints.portal.templatetags.page import ROUTES


@driver_required
def balance(request: Visit) -> HttpResponse:
    """Who is in."""
    return HttpResponse(f"{request.driver.licence_pk} {request.driver.means}")


def home(request: HttpRequest) -> HttpResponse:
    """Where nobody needs to sign in."""
    return HttpResponse("home")


DOOR = ("home", "balance", "sign_in", "sign_out")
BEHIND = [name for name in (route.removeprefix("portal:") for route in ROUTES[:-1]) if name not in DOOR] + [
    "not_in_file"
]
"""What every page links to, besides the door itself, and where the door sends those whom nobody knows."""

portal = (
    [
        path("", home, name="home"),
        path("mes-points/", balance, name="balance"),
        *[path(f"{name}/", balance, name=name) for name in BEHIND],
        path("", include("mespoints.portal.sign_in_urls")),
    ],
    "portal",
)
urlpatterns = [path("langue/", set_language, name="set_language"), path("", include(portal))]
