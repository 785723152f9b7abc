"""« Mes documents »: each document of the driver whose session it is, journaled; and the page that verifies them."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mespoints.portal.documents.verify import MOST_BYTES
from mespoints.records.issuer import keyring_of, require_keyring
from mespoints.records.verifying import AUTHENTIC, seal_in, verify
from mespoints.register.models import Access, Category, Licence
from mespoints.seal.keys import read_certificates
from mespoints.seal.structure import shown
from tests.portal.conftest import TODAY, offence

PAGE = "/mes-documents/"
PDFS = ("attestation", "restreint", "releve")
LIFE = [offence("a", "2024-08-01", "2024-09-03", label="Feu rouge", place="Nantes"), offence("p", "2026-10-30")]


@pytest.fixture(autouse=True)
def document_key(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> Iterator[Path]:
    """A key of the tests, made as a demonstration makes its own: once, in a folder of the run."""
    path = tmp_path_factory.getbasetemp() / "documents.pem"
    settings.MESPOINTS_DOCUMENT_KEY = str(path)
    yield path
    keyring_of.cache_clear()


@pytest.fixture
def licence(driver: Callable[..., Licence]) -> Licence:
    """A licence of category B with a life behind it."""
    licence = driver("1996-05-06", *LIFE)
    Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=["01"])
    return licence


@pytest.fixture
def client(licence: Licence, visit: Callable[..., Client]) -> Client:
    """Its holder, signed in."""
    return visit(licence)


def ask(client: Client, kind: str, **more: str) -> Any:
    """Ask for a document."""
    return client.post(PAGE, {"document": kind, **more})


def words_of(pdf: bytes) -> str:
    """The words of a file, on one line."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("kind", PDFS)
def test_a_document_is_sealed_signed_and_journaled(
    kind: str, client: Client, licence: Licence, document_key: Path
) -> None:
    """Authentic by the certificates of the service; one line in the journal, under the article of the holder."""
    answer = ask(client, kind)
    (access,) = Access.objects.all()

    assert verify(answer.content, read_certificates(document_key.read_bytes()), TODAY).outcome == AUTHENTIC
    assert (kind, "L225-3", "holder", licence.pk) == (access.shown, access.article, access.viewer, access.licence_id)
    assert ("application/pdf", "no-store") == (answer.headers["Content-Type"], answer.headers["Cache-Control"])
    assert not re.search(r"(?i)martin|\d", answer.headers["Content-Disposition"])


def test_the_releve_and_its_facts_say_the_same(client: Client) -> None:
    """The same offences in the PDF and in ``dossier/1``."""
    document = json.loads(ask(client, "dossier").content)

    assert ("dossier/1", ["a", "p"]) == (document["format"], [act["id"] for act in document["acts"]])
    assert "8 points sur 12" in words_of(ask(client, "releve").content)


def test_a_releve_tells_another_day(client: Client) -> None:
    """The balance of that day; one to come, or of which the register knows nothing, is refused with its reason."""
    asked = words_of(ask(client, "releve", on="2024-08-20", known_on="2026-11-21").content)
    refused = [ask(client, "releve", on=day, known_on=day) for day in ("2027-01-01", "2020-01-01", "hier")]

    assert "Votre solde au 20 août 2024 : 12 points sur 12" in asked
    assert [422, 422, 422] == [answer.status_code for answer in refused]
    assert all("Ce jour ne peut pas être montré" in answer.content.decode() for answer in refused)
    assert Access.objects.count() == 1


def test_looking_at_the_page_shows_and_writes_nothing(client: Client) -> None:
    """No document is made by a mere link: the page alone answers, and no line is journaled."""
    page = client.get(PAGE, {"document": "releve"}).content.decode()

    assert "Vos documents" in page
    assert Access.objects.count() == 0
    assert ask(client, "autre").status_code == 400


