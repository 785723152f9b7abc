"""The pages of reviews: a list without a name, what is needed to decide, two people."""

from collections.abc import Callable

import pytest
from django.test import Client

from mespoints.identity.linking import resolve
from mespoints.identity.models import Link, Review
from mespoints.register.models import Access, Licence
from tests.desk.conftest import browser_of
from tests.identity.test_linking import CAMILLE, CAMILLE_CORRECTED, NOW
from tests.identity.test_sign_in_pages import words

pytestmark = pytest.mark.django_db

LIST = "/guichet/verifications/"
SAID = {"outcome": "link", "pieces": ["identity", "title"], "reason": "Pièces vues au guichet"}


@pytest.fixture
def address(licence: Licence) -> str:
    """The page of a review of the holder of the tests."""
    resolve(CAMILLE, NOW)
    resolve(CAMILLE_CORRECTED, NOW)
    return f"{LIST}{Review.objects.get().reference}/"


def test_the_list_names_nobody(address: str, as_agent: Callable[..., Client]) -> None:
    """A reference, what stands in the way, where it is: no line of a journal is owed for that."""
    page = words(as_agent().get(LIST))

    assert Review.objects.get().reference in page
    assert "déjà rattaché à une autre identité" in page
    assert "MARTIN" not in page
    assert not Access.objects.exists()


def test_a_review_is_found_by_the_reference_that_the_person_dictates(
    address: str, as_agent: Callable[..., Client]
) -> None:
    """In the agent's département alone."""
    told = {"reference": Review.objects.get().reference.lower()}
    here = as_agent().post(LIST, told)
    elsewhere = as_agent(departement="35", email="autre@pref.example")

    assert address == here.headers["Location"]
    assert "Aucune vérification" in words(elsewhere.post(LIST, told))
    assert 404 == elsewhere.get(address).status_code


def test_a_link_from_page_to_page(address: str, new_agent: Callable[..., object]) -> None:
    """Proposed by one, validated by the other; each look is a line that the holder reads."""
    first, second = browser_of(new_agent()), browser_of(new_agent("validation"))  # type: ignore[arg-type]
    page = words(first.get(address))
    said = first.post(address, SAID)
    alone = first.post(f"{address}decision/", {"decision": "validate"})
    decided = second.post(f"{address}decision/", {"decision": "validate"})

    assert ("MARTIN" in page, said.status_code, alone.status_code, decided.status_code) == (True, 302, 422, 302)
    assert CAMILLE_CORRECTED.subject == Link.objects.get().subject
    assert {"agent_review", "agent_link"} == set(Access.objects.values_list("shown", flat=True))


def test_what_cannot_be_said_is_told(address: str, as_agent: Callable[..., Client]) -> None:
    """Without the pieces nothing is proposed, and the page says which ones."""
    answer = as_agent().post(address, SAID | {"pieces": []})

    assert 422 == answer.status_code
    assert "il faut avoir vu une pièce d'identité" in words(answer)
