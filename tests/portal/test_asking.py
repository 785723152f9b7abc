"""« Demander mon relevé autrement »: the right préfecture, the right pieces, a letter that is not kept."""

import io
import logging
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from mespoints.register.models import Access
from mespoints.requests.models import Applicant, RecordRequest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]

PAGE = "/demander-mon-releve/"
WRITER = {
    "given_names": "Zoé", "family_name": "L'ÉCUYER", "born_on": "2 avril 1975", "birth_place": "Nantes",
    "address": "Bât. B\r\n1 rue de la Paix\r\n44000 Nantes", "neph": "00 12 34 56 78 90",
}  # fmt: skip
BY_POST = {"canal": "courrier", "departement": "44", "permis": "valide"}


def shown(visit: Callable[..., Client], **choice: str) -> str:
    """The page that a choice leads to, its entities read."""
    return visit().get(PAGE, choice).content.decode().replace("&#x27;", "'")


def words_of(pdf: bytes) -> str:
    """The words of a PDF, on one line."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (("courrier", "01", "valide"), ("Préfecture de l'Ain", "01012 Bourg-en-Bresse Cedex", "recto verso")),
        (
            ("courrier", "75", "suspendu"),
            ("Préfecture de police", "75195 Paris Cedex 04", "la copie de l'avis de suspension"),
        ),
        (
            ("guichet", "2B", "perdu"),
            ("Préfecture de la Haute-Corse", "le récépissé de déclaration de perte", "Appelez"),
        ),
        (("courriel", "974", "valide"), ("Préfecture de La Réunion", "En deux messages", "carte nationale d'identité")),
    ],
)
def test_a_choice_leads_to_its_prefecture_and_its_pieces(
    choice: tuple[str, str, str], expected: tuple[str, ...], visit: Callable[..., Client]
) -> None:
    """By each channel, with the title in hand, suspended or lost."""
    page = shown(visit, **dict(zip(("canal", "departement", "permis"), choice, strict=True)))

    assert [words for words in expected if words not in page] == []


def test_an_address_says_when_it_was_read_and_that_it_may_be_the_offices(visit: Callable[..., Client]) -> None:
    """No address is shown without its day; one that is not postal says so."""
    postal, offices = (shown(visit, **{**BY_POST, "departement": code}) for code in ("01", "24"))

    assert "28\u00a0avril\u00a02022" in postal.replace(" ", "\u00a0")
    assert ("l'adresse des bureaux" in postal, "l'adresse des bureaux" in offices) == (False, True)


def test_an_old_address_says_its_age_and_a_recent_one_does_not(visit: Callable[..., Client]) -> None:
    """Plainly, with what to do: four years are four removals; a contact page is said to be one."""
    old, recent = (shown(visit, **{**BY_POST, "departement": code}) for code in ("01", "13"))

    assert ("Cette adresse a plus de 4 ans." in old, "Cette adresse a" in recent) == (True, False)
    assert ("en bas de sa page d'accueil" in old, "C'est la page pour lui écrire." in recent) == (True, True)


def test_the_envelope_goes_by_post_alone(visit: Callable[..., Client]) -> None:
    """Neither an e-mail nor a visit needs one."""
    pages = [shown(visit, **{**BY_POST, "canal": channel}) for channel in ("courrier", "courriel", "guichet")]

    assert ["une enveloppe affranchie" in page for page in pages] == [True, False, False]


def test_what_was_not_chosen_is_asked_for(visit: Callable[..., Client]) -> None:
    """Nothing at first; then each question that has no answer, or an answer of another world."""
    first = shown(visit)
    wrong = shown(visit, canal="pigeon", departement="99", permis="valide")

    assert "À corriger" not in first
    assert "Choisissez comment demander." in wrong
    assert "Choisissez votre département." in wrong


def test_the_letter_is_ready_to_sign(visit: Callable[..., Client]) -> None:
    """Who writes, to whom, what is asked for on which article, and what is enclosed."""
    answer = visit().post(PAGE, {**BY_POST, **WRITER})
    words = words_of(answer.content)

    assert ("application/pdf", 200) == (answer.headers["Content-Type"], answer.status_code)
    assert "demande-de-releve.pdf" in answer.headers["Content-Disposition"]
    for part in (
        "Zoé L'ÉCUYER", "Bât. B", "1 rue de la Paix", "Préfecture de la Loire-Atlantique", "44035 Nantes Cedex 1",
        "Le 22 novembre 2026", "articles L. 225-3 et R. 225-6 du code de la route", "le 2 avril 1975, à Nantes",
        "001234567890", "la photocopie recto verso de mon permis de conduire", "à mes nom, prénom et adresse.",
    ):  # fmt: skip
        assert part.replace("'", "’") in words.replace("'", "’").replace("\u00a0", " ")


def test_the_letter_of_a_lost_title_encloses_its_receipt(visit: Callable[..., Client]) -> None:
    """In the place of the photocopy; without a NEPH, its line is left out."""
    words = words_of(visit().post(PAGE, {**BY_POST, **WRITER, "permis": "perdu", "neph": ""}).content)

    assert "le récépissé de déclaration de perte" in words
    assert "recto verso" not in words
    assert "NEPH" not in words


def test_nothing_of_the_letter_is_kept(visit: Callable[..., Client], caplog: pytest.LogCaptureFixture) -> None:
    """No row, no session, no line of the journal or of the log; no cache keeps the answer, no address names anybody."""
    with caplog.at_level(logging.DEBUG):
        answer = visit().post(PAGE, {**BY_POST, **WRITER})

    assert "no-store" == answer.headers["Cache-Control"]
    assert [0, 0, 0, 0] == [model.objects.count() for model in (Session, Access, RecordRequest, Applicant)]
    assert "CUYER" not in caplog.text


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("family_name", "", "Indiquez votre nom de naissance."),
        ("family_name", "山田", "Un caractère ne peut pas être imprimé."),
        ("given_names", '#eval("x")', "Un caractère ne peut pas être imprimé."),
        ("born_on", "2 avril 2075", "Choisissez un jour passé."),
        ("born_on", "hier", "Écrivez ce jour"),
        ("address", "a\nb\nc\nd\ne\nf", "Cinq lignes au plus."),
        ("neph", "12", "de 5 à 19"),
        ("departement", "99", "Choisissez votre département."),
    ],
)
def test_a_letter_that_cannot_be_written_says_what_to_do(
    field: str, value: str, message: str, visit: Callable[..., Client]
) -> None:
    """Beside the field, and at the top of the page."""
    answer: Any = visit().post(PAGE, {**BY_POST, **WRITER, field: value})

    assert 422 == answer.status_code
    assert message in answer.content.decode()
