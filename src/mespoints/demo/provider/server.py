"""Starting the provider, on the loopback and nowhere else."""

import ipaddress
from socket import socket
from typing import Protocol

from waitress.server import create_server

from mespoints.demo.provider.application import Provider, Providers

THREADS = 4


class Server(Protocol):
    """What is used of a waitress server."""

    def run(self) -> None: ...

    def close(self) -> None: ...


class NotLoopbackError(Exception):
    """The provider was asked to listen where another machine could reach it."""


def require_loopback(host: str) -> None:
    """Raise NotLoopbackError unless ``host`` is localhost or a loopback address: anybody can be anybody here."""
    if host == "localhost":
        return
    try:
        is_loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise NotLoopbackError(
            f"Le fournisseur d'identité de démonstration n'écoute que sur la boucle locale, pas sur {host!r}."
        )


def provider_server(provider: Provider | Providers, listening: socket) -> Server:
    """A server ready to ``run()`` on a socket that listens already, on the loopback or not at all."""
    require_loopback(listening.getsockname()[0])
    server: Server = create_server(provider, sockets=[listening], threads=THREADS, ident=None)
    return server
