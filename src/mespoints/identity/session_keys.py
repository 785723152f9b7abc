"""Sessions: under what each is kept (a digest of its key: who reads the table takes none over), and when it is over."""

from datetime import timedelta
from hashlib import blake2b

AHEAD = timedelta(minutes=5)
"""By how much two clocks may disagree."""


def is_over(age: timedelta, longest: timedelta) -> bool:
    """Whether a session has lasted; one from the future, which a clock that jumped has left, has no end to wait for."""
    return not -AHEAD < age < longest


def digest(session_key: str) -> str:
    """The 40 characters, as many as the column holds, under which a session is kept. A random key needs no salt."""
    return blake2b(session_key.encode(), digest_size=20).hexdigest()
