"""« Mes réclamations »: filed with FranceConnect alone, followed by its driver alone, its files judged by bytes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mespoints.register.models import Access, Licence
from mespoints.requests.claims import REJECTED, STAGE_MISSING, answer_claim, ask_driver
from mespoints.requests.models import Attachment, Claim
from mespoints.requests.references import shown_reference
from tests.portal.conftest import session_of
from tests.requests.test_media import picture

PAGE = "/mes-reclamations/"
TOLD = {"kind": STAGE_MISSING, "text": "Mon stage du 7 mars <b>manque</b>."}
AGENT = "a.martin@loire-atlantique"


def scan(name: str = "attestation.png", content: bytes | None = None) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, picture("PNG") if content is None else content, content_type="image/png")


def file_one(client: Client, *files: SimpleUploadedFile, **more: str) -> Any:
    """File a claim."""
    return client.post(PAGE, {**TOLD, **more, "attached": list(files)})


@pytest.fixture
def client(driver: Callable[..., Licence], visit: Callable[..., Client]) -> Client:
    """The browser of a driver."""
    return visit(driver("1996-05-06"))


def test_a_claim_is_filed_with_its_files_and_has_its_receipt(client: Client) -> None:
    """The page that answers is the receipt: reference, day, préfecture, day of silence, court, articles."""
    answer = file_one(client, scan(), scan())
    claim = Claim.objects.get()
    page = client.get(answer.headers["Location"]).content.decode().replace("\u00a0", " ").replace("\u2060", "")

    assert (303, PAGE + "1/") == (answer.status_code, answer.headers["Location"])
    assert 2 == claim.attachments.count()
    for words in (
        shown_reference(claim.reference), "22 novembre 2026", "22 janvier 2027", "Préfecture de la Loire-Atlantique",
        "tribunal administratif de Nantes", "R. 112-11-1", "image PNG", claim.attachments.all()[0].digest,
    ):  # fmt: skip
        assert words in page
    assert "Mon stage du 7 mars &lt;b&gt;manque&lt;/b&gt;." in page


def test_the_name_of_a_file_is_kept_nowhere(client: Client) -> None:
    """Nor shown: it may say who somebody is, or where a file should go."""
    answer = file_one(client, scan("../../Dupont Marie jugement.png"))
    page = client.get(answer.headers["Location"]).content.decode()
    kept = Attachment.objects.values().get()

    assert "Dupont" not in page
    assert "Dupont" not in str({**kept, "content": ""})


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([("a.png", b"<html>")], "Le fichier n° 1 n&#x27;est ni un PDF"),
        ([("a.png", None), ("b.png", b"MZ\x90")], "Le fichier n° 2 n&#x27;est ni un PDF"),
        ([("a.png", None)] * 4, "Trois fichiers au plus"),
        ([("a.png", b"\x89PNG" + b"\x00" * 4_000_001)], "Le fichier n° 1 dépasse 4 mégaoctets"),
    ],
)
def test_a_file_that_is_refused_sends_nothing(
    files: list[tuple[str, bytes | None]], message: str, client: Client
) -> None:
    """Whatever its name and the type that the browser says; the page says which and why."""
    answer = file_one(client, *(scan(name, content) for name, content in files))

    assert (422, True) == (answer.status_code, message in answer.content.decode())
    assert (0, 0) == (Claim.objects.count(), Attachment.objects.count())


def test_a_request_that_is_too_large_is_not_read(client: Client) -> None:
    """Its announced length is enough."""
    answer = client.post(PAGE, TOLD, CONTENT_LENGTH="13000000")

    assert (413, 0) == (answer.status_code, Claim.objects.count())
    assert "Ces fichiers sont trop grands" in answer.content.decode()


def test_a_file_number_and_its_code_follow_a_claim_and_file_none(driver: Callable[..., Licence]) -> None:
    """They may be another's: they read."""
    licence, client = driver("1996-05-06"), Client()
    client.cookies["mespoints_session"] = session_of(licence, "neph")
    answer = file_one(client, scan())
    page = client.get(PAGE).content.decode()

    assert (403, 0) == (answer.status_code, Claim.objects.count())
    assert "<textarea" not in page


def test_the_driver_answers_a_question_and_reads_the_answer(client: Client, at: Callable[[date], None]) -> None:
    """The clock is said to be stopped; the answer says how to go on."""
    file_one(client)
    claim = Claim.objects.get()
    ask_driver(claim.pk, "Où avait-il lieu ?", on=date(2026, 11, 22), by=AGENT)
    asked = client.get(PAGE + "1/").content.decode()
    replied = client.post(PAGE + "1/", {"text": "À Nantes.", "attached": [scan()]})
    answer_claim(claim.pk, REJECTED, "Ce centre n'est pas agréé.", on=date(2026, 11, 24), by=AGENT)
    answered = client.get(PAGE + "1/").content.decode()

    assert "Où avait-il lieu ?" in asked
    assert "le délai est arrêté" in asked
    assert (303, 1) == (replied.status_code, claim.attachments.count())
    assert "Réclamation rejetée" in answered
    assert AGENT not in answered
    assert "<textarea" not in answered
    assert 409 == client.post(PAGE + "1/", {"text": "Si !"}).status_code


def test_nobody_follows_the_claim_of_another(
    client: Client, driver: Callable[..., Licence], visit: Callable[..., Client]
) -> None:
    """A place counts among one's own claims: there is no address of another's."""
    file_one(client)
    other = visit(driver("2001-02-03"))

    assert "Déposées" not in other.get(PAGE).content.decode()
    for place in ("1", "0", "-1", "00", "9999999", "x", Claim.objects.get().reference.lower()):
        assert 404 == other.get(f"{PAGE}{place}/").status_code
        assert 404 == other.post(f"{PAGE}{place}/", {"text": "Moi aussi."}).status_code


def test_six_claims_at_once_are_one_too_many(client: Client) -> None:
    """The page says what to do, and keeps what was typed."""
    answers = [file_one(client).status_code for _ in range(6)]

    assert [303] * 5 + [409] == answers
    assert 5 == Claim.objects.count()


def test_a_claim_needs_its_words(client: Client) -> None:
    """What it is about, and an explanation of a length that is read."""
    answers = [
        file_one(client, kind=kind, text=text) for kind, text in (("", "x"), ("weather", "x"), (STAGE_MISSING, ""))
    ]
    long = file_one(client, text="x" * 4001)

    assert [422] * 4 == [answer.status_code for answer in (*answers, long)]
    assert "Expliquez ce qui ne va pas." in answers[2].content.decode()


def test_a_look_at_the_claims_has_its_line_in_the_journal(client: Client) -> None:
    """As every look at a file."""
    client.get(PAGE)

    assert ["claims"] == list(Access.objects.values_list("shown", flat=True))
