"""Files that come with a claim, and the scans of the pieces of a request: judged, then kept in the database."""

import hashlib
import logging
import secrets
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.conf import settings

from mespoints.requests.media import MOST_BYTES, media_of
from mespoints.requests.models import Attachment, Claim, RecordRequest
from mespoints.requests.scanning import Finding, scan

log = logging.getLogger(__name__)

MOST_FILES = 3
"""At once."""


class Judged(NamedTuple):
    """A file that may be kept."""

    media: str
    content: bytes

    @property
    def digest(self) -> str:
        """Its sha-256, which tells that it is the one that was sent."""
        return hashlib.sha256(self.content).hexdigest()


class FileRefused(Exception):
    """A file that is not kept. ``place``: its place among those sent, from 1; ``why``: one of the words below."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(place, why)
        self.place, self.why = place, why


TOO_LARGE, UNKNOWN, TOO_MANY = "too_large", "unknown", "too_many"
INFECTED, UNSCANNED = "infected", "unscanned"
REFUSED = {Finding.INFECTED: INFECTED, Finding.UNKNOWN: UNSCANNED}


def judge(contents: Sequence[bytes]) -> tuple[Judged, ...]:
    """What the files are. Raises FileRefused at the first that is too large, or no whole PDF, JPEG or PNG.

    Where there is a scanner (``MESPOINTS_SCANNER``), also at the first that holds a virus, or that it says nothing of.
    """
    if len(contents) > MOST_FILES:
        raise FileRefused(MOST_FILES + 1, TOO_MANY)
    judged = []
    for place, content in enumerate(contents, 1):
        if len(content) > MOST_BYTES:
            raise FileRefused(place, TOO_LARGE)
        media = media_of(content)
        if media is None:
            raise FileRefused(place, UNKNOWN)
        if settings.MESPOINTS_SCANNER and (found := scan(content, settings.MESPOINTS_SCANNER)) is not Finding.CLEAN:
            log.warning("a file that was sent is refused: the scanner says %s", found.value)
            raise FileRefused(place, REFUSED[found])
        judged.append(Judged(media, content))
    return tuple(judged)


def keep(
    files: Sequence[Judged],
    *,
    on: date,
    claim: Claim | None = None,
    record_request: RecordRequest | None = None,
    piece: str = "",
) -> None:
    """Keep the files of a claim, or of a piece of a request, each under a name drawn at random."""
    Attachment.objects.bulk_create(
        Attachment(
            name=secrets.token_hex(16), claim=claim, record_request=record_request, piece=piece, received_on=on,
            media=one.media, size=len(one.content), digest=one.digest, content=one.content,
        )
        for one in files
    )  # fmt: skip
