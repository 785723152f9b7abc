"""The key of the documents, and the certificates that are trusted."""

from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from mespoints.seal.keys import (
    DEMONSTRATION,
    KeyRefused,
    Signer,
    make_signer,
    published,
    read_certificates,
    read_signer,
    write_new,
)
from tests.seal.conftest import AT


def test_a_key_comes_back_with_its_certificate() -> None:
    """Its name says that it is worth nothing officially; its code comes from the key."""
    signer = read_signer(make_signer(DEMONSTRATION, AT))

    assert "sans valeur officielle" in signer.certificate.name
    assert signer.certificate.public == signer.private.public_key()
    assert len(signer.certificate.code) == 4


def test_a_certificate_covers_its_days_alone(signer: Signer) -> None:
    """From the day before it was made, for three years."""
    days = [date(2026, 11, 20), date(2026, 11, 21), date(2029, 11, 26), date(2029, 11, 27)]

    assert [False, True, True, False] == [signer.certificate.covers(day) for day in days]


def test_what_is_published_holds_no_key(signer: Signer, stranger: Signer) -> None:
    """The certificates, in their order, and nothing more."""
    pem = published([signer.certificate, stranger.certificate])

    assert b"PRIVATE" not in pem
    assert [signer.certificate.code, stranger.certificate.code] == [one.code for one in read_certificates(pem)]


def test_former_keys_follow_the_present_one(stranger: Signer) -> None:
    """The first certificate is that of the key; the others are read beside it."""
    pem = make_signer(DEMONSTRATION, AT) + published([stranger.certificate])

    assert read_certificates(pem)[0] == read_signer(pem).certificate
    assert read_certificates(pem)[1] == stranger.certificate


def test_what_cannot_serve_is_refused(signer: Signer, stranger: Signer) -> None:
    """Nothing, no key, the key of another certificate, another curve."""
    other_curve = generate_private_key(SECP384R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    certificate = published([signer.certificate])
    for pem in (b"", certificate, published([stranger.certificate]) + make_signer("x", AT), other_curve + certificate):
        with pytest.raises(KeyRefused):
            read_signer(pem)


def test_the_first_key_written_stays(tmp_path: Path) -> None:
    """Its owner alone reads it; a second writer leaves it as it is, and no other file is left."""
    path = tmp_path / "data" / "documents.pem"
    write_new(path, b"one")
    write_new(path, b"two")

    assert (b"one", 0o600) == (path.read_bytes(), path.stat().st_mode & 0o777)
    assert [path] == list(path.parent.iterdir())
