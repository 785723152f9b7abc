"""The examples of the description are what is answered about somebody of the demonstration."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from mespoints.api.published import examples_of_demonstration
from mespoints.api.scopes import HOLDS
from mespoints.demo.people import intake_line, people
from mespoints.intake.people import load
from mespoints.law.access import BY_KIND
from tests.api.conftest import TODAY, bearer, make_client, post

READERS = {
    "rights": "municipal_police", "record": "road_police", "study": "road_safety_studies", "titles": "titles_agency",
    "prevention": "intelligence",
}  # fmt: skip
EXAMPLE = "lucas"


def asked_of(scope: str) -> dict[str, Any]:
    """The question of an example: for all that the address holds."""
    person = next(person for person in people() if person.key == EXAMPLE)
    return {
        "person": {"neph": person.neph, "family_name": person.holder["family_name"]},
        "purpose": {"article": BY_KIND[READERS[scope]].article, "reason": "Contrôle n° 2026-114"},
        "agent": "matricule 4021",
    }


def made(scope: str, on: date = TODAY) -> dict[str, Any]:
    """The example of an address, made anew."""
    person = next(person for person in people() if person.key == EXAMPLE)
    load([intake_line(person, on)], recorded_on=on - timedelta(days=1))
    answer = post(scope, asked_of(scope), bearer(make_client(READERS[scope])))
    return {"request": asked_of(scope), "answer": json.loads(answer.content)}


@pytest.mark.parametrize("scope", HOLDS)
def test_each_example_is_a_real_answer(scope: str, db: None) -> None:
    """Word for word, as of the day of the example; a change of the answers changes ``api/examples.json`` too."""

    assert made(scope) == examples_of_demonstration()[scope]


def test_the_description_shows_them(client: Any) -> None:
    """Beside the schemas, a request and its answer."""
    told = json.loads(client.get("/api/v1/openapi.json").content)
    shown = told["paths"]["/api/v1/rights"]["post"]

    assert examples_of_demonstration()["rights"] == {
        "request": shown["requestBody"]["content"]["application/json"]["example"],
        "answer": shown["responses"]["200"]["content"]["application/json"]["example"],
    }
