"""Sign-in with the NEPH and the confidential code, at one Argon2 verification an answer, whatever the register holds.

The NEPH is an identifier, partly guessable, never a secret. An unknown NEPH, a wrong code and a locked one cannot be
told apart, neither by their words nor by their time.
"""

import base64
import logging
import re
import secrets
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import transaction
from django.utils.timezone import localdate

from mespoints.identity import limits, networks
from mespoints.identity.pseudonyms import pseudonym
from mespoints.identity.slow_thread import slowly
from mespoints.register.codes import normal_code
from mespoints.register.models import ConfidentialCode, Licence

log = logging.getLogger(__name__)

DOOR = "neph"
_NEPH = re.compile(r"[0-9A-Z]{5,19}")


class Outcome(Enum):
    """What becomes of a NEPH and a code."""

    SIGNED_IN = "signed_in"
    WRONG = "wrong"
    LOCKED = "locked"
    CLOSED = "closed"
    NETWORK_FULL = "network_full"


class Check(NamedTuple):
    """The licence when SIGNED_IN, the tries left when WRONG, the end of the lock when LOCKED."""

    outcome: Outcome
    licence: Licence | None = None
    tries_left: int = 0
    locked_until: datetime | None = None


def normal_neph(typed: str) -> str | None:
    """The NEPH as the register writes it, or nothing when this cannot be one. Leading zeros count."""
    neph = "".join(typed.split()).upper()
    return neph if _NEPH.fullmatch(neph) else None


def check(neph: str, code: str, *, address: str, now: datetime) -> Check:
    """Whether the code goes with the NEPH (already ``normal_neph``), for someone at this network address."""
    if networks.is_full(DOOR, address, now):
        return Check(Outcome.NETWORK_FULL)
    who = pseudonym("neph", neph)
    if limits.is_closed(who) and _code_of(neph) is not None:
        # A code issued since the closure starts afresh. Read in this order: a closure is seen with its code.
        limits.forget(who)
    held = _code_of(neph)
    before = limits.open_attempt(who, now)
    is_right = _verify(code, held if before.is_open else None)
    if is_right and held is not None:
        limits.forget(who)
        return Check(Outcome.SIGNED_IN, held.licence)
    networks.count_failure(DOOR, address, now)
    if not before.is_open:
        return _refusal(before)
    after = _fail(who, held, now)
    log.info("NEPH and code refused: %s, %d tries left", who[:12], after.tries_left)
    return _refusal(after)


def _code_of(neph: str) -> ConfidentialCode | None:
    """The code in force for this NEPH; that of a holder who has died opens nothing any more."""
    in_force = ConfidentialCode.objects.filter(closed_on=None, licence__holder__deceased_on=None)
    return in_force.select_related("licence").filter(licence__neph=neph).first()


def _fail(who: str, held: ConfidentialCode | None, now: datetime) -> limits.Verdict:
    """Leave the attempt counted; the tenth closes the code in the register too, in the same transaction."""
    with transaction.atomic():
        verdict = limits.verdict(who, now)
        if verdict.closed:
            limits.close(who, now)
        if verdict.closed and held is not None:
            ConfidentialCode.objects.filter(pk=held.pk).update(closed_on=localdate(now))
    return verdict


def _verify(code: str, held: ConfidentialCode | None) -> bool:
    """Verify once, against the code held or against one that nothing can match."""
    hasher = Argon2PasswordHasher()
    encoded = held.code_hash if held is not None else _unmatched(hasher)
    is_equal = slowly(lambda: bool(hasher.verify(normal_code(code), encoded)))
    return is_equal and held is not None


def _unmatched(hasher: Argon2PasswordHasher) -> str:
    """An encoded hash with the parameters of the others and a random result: as slow as any, equal to none."""
    cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    salt, result = (base64.b64encode(secrets.token_bytes(size)).rstrip(b"=").decode() for size in (16, 32))
    return f"argon2$argon2id$v=19${cost}${salt}${result}"


def _refusal(verdict: limits.Verdict) -> Check:
    if verdict.closed:
        return Check(Outcome.CLOSED)
    if verdict.locked_until is not None:
        return Check(Outcome.LOCKED, locked_until=verdict.locked_until)
    return Check(Outcome.WRONG, tries_left=verdict.tries_left)
