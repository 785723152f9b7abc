import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache

from mespoints.identity import networks
from mespoints.identity.models import Attempt

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DOOR = "door"


def test_the_ceiling_of_a_network(db: None) -> None:
    """Sixty failures within the hour fill a network, at that door alone, until they are an hour old."""
    for _ in range(networks.NETWORK_CEILING):
        networks.count_failure(DOOR, "192.0.2.7", NOW)

    assert networks.is_full(DOOR, "192.0.2.7", NOW + timedelta(minutes=59))
    assert not networks.is_full(DOOR, "192.0.2.7", NOW + timedelta(minutes=60))
    assert not networks.is_full(DOOR, "192.0.2.8", NOW)
    assert not networks.is_full("another door", "192.0.2.7", NOW)


@pytest.mark.parametrize(
    ("near", "far"),
    [("192.0.2.{}", "192.0.3.1"), ("2001:db8:0:{}::1", "2001:db8:1::1")],
    ids=["/24", "/48"],
)
def test_the_ceiling_of_a_neighbourhood(db: None, monkeypatch: Any, near: str, far: str) -> None:
    """Addresses in a row, each below its own ceiling, fill what is around them."""
    monkeypatch.setattr(networks, "NEIGHBOURHOOD_CEILING", 6)
    for number in range(6):
        networks.count_failure(DOOR, near.format(number), NOW)

    assert networks.is_full(DOOR, near.format(99), NOW)
    assert not networks.is_full(DOOR, far, NOW)


def test_one_code_over_many_numbers_sounds_the_alarm_once(db: None, monkeypatch: Any, caplog: Any) -> None:
    """From addresses that have nothing in common; the log names the door and nobody."""
    cache.clear()
    monkeypatch.setattr(networks, "ALARM_AT", 5)
    caplog.set_level(logging.WARNING)
    for number in range(8):
        networks.count_failure(DOOR, f"10.{number}.0.1", NOW)

    assert ["many failures at the door door: 5 or more within ten minutes"] == caplog.messages


def test_an_ordinary_day_sounds_no_alarm(db: None, monkeypatch: Any, caplog: Any) -> None:
    """The same failures spread over the hour."""
    cache.clear()
    monkeypatch.setattr(networks, "ALARM_AT", 5)
    for number in range(8):
        networks.count_failure(DOOR, f"10.{number}.0.1", NOW + timedelta(minutes=10 * number))

    assert [] == caplog.messages


def test_failures_die_after_a_day(db: None) -> None:
    """What failed yesterday is no longer kept."""
    networks.count_failure(DOOR, "192.0.2.7", NOW)
    networks.count_failure(DOOR, "192.0.2.7", NOW + timedelta(hours=24))

    assert {NOW + timedelta(hours=24)} == set(Attempt.objects.values_list("at", flat=True))
