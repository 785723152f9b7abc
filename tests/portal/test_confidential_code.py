"""« Votre code confidentiel »: asked for with FranceConnect alone, told by letter alone."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from mespoints.letters.models import Batch, CodeRequest
from mespoints.register.codes import hash_of, issue_code
from mespoints.register.models import ConfidentialCode, Licence
from tests.portal.conftest import session_of

pytestmark = pytest.mark.django_db

PAGE = "/mon-code/"


def signed_in(licence: Licence, means: str) -> Client:
    """A browser with the session of a driver."""
    client = Client()
    client.cookies["mespoints_session"] = session_of(licence, means)
    return client


def test_a_driver_asks_once_and_may_say_that_the_code_is_lost(licence: Licence) -> None:
    """The page says that the letter leaves; the former code holds until then, or closes at once."""
    issue_code(licence.pk, hash_of("ABCDEFGHJK"), issued_on=licence.recorded_on)
    client = signed_in(licence, "franceconnect")
    asked = client.post(PAGE)
    is_open = ConfidentialCode.objects.get().closed_on is None
    page = client.get(PAGE).content.decode()
    client.post(PAGE, {"lost": "1"})

    assert (303, True) == (asked.status_code, is_open)
    assert "La lettre part avec le prochain courrier" in page
    assert "Demander un nouveau code" not in page
    assert ConfidentialCode.objects.get().closed_on is not None
    assert ["franceconnect"] == list(CodeRequest.objects.values_list("means", flat=True))


def test_a_code_asks_for_no_code(licence: Licence) -> None:
    """Whoever holds a code that is not theirs must not shut its driver out."""
    client = signed_in(licence, "neph")

    assert (403, 200) == (client.post(PAGE).status_code, client.get(PAGE).status_code)
    assert not CodeRequest.objects.exists()


def test_the_page_says_how_long_to_wait(licence: Licence, at: Callable[[date], None]) -> None:
    """The day, and in how many days it is."""
    batch = Batch.objects.create(
        name="b", spool="s", carrier="c", written_on=date(2026, 11, 19), production_on=date(2026, 11, 19), letters=1,
        digest="d",
    )  # fmt: skip
    CodeRequest.objects.create(licence=licence, asked_on=date(2026, 11, 19), means="franceconnect", batch=batch)
    page = signed_in(licence, "franceconnect").get(PAGE).content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "Un autre code peut être demandé à partir du 4 décembre 2026 (dans 12 jours)." in page
