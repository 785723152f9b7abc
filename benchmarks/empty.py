"""The addresses of the site, and an empty view to compare its pages with."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing but what every page costs: the middlewares, and reading the session."""
    return HttpResponse(str(request.session.get("driver") is not None))


urlpatterns = [path("empty/", empty), path("", include("mespoints.config.urls"))]
