"""Names for people that only this service can form: what counters and logs hold instead of a number or an address."""

import hashlib
import hmac
import ipaddress

from django.conf import settings


def pseudonym(kind: str, value: str) -> str:
    """The keyed digest of a value; ``kind`` keeps equal values of two kinds apart."""
    key: str = settings.MESPOINTS_PSEUDONYM_KEY
    return hmac.new(key.encode(), f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()


def network(address: str) -> str:
    """What one subscriber holds: an IPv4 address, or the /64 of an IPv6 address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((int(parsed), 64), strict=False))
    return str(parsed)
