"""What is answered when something went wrong."""

from typing import NoReturn

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.http import HttpRequest
from django.test import Client
from django.urls import include, path

ERRORS = {"lost": OperationalError("the line is cut"), "ours": IntegrityError("a row of somebody's")}


def fail(_request: HttpRequest, how: str) -> NoReturn:
    """A view that cannot answer."""
    raise ERRORS[how]


handler500 = "mespoints.config.errors.answer_error"
urlpatterns = [
    path("failing/<how>/", fail),
    path("api/failing/<how>/", fail),
    path("", include("mespoints.config.urls")),
]

pytestmark = pytest.mark.urls("tests.config.test_errors")


def visit(address: str, language: str = "fr") -> tuple[int, str, str]:
    """The status, what says when to come back, and the text."""
    client = Client(raise_request_exception=False)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answer = client.get(address)
    return answer.status_code, answer.headers.get("Retry-After", ""), answer.content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Le service est momentanément indisponible"), ("en", "The service is out of reach for the moment")],
)
def test_a_register_out_of_reach_is_told_as_such(language: str, words: str) -> None:
    """503, in the language of the person, and when to come back; the database is asked nothing."""
    status, later, text = visit("/failing/lost/", language)

    assert (503, "30") == (status, later)
    assert words in text
    assert f'<html lang="{language}">' in text


def test_a_row_refused_is_no_passing_trouble() -> None:
    """Asked again, it would be refused again: it is a bug of ours, and nothing of it is shown."""
    status, later, text = visit("/failing/ours/")

    assert (500, "") == (status, later)
    assert "somebody" not in text


def test_programs_are_told_in_their_form() -> None:
    """A problem of RFC 9457, with when to ask again."""
    status, later, text = visit("/api/failing/lost/")

    assert (503, "30") == (status, later)
    assert "urn:mespoints:problem:unavailable" in text
