"""The letters composed again for their readers: one composer for the whole process, one letter at a time."""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from django.conf import settings

from mespoints.letters.models import Sending

if TYPE_CHECKING:
    from mespoints.letters.copies import Copy
    from mespoints.letters.typesetting import Typesetter

ONE_AT_A_TIME = Lock()


def has_printer() -> bool:
    """Whether this service knows who signs the letters, without which none can be composed."""
    return bool(settings.MESPOINTS_SENDER)


@cache
def printer() -> "Typesetter":
    """The composer, made when somebody opens the first letter: it loads its typefaces."""
    from mespoints.letters.senders import read_sender
    from mespoints.letters.typesetting import Typesetter

    return Typesetter(read_sender(Path(settings.MESPOINTS_SENDER)), is_specimen=settings.MESPOINTS_DEMO_BAND)


def copy_for(sending: Sending) -> "Copy":
    """The letter of a sending. Raises ``letters.copies.NoCopy``."""
    from mespoints.letters.copies import copy_of

    with ONE_AT_A_TIME:
        return copy_of(sending, printer())
