"""What is written to a requester, word for word."""

from datetime import date

import pytest

from mespoints.requests.pieces import EMAIL, EMPLOYER, ENVELOPE, HOLDER, INSURER, LOSS_RECEIPT, LOST, POST, THIRD_PERSON
from mespoints.requests.references import shown_reference
from mespoints.requests.refusals import GROUNDS, IDENTITY_UNPROVEN
from mespoints.requests.replies import missing_reply, refusal_reply
from tests.requests.conftest import Arrive


def test_a_reply_lists_what_is_missing_and_gives_a_day(arrive: Arrive) -> None:
    """Each piece in the words of its channel, the day in full, what silence means."""
    request = arrive(POST, licence_state=LOST)
    reply = missing_reply(request, (LOSS_RECEIPT, ENVELOPE), date(2026, 4, 15), date(2026, 5, 16))

    assert f"Référence {shown_reference(request.reference)}\n" in reply
    assert (
        "Il nous manque, pour vous répondre :\n- le récépissé de déclaration de perte ;\n- une enveloppe affranchie au "
        "tarif recommandé avec demande d'avis de réception, adressée à vos nom, prénom et adresse.\n"
    ) in reply
    assert "Envoyez-les avant le mercredi 15 avril 2026" in reply
    assert "Sans réponse de notre part le samedi 16 mai 2026, considérez votre demande comme refusée." in reply


@pytest.mark.parametrize("requester", [EMPLOYER, INSURER, THIRD_PERSON])
def test_a_refusal_cites_its_article_the_offence_and_the_appeal(requester: str, arrive: Arrive) -> None:
    """And repeats nothing of the person asked about."""
    reply = refusal_reply(arrive(EMAIL, requester), requester)

    assert all(f"art. {article}" in reply for article in ("L. 223-7" if requester != THIRD_PERSON else "L. 225-3",))
    assert "L. 225-6" in reply
    assert "L. 225-8" in reply
    assert "Commission d'accès aux documents administratifs" in reply
    assert "MARTIN" not in reply.upper().replace("MARTIN@", "")


def test_a_holder_is_not_told_of_an_offence(arrive: Arrive) -> None:
    """A refusal for want of certainty says how to ask again."""
    reply = refusal_reply(arrive(), IDENTITY_UNPROVEN)

    assert "L. 225-8" not in reply
    assert "numéro de dossier (NEPH)" in reply


def test_every_ground_names_its_articles() -> None:
    """And whom it is meant for."""

    assert all(ground.articles and ground.requesters and "art. L." in ground.sentence for ground in GROUNDS.values())
    assert HOLDER in GROUNDS[IDENTITY_UNPROVEN].requesters
