"""Where a document says that it is verified: on the driver's pages, whichever surface issued it."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def verified_at(request: HttpRequest) -> str:
    """The address of the page that verifies, on the host of the driver's pages where they have one of their own."""
    path, host = reverse("portal:verify"), settings.MESPOINTS_HOSTS.get("portal")
    return f"{request.scheme}://{host}{path}" if host else request.build_absolute_uri(path)
