"""What leaves from the desk: by e-mail, by post in the envelope supplied, at the counter against a signature."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from mespoints.register.models import Access, Licence
from mespoints.requests.mailing import send_replies
from mespoints.requests.models import Departure
from tests.desk.conftest import TODAY
from tests.desk.test_queue import QUEUE, arrive, do, instruct, key

__all__ = ["key"]

As = Callable[..., Client]


def release(as_agent: As, channel: str) -> tuple[Client, str]:
    """A request released by two agents; the browser of the second one."""
    clerk, other = as_agent("validation"), as_agent("validation", email="autre@pref.example")
    request, address = arrive(clerk, channel=channel)
    instruct(clerk, request, address)
    do(clerk, address, "validate")
    other.post(address + "delivrer/")
    return other, address


def reply_address() -> str:
    """The page of the last reply."""
    return f"/guichet/reponses/{Departure.objects.latest('pk').pk}/"


def test_by_email_the_service_sends_it(key: None, licence: Licence, as_agent: As) -> None:
    """The acknowledgement, then the relevé, to the address of the request; the desk says the day, and keeps no PDF."""
    client, address = release(as_agent, "email")
    waits = client.get(address).content.decode()
    early = client.post(reply_address(), {"do": "left"})
    send_replies(TODAY)
    page = client.get(address).content.decode()

    assert "le service l'envoie par courriel" in waits.replace("&#x27;", "'")
    assert (422, 404) == (early.status_code, client.get(reply_address() + "document/").status_code)
    assert [["camille@example.org"]] * 2 == [message.to for message in mail.outbox]
    assert mail.outbox[1].attachments[0][1].startswith(b"%PDF-")
    assert "Réponse partie par courriel le 22/11/2026" in page


def test_by_post_it_is_printed_with_its_address_and_registered(key: None, licence: Licence, as_agent: As) -> None:
    """The document and the page of the address as PDF; once the number is written, the document is kept no longer."""
    client, address = release(as_agent, "post")
    document, letter = (client.get(reply_address() + what) for what in ("document/", "lettre/"))
    listed = client.get(QUEUE).content.decode()
    left = client.post(reply_address(), {"do": "left", "receipt": "1A 234 567 8901 2"})
    page = client.get(address).content.decode()

    assert ["application/pdf"] * 2 == [answer.headers["Content-Type"] for answer in (document, letter)]
    assert [b"%PDF-"] * 2 == [answer.content[:5] for answer in (document, letter)]
    assert ["agent_identity", "releve", "releve"] == list(Access.objects.order_by("pk").values_list("shown", flat=True))
    assert ("Réponses qui ne sont pas parties" in listed, 302) == (True, left.status_code)
    assert "Réponse postée le 22/11/2026, recommandé n° 1A 234 567 8901 2" in page
    assert 404 == client.get(reply_address() + "document/").status_code
    assert [] == mail.outbox


def test_at_the_counter_it_is_handed_over_against_a_signature(key: None, licence: Licence, as_agent: As) -> None:
    """The receipt to sign is a PDF."""
    client, address = release(as_agent, "counter")
    page = client.get(address).content.decode()
    client.post(reply_address(), {"do": "left"})

    assert "Le reçu à faire signer (PDF)" in page
    assert "Réponse remise au guichet le 22/11/2026" in client.get(address).content.decode()
    assert 422 == client.post(reply_address(), {"do": "left"}).status_code


def test_without_a_mail_server_the_agent_sends(licence: Licence, as_agent: As, settings: Any) -> None:
    """The desk says so, and shows the text."""
    settings.MESPOINTS_HAS_MAIL = False
    client = as_agent("validation")
    _, address = arrive(client, channel="email", requester="employer", organisation="Société Roche")
    do(client, address, "refuse", ground="employer")
    page = client.get(address).content.decode()
    client.post(reply_address(), {"do": "left"})

    assert "ce service n'a pas de serveur de courrier" in page.replace("&#x27;", "'")
    assert "art. L. 225-8" in page
    assert "partie par courriel le 22/11/2026" in client.get(address).content.decode()


def test_a_first_message_is_answered_with_what_to_send(as_agent: As, settings: Any) -> None:
    """By e-mail, to the address alone; another département does not see it."""
    settings.MESPOINTS_REPLY_TO = "releves-{departement}@pref.example"
    client, other = as_agent(), as_agent(departement="35", email="rennes@pref.example")
    wrong = client.post(QUEUE + "premier-message/", {"received_on": "2026-11-20", "reply_to": "camille"})
    client.post(QUEUE + "premier-message/", {"received_on": "2026-11-20", "reply_to": "camille@example.org"})
    send_replies(TODAY)

    assert (422, 404, 200) == (
        wrong.status_code, other.get(reply_address()).status_code, client.get(reply_address()).status_code
    )  # fmt: skip
    assert [(["camille@example.org"], ["releves-44@pref.example"])] == [(one.to, one.reply_to) for one in mail.outbox]
    assert "la copie de votre permis de conduire" in mail.outbox[0].body


def test_two_agents_do_not_work_on_one_request(licence: Licence, as_agent: As) -> None:
    """The second is told who holds it; an agent who validates takes it over, and the holder may give it back."""
    first, second = as_agent(), as_agent(email="second@pref.example")
    validator = as_agent("validation")
    _, address = arrive(first)
    do(first, address, "take")
    refused = do(second, address, "check", piece="licence", good="1")
    over = do(validator, address, "take")
    do(validator, address, "let_go")

    assert (422, 302) == (refused.status_code, over.status_code)
    assert "trouvé un dossier que tient" in refused.content.decode()
    assert "Prendre en charge" in second.get(address).content.decode()
    assert 302 == do(second, address, "check", piece="licence", good="1").status_code


@pytest.mark.parametrize("what", ["", "lettre/", "document/"])
def test_another_departement_has_none_of_it(what: str, licence: Licence, as_agent: As) -> None:
    """Neither the reply, nor its letter, nor its document."""
    client = as_agent()
    _, address = arrive(client)
    do(client, address, "ask")

    assert 404 == as_agent(departement="35", email="r@pref.example").get(reply_address() + what).status_code
