"""``mespoints verify-document``: off line, in clear words, with an exit status."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mespoints.cli.commands import run
from mespoints.records.composing import Composer
from mespoints.records.contents import Attestation, Head
from mespoints.records.holding import VALID, Held, Person, Rights
from mespoints.records.issuing import issue
from mespoints.records.verifying import seal_in
from mespoints.seal.keys import DEMONSTRATION, make_signer, published, read_signer
from mespoints.seal.structure import shown

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ON = AT.date().toordinal()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An attestation, its seal as text, the certificates, and those of another authority."""
    folder = tmp_path_factory.mktemp("documents")
    signer = read_signer(make_signer(DEMONSTRATION, AT))
    person = Person("LE GALL", "", "Camille", "1975-04-02", "44109", "010644109999")
    rights = Rights(ON, person, VALID, None, (Held("B", date(1996, 5, 6).toordinal(), None, ()),), ())
    head = Head(ON, signer.certificate.name, "https://permis.example/verifier/", is_specimen=True)
    pdf = issue(Attestation(head, rights), Composer(), signer, AT)
    (folder / "attestation.pdf").write_bytes(pdf)
    (folder / "altered.pdf").write_bytes(pdf[:900] + bytes([pdf[900] ^ 1]) + pdf[901:])
    (folder / "seal.txt").write_text(shown(seal_in(pdf)) + "\n", encoding="utf-8")
    (folder / "certificates.pem").write_bytes(published([signer.certificate]))
    (folder / "others.pem").write_bytes(published([read_signer(make_signer("Une autre", AT)).certificate]))
    return folder


def verify(folder: Path, name: str, *options: str, trusted: str = "certificates.pem", on: str = "2026-12-01") -> int:
    """Run the command on a file of the folder."""
    return run(["verify-document", str(folder / name), "--certificates", str(folder / trusted), "--on", on, *options])


@pytest.mark.parametrize("name", ["attestation.pdf", "seal.txt"])
def test_an_authentic_document_ends_well(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """0, and what the seal says, a line each."""
    status = verify(folder, name)
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]

    assert (0, "Authentique") == (status, lines[0])
    assert {"Nom LE GALL", "État Permis valide", "Catégories B", "Valable jusqu'au 22 mars 2027"} <= set(lines)


@pytest.mark.parametrize(
    ("name", "options", "first"),
    [
        ("altered.pdf", {}, "Altered: refused"),
        ("attestation.pdf", {"on": "2027-03-23"}, "Authentic, but no longer valid"),
        ("attestation.pdf", {"trusted": "others.pem"}, "Unknown authority: refused"),
        ("certificates.pem", {}, "Unreadable: refused"),
    ],
)
def test_any_other_ends_badly(
    name: str, options: dict[str, str], first: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1, and why."""
    status = verify(folder, name, "--lang", "en", **options)

    assert (1, first) == (status, capsys.readouterr().out.splitlines()[0])


def test_what_cannot_be_asked_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file, no certificates, certificates that are none: 2."""
    monkeypatch.delenv("MESPOINTS_DOCUMENT_KEY", raising=False)
    statuses = [
        verify(folder, "absent.pdf"),
        run(["verify-document", str(folder / "attestation.pdf")]),
        verify(folder, "attestation.pdf", trusted="seal.txt"),
        verify(folder, "attestation.pdf", trusted="absent.pem"),
    ]
    said = capsys.readouterr().err

    assert statuses == [2, 2, 2, 2]
    assert "aucun certificat : donnez --certificates" in said
    assert "aucun certificat lisible" in said
