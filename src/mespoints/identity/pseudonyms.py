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
    return _network(address, ipv4_bits=32, ipv6_bits=64).removesuffix("/32")


def neighbourhood(address: str) -> str:
    """What one organisation may well hold: the /24 of an IPv4 address, the /48 of an IPv6 address."""
    return _network(address, ipv4_bits=24, ipv6_bits=48)


def _network(address: str, *, ipv4_bits: int, ipv6_bits: int) -> str:
    """The network of so many bits around an address; an IPv4 address written in IPv6 is itself."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is None:
            return str(ipaddress.ip_network((int(parsed), ipv6_bits), strict=False))
        parsed = parsed.ipv4_mapped
    return str(ipaddress.ip_network((int(parsed), ipv4_bits), strict=False))
