import socket
import threading
from urllib.request import urlopen

import pytest

from mespoints.demo.place import listen, port_of
from mespoints.demo.provider.application import Provider
from mespoints.demo.provider.server import NotLoopbackError, provider_server, require_loopback
from tests.demo.conftest import CLIENT

ELSEWHERE = ["0.0.0.0", "::", "192.168.1.10", "10.0.0.1", "", "localhost.example.org", "8.8.8.8"]  # noqa: S104


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_the_loopback_is_accepted(host: str) -> None:
    """Addresses that no other machine can reach are accepted."""
    require_loopback(host)


@pytest.mark.parametrize("host", ELSEWHERE)
def test_anywhere_else_is_refused(host: str) -> None:
    """Where anybody can be anybody, nothing listens to the network."""
    with pytest.raises(NotLoopbackError):
        listen(host, 0)


def test_a_provider_refuses_a_socket_that_others_can_reach(provider: Provider) -> None:
    """The guard looks at where the socket really listens, not at what was asked for."""
    with socket.socket() as everywhere:
        everywhere.bind(("0.0.0.0", 0))  # noqa: S104
        with pytest.raises(NotLoopbackError):
            provider_server(provider, everywhere)


def test_the_provider_answers_on_its_port() -> None:
    """Over a real socket, discovery answers; once closed, the port is free."""
    listening = listen("127.0.0.1", 0)
    port = port_of(listening)
    server = provider_server(Provider(f"http://127.0.0.1:{port}/api/v2", CLIENT, []), listening)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    with urlopen(f"http://127.0.0.1:{port}/api/v2/.well-known/openid-configuration", timeout=5) as answer:
        status = answer.status
    server.trigger.pull_trigger(server.close)  # in its own thread: it may be waiting on the socket
    thread.join(5)

    assert status == 200
    assert not thread.is_alive()
