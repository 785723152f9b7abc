"""What the settings leave open, said when the service starts: nothing that stops it, and nothing that stays unsaid."""

import logging
from collections.abc import Iterator

from django.conf import settings

log = logging.getLogger(__name__)


def cautions() -> Iterator[str]:
    """A sentence for each means of protection that is not set; none in a demonstration."""
    if settings.MESPOINTS_DEMO:
        return
    if not settings.MESPOINTS_HOSTS:
        yield "MESPOINTS_HOSTS is not set: the driver's pages, the desk and the authorities' access share one host"
    if not settings.MESPOINTS_SCANNER:
        yield "MESPOINTS_SCANNER is not set: files that people send are not scanned for viruses"
    if settings.MESPOINTS_DATABASE_IN_CLEAR:
        yield "MESPOINTS_DATABASE_IN_CLEAR is set: the line to PostgreSQL has to be encrypted by other means"


def say_cautions() -> None:
    """Write them in the log, as warnings."""
    for words in cautions():
        log.warning(words)
