"""What the simulator promises: nothing asked of the database, no session, nothing logged, nothing on the disk."""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mespoints.register.models import Access, Licence
from tests.portal.conftest import dossier_document, offence
from tests.portal.simulating import ADDRESS, Simulation

pytestmark = pytest.mark.usefixtures("at")
SECRETS = ("000000000777", "Quimperlé", "ZZ-plaque", "2019-03-07", "07/03/2019")
HISTORY = dossier_document(
    "2005-06-12",
    offence("a", "2019-03-07", "2026-02-10", place="Quimperlé", label="ZZ-plaque"),
    offence("p", "2026-10-30"),
    neph="000000000777",
)


def whole_visit() -> Simulation:
    """Load, look, change, add, suppose, be refused, give back."""
    simulation = Simulation().load(json.dumps(HISTORY))
    simulation.press("look", day__on="07/03/2019", day__reading="strict").press("look", day__reading="registered")
    simulation.press("edit:0").press("show").add_offence("07/03/2019", "Quimperlé ZZ-plaque")
    simulation.press("show").press("try:paiement")
    simulation.press("keep:paiement", suppose__offence="p", suppose__on="07/03/2027", suppose__together="apart")
    simulation.press("show", dossier='{"format": "Quimperlé 07/03/2019"')
    return Simulation().load(json.dumps(HISTORY)).press("give-back")


def test_nothing_is_asked_of_the_database() -> None:
    """This test has no database, and would fail if one were asked."""
    assert whole_visit().answer.status_code == 200


@pytest.mark.django_db
def test_not_one_query(django_assert_num_queries: Any) -> None:
    """Counted: none, in a whole visit."""
    with django_assert_num_queries(0):
        whole_visit()


@pytest.mark.django_db
def test_no_session_and_no_cookie_but_the_token() -> None:
    """Nothing follows the visitor: no session, no row, no cookie beside the token of the forms."""
    simulation = whole_visit()

    assert set(simulation.client.cookies) == {settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}
    assert not Session.objects.exists()


@pytest.mark.django_db
def test_a_driver_who_is_signed_in_writes_nothing_either(
    driver: Callable[..., Licence], visit: Callable[..., Client], django_assert_max_num_queries: Any
) -> None:
    """Only their session is read, to show the way back to their balance: no line in the journal."""
    client = visit(driver("1996-05-06"))
    with django_assert_max_num_queries(1):
        answer = client.post(ADDRESS, {"dossier": json.dumps(HISTORY), "do": "show"})

    assert answer.status_code == 200
    assert not Access.objects.exists()


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Everything that any logger says, at any level, as the service formats it."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(f"{logging.Formatter().format(record)} {record.__dict__}")

    ear, loggers = Ear(), [logging.getLogger(name) for name in ("", "django", "mespoints")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(ear)
        logger.setLevel(logging.DEBUG)
    yield said
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(ear)
        logger.setLevel(level)


def test_no_log_holds_what_was_typed(heard: list[str]) -> None:
    """A refusal is logged as one, by its address alone."""
    whole_visit()

    assert any("Bad Request: /simulateur/" in line for line in heard)
    assert [line for line in heard if any(secret in line for secret in SECRETS)] == []


def test_no_address_holds_what_was_typed() -> None:
    """Every form posts, to the address of the simulator alone."""
    simulation = Simulation().load(json.dumps(HISTORY))
    forms = [attributes for tag, attributes in simulation.outline.elements if tag == "form"]

    assert {form.get("method") for form in forms} == {"post"}
    assert {str(form.get("action")).partition("#")[0] for form in forms} == {ADDRESS}
    assert [href for href in simulation.outline.values("href") if "?" in href] == []


@pytest.mark.parametrize("do", ["show", "give-back", "load", "new:offence", "set-licence"])
def test_no_answer_may_be_stored(do: str) -> None:
    """No cache keeps a page, nor the file, nor a refusal."""
    simulation = Simulation()
    first = simulation.answer.headers["Cache-Control"]
    answer = simulation.load(json.dumps(HISTORY)).press(do).answer

    assert (first, answer.headers["Cache-Control"]) == ("no-store", "no-store")


def test_a_browser_is_asked_to_remember_nothing() -> None:
    """No form that holds a history is offered again by the browser."""
    simulation = Simulation().load(json.dumps(HISTORY))
    forms = [a for tag, a in simulation.outline.elements if tag == "form"]

    assert [form for form in forms if form.get("autocomplete") != "off"] == []


def test_the_page_says_so() -> None:
    """On the first page and on every other: nothing stored, nothing logged, no value, the right to drive."""
    pages = [
        Simulation().page,
        Simulation().load(json.dumps(HISTORY)).page,
        Simulation().begin().press("new:stage").page,
    ]
    promises = [
        "aucune trace",
        "aucune valeur auprès de l'administration",
        "ne préjuge pas de votre droit",
    ]

    assert [(at, said) for at, page in enumerate(pages) for said in promises if said not in page] == []


@pytest.mark.parametrize("size", [1_000, 400_000, 4_000_000])
def test_a_file_sent_never_goes_to_the_disk(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read in memory, or refused before it is read, even when little may stay in memory."""
    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", forbidden)
    file = SimpleUploadedFile("a.json", b" " * size, content_type="application/json")
    answer = Client().post(ADDRESS, {"do": "load", "load-file": file})

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def forbidden(*_arguments: object) -> None:
    """A file that would be written."""
    raise AssertionError


def test_a_file_is_loaded_and_given_back() -> None:
    """What is downloaded is what was loaded, to be loaded again."""
    file = SimpleUploadedFile("h.json", json.dumps(HISTORY).encode(), content_type="application/json")
    simulation = Simulation()
    simulation.answer = simulation.client.post(ADDRESS, {"do": "load", "load-file": file})
    loaded = simulation.text
    answer = simulation.press("give-back").answer

    assert "L'historique est chargé." in loaded
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mes-points.json"'
    assert json.loads(answer.content) == HISTORY


def test_a_forged_form_is_refused() -> None:
    """Though nothing is at stake here, a form of ours bears its token, like everywhere."""
    answer = Client(enforce_csrf_checks=True).post(ADDRESS, {"dossier": json.dumps(HISTORY), "do": "show"})

    assert answer.status_code == 403


def test_our_own_form_is_taken() -> None:
    """With its token, the page answers."""
    client = Client(enforce_csrf_checks=True)
    client.get(ADDRESS)
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    answer = client.post(ADDRESS, {"dossier": json.dumps(HISTORY), "do": "show", "csrfmiddlewaretoken": token})

    assert answer.status_code == 200


@pytest.mark.parametrize("do", ["show", "new:offence", "try:stage"])
def test_the_language_changes_without_losing_the_history(do: str) -> None:
    """The switch posts the history with it, comes back to the same page, and the choice is kept as elsewhere."""
    simulation = Simulation().load(json.dumps(HISTORY)).press(do)
    before = simulation.hidden()["dossier"]
    answer = simulation.press(do, language="en").answer

    assert json.loads(simulation.hidden()["dossier"]) == json.loads(before)
    assert '<html lang="en">' in simulation.page
    assert answer.headers["Content-Language"] == "en"
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME]["httponly"]


def test_the_switch_holds_the_page_that_it_opens_again() -> None:
    """A form half filled is opened again, blank, rather than lost for the first page."""
    simulation = Simulation().load(json.dumps(HISTORY)).press("new:suspension")

    assert '<input type="hidden" name="do" value="new:suspension">' in simulation.page
