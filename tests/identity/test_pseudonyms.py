from typing import Any

import pytest

from mespoints.identity.pseudonyms import neighbourhood, network, pseudonym


def test_only_the_key_makes_a_pseudonym(settings: Any) -> None:
    """Another key gives another pseudonym, and so does another kind."""
    settings.MESPOINTS_PSEUDONYM_KEY = "k" * 32
    first = pseudonym("neph", "750196500012")
    other_kind = pseudonym("network", "750196500012")
    settings.MESPOINTS_PSEUDONYM_KEY = "l" * 32

    assert len({first, other_kind, pseudonym("neph", "750196500012")}) == 3
    assert len(first) == 64


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("", "unknown"),
    ],
)
def test_what_a_subscriber_holds(address: str, expected: str) -> None:
    """A whole /64 is one subscriber; an IPv4 address written in IPv6 is itself."""

    assert network(address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.7", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::ffff:192.0.2.7", "192.0.2.0/24"),
        ("", "unknown"),
    ],
)
def test_what_an_organisation_may_hold(address: str, expected: str) -> None:
    """A /24, or a /48 of IPv6."""

    assert neighbourhood(address) == expected
