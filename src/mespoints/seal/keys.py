"""The key that signs documents, and the certificates by which they are recognised: one PEM file.

The operator's file holds the private key first, its certificate, then those of the keys that signed before it. What is
published holds the certificates alone. A certificate is trusted because it is in the file, for the days that it names.
"""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

AUTHORITY = "XMP0"
"""Ours in the header of a seal. Those of the ANTS begin with the code of a State; no State has the code XM."""

DEMONSTRATION = "Autorité de démonstration, sans valeur officielle"
DEMONSTRATION_FROM, DEMONSTRATION_DAYS = datetime(2000, 1, 2, tzinfo=UTC), 36_500
"""Whatever day a demonstration pretends, its key covers it: it proves nothing to anybody."""


class KeyRefused(Exception):
    """The file of the key cannot serve; the message says why, and nothing of what it holds."""


class Certificate(NamedTuple):
    """A certificate that is trusted: its four characters in a seal, its public key, the days that it covers."""

    code: str
    public: EllipticCurvePublicKey
    x509: x509.Certificate

    @property
    def name(self) -> str:
        """Whom it names."""
        names = self.x509.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.x509.subject.rfc4514_string()

    @property
    def der(self) -> bytes:
        """Its bytes, as a signature carries them."""
        return self.x509.public_bytes(Encoding.DER)

    def covers(self, day: date) -> bool:
        """Whether its key may have signed that day."""
        return self.x509.not_valid_before_utc.date() <= day <= self.x509.not_valid_after_utc.date()


class Signer(NamedTuple):
    """The private key, and its certificate."""

    private: EllipticCurvePrivateKey
    certificate: Certificate


def certificate_of(found: x509.Certificate) -> Certificate:
    """A certificate of ours. Raises KeyRefused for another kind of key than ECDSA P-256."""
    public = found.public_key()
    if not isinstance(public, EllipticCurvePublicKey) or not isinstance(public.curve, SECP256R1):
        raise KeyRefused("le certificat des documents attend une clé ECDSA P-256")
    spki = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return Certificate(sha256(spki).hexdigest()[:4].upper(), public, found)


def read_certificates(pem: bytes) -> tuple[Certificate, ...]:
    """The certificates of a PEM file, in its order. Raises KeyRefused."""
    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise KeyRefused("aucun certificat lisible : un fichier PEM était attendu") from error
    return tuple(certificate_of(one) for one in found)


def read_signer(pem: bytes) -> Signer:
    """The private key of a PEM file, with its certificate, the first. Raises KeyRefused."""
    certificate = read_certificates(pem)[0]
    try:
        private = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:
        raise KeyRefused("aucune clé privée lisible : une clé sans mot de passe était attendue") from error
    if not isinstance(private, EllipticCurvePrivateKey) or private.public_key() != certificate.public:
        raise KeyRefused("la clé privée n'est pas celle du premier certificat")
    return Signer(private, certificate)


def published(certificates: Iterable[Certificate]) -> bytes:
    """What anybody may have: the certificates, as PEM."""
    return b"".join(one.x509.public_bytes(Encoding.PEM) for one in certificates)


def make_signer(name: str, at: datetime, days: int = 1100) -> bytes:
    """A new key with a certificate signed by itself, as PEM; good from the day before ``at``."""
    private = generate_key(SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder(subject, subject, private.public_key(), x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=days))
        .add_extension(usage, critical=True)
        .sign(private, SHA256())
    )
    key = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key + certificate.public_bytes(Encoding.PEM)


def write_new(path: Path, pem: bytes) -> None:
    """Write a file that its owner alone reads, unless another process has just written it: that one then stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn = path.with_name(f"{path.name}.{os.getpid()}")
    drawn.touch(mode=0o600)
    drawn.write_bytes(pem)
    try:
        path.hardlink_to(drawn)
    except FileExistsError:
        pass  # its certificate is in documents already
    finally:
        drawn.unlink()
