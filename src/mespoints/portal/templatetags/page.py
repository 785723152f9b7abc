"""What the frame of every page needs: the band, the signed-in state, the other language."""

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from mespoints.identity.session import signed_in

register = template.Library()

OTHER_LANGUAGE = {"fr": ("en", "English"), "en": ("fr", "Français")}


class Frame(NamedTuple):
    """``here`` is where choosing another language leads back to: never a page that only answers a form."""

    demo_band: bool
    signed_in: bool
    language: str
    other_language: str
    other_language_name: str
    here: str


@register.simple_tag(takes_context=True)
def frame(context: dict[str, Any]) -> Frame:
    """The frame of the page being shown."""
    request: HttpRequest = context["request"]
    language = get_language() or settings.LANGUAGE_CODE
    return Frame(
        getattr(settings, "MESPOINTS_DEMO_BAND", True),
        signed_in(request) is not None,
        language,
        *OTHER_LANGUAGE[language],
        request.path if request.method in ("GET", "HEAD") else reverse("portal:home"),
    )
