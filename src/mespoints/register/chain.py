"""The hash chain of a licence: each row bears the digest of what it says and of the row before it.

Whoever changes, removes or inserts a row has to change every link after it, and the daily seals that were exported
(see ``seals``). The form is fixed, ``chain/1``: a change of it would be another form beside this one.

A link is the SHA-256, in hexadecimal, of the link before followed by a JSON list without spaces. The first link of the
acts and that of the movements follow the opening of the licence.
"""

import hashlib
import json
import secrets
from functools import lru_cache
from typing import Any

FORM = "chain/1"
SALT_BYTES = 16

# Made once: json.dumps would make one a call, which takes longer than to write a row.
WRITE_FIELDS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
WRITE_BODY = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def link(previous: str, *fields: object) -> str:
    """The link of a row, from the link before it and what the row says."""
    return hashlib.sha256((previous + WRITE_FIELDS(fields)).encode()).hexdigest()


@lru_cache(maxsize=1, typed=True)  # asked for twice in a row: for the first act, then for the first movement
def opening_link(
    neph: str, obtained_on: str, probation: str, territory: str, *, foreign: bool, recorded_on: str
) -> str:
    """What the first act and the first movement of a licence are chained to; days as ``YYYY-MM-DD``."""
    return link(FORM, neph, obtained_on, probation, territory, foreign, recorded_on)


def body_of(payload: dict[str, Any]) -> str:
    """The text of a payload, the same whatever the order in which its keys were given."""
    return WRITE_BODY(payload)


def new_salt() -> str:
    """Sixteen random bytes, in hexadecimal."""
    return secrets.token_hex(SALT_BYTES)


def payload_digest(salt: str, body: str) -> str:
    """What the act keeps of its payload: enough to check it, nothing to read."""
    return hashlib.sha256((salt + body).encode()).hexdigest()
