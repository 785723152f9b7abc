"""A line of ``intake/1`` that is right, to be spoiled."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

PERSON: dict[str, Any] = {
    "format": "intake/1",
    "holder": {
        "family_name": "L'HÉRITIER",
        "usage_name": "MARTIN",
        "given_names": ["Zoé", "Anne"],
        "sex": "female",
        "birth_date": "1975-04-00",
        "birth_place": "2A004",
        "birth_country": "99100",
        "address": ["1 RUE DE LA PAIX", "44000 NANTES"],
        "departement": "44",
        "email": "zoe@example.org",
    },
    "categories": [
        {"category": "B", "from": "1996-05-06", "codes": ["01"]},
        {"category": "A2", "from": "2001-03-02", "to": "2031-03-02"},
    ],
    "dossier": {
        "format": "dossier/1",
        "licence": {"neph": "000000000001", "obtained_on": "1996-05-06"},
        "acts": [
            {
                "act": "offence",
                "id": "i1",
                "class": "c4",
                "points": 4,
                "committed_on": "2024-01-20",
                "final_on": "2024-02-15",
                "final_by": "paiement",
                "decided_on": "2024-03-01",
            }
        ],
    },
}

Person = Callable[..., dict[str, Any]]


@pytest.fixture
def person() -> Person:
    """``person(**{"holder.sex": "M", "dossier.licence.neph": None})``: None takes the key away."""

    def make(changes: dict[str, object] | None = None) -> dict[str, Any]:
        document = deepcopy(PERSON)
        for path, value in (changes or {}).items():
            *way, key = path.split(".")
            place: Any = document
            for step in way:
                place = place[int(step) if step.isdigit() else step]
            if value is None:
                place.pop(key)
            else:
                place[key] = value
        return document

    return make


@pytest.fixture
def line(person: Person) -> Callable[..., str]:
    """The same as a line of a file."""
    return lambda changes=None: json.dumps(person(changes), ensure_ascii=False)
