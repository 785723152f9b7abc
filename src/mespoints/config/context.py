"""What every template may know about the place where it is shown."""

from django.conf import settings
from django.http import HttpRequest


def place(_request: HttpRequest) -> dict[str, bool]:
    """Whether this is a demonstration, which the band at the top of each page says."""
    return {"demo": settings.MESPOINTS_DEMO}
