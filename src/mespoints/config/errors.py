"""What is answered when something went wrong: 503 where the register is out of reach for now, 500 for a bug of ours."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.defaults import server_error

from mespoints.api.problems import answer
from mespoints.register.unavailable import why_unavailable

AGAIN_SECONDS = 30
"""When to come back, for browsers and programs that ask."""


def answer_error(request: HttpRequest) -> HttpResponse:
    """The page, or the problem of the API, for the exception that Django is handling. Nothing asks the database."""
    if not why_unavailable(sys.exception()):
        return server_error(request)
    later = {"Retry-After": str(AGAIN_SECONDS)}
    if request.path.startswith("/api/"):
        return answer("unavailable", headers=later)
    # An error of the session is handled outside the middleware that sets the language.
    with translation.override(getattr(request, "LANGUAGE_CODE", None) or translation.get_language()):
        return HttpResponse(render_to_string("503.html", request=request), status=503, headers=later)
