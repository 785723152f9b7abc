"""Confidential codes: kept as Argon2id hashes, compared without capitals, spaces or hyphens being in the way."""

import re
from datetime import date

from django.contrib.auth.hashers import check_password, make_password

from mespoints.register.models import ConfidentialCode, Licence

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
