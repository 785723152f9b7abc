"""The signature of a PDF of ours, checked to the byte.

The file is not read as a PDF: what is signed is its bytes, and nothing a stranger wrote is taken apart before they are
known to be ours. Those around the signature are digested by it; the signature itself has one writing alone, so that
what it does not cover (its own container, the zeros after it) cannot change either.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256

from mespoints.seal.container import Container, NotContainer, read_container, write_container
from mespoints.seal.keys import Certificate

RESERVED = 4096
"""Hexadecimal digits kept for the signature: it takes about 1,900."""

BYTE_RANGE = re.compile(rb"/ByteRange ?\[ ?0 (\d{1,9}) (\d{1,9}) (\d{1,9}) ?\]")
CONTENTS = re.compile(rb"<([0-9A-Fa-f]+)>")
INSTANT = re.compile(rb"/M \(D\\072(\d{14})Z\)")


class NotPdf(Exception):
    """The file is not a PDF."""


class NotSigned(Exception):
    """The file is a PDF that bears no signature."""


class UnknownSigner(Exception):
    """Whoever signed is not among those trusted."""


class FileAltered(Exception):
    """The file is not, to the byte, the one that was signed."""


class Signature(NamedTuple):
    """A good signature, and when it says that it was made."""

    certificate: Certificate
    at: datetime


def check(pdf: bytes, certificates: Iterable[Certificate]) -> Signature:
    """The signature of a file that is the one signed.

    Raises NotPdf, NotSigned, UnknownSigner or FileAltered.
    """
    if not pdf.startswith(b"%PDF-"):
        raise NotPdf
    if b"/ByteRange" not in pdf:
        raise NotSigned
    written, signed = parts_of(pdf)
    try:
        found = read_container(bytes.fromhex(written.decode("ascii")))
    except (NotContainer, ValueError) as error:
        raise FileAltered from error
    known = next((one for one in certificates if one.der == found.certificate), None)
    if known is None:
        raise UnknownSigner
    at = instant_of(signed)
    is_ours = is_signed_by(known, found, signed) and written == as_written(write_container(found))
    if not is_ours or at is None or not known.covers(at.date()):
        raise FileAltered
    return Signature(known, at)


def parts_of(pdf: bytes) -> tuple[bytes, bytes]:
    """The signature as it is written, and all the rest of the file. Raises FileAltered when the two are not all."""
    ranges = BYTE_RANGE.findall(pdf)
    if len(ranges) != 1:
        raise FileAltered
    before, after, length = (int(number) for number in ranges[0])
    written = CONTENTS.fullmatch(pdf[before:after])
    if after + length != len(pdf) or written is None:
        raise FileAltered
    return written[1], pdf[:before] + pdf[after:]


def is_signed_by(certificate: Certificate, found: Container, signed: bytes) -> bool:
    """Whether the key signed these bytes: their digest is among what is signed, and that bears the signature."""
    if found.digest != sha256(signed).digest():
        return False
    try:
        certificate.public.verify(found.signature, found.covered, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def as_written(der: bytes) -> bytes:
    """A signature as the file holds it: hexadecimal digits, and zeros to the end of what was kept for it."""
    return der.hex().upper().ljust(RESERVED, "0").encode("ascii")


def instant_of(signed: bytes) -> datetime | None:
    """When the signature says that it was made: its own entry is the last of the file."""
    found = INSTANT.findall(signed)
    try:
        return datetime.strptime(found[-1].decode("ascii"), "%Y%m%d%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
