"""The addresses of the site, as it is served."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("portal:home", "/"),
        ("portal:balance", "/mes-points/"),
        ("portal:who_looked", "/qui-a-consulte/"),
        ("portal:simulator", "/simulateur/"),
        ("portal:sign_in", "/connexion/"),
        ("portal:fc_start", "/connexion/franceconnect/"),
        ("portal:fc_callback", "/connexion/franceconnect/retour/"),
        ("portal:sign_in_again", "/connexion/a-nouveau/"),
        ("portal:neph", "/connexion/neph/"),
        ("portal:fc_link", "/connexion/rattachement/"),
        ("portal:sign_out", "/deconnexion/"),
        ("portal:signed_out", "/deconnexion/retour/"),
        ("portal:letters", "/mes-lettres/"),
        ("portal:compte", "/mes-lettres/en-ligne/"),
        ("portal:code", "/mon-code/"),
        ("portal:ask_code", "/demander-un-code/"),
        ("portal:sign_ins", "/mes-connexions/"),
        ("portal:shares", "/mes-partages/"),
        ("portal:shared_rights", "/verifier-des-droits/"),
        ("portal:documents", "/mes-documents/"),
        ("portal:verify", "/verifier/"),
        ("portal:ask", "/demander-mon-releve/"),
        ("portal:claims", "/mes-reclamations/"),
        ("portal:not_in_file", "/pas-au-fichier/"),
        ("portal:follow_claim", "/pas-au-fichier/suivi/"),
        ("portal:waiting", "/delais-des-prefectures/"),
        ("portal:waiting_csv", "/delais-des-prefectures.csv"),
        ("portal:certificates", "/verifier/certificats.pem"),
        ("portal:agenda", "/mes-points/agenda.ics"),
        ("set_language", "/langue/"),
    ],
)
def test_an_address_does_not_move(name: str, address: str) -> None:
    """People keep them, and FranceConnect compares two of them to the letter."""
    assert reverse(name) == address


def test_the_choice_of_a_language_needs_its_token() -> None:
    """As every form does."""
    answer = Client(enforce_csrf_checks=True).post("/langue/", {"language": "en"})

    assert answer.status_code == 403


def test_the_home_page_opens_no_session(client: Client) -> None:
    """Looking around leaves nothing behind."""
    answer = client.get("/")

    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "fr"
    assert not answer.cookies.keys() - {"mespoints_csrf"}
