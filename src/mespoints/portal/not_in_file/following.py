"""The claim that a browser follows without signing in: half an hour, in its session; no address bears it.

How often a network may leave files, or try references, is counted by pseudonym and says nothing of what exists.
"""

from datetime import date, datetime, timedelta
from enum import Enum

from django.http import HttpRequest

from mespoints.identity import limits, networks
from mespoints.identity.pseudonyms import neighbourhood, network, pseudonym
from mespoints.identity.session import moment, signed_in
from mespoints.identity.session_keys import is_over
from mespoints.requests.claimants import claim_of_claimant
from mespoints.requests.models import Claim
from mespoints.requests.references import normal_reference

DOOR = "claim"
FOLLOWED = "followed_claim"
LASTS = timedelta(minutes=30)
MOST_A_DAY = 3
"""Sendings with files of one network within 24 hours: 18 megabytes at most."""
MOST_OF_ALL = 200
"""The same of all networks together: 1,2 gigabytes at most, whoever has as many networks as they want."""


class Refusal(Enum):
    """Why no claim opens, or no file is taken."""

    NETWORK_FULL = "network full"
    LOCKED = "locked"
    WRONG = "wrong"
    FILES_OF_NETWORK = "files of network"
    FILES_OF_ALL = "files of all"


def why_no_files(address: str, now: datetime) -> Refusal | None:
    """Why this network may leave no files now: it has, those around it or all have; None when it may, once counted."""
    subscriber = pseudonym("files network", network(address))
    around = pseudonym("files neighbourhood", neighbourhood(address))
    # Looked at first: what is refused is not counted, and does not push the end further away.
    if not has_room(limits.verdict(subscriber, now)) or not limits.verdict(around, now).is_open:
        return Refusal.FILES_OF_NETWORK
    if not networks.take_of_all("files", MOST_OF_ALL, now):
        return Refusal.FILES_OF_ALL
    is_open = has_room(limits.open_attempt(subscriber, now)) and limits.open_attempt(around, now).is_open
    return None if is_open else Refusal.FILES_OF_NETWORK


def has_room(verdict: limits.Verdict) -> bool:
    """Whether fewer than ``MOST_A_DAY`` were counted."""
    return verdict.tries_left > limits.TRIES - MOST_A_DAY


def find(typed: str, born_on: date, address: str, now: datetime) -> Claim | Refusal:
    """The claim of a reference and a day of birth. A wrong reference and a wrong day are the same refusal."""
    if networks.is_full(DOOR, address, now):
        return Refusal.NETWORK_FULL
    reference = normal_reference(typed) or ""
    who = pseudonym("claim followed", reference or typed.strip().upper())
    is_open = limits.open_attempt(who, now).is_open
    claim = claim_of_claimant(reference, born_on) if is_open else None
    if claim is not None:
        limits.forget(who)
        return claim
    networks.count_failure(DOOR, address, now)
    return Refusal.WRONG if is_open else Refusal.LOCKED


def follow(request: HttpRequest, claim: Claim) -> None:
    """Let the browser read this claim for half an hour, under a new key; a driver's session has its own already."""
    if signed_in(request) is None:
        request.session.cycle_key()
    request.session[FOLLOWED] = [claim.pk, moment(request).timestamp()]


def followed(request: HttpRequest) -> Claim | None:
    """The claim that the browser follows, while the half hour lasts."""
    kept = request.session.get(FOLLOWED)
    if kept is None:
        return None
    now = moment(request)
    if is_over(now - datetime.fromtimestamp(kept[1], tz=now.tzinfo), LASTS):
        leave(request)
        return None
    return Claim.objects.filter(pk=kept[0], claimant__isnull=False).first()


def leave(request: HttpRequest) -> None:
    """Follow nothing any more."""
    request.session.pop(FOLLOWED, None)
