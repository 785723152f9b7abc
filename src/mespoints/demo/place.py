"""Where a demonstration runs: two ports of the loopback, a folder of its own, settings that touch nothing real."""

import errno
import os
import secrets
import shutil
import socket
from pathlib import Path
from typing import NamedTuple

from mespoints.demo.agents import DIRECTORY
from mespoints.demo.provider.server import require_loopback

HOST = "127.0.0.1"
PORTS_TRIED = 50
POST_FOLDERS = ("spool", "mail")
DATABASE_FILES = ("register.sqlite3", "register.sqlite3-wal", "register.sqlite3-shm")

REAL_PLACES = (
    "DATABASE_URL",
    "MESPOINTS_ALLOWED_HOSTS",
    "MESPOINTS_TRUSTED_ORIGINS",
    "MESPOINTS_FC_SIGNING_ALG",
    "MESPOINTS_PC_SIGNING_ALG",
    "MESPOINTS_PC_PKCE",
    "MESPOINTS_DEMO_BAND",
    "MESPOINTS_DOCUMENT_KEY",
    "MESPOINTS_MAIL_SERVER",
    "MESPOINTS_SENDER",
    "MESPOINTS_SPOOL",
)
"""What the environment may say of a real service: forgotten, so that no invented person enters a real register."""


class NoFreePortError(Exception):
    """Every port tried was taken."""


class Place(NamedTuple):
    """The addresses of the service and of the provider, the secret they share, the folder of the register."""

    service: str
    issuer: str
    client_id: str
    client_secret: str
    folder: Path

    @property
    def agents_issuer(self) -> str:
        """The provider of agents: on the port of the other one, below a path of its own."""
        return self.issuer.replace("/api/v2", "/proconnect/api/v2")


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on this port or on the next free one; 0 lets the system choose."""
    require_loopback(host)
    for candidate in range(port, min(port + PORTS_TRIED, 65_536)):
        listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere this option lets two programs share one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, candidate))
            # At once: a port that is bound but silent can still be taken by another program.
            listening.listen()
        except OSError as error:
            listening.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
        else:
            return listening
    raise NoFreePortError(f"Aucun port libre de {port} à {port + PORTS_TRIED - 1}.")


def port_of(listening: socket.socket) -> int:
    """The port that a socket listens on."""
    port: int = listening.getsockname()[1]
    return port


def choose(service_port: int, provider_port: int, data: Path) -> Place:
    """A place for these ports. The folder bears the port, which one running demonstration alone can hold."""
    return Place(
        service=f"http://{HOST}:{service_port}",
        issuer=f"http://{HOST}:{provider_port}/api/v2",
        client_id=secrets.token_hex(32),
        client_secret=secrets.token_hex(32),
        folder=(data / str(service_port)).resolve(),
    )


def occupy(place: Place) -> None:
    """Set the environment that the settings read, and begin with an empty register; nothing is left of earlier mail."""
    for name in REAL_PLACES:
        os.environ.pop(name, None)
    os.environ.update(
        MESPOINTS_DEMO="1",
        MESPOINTS_DATA=str(place.folder),
        MESPOINTS_SECRET_KEY=secrets.token_urlsafe(48),
        MESPOINTS_PSEUDONYM_KEY=secrets.token_urlsafe(48),
        MESPOINTS_FC_ISSUER=place.issuer,
        MESPOINTS_FC_CLIENT_ID=place.client_id,
        MESPOINTS_FC_CLIENT_SECRET=place.client_secret,
        MESPOINTS_PC_ISSUER=place.agents_issuer,
        MESPOINTS_PC_CLIENT_ID=place.client_id,
        MESPOINTS_PC_CLIENT_SECRET=place.client_secret,
        MESPOINTS_PC_IDPS=DIRECTORY,
        NO_PROXY=",".join(filter(None, (os.environ.get("NO_PROXY"), HOST))),
    )
    place.folder.mkdir(parents=True, exist_ok=True)
    for name in DATABASE_FILES:
        (place.folder / name).unlink(missing_ok=True)
    for name in POST_FOLDERS:
        shutil.rmtree(place.folder / name, ignore_errors=True)
