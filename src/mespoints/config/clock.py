"""The one clock of the running service; everything below receives the instant or the day as an argument."""

from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The instant, which no demonstration pretends: sessions and locks last as long as they say."""
    return timezone.now()


def today() -> date:
    """The day it is in Paris, or the day a demonstration pretends it is."""
    pretended: date | None = settings.MESPOINTS_TODAY
    return pretended or timezone.localdate(now())


def is_past(hour: time) -> bool:
    """Whether it is that hour already, in Paris; what a demonstration pretends has no hours."""
    return settings.MESPOINTS_TODAY is None and timezone.localtime(now()).time() >= hour
