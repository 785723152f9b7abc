"""A site of sign-in alone: the real pages of the door, and a plain page behind it."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.i18n import set_language

from mespoints.identity.session import Visit, driver_required


@driver_required
def balance(request: Visit) -> HttpResponse:
    """Who is in."""
    return HttpResponse(f"{request.driver.licence_pk} {request.driver.means}")


def home(request: HttpRequest) -> HttpResponse:
    """Where nobody needs to sign in."""
    return HttpResponse("home")


portal = (
    [
        path("", home, name="home"),
        path("mes-points/", balance, name="balance"),
        path("mon-permis/", balance, name="licence"),
        path("qui-a-consulte/", balance, name="who_looked"),
        path("simulateur/", balance, name="simulator"),
        path("", include("mespoints.portal.sign_in_urls")),
    ],
    "portal",
)
urlpatterns = [path("langue/", set_language, name="set_language"), path("", include(portal))]
