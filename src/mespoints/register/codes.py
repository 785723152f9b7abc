"""Confidential codes: kept as Argon2id hashes, compared without capitals, spaces or hyphens being in the way."""

import re
import secrets
from datetime import date

from django.contrib.auth.hashers import check_password, make_password

from mespoints.register.models import ConfidentialCode, Licence

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 of Crockford: none that a person may take for another."""
LENGTH = 10
"""Fifty bits, what the CNIL asks of a password with a limit of attempts (délibération n° 2022-100)."""

SEPARATORS = re.compile(r"[\s-]+")


def normal_code(typed: str) -> str:
    """The code as it was issued: capitals, without the spaces or hyphens that ease its reading."""
    return SEPARATORS.sub("", typed).upper()


def hash_of(code: str) -> str:
    """The Argon2id hash of a code. Slow on purpose: not to be called while a transaction is open."""
    return make_password(normal_code(code))


def goes_with(code: str, kept: ConfidentialCode) -> bool:
    """Whether this is the code that was issued."""
    return check_password(normal_code(code), kept.code_hash)


def keep_code(licence: Licence, code_hash: str, *, issued_on: date) -> None:
    """Keep the first code of a licence."""
    ConfidentialCode.objects.create(licence=licence, code_hash=code_hash, issued_on=issued_on)


def draw_code(length: int = LENGTH) -> str:
    """A new code, drawn at random: it is told once, and only its hash is kept."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))


def issue_code(licence: int, code_hash: str, *, issued_on: date) -> None:
    """A code takes the place of the one before, closed or not. ``licence``: the number of its row."""
    ConfidentialCode.objects.update_or_create(
        licence_id=licence, defaults={"code_hash": code_hash, "issued_on": issued_on, "closed_on": None}
    )


def close_code(licence: int, on: date) -> None:
    """The code opens nothing any more: it was lost, or stolen, or its letter did not leave."""
    ConfidentialCode.objects.filter(licence_id=licence, closed_on=None).update(closed_on=on)
