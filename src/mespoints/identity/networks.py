"""How many failures the network that someone comes from may have within the hour, whatever number they try.

One subscriber has a ceiling, high enough for the many people behind one address; the networks around have a higher one,
so that an attacker who holds some hundred addresses in a row gains little. Failures of everybody together are counted
too: one code tried over many numbers, from everywhere, trips no other counter.
"""

import logging
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Count

from mespoints.identity.limits import MEMORY, NETWORK_CEILING, NETWORK_MEMORY
from mespoints.identity.models import Attempt
from mespoints.identity.pseudonyms import neighbourhood, network, pseudonym

log = logging.getLogger(__name__)

NEIGHBOURHOOD_CEILING = 300
ALARM_AT = 300
"""Failures of everybody within ALARM_WINDOW that no ordinary day sees."""
ALARM_WINDOW = timedelta(minutes=10)


def is_full(door: str, address: str, now: datetime) -> bool:
    """Whether too many attempts at this door failed within the hour, from this network or from those around it."""
    ceilings = _ceilings(door, address)
    failures = Attempt.objects.filter(who__in=ceilings, at__gt=now - NETWORK_MEMORY)
    counts = failures.order_by().values_list("who").annotate(Count("pk"))
    return any(count >= ceilings[who] for who, count in counts)


def count_failure(door: str, address: str, now: datetime) -> None:
    """Count a failure at this door: of the network, of those around it, of everybody."""
    Attempt.objects.filter(at__lte=now - MEMORY).delete()
    window = int(now.timestamp() // ALARM_WINDOW.total_seconds())
    everybody = pseudonym(f"{door} everybody", str(window))
    Attempt.objects.bulk_create([Attempt(who=who, at=now) for who in (*_ceilings(door, address), everybody)])
    if Attempt.objects.filter(who=everybody).count() >= ALARM_AT and cache.add(f"mespoints.identity:{everybody}", 1):
        log.warning("many failures at the door %s: %d or more within ten minutes", door, ALARM_AT)


def take_of_all(door: str, most: int, now: datetime) -> bool:
    """Take one of what all networks together may have within 24 hours; False when nothing is left, which is logged.

    Not exact: those who come at the same instant may pass together.
    """
    everybody = pseudonym(f"{door} of all", "")
    if Attempt.objects.filter(who=everybody, at__gt=now - MEMORY).count() >= most:
        if cache.add(f"mespoints.identity:{everybody}", 1):
            log.warning("the door %s is closed to all networks: %d within 24 hours", door, most)
        return False
    Attempt.objects.create(who=everybody, at=now)
    return True


def _ceilings(door: str, address: str) -> dict[str, int]:
    """The counters of an address, by their pseudonyms, and the ceiling of each."""
    return {
        pseudonym(f"{door} network", network(address)): NETWORK_CEILING,
        pseudonym(f"{door} neighbourhood", neighbourhood(address)): NEIGHBOURHOOD_CEILING,
    }
