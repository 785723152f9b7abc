"""The container of a signature (CMS, RFC 5652): what it holds, and the one writing of it that is ours."""

from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from asn1crypto.algos import DigestAlgorithm
from asn1crypto.cms import (
    CMSAttribute,
    CMSAttributes,
    ContentInfo,
    IssuerAndSerialNumber,
    SignedData,
    SignerIdentifier,
    SignerInfo,
)
from asn1crypto.tsp import ESSCertIDv2, IssuerSerial, SigningCertificateV2
from asn1crypto.x509 import Certificate, GeneralName


class NotContainer(Exception):
    """These bytes are no container of one signature with its certificate."""


class Container(NamedTuple):
    """One signature. ``covered``: what it signs, where ``digest``, of the file, is. ``certificate``: its bytes."""

    covered: bytes
    digest: bytes
    signature: bytes
    certificate: bytes


def read_container(der: bytes) -> Container:
    """Take a container apart; zeros may follow it. Raises NotContainer."""
    try:
        data = ContentInfo.load(der)["content"]
        (signer_info,), (certificate,) = data["signer_infos"], data["certificates"]
        attributes = signer_info["signed_attrs"]
        (digest,) = (one["values"][0].native for one in attributes if one["type"].native == "message_digest")
        return Container(
            attributes.untag().dump(), digest, signer_info["signature"].native, certificate.chosen.dump()
        )  # fmt: skip
    # What the reader of ASN.1 raises for bytes that are not of the type expected.
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotContainer from error


def covered_by_signature(digest: bytes, certificate: bytes) -> bytes:
    """What the key signs: the digest of the file (SHA-256), and whose signature it is (CAdES, ETSI EN 319 122-1)."""
    says_data = CMSAttribute({"type": "content_type", "values": ["data"]})
    says_digest = CMSAttribute({"type": "message_digest", "values": [digest]})
    return bytes(CMSAttributes([says_data, says_digest, CMSAttribute.load(whose_signature(certificate))]).dump())


@lru_cache(maxsize=4)
def whose_signature(certificate: bytes) -> bytes:
    """The attribute that names the certificate, the same for every document: it takes ten times as long as the rest."""
    named = Certificate.load(certificate)
    issuer = [GeneralName("directory_name", named.issuer)]
    who = IssuerSerial({"issuer": issuer, "serial_number": named.serial_number})
    ours = ESSCertIDv2({"cert_hash": sha256(certificate).digest(), "issuer_serial": who})
    value = SigningCertificateV2({"certs": [ours]})
    return bytes(CMSAttribute({"type": "signing_certificate_v2", "values": [value]}).dump())


def write_container(found: Container) -> bytes:
    """The only writing of it that we accept."""
    certificate = Certificate.load(found.certificate)
    sha = DigestAlgorithm({"algorithm": "sha256"})
    named = IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
    signer_info = SignerInfo({
        "version": "v1",
        "sid": SignerIdentifier("issuer_and_serial_number", named),
        "digest_algorithm": sha,
        "signed_attrs": CMSAttributes.load(found.covered),
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": found.signature,
    })  # fmt: skip
    data = SignedData({
        "version": "v1",
        "digest_algorithms": [sha],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [signer_info],
    })  # fmt: skip
    return bytes(ContentInfo({"content_type": "signed_data", "content": data}).dump())
