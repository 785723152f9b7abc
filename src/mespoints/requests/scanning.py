"""The scanner of viruses that the operator names: clamd, asked by its own protocol (INSTREAM), on this machine.

A file is handed over in pieces, each after its length; one line comes back. A scanner that does not answer lets nothing
through: a file that was not scanned is sent again later.
"""

import socket
import struct
from enum import Enum

PIECE = 1 << 16
SECONDS = 20.0
"""For one file: clamd takes some seconds for a large PDF."""
LONGEST_ANSWER = 4096


class Finding(Enum):
    """What a scanner says of a file."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"


def scan(content: bytes, scanner: str) -> Finding:
    """What the scanner at ``scanner`` (the path of a socket, or ``host:port``) says; UNKNOWN when it does not say."""
    try:
        with connected(scanner) as line:
            line.sendall(b"zINSTREAM\0")
            for place in range(0, len(content), PIECE):
                piece = content[place : place + PIECE]
                line.sendall(struct.pack(">I", len(piece)) + piece)
            line.sendall(struct.pack(">I", 0))
            said = answer_of(line)
    except OSError:
        return Finding.UNKNOWN
    if said == b"stream: OK":
        return Finding.CLEAN
    return Finding.INFECTED if said.endswith(b" FOUND") else Finding.UNKNOWN


def connected(scanner: str) -> socket.socket:
    """A connection to the scanner. Raises OSError."""
    if not scanner.startswith("/"):
        host, _, port = scanner.rpartition(":")
        return socket.create_connection((host.removeprefix("[").removesuffix("]"), int(port)), SECONDS)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(SECONDS)
    try:
        line.connect(scanner)
    except OSError:
        line.close()
        raise
    return line


def answer_of(line: socket.socket) -> bytes:
    """What comes back up to its zero byte; a longer answer, or half of one, is none."""
    said = b""
    while not said.endswith(b"\0") and len(said) < LONGEST_ANSWER:
        more = line.recv(LONGEST_ANSWER)
        if not more:
            return b""
        said += more
    return said.removesuffix(b"\0")
