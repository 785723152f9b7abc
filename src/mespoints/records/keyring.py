"""The key that signs the documents and the certificates that are trusted, out of the file that the operator names."""

from pathlib import Path
from typing import NamedTuple

from mespoints.seal.keys import Certificate, Signer, read_certificates, read_signer


class Keyring(NamedTuple):
    """``signer``: None where documents are verified and not issued."""

    signer: Signer | None
    certificates: tuple[Certificate, ...]


def read_keyring(path: Path) -> Keyring:
    """The key and the certificates of a file. Raises KeyRefused, and OSError when it cannot be read."""
    pem = path.read_bytes()
    return Keyring(read_signer(pem) if b"PRIVATE KEY" in pem else None, read_certificates(pem))
