"""The queue of a préfecture: three requests from arrival to release, a refusal of each kind, a claim answered."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from mespoints.config.clock import now
from mespoints.records.issuer import keyring_of
from mespoints.register.models import Access, Licence
from mespoints.requests.attachments import Judged
from mespoints.requests.claimants import file_as_claimant
from mespoints.requests.claims import STAGE_MISSING, file_claim
from mespoints.requests.mailing import send_replies
from mespoints.requests.media import PNG
from mespoints.requests.models import Attachment, Claim, RecordEvent, RecordRequest
from mespoints.requests.pieces import required_pieces
from mespoints.requests.references import shown_reference
from mespoints.seal.keys import DEMONSTRATION, make_signer
from tests.desk.conftest import TODAY
from tests.identity.test_sign_in_pages import words
from tests.portal.test_claims import scan
from tests.requests.conftest import unknown_person

QUEUE = "/guichet/demandes/"
ARRIVED = {
    "channel": "post", "requester": "holder", "licence_state": "valid", "received_on": "2026-11-20",
    "family_name": "Martin", "given_names": "Camille", "sex": "female", "birth_date": "1975-04-02",
    "birth_place": "44109", "reply_to": "1 rue de la Paix\n44000 Nantes",
}  # fmt: skip


@pytest.fixture
def key(tmp_path: Path, settings: Any) -> Iterator[None]:
    """A key signs the documents."""
    path = tmp_path / "documents.pem"
    path.write_bytes(make_signer(DEMONSTRATION, now()))
    settings.MESPOINTS_DOCUMENT_KEY = str(path)
    keyring_of.cache_clear()
    yield
    keyring_of.cache_clear()


def arrive(client: Client, **changes: str) -> tuple[RecordRequest, str]:
    """Write a request; itself and the address of its page."""
    told = {"reply_to": "camille@example.org"} if changes.get("channel") == "email" else {}
    answer = client.post(QUEUE + "nouvelle/", {**ARRIVED, **told, **changes})
    assert answer.status_code == 302, answer.content.decode()
    return RecordRequest.objects.latest("pk"), answer.headers["Location"]


def do(client: Client, address: str, step: str, **more: Any) -> Any:
    """One step on the page of a request."""
    return client.post(address, {"do": step, **more})


def instruct(client: Client, request: RecordRequest, address: str) -> None:
    """Every piece good, the licence looked for."""
    for piece in required_pieces(request.channel, request.licence_state, request.requester):
        do(client, address, "check", piece=piece, good="1")
    do(client, address, "match")


@pytest.mark.parametrize(("channel", "state"), [("post", "valid"), ("email", "suspended"), ("counter", "lost")])
def test_a_request_goes_from_its_arrival_to_its_release(
    channel: str, state: str, key: None, licence: Licence, as_agent: Callable[..., Client]
) -> None:
    """Instructed by one agent, validated by another, released by a third; the holder reads each look."""
    clerk, validator, other = as_agent(), as_agent("validation"), as_agent("validation", email="autre@pref.example")
    request, address = arrive(clerk, channel=channel, licence_state=state)
    do(clerk, address, "scan", piece="identity", scans=[scan()])
    instruct(clerk, request, address)
    do(validator, address, "validate")
    own = validator.post(address + "delivrer/")
    released = other.post(address + "delivrer/")
    request.refresh_from_db()

    assert (422, "deux agents") == (own.status_code, "deux agents" if b"deux agents" in own.content else "")
    assert (302, "released", licence.pk) == (released.status_code, request.state, request.licence_id)
    assert ["agent_identity", "releve"] == list(Access.objects.order_by("pk").values_list("shown", flat=True))
    assert shown_reference(request.reference) in Access.objects.latest("pk").reason
    assert request.reference not in clerk.get(QUEUE).content.decode()


def test_what_lacks_a_piece_is_not_offered_to_be_validated(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """The page and the queue say what is missing; the server refuses with the same words, then the button is there."""
    client = as_agent("validation")
    request, address = arrive(client)
    do(client, address, "check", piece="licence", good="1")
    before, queue = client.get(address).content.decode(), words(client.get(QUEUE))
    refused = do(client, address, "validate")
    told = words(refused)
    instruct(client, request, address)
    after = client.get(address).content.decode()

    assert ['value="validate"' in page for page in (before, after)] == [False, True]
    assert "2 pièces, le permis" in queue
    assert "<li>permis reconnu avec certitude</li>" in before
    assert 422 == refused.status_code
    assert "il manque encore : pièce d'identité en cours de validité ; enveloppe" in told


def test_a_lawyer_gets_only_the_rights(key: None, licence: Licence, as_agent: Callable[..., Client]) -> None:
    """The relevé restreint, which holds no point (art. L. 225-5)."""
    clerk, other = as_agent("validation"), as_agent("validation", email="autre@pref.example")
    request, address = arrive(clerk, channel="email", requester="lawyer", organisation="Cabinet Roche")
    instruct(clerk, request, address)
    do(clerk, address, "validate")
    other.post(address + "delivrer/")
    send_replies(TODAY)

    assert f"restreint-{request.reference.lower()}.pdf" == mail.outbox[-1].attachments[0][0]
    assert "restreint" == Access.objects.latest("pk").shown


@pytest.mark.parametrize("requester", ["employer", "insurer", "third_person"])
def test_whom_the_law_does_not_name_is_refused_with_its_article(
    requester: str, key: None, licence: Licence, as_agent: Callable[..., Client]
) -> None:
    """Nothing can be delivered; the reply cites the article, and the refusal stays."""
    client = as_agent("validation")
    _, address = arrive(client, requester=requester, organisation="Société Roche")
    page = client.get(address).content.decode()
    do(client, address, "validate")
    early = client.post(address + "delivrer/").status_code
    do(client, address, "refuse", ground=requester)
    reply = client.get(address).content.decode()

    assert "rien : à refuser" in page
    assert (422, True, True) == (early, "L. 225-8" in reply, "L. 225-6" in reply)
    assert requester == RecordEvent.objects.get(kind="refused").why


def test_a_missing_piece_is_asked_for_in_a_reply(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """The reply lists what is missing and gives a day; the clock is said to be stopped until the piece comes."""
    client = as_agent()
    _, address = arrive(client)
    for piece in ("licence", "identity"):
        do(client, address, "check", piece=piece, good="1")
    do(client, address, "ask")
    asked = client.get(address).content.decode()
    do(client, address, "came")

    assert "une enveloppe affranchie au tarif recommandé" in asked.split("À faire partir")[1]
    assert "délai suspendu jusqu&#x27;au 22/12/2026" in asked or "délai suspendu jusqu'au 22/12/2026" in asked
    assert "à instruire" in client.get(address).content.decode()


def test_an_agent_of_instruction_does_not_validate(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """The role is held by us, and checked whatever the page shows."""
    client = as_agent()
    request, address = arrive(client)
    instruct(client, request, address)

    assert 422 == do(client, address, "validate").status_code
    assert 404 == do(client, address, "explode").status_code


def test_another_departement_sees_nothing(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """Neither the line, nor the page, nor its scans, nor a step."""
    clerk, other = as_agent(), as_agent(departement="35", email="rennes@pref.example")
    request, address = arrive(clerk)
    do(clerk, address, "scan", piece="identity", scans=[scan()])
    file = f"/guichet/fichiers/{Attachment.objects.get().name}/"

    assert shown_reference(request.reference) not in other.get(QUEUE).content.decode()
    assert [404] * 4 == [
        answer.status_code
        for answer in (
            other.get(address),
            do(other, address, "match"),
            other.post(address + "delivrer/"),
            other.get(file),
        )
    ]
    assert 200 == clerk.get(file).status_code


def test_a_file_is_given_as_a_download_and_one_that_lies_is_refused(
    licence: Licence, as_agent: Callable[..., Client]
) -> None:
    """Under a name of ours, in a sandbox."""
    client = as_agent()
    _, address = arrive(client)
    do(client, address, "scan", piece="identity", scans=[scan("facture.exe")])
    kept = Attachment.objects.get()
    answer = client.get(f"/guichet/fichiers/{kept.name}/")

    assert f'attachment; filename="piece-{kept.pk}.png"' == answer.headers["Content-Disposition"]
    assert ("image/png", "nosniff") == (answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"])
    assert 422 == do(client, address, "scan", piece="identity", scans=[scan(content=b"<html>")]).status_code
    assert 1 == Attachment.objects.count()


def test_a_request_needs_its_words(as_agent: Callable[..., Client]) -> None:
    """Who asks when it is not the holder, a day that has come, a NEPH that can be one."""
    client = as_agent()
    for wrong in ({"requester": "lawyer"}, {"received_on": "2026-12-24"}, {"neph": "1"}, {"family_name": ""}):
        assert 422 == client.post(QUEUE + "nouvelle/", {**ARRIVED, **wrong}).status_code

    assert 0 == RecordRequest.objects.count()


def test_a_claim_is_answered_from_the_queue(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """Taken, asked about, answered; an answer without words is refused, and each look is in the driver's journal."""
    claim = file_claim(licence, STAGE_MISSING, "Mon stage manque.", (), on=date(2026, 11, 20))
    client, address = as_agent(), f"/guichet/reclamations/{claim.reference.lower()}/"
    listed = client.get(QUEUE).content.decode()
    page = client.get(address).content.decode()
    do(client, address, "take")
    do(client, address, "ask", text="Où avait-il lieu ?")
    empty = do(client, address, "answer", outcome="upheld", text="")
    do(client, address, "answer", outcome="upheld", text="Il est enregistré.")
    claim.refresh_from_db()

    assert (shown_reference(claim.reference) in listed, "Mon stage manque." in page) == (True, True)
    assert (422, "answered", date(2026, 11, 22)) == (empty.status_code, claim.state, claim.closed_on)
    assert ["filed", "taken", "asked", "answered"] == list(
        claim.events.order_by("sequence").values_list("kind", flat=True)
    )
    assert "claims" == Access.objects.latest("pk").shown
    assert 404 == as_agent(departement="35", email="r@pref.example").get(address).status_code
    assert Claim.objects.get().licence == licence


