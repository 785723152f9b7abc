"""Under what a session is kept: a digest of its key, so that whoever reads the table cannot take a session over."""

from hashlib import blake2b


def digest(session_key: str) -> str:
    """The 40 characters, as many as the column holds, under which a session is kept. A random key needs no salt."""
    return blake2b(session_key.encode(), digest_size=20).hexdigest()
