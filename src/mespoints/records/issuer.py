"""The key of the documents and their composer: one of each for the whole process, one document at a time."""

from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from mespoints.records.keyring import Keyring, read_keyring
from mespoints.seal.keys import (
    DEMONSTRATION,
    DEMONSTRATION_DAYS,
    DEMONSTRATION_FROM,
    KeyRefused,
    Signer,
    make_signer,
    write_new,
)

if TYPE_CHECKING:
    from mespoints.records.composing import Composer
    from mespoints.records.contents import Contents

ONE_AT_A_TIME = Lock()
NO_KEY = Keyring(None, ())


def keyring() -> Keyring:
    """The key and the certificates of this service; none when no file is named. A demonstration makes its own."""
    return keyring_of(settings.MESPOINTS_DOCUMENT_KEY, settings.MESPOINTS_DEMO) if has_file() else NO_KEY


def require_keyring() -> None:
    """Read the file before the first visitor. Raises ImproperlyConfigured when it cannot serve."""
    try:
        keyring()
    except KeyRefused as error:
        raise ImproperlyConfigured(f"MESPOINTS_DOCUMENT_KEY: {error}") from error
    except OSError as error:
        raise ImproperlyConfigured(f"MESPOINTS_DOCUMENT_KEY: {error.filename}: {error.strerror}") from error


def has_file() -> bool:
    """Whether the settings name a file."""
    return bool(settings.MESPOINTS_DOCUMENT_KEY)


@cache
def keyring_of(path: str, may_make: bool) -> Keyring:
    """The file, read once a process. Raises KeyRefused, and OSError."""
    file = Path(path)
    if may_make and not file.exists():
        write_new(file, make_signer(DEMONSTRATION, DEMONSTRATION_FROM, DEMONSTRATION_DAYS))
    return read_keyring(file)


def signer() -> Signer | None:
    """The key that signs; None where no document is issued."""
    return keyring().signer


@cache
def composer() -> "Composer":
    """Made when somebody asks for the first document: it loads its typefaces."""
    from mespoints.records.composing import Composer

    return Composer()


def issue_now(contents: "Contents", by: Signer, at: datetime) -> bytes:
    """A document, sealed and signed."""
    from mespoints.records.issuing import issue

    with ONE_AT_A_TIME:
        return issue(contents, composer(), by, at)