def test_a_document_needs_a_session_and_the_token(
    client: Client, licence: Licence, visit: Callable[..., Client]
) -> None:
    """Without a session, to sign-in; from another site, refused."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    assert ask(visit(), "releve").status_code == 302
    assert ask(strict, "releve").status_code == 403
    assert Access.objects.count() == 0


def test_without_a_key_nothing_is_issued(client: Client, visit: Callable[..., Client], settings: Any) -> None:
    """Both pages say so, and there are no certificates."""
    settings.MESPOINTS_DOCUMENT_KEY = ""

    assert all("ne délivre pas de documents" in client.get(page).content.decode() for page in (PAGE, "/verifier/"))
    assert (400, 404) == (ask(client, "releve").status_code, visit().get("/verifier/certificats.pem").status_code)


def test_a_file_that_cannot_serve_stops_the_service_at_its_start(settings: Any, tmp_path: Path) -> None:
    """Its name and what was expected, and nothing of what it holds."""
    settings.MESPOINTS_DEMO = False
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("secret", encoding="utf-8")
    for path, expected in ((wrong, "un fichier PEM était attendu"), (tmp_path / "absent.pem", "absent.pem")):
        settings.MESPOINTS_DOCUMENT_KEY = str(path)

        with pytest.raises(ImproperlyConfigured, match=f"MESPOINTS_DOCUMENT_KEY.*{expected}"):
            require_keyring()


@pytest.fixture
def attestation(client: Client) -> bytes:
    """A document to verify."""
    content: bytes = ask(client, "attestation").content
    return content


def judge(client: Client, pdf: bytes) -> str:
    """The page after a file was given."""
    return client.post("/verifier/", {"document": SimpleUploadedFile("a.pdf", pdf)}).content.decode()


def test_anyone_may_verify_a_document(attestation: bytes, visit: Callable[..., Client]) -> None:
    """The file, or the text of its seal; both languages; nothing is journaled."""
    looks = Access.objects.count()
    french, english = judge(visit(), attestation), judge(visit(language="en"), attestation)
    text = visit().post("/verifier/", {"seal": shown(seal_in(attestation))}).content.decode()

    assert "<h2>Authentique</h2>" in french
    assert "<dd>MARTIN</dd>" in french
    assert "<h2>Authentic</h2>" in english
    assert "<h2>Authentique</h2>" in text
    assert "Comparez ce qu&#x27;il dit avec le document" in text
    assert Access.objects.count() == looks


def test_an_altered_document_is_refused(attestation: bytes, visit: Callable[..., Client]) -> None:
    """One byte of it, a letter of its seal, or another file."""
    spoilt = attestation[:5000] + bytes([attestation[5000] ^ 1]) + attestation[5001:]
    typed = visit().post("/verifier/", {"seal": seal_in(attestation).replace("MARTIN", "MARTEN")}).content.decode()

    assert "Modifié : refusé" in judge(visit(), spoilt)
    assert "Modifié : refusé" in typed
    assert "Illisible : refusé" in judge(visit(), b"bonjour")


def test_what_is_given_is_kept_nowhere(
    attestation: bytes, visit: Callable[..., Client], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is written, nothing is logged, and the text does not come back in the page."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a file on the disk")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    judge(visit(), attestation)
    page = visit().post("/verifier/", {"seal": "DC04 quelque chose"}).content.decode()

    assert "quelque chose" not in page
    assert caplog.text == ""


def test_what_is_too_large_is_refused_before_it_is_read(visit: Callable[..., Client]) -> None:
    """And nothing given at all is told so."""
    answer = visit().post("/verifier/", {"document": SimpleUploadedFile("a.pdf", b"%PDF-" + b" " * MOST_BYTES)})

    assert (413, True) == (answer.status_code, "trop grand" in answer.content.decode())
    assert visit().post("/verifier/").status_code == 422


def test_a_token_is_asked_for(visit: Callable[..., Client]) -> None:
    """As of every form."""

    assert Client(enforce_csrf_checks=True).post("/verifier/", {"seal": "DC04"}).status_code == 403


def test_the_certificates_are_published_without_the_key(visit: Callable[..., Client], document_key: Path) -> None:
    """Those by which the documents verify."""
    pem = visit().get("/verifier/certificats.pem").content

    assert b"PRIVATE" not in pem
    assert read_certificates(document_key.read_bytes()) == read_certificates(pem)
