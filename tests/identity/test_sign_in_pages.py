import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from mespoints.letters.models import SignInNotice
from mespoints.register.codes import hash_of
from mespoints.register.models import ConfidentialCode, Holder, Licence
from tests.identity.conftest import Clock
from tests.identity.issuer import Issuer

pytestmark = [pytest.mark.urls("tests.identity.urls"), pytest.mark.django_db, pytest.mark.usefixtures("light_hashing")]

NEPH, CODE, WRONG = "750196500012", "7K3M9QX2VA", "0000000000"


@pytest.fixture
def licence(clock: Clock, light_hashing: None, new_licence: Callable[..., Licence]) -> Licence:
    """A licence with a confidential code."""
    licence = new_licence(NEPH)
    ConfidentialCode.objects.create(licence=licence, code_hash=hash_of(CODE), issued_on=date(2024, 1, 1))
    return licence


def words(response: Any) -> str:
    """What a person reads between the tags."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode()).replace("&#x27;", "'")
    return re.sub(r"\s+", " ", text)


def attempt(client: Client, neph: str = NEPH, code: str = CODE) -> Any:
    """Send the form."""
    return client.post("/connexion/neph/", {"neph": neph, "code": code})


def test_the_two_ways_in(client: Client, issuer: Issuer) -> None:
    """FranceConnect comes first, with its sentence and its link, then the word « ou », then the NEPH."""
    page = client.get("/connexion/")
    read = words(page)
    order = [
        "FranceConnect est la solution proposée par l'État pour sécuriser et simplifier la connexion à vos services",
        "S'identifier avec FranceConnect",
        "Qu'est-ce que FranceConnect ?",
        " ou Avec votre ",
        "NEPH (numéro de dossier du permis de conduire)",
        "Code confidentiel",
    ]
    places = [read.index(part) for part in order]

    assert places == sorted(places)
    assert 'href="https://franceconnect.gouv.fr/"' in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store"


def test_a_place_without_franceconnect(client: Client, clock: Clock, settings: Any) -> None:
    """What is not offered is not shown."""
    settings.MESPOINTS_FC_ISSUER = ""
    page = client.get("/connexion/").content.decode()

    assert "FranceConnect" not in page
    assert client.post("/connexion/franceconnect/").headers["Location"] == "/connexion/"


def test_fields_that_browsers_and_readers_understand(client: Client, clock: Clock) -> None:
    """Each field has its label, its help and what it completes with."""
    page = client.get("/connexion/").content.decode()

    for field, completes in (("id_neph", "username"), ("id_code", "current-password")):
        assert f'<label for="{field}">' in page
        assert f'aria-describedby="{field}_helptext"' in page
        assert f'id="{field}_helptext"' in page
        assert f'autocomplete="{completes}"' in page


def test_signing_in_with_the_neph(client: Client, licence: Licence) -> None:
    """The balance follows, in a session of that licence."""
    response = attempt(client, " 75 01 96 500012", "7k3m9-qx2va")

    assert response.headers["Location"] == "/mes-points/"
    assert client.get("/mes-points/").content.decode() == f"{licence.pk} neph"
    assert client.get("/connexion/").headers["Location"] == "/mes-points/"


def test_a_wrong_code(client: Client, licence: Licence, issuer: Issuer) -> None:
    """The message says what to do; the NEPH stays in the field, the code does not."""
    attempt(client, code=WRONG)
    response = attempt(client, code=WRONG)
    page = response.content.decode()

    assert response.status_code == 422
    assert (
        "Ce numéro ou ce code ne convient pas. Il vous reste 3 essais. "
        "Vous pouvez aussi vous connecter avec FranceConnect." in words(response)
    )
    assert NEPH in page
    assert WRONG not in page
    assert "<title>Erreur" in page


@pytest.mark.parametrize("neph", [NEPH, "999999999999"])
def test_the_last_tries(client: Client, licence: Licence, issuer: Issuer, clock: Clock, neph: str) -> None:
    """One try, then a lock with its hour, then closure: the same for a number that the register does not know."""
    answers = [attempt(client, neph, WRONG) for _ in range(5)]
    for minutes in (15, 30, 60, 120, 240):
        clock.advance(minutes=minutes)
        answers.append(attempt(client, neph, WRONG))

    assert "Il vous reste 1 essai." in words(answers[3])
    assert re.search(r"Trop d'essais avec ce numéro. Réessayez à partir de \d\d:\d\d\.", words(answers[4]))
    assert "le code ne peut plus servir. Demandez un nouveau code." in words(answers[-1])
    assert [answer.status_code for answer in answers] == [422] * 4 + [429] * 6


def test_a_full_network(client: Client, licence: Licence, issuer: Issuer) -> None:
    """The person reads that their network is at fault, not their number."""
    for number in range(60):
        attempt(client, f"{number:012}", WRONG)
    response = attempt(client)

    assert response.status_code == 429
    assert "Trop d'essais depuis votre connexion à internet." in words(response)


@pytest.mark.parametrize(
    ("neph", "code", "field", "message"),
    [
        ("", CODE, "id_neph", "Indiquez votre NEPH."),
        ("1234", CODE, "id_neph", "Le NEPH compte de 5 à 19 chiffres ou lettres. Vérifiez-le."),
        (NEPH, "", "id_code", "Indiquez votre code confidentiel."),
    ],
)
def test_a_form_to_correct(client: Client, licence: Licence, neph: str, code: str, field: str, message: str) -> None:
    """The summary leads to the field, which is marked and says the same."""
    response = attempt(client, neph, code)
    page = response.content.decode()

    assert response.status_code == 422
    assert f'<a href="#{field}">{message}</a>' in page
    assert f'id="{field}_error"' in page
    assert 'aria-invalid="true"' in page
    assert page.count(message) == 2


def test_reloading_the_answer_to_the_form(client: Client, clock: Clock) -> None:
    """The address of the form, opened by hand, leads to the door."""

    assert client.get("/connexion/neph/").headers["Location"] == "/connexion/"


@pytest.mark.parametrize(
    "path", ["/connexion/neph/", "/connexion/franceconnect/", "/connexion/rattachement/", "/deconnexion/"]
)
def test_forms_of_other_sites(licence: Licence, path: str) -> None:
    """Without the token of the form nothing is done."""

    assert Client(enforce_csrf_checks=True).post(path, {"neph": NEPH, "code": CODE}).status_code == 403


@pytest.mark.parametrize("path", ["/connexion/franceconnect/", "/deconnexion/"])
def test_what_a_link_cannot_do(client: Client, clock: Clock, path: str) -> None:
    """A sign-in or a sign-out never starts from a link."""

    assert client.get(path).status_code == 405


def test_an_idle_session(client: Client, licence: Licence, clock: Clock) -> None:
    """After half an hour the door says why, once."""
    attempt(client)
    clock.advance(minutes=30)

    assert client.get("/mes-points/").headers["Location"] == "/connexion/"
    assert "Votre session a pris fin." in words(client.get("/connexion/"))
    assert "Votre session a pris fin." not in words(client.get("/connexion/"))


def test_signing_out(client: Client, licence: Licence) -> None:
    """With the NEPH there is nothing to end elsewhere."""
    attempt(client)
    response = client.post("/deconnexion/")

    assert response.headers["Location"] == "/deconnexion/retour/"
    assert not Session.objects.exists()
    assert "Votre session est fermée" in words(client.get("/deconnexion/retour/"))
    assert client.get("/mes-points/").headers["Location"] == "/connexion/"


def test_a_forged_return_signs_nobody_out(client: Client, licence: Licence) -> None:
    """The address of the return, opened by someone signed in, changes nothing."""
    attempt(client)

    assert client.get("/deconnexion/retour/?state=x").headers["Location"] == "/mes-points/"
    assert client.get("/mes-points/").status_code == 200


def test_in_english(client: Client, clock: Clock, settings: Any) -> None:
    """The pages bear no French where the translation exists, and always say their language."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert '<html lang="en">' in client.get("/connexion/").content.decode()


def test_the_longest_code_that_a_feed_may_bring(client: Client, licence: Licence) -> None:
    """64 signs, typed with spaces, open as any other code does."""
    code = "7K3M9QX2" * 8
    ConfidentialCode.objects.update(code_hash=hash_of(code))

    assert client.post("/connexion/neph/", {"neph": NEPH, "code": " ".join(code)}).headers["Location"] == "/mes-points/"


def test_a_sign_in_owes_its_e_mail(client: Client, licence: Licence) -> None:
    """To whom an address is known; a refusal owes nothing."""
    Holder.objects.update(email="camille@example.org")
    attempt(client, code=WRONG)
    none = SignInNotice.objects.count()
    attempt(client)

    assert (0, ["neph"]) == (none, list(SignInNotice.objects.values_list("means", flat=True)))
