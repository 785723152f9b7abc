"""The one clock of the running service; everything below receives the day as an argument."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day it is in Paris, or the day a demonstration pretends it is."""
    pretended: date | None = settings.MESPOINTS_TODAY
    return pretended or timezone.localdate()
