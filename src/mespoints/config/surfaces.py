"""The driver's pages, the desk and the authorities' access: each on its own host, where the operator gives them three.

The cookies of one host are out of reach of another, and what breaks one surface does not hold the others.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.utils.encoding import escape_uri_path

from mespoints.api.problems import answer
from mespoints.config.middleware import Answer

PORTAL, DESK, API = SURFACES = ("portal", "desk", "api")
PREFIXES = {"/guichet/": DESK, "/api/": API}
OF_EVERY_HOST = ("/sante/", "/pret/", "/metriques/", "/static/", "/langue/", "/robots.txt", "/.well-known/")
"""What probes, browsers and robots ask of any host."""
DESK_HOME = "/guichet/"


def surface_of(path: str) -> str:
    """The surface that an address belongs to; empty for those that every host answers."""
    if path.startswith(OF_EVERY_HOST):
        return ""
    return next((name for prefix, name in PREFIXES.items() if f"{path}/".startswith(prefix)), PORTAL)


class Surfaces:
    """Answers an address on the host of its surface alone, and the authorities' access never in clear."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, refuse, or lead to the driver's pages; what a program sent in clear is not sent on for it."""
        surface, hosts = surface_of(request.path), settings.MESPOINTS_HOSTS
        if surface == API and settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return answer("in-clear")
        here = split_domain_port(request.get_host())[0] if hosts else ""
        if not hosts or not surface or here == hosts[surface]:
            return self.answer(request)
        return elsewhere(request, surface, here)


def elsewhere(request: HttpRequest, surface: str, here: str) -> HttpResponseBase:
    """The answer to what is not served on this host. Nothing that was typed after the path goes along."""
    hosts = settings.MESPOINTS_HOSTS
    if API in (surface, *(name for name in SURFACES if hosts[name] == here)):
        return answer("not-here")
    if surface == DESK or request.method not in ("GET", "HEAD"):
        raise Http404
    if here == hosts[DESK] and request.path == "/":
        return HttpResponseRedirect(DESK_HOME)
    return HttpResponseRedirect(f"{request.scheme}://{hosts[PORTAL]}{escape_uri_path(request.path)}")
