"""Authorities with their keys, a driver of whom everything is known, and calls made as they make them."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client as Browser
from joserfc import jwt
from joserfc.jwk import ECKey

from mespoints.api.clients import caller_of, register
from mespoints.api.models import Client
from mespoints.api.scopes import scope_of
from mespoints.api.tokens import issue
from mespoints.config.clock import now
from mespoints.register.ledger import append_acts
from mespoints.register.models import Category, Holder, Licence

TODAY = date(2026, 11, 22)
AUDIENCE = "http://testserver/api/v1/token"
REASON = "Contrôle du 22 novembre, route nationale 10"

LIFE: list[dict[str, Any]] = [
    {
        "act": "offence", "id": "o1", "class": "c4", "points": 4, "committed_on": "2026-01-05",
        "final_on": "2026-02-10", "final_by": "paiement", "label": "Feu rouge grillé", "place": "Ancenis",
    },
    {"act": "offence", "id": "o2", "class": "c4", "points": 3, "committed_on": "2026-11-02", "place": "Vertou"},
    {"act": "suspension", "id": "s1", "from": "2026-11-01", "to": "2026-12-31", "by": "prefet"},
    {"act": "title_issued", "id": "t1", "on": "2015-03-04", "number": "TITRE15AB"},
    {"act": "restriction", "id": "r1", "from": "2020-01-01", "codes": ["70.99"]},
]  # fmt: skip
"""One offence established and one pending, a suspension that runs, a title, a restriction."""


@cache
def key() -> ECKey:
    """One key for all the authorities of the tests: its making is not what they are about."""
    return ECKey.generate_key("P-256", {"kid": "1"}, private=True)


def jwks(*keys: ECKey) -> str:
    """The public keys of an authority."""
    return json.dumps({"keys": [one.as_dict(private=False) for one in keys or (key(),)]})


def make_client(kind: str, **more: Any) -> Client:
    """An authority of a kind."""
    asked = {
        "name": f"Service {kind}", "kind": kind, "keys": jwks(), "from_on": date(2024, 1, 1), "to_on": None,
        "on": date(2024, 1, 1), "per_minute": 100_000,
    }  # fmt: skip
    return register(**{**asked, **more})


def claims_of(client: Client, **other: Any) -> dict[str, Any]:
    """What a good assertion says, or something else."""
    good = {
        "iss": client.client_id, "sub": client.client_id, "aud": AUDIENCE, "jti": uuid4().hex,
        "exp": int((now() + timedelta(seconds=60)).timestamp()),
    }  # fmt: skip
    return {name: value for name, value in {**good, **other}.items() if value is not None}


def assertion(claims: dict[str, Any], signed_by: ECKey | None = None, alg: str = "ES256") -> str:
    """A signed assertion."""
    return jwt.encode({"alg": alg, "kid": "1"}, claims, signed_by or key(), algorithms=[alg])


def ask_token(text: str, **form: str) -> HttpResponse:
    """A call of the token endpoint."""
    asked = {
        "grant_type": "client_credentials", "client_assertion": text,
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    }  # fmt: skip
    answer: HttpResponse = Browser().post("/api/v1/token", {**asked, **form})
    return answer


def bearer(client: Client, at: datetime | None = None) -> dict[str, str]:
    """The header of a token issued to a client."""
    return {"authorization": f"Bearer {issue(client, at or now())}"}


def post(path: str, body: object, headers: dict[str, str]) -> HttpResponse:
    """One call, as JSON."""
    answer: HttpResponse = Browser().post(f"/api/v1/{path}", body, content_type="application/json", headers=headers)
    return answer


def question(client: Client, licence: Licence, *data: str, **other: Any) -> dict[str, Any]:
    """A question about a driver, by file number and name."""
    asked: dict[str, Any] = {
        "person": {"neph": licence.neph, "family_name": licence.holder.family_name},
        "purpose": {"article": caller_of(client).article, "reason": REASON},
        "agent": "matricule 4021",
    }
    if data:
        asked["data"] = list(data)
    return {**asked, **other}


def ask(client: Client, licence: Licence, *data: str, path: str = "", **other: Any) -> HttpResponse:
    """Ask at the address of one's own scope, or at another."""
    return post(path or scope_of(caller_of(client)), question(client, licence, *data, **other), bearer(client))


@pytest.fixture(autouse=True)
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Turn the clock of the pages to a day."""

    def turn(day: date) -> None:
        monkeypatch.setattr("mespoints.config.middleware.today", lambda: day)

    turn(TODAY)
    return turn


def enter(
    neph: str = "000000000001", family_name: str = "MARTIN", acts: list[dict[str, Any]] = LIFE, **other: Any
) -> Licence:
    """A driver, with this life; ``other``: what is not Camille's in the civil status or the address."""
    camille: dict[str, Any] = {
        "given_names": ["Camille"], "sex": "female", "birth_date": "1975-04-02", "birth_place": "44109",
        "birth_country": "99100", "address": ["1 RUE DE LA PAIX", "44000 NANTES"], "departement": "44",
    }  # fmt: skip
    holder = Holder.objects.create(family_name=family_name, **{**camille, **other})
    licence = Licence.objects.create(
        neph=neph, holder=holder, obtained_on=date(1996, 5, 6), probation="none", territory="metropole",
        recorded_on=date(2024, 1, 1),
    )  # fmt: skip
    Category.objects.create(licence=licence, category="B", from_on=date(1996, 5, 6), codes=["01.06"])
    if acts:
        append_acts(licence, acts, recorded_on=date(2026, 11, 21), source="test", reference="1")
    return licence


@pytest.fixture
def driver(db: None) -> Licence:
    """Camille Martin, 8 points."""
    return enter()
