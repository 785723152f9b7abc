import pytest

from mespoints.demo.provider.application import Provider
from mespoints.demo.provider.server import NotLoopbackError, provider_server, require_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_the_loopback_is_accepted(host: str) -> None:
    """Addresses that no other machine can reach are accepted."""
    require_loopback(host)


ELSEWHERE = ["0.0.0.0", "::", "192.168.1.10", "10.0.0.1", "", "localhost.example.org", "8.8.8.8"]  # noqa: S104


@pytest.mark.parametrize("host", ELSEWHERE)
def test_anywhere_else_is_refused(provider: Provider, host: str) -> None:
    """A provider where anybody can be anybody never listens to the network."""
    with pytest.raises(NotLoopbackError):
        provider_server(provider, host, 0)
