"""What every request and every answer carries: the day, the language, the headers no page should forget."""

from collections.abc import Callable

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from mespoints.config.clock import now, today

Answer = Callable[[HttpRequest], HttpResponseBase]

PERMISSIONS_POLICY = "camera=(), geolocation=(), interest-cohort=(), microphone=(), payment=(), usb=()"


class Clock:
    """Gives each request its day and its instant, so that one page never straddles midnight."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Set ``request.today`` and ``request.now``, and answer."""
        request.today = today()  # type: ignore[attr-defined]
        request.now = now()  # type: ignore[attr-defined]
        return self.answer(request)


class Language:
    """French, unless the person chose otherwise: a browser's preference is not a choice."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.offered = frozenset(code for code, _ in settings.LANGUAGES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the cookie, and say which it is."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in self.offered else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        return response


class Headers:
    """Pages are personal: nothing is kept by a cache unless the view says so, and no device is ever asked for.

    What a page may load is the same for all of them (``CONTENT_SECURITY_POLICY``): worded once, as django-csp words it,
    and not, as its middleware does, for each answer.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.policy = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, then add what the view left unsaid."""
        response = self.answer(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


class Tokens:
    """The token of the forms: a browser that has its cookie is not sent it with every page. After Django's own."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and leave the cookie alone unless its content is new to the browser."""
        response = self.answer(request)
        needs, token = "CSRF_COOKIE_NEEDS_UPDATE", request.META.get("CSRF_COOKIE")
        if request.META.get(needs) and token == request.COOKIES.get(settings.CSRF_COOKIE_NAME):
            request.META[needs] = False
            patch_vary_headers(response, ("Cookie",))
        return response
