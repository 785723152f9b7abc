"""A visible seal signed and verified: ECDSA on P-256 with SHA-256, the signature as r and s of fixed size."""

from collections.abc import Iterable, Mapping
from datetime import date

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from mespoints.seal.keys import AUTHORITY, Certificate, Signer
from mespoints.seal.structure import Header, Sealed, message_of, take_apart, with_signature

HALF = 32
"""Bytes of r, and of s."""


class UnknownAuthority(Exception):
    """The seal names an authority or a certificate that is not among those trusted, or that did not cover its day."""


class SealAltered(Exception):
    """The signature is not that of what the seal says."""


def seal(kind: str, fields: Mapping[str, str], on: date, signer: Signer) -> str:
    """The text of a seal, signed on the day of the document."""
    message = message_of(Header(AUTHORITY, signer.certificate.code, on, on, kind), fields)
    r, s = decode_dss_signature(signer.private.sign(message.encode("ascii"), ECDSA(SHA256())))
    return with_signature(message, r.to_bytes(HALF, "big") + s.to_bytes(HALF, "big"))


def open_seal(text: str, certificates: Iterable[Certificate]) -> Sealed:
    """What a genuine seal says. Raises SealUnreadable, UnknownAuthority or SealAltered."""
    sealed = take_apart(text)
    head = sealed.header
    named = [one for one in certificates if (head.authority, head.certificate) == (AUTHORITY, one.code)]
    covering = [one for one in named if one.covers(head.signed_on)]
    if not covering:
        raise UnknownAuthority
    if not any(is_signed_by(one, sealed) for one in covering):
        raise SealAltered
    return sealed


def is_signed_by(certificate: Certificate, sealed: Sealed) -> bool:
    """Whether the key of a certificate signed this message."""
    r, s = (int.from_bytes(half, "big") for half in (sealed.signature[:HALF], sealed.signature[HALF:]))
    try:
        certificate.public.verify(encode_dss_signature(r, s), sealed.message, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True