def test_a_claim_without_a_licence_says_who_writes(as_agent: Callable[..., Client]) -> None:
    """It is in the queue, opens no file and writes no look; its answer closes it."""
    claim = file_as_claimant(unknown_person(), "44", "Je n'y suis pas.", [Judged(PNG, b"scan")], on=TODAY)
    client, address = as_agent(), f"/guichet/reclamations/{claim.reference.lower()}/"
    listed = client.get(QUEUE).content.decode()
    page = client.get(address).content.decode()
    file = client.get(reverse("desk:attachment", args=[Attachment.objects.get().name]))
    do(client, address, "take")
    answered = do(client, address, "answer", outcome="upheld", text="Il est enregistré.")
    claim.refresh_from_db()

    assert (shown_reference(claim.reference) in listed, 200, 302) == (True, file.status_code, answered.status_code)
    assert [True] * 3 == [
        words in page for words in ("OKONJO, Ada, né(e) le 03/07/1988 à Lagos", "ada@example.org", "vérifié")
    ]
    assert ("Ouvrir le dossier" in page, "answered", 0) == (False, claim.state, Access.objects.count())


def test_the_audit_has_no_queue(as_agent: Callable[..., Client]) -> None:
    """Nor the exploitation."""
    assert [403, 403] == [as_agent(role).get(QUEUE).status_code for role in ("audit", "exploitation")]


def test_who_arrives_reads_what_waits(licence: Licence, as_agent: Callable[..., Client]) -> None:
    """How many, how many are late and held by them; the address of each; nothing when nothing waits."""
    client = as_agent("validation")
    empty = words(client.get("/guichet/"))
    arrive(client, received_on="2026-09-20")
    _, address = arrive(client)
    do(client, address, "take")
    page = client.get("/guichet/")

    assert "Rien n'attend dans votre département." in empty
    assert "2 demandes ou réclamations en cours, dont 1 hors délai et 1 que vous tenez" in words(page)
    assert f'href="{QUEUE}"' in page.content.decode()
